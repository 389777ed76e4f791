// Every precaution alone and every two together, as somebody would say them, planned for.
#include <gtest/gtest.h>

#include "support/each_rule.hpp"
#include "support/shipped_practice.hpp"
#include "thenar/base/json.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar {
namespace {

void expect_sound_plan(const CheckIn& checkin) {
  const auto& practice = test::shipped_practice();
  Request request;
  request.checkin = checkin;
  request.wishes.goals = {{Goal::pain, 1.0}, {Goal::stiffness, 0.5}};
  request.wishes.minutes = 10;
  request.wishes.hands = {Hand::left, Hand::right};
  request.wishes.medium = practice.ids.media.find("lotion");
  const Plan plan = planning::compose(practice, request);
  const auto beyond = planning::beyond_clearance(practice, plan.clearance, request, plan.steps);
  EXPECT_TRUE(beyond.empty()) << to_text(beyond);
  if (plan.verdict == Verdict::emergency || plan.clearance.session_refused) {
    EXPECT_TRUE(plan.steps.empty());
    EXPECT_FALSE(plan.advice.empty());
  }
  if (plan.steps.empty()) {
    EXPECT_TRUE(plan.clearance.session_refused || !plan.shortened_because.empty());
  }
}

TEST(EveryTwoRules, GiveAPlanWithinWhatIsAllowedOrNoneAndAdvice) {
  const auto& practice = test::shipped_practice();
  const auto rules = test::all_rules();
  for (auto mode : {Mode::self, Mode::partner})
    for (std::size_t i = 0; i < rules.size(); ++i)
      for (std::size_t j = i; j < rules.size(); ++j) {
        if (test::cannot_be_both(rules[i], rules[j])) continue;
        SCOPED_TRACE(rules[i] + " and " + rules[j] + " " + std::string(word(mode)));
        CheckIn checkin;
        checkin.mode = mode;
        test::say(practice, rules[i], checkin);
        if (i != j) test::say(practice, rules[j], checkin);
        expect_sound_plan(checkin);
      }
}

}  // namespace
}  // namespace thenar
