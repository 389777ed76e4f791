// What is known of a person before a check-in, and what a check-in gives to be remembered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "thenar/screening/screening.hpp"

namespace thenar::interview {

/// What a check-in need not ask again.
struct Known {
  std::optional<Request> last;        ///< the request of the last check-in
  std::vector<Condition> conditions;  ///< remembered, fresh or not, until the person says they are over
  std::vector<std::string> allergies;
  RuleSet fresh;  ///< rules with an answer, yes or no, that is still fresh
  std::optional<History> history;
  std::string stop_rule;     ///< the session rule that stopped the last massage; empty: none, or asked since
  std::optional<Mode> mode;  ///< by whom, where that is settled: it is not asked
  std::optional<Wishes> wishes;  ///< settled too: then only the questions of safety are asked
  bool first_time() const { return !last; }
};

/// An answer to remember: the conditions of a rule, none for no.
struct Answered {
  RuleId rule;
  std::vector<Condition> conditions;
  std::vector<std::string> allergies;  ///< of the rule about allergies
};

/// What a check-in gives to be remembered: the rules that were answered or that a mark
/// brought, with their conditions.
std::vector<Answered> answers_of(const Practice& practice, const CheckIn& checkin, const RuleSet& answered,
                                 const std::vector<std::string>& allergies);

/// The rule that named allergies bring in; none when the practice has none.
RuleId allergy_rule(const Practice& practice);

template <class A>
void describe(A& a, Answered& v) {
  a.required("conditions", v.conditions);
  a.optional("allergies", v.allergies);
}

}  // namespace thenar::interview
