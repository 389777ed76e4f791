// The parts every plan has: still touch and a warming stroke first, essentials of a goal, the closing.
#pragma once

#include <vector>

#include "brief.hpp"

namespace thenar::planning {

enum class FixedPlace : std::uint8_t {
  opening,
  warming,
  essential,
  closing_tap,
  closing_stroke,
  closing_touch
};

struct FixedStep {
  FixedPlace place = FixedPlace::opening;
  Fit fit;
  GroupSet groups;
  int seconds = 0;
};

/// The fixed steps of a hand that has about `hand_seconds`. In short plans they shrink as the data says; what
/// is forbidden is replaced by the next technique that fits, or omitted.
std::vector<FixedStep> fixed_steps(const Brief& brief, Hand hand, int hand_seconds);

/// Narrows the warming and closing strokes to the parts of the hand that are worked in between or marked.
void narrow_to(const Brief& brief, Hand hand, const GroupSet& worked, std::vector<FixedStep>& steps);

}  // namespace thenar::planning
