#include "thenar/interview/known.hpp"

namespace thenar::interview {

RuleId allergy_rule(const Practice& practice) {
  for (std::size_t i = 0; i < practice.rules.size(); ++i)
    if (practice.rules[i].computed && practice.rules[i].computed->allergies)
      return RuleId{static_cast<std::int16_t>(i)};
  return {};
}

std::vector<Answered> answers_of(const Practice& practice, const CheckIn& checkin, const RuleSet& answered,
                                 const std::vector<std::string>& allergies) {
  std::vector<Answered> out;
  for (std::size_t i = 0; i < practice.rules.size(); ++i) {
    const RuleId rule{static_cast<std::int16_t>(i)};
    if (practice.rules[i].expires_days == 0) continue;
    Answered each{rule, {}, {}};
    for (const auto& condition : checkin.conditions)
      if (condition.rule == rule) each.conditions.push_back(condition);
    if (each.conditions.empty() && !answered.has(rule)) continue;
    if (rule == allergy_rule(practice)) each.allergies = allergies;
    out.push_back(std::move(each));
  }
  return out;
}

}  // namespace thenar::interview
