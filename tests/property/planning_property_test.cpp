// Truths about every plan, over random people and wishes.
#include <gtest/gtest.h>

#include "support/random_checkin.hpp"
#include "support/sanitized.hpp"
#include "support/shipped_practice.hpp"
#include "thenar/base/json.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar {
namespace {

constexpr int kPeople = test::kSanitized ? 5'000 : 100'000;

int total_of(const std::vector<Step>& steps) {
  int total = 0;
  for (const auto& step : steps) total += step.changeover_seconds + step.seconds;
  return total;
}

TEST(EveryPlan, KeepsWithinItsClearanceAndItsMinutes) {
  const auto& practice = test::shipped_practice();
  int planned = 0;
  for (int i = 0; i < kPeople; ++i) {
    const Request request = test::random_request(practice, static_cast<std::uint64_t>(i));
    const Plan plan = planning::compose(practice, request);
    const auto beyond = planning::beyond_clearance(practice, plan.clearance, request, plan.steps);
    ASSERT_TRUE(beyond.empty()) << "person " << i << "\n"
                                << to_text(beyond) << to_pretty(to_json(request, &practice.ids));
    ASSERT_EQ(plan.total_seconds, total_of(plan.steps)) << "person " << i;
    ASSERT_LE(plan.total_seconds, request.wishes.minutes * 60) << "person " << i;
    if (plan.clearance.session_refused) {
      ASSERT_TRUE(plan.steps.empty()) << "person " << i;
      ASSERT_FALSE(plan.advice.empty()) << "person " << i;
    }
    planned += plan.steps.empty() ? 0 : 1;
  }
  EXPECT_GT(planned, kPeople / 5)
      << "the random people must not nearly all be refused, or this proves little";
}

TEST(EveryPlan, HasOnAverageNoMoreThanOneStepInHalfAMinute) {
  const auto& practice = test::shipped_practice();
  double steps = 0;
  double seconds = 0;
  for (int i = 0; i < kPeople / 10; ++i) {
    Request request = test::random_request(practice, static_cast<std::uint64_t>(1'000'000 + i));
    if (request.wishes.minutes < 5 || request.wishes.programme.valid()) continue;
    const Plan plan = planning::compose(practice, request);
    if (plan.total_seconds < 300) continue;
    steps += static_cast<double>(plan.steps.size());
    seconds += plan.total_seconds;
  }
  ASSERT_GT(seconds, 0);
  EXPECT_LE(steps / seconds, 1.0 / 30) << seconds / steps << " s a step";
}

TEST(EveryPlan, MadeAnewInTheMiddleEndsOnTimeWithinTheClearance) {
  const auto& practice = test::shipped_practice();
  for (int i = 0; i < kPeople / 10; ++i) {
    const Request request = test::random_request(practice, static_cast<std::uint64_t>(2'000'000 + i));
    const Plan plan = planning::compose(practice, request);
    if (plan.steps.empty()) continue;
    planning::Progress progress;
    progress.seconds_left = plan.total_seconds * (i % 10) / 10;
    progress.current = plan.steps.front().hand;
    progress.touched[progress.current] = true;
    const ZoneId off{static_cast<std::int16_t>(static_cast<std::size_t>(i) % practice.zones.size())};
    progress.zones_off[progress.current].add(off);
    const auto steps = planning::replan(practice, plan, plan.clearance, progress, 0);
    ASSERT_LE(total_of(steps), progress.seconds_left) << "person " << i;
    ASSERT_TRUE(planning::beyond_clearance(practice, plan.clearance, request, steps).empty())
        << "person " << i;
    for (const auto& step : steps)
      ASSERT_FALSE(step.hand == progress.current && step.zones.has(off)) << "person " << i;
  }
}

}  // namespace
}  // namespace thenar
