// The solving of a plan, from a brief to its steps.
#pragma once

#include "fixed.hpp"
#include "offers.hpp"

namespace thenar::planning {

/// A plan in the making: what was offered, what was chosen, and the steps that came of it.
struct Draft {
  std::vector<Offer> offers;
  Budget budget;
  Solution solution;
  PerHand<std::vector<int>> lost;  ///< programme steps that fall away
  std::vector<Step> steps;
};

/// Composes the steps for `total_seconds` under the brief.
Draft draft(const Brief& brief, int total_seconds);

/// What a plan advises: what screening does and, where no step came of it, why and when again.
std::vector<Advice> advice_of(const Plan& plan);

/// Seconds of all steps, changeovers included.
int total_of(const std::vector<Step>& steps);

}  // namespace thenar::planning
