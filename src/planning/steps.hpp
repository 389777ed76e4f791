// From what was chosen to the steps a person is guided through.
#pragma once

#include "fixed.hpp"
#include "offers.hpp"

namespace thenar::planning {

/// The step of an offer that was given some seconds.
Step step_of(const Brief& brief, const Offer& offer, int seconds);

/// The step of a fixed part.
Step step_of(const Brief& brief, Hand hand, const FixedStep& fixed);

/// Gives a step another length: its parts and strokes follow.
void set_seconds(const Brief& brief, Step& step, int seconds);

/// Why a step is there: the goals it serves most, what was marked, with the sentence the evidence allows.
std::vector<Why> reasons(const Brief& brief, const Step& step);

/// What the plan does without, and why: forbidden work by rule, wishes that could not be met, and groups for
/// which other work was worth more.
std::vector<LeftOut> left_out(const Brief& brief, const std::vector<Offer>& offers, const Solution& solution,
                              const PerHand<std::vector<int>>& lost);

}  // namespace thenar::planning
