// From what was said to the precautions that hold.
#pragma once

#include <vector>

#include "thenar/screening/screening.hpp"

namespace thenar::screening {

/// A precaution that holds, on which hands and with what was said about it.
struct Holding {
  RuleId rule;
  PerHand<bool> hands;
  ZoneSet zones;                                                ///< as named; empty: the whole hand
  const std::map<std::string, std::string>* answers = nullptr;  ///< of the check-in; null: none were given
  bool unsure = false;
  bool of_giver = false;  ///< said of the giver in partner mode
};

/// Whether a guard holds. A missing answer counts as "unsure", no history as week 0. `missing_fact` is what
/// an age or rating that the check-in does not give counts as: false for computed rules, true for effects.
bool holds(const Guard& guard, const Practice& practice, const CheckIn& checkin, const Holding& holding,
           bool missing_fact);

/// Every precaution that holds, by conditions, marks, age, ratings or allergies, in no particular order. The
/// result points into the check-in.
std::vector<Holding> holdings(const Practice& practice, const CheckIn& checkin);

/// The allergies of the person a holding is about.
inline const std::vector<std::string>& allergies_of(const CheckIn& checkin, const Holding& holding) {
  return holding.of_giver ? checkin.giver_allergies : checkin.allergies;
}

/// Whether an effect changes how somebody gives: their hands, gloves, or what touches their skin. Of the
/// giver in partner mode nothing else counts.
inline bool concerns_giving(const Effect& effect) {
  return effect.giver || effect.gloves || effect.allergens_off || !effect.products_off.empty();
}

/// The rule whose follow-up questions serve this rule: the head of its family, or itself.
inline RuleId head_of(const Practice& practice, RuleId id) {
  const auto head = practice.at(id).asked_with;
  return head.valid() ? head : id;
}

/// Whether a condition of this rule, answered in detail, covers the mark's hand.
bool covers(const Condition& condition, RuleId rule, Hand hand);

/// The meaning of a mark of this kind; null when the practice gives it none.
const MarkRule* mark_rule(const Practice& practice, MarkKind as);

}  // namespace thenar::screening
