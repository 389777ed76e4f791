// The order of a plan: which work follows which on a hand, and how the hands take turns.
#pragma once

#include <vector>

#include "brief.hpp"

namespace thenar::planning {

/// Sorts the steps of one hand: dry work, strokes over the whole hand, then region by region with the fewest
/// turns of the hand, jumps and tool changes (exact), then movement, stretching and tapping. Fixed steps at
/// the ends are not part of it. Stable for equal steps.
void order_hand(const Brief& brief, std::vector<Step>& steps);

/// The steps of both hands as one sequence. Dry work of both hands comes before anything oily; in
/// self-massage the hands change roles at the latest after max_turn_seconds. Sets changeover_seconds of hand
/// changes.
std::vector<Step> take_turns(const Brief& brief, PerHand<std::vector<Step>> hands);

}  // namespace thenar::planning
