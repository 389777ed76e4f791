// Plans and clearances in words, as a good therapist would write them down. Also what docs/plans.md is made
// of.
#pragma once

#include <string>

#include "cli/context.hpp"
#include "thenar/planning/plan.hpp"

namespace thenar::cli {

/// The whole plan: what it is for, what to prepare, the steps with where, how, how hard and why, what was
/// left out and why, what to do afterwards. A refusal gives its advice instead. Pages are page_width() wide.
std::string plan_in_words(const Practice& practice, const Plan& plan, const EmergencyCall& call);

/// The plan at a glance, before it begins: what it is for, what screening changed, and a line for each step.
std::string plan_in_short(const Practice& practice, const Plan& plan, const EmergencyCall& call);

/// What screening allows, to be read before a plan: advice first, then what each precaution changes. Empty
/// when nothing is limited.
std::string clearance_in_words(const Practice& practice, const Clearance& clearance,
                               const EmergencyCall& call);

/// The page of a massage that is not given: calm, what to do now, whom to call.
std::string refusal_in_words(const Practice& practice, const Clearance& clearance, const EmergencyCall& call);

/// The lists before and after the massage, without their headings.
std::string checklist_in_words(const std::vector<std::string>& items);

/// The sentence that the rules were not reviewed, or by whom they were.
std::string review_in_words(const Practice& practice);

}  // namespace thenar::cli
