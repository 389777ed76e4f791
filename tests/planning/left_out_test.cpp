// A wished hand that gets nothing: why, and when again; and what is done where nothing may touch.
#include <gtest/gtest.h>

#include <algorithm>

#include "support/shipped_practice.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar {
namespace {

using test::shipped_practice;

Plan plan_of(const std::string& checkin, const std::string& wishes) {
  const std::string text =
      R"({"format":"thenar.request/1","checkin":)" + checkin + R"(,"wishes":)" + wishes + "}";
  const auto request = screening::read_request(shipped_practice(), std::string_view(text), "test");
  EXPECT_TRUE(request) << (request ? "" : to_text(request.error()));
  return request ? planning::compose(shipped_practice(), *request) : Plan{};
}

const std::string kRight = R"({"goals":{"pain":1},"minutes":5,"hands":["right"]})";
const std::string kBothHands = R"({"goals":{"pain":1},"minutes":5,"hands":["left","right"]})";

/// Whether one of the sentences has all the parts.
bool some_says(const std::vector<std::string>& sentences, const std::vector<std::string>& parts) {
  return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
    return std::all_of(parts.begin(), parts.end(),
                       [&](const std::string& part) { return sentence.find(part) != std::string::npos; });
  });
}

TEST(LeftOut, AHandThatHadItsThirtyMinutesIsToldSoAndWhenItMayHaveMore) {
  const auto plan = plan_of(R"({"mode":"self","history":{"seconds_today":{"right":1800}}})", kRight);
  EXPECT_TRUE(plan.steps.empty());
  EXPECT_EQ(plan.verdict, Verdict::modified);
  ASSERT_EQ(plan.advice.size(), 1U);
  EXPECT_TRUE(some_says({plan.advice[0].text}, {"right hand", "30 minutes", "tomorrow"}));
  EXPECT_EQ(plan.shortened_because, std::vector<std::string>{plan.advice[0].text});
}

TEST(LeftOut, BothHandsThatHadTheirDayAreARefusalWithTheSameWords) {
  const auto plan =
      plan_of(R"({"mode":"self","history":{"seconds_today":{"left":1800,"right":1900}}})", kBothHands);
  EXPECT_TRUE(plan.clearance.session_refused);
  ASSERT_EQ(plan.advice.size(), 2U);
  for (const auto& advice : plan.advice) EXPECT_TRUE(some_says({advice.text}, {"30 minutes", "tomorrow"}));
}

TEST(LeftOut, AHandOfWhichNothingIsLeftNamesWhatTheReasonIs) {
  const auto plan = plan_of(R"({"mode":"self","conditions":[{"rule":"S27","hand":"right"}]})", kRight);
  EXPECT_TRUE(plan.steps.empty());
  ASSERT_FALSE(plan.advice.empty());
  EXPECT_TRUE(some_says({plan.advice.back().text},
                        {"right hand", shipped_practice().say("rule.S27.name"), "again once"}));
}

TEST(LeftOut, AHandBesideAnotherOneIsToldTooEvenWhenTheTimeIsFull) {
  const auto plan = plan_of(R"({"mode":"self","conditions":[{"rule":"S27","hand":"right"}]})", kBothHands);
  EXPECT_FALSE(plan.steps.empty());
  EXPECT_TRUE(some_says(plan.shortened_because, {"right hand", shipped_practice().say("rule.S27.name")}));
}

TEST(LeftOut, AnHourIsTooLongForAnybodyAndNotBecauseOfWhatWasSaid) {
  const auto plan =
      plan_of(R"({"mode":"self","age_years":45,"history":{"weeks_since_first":52}})",
              R"({"goals":{"pain":1},"minutes":60,"hands":["left","right"],"medium":"lotion"})");
  ASSERT_FALSE(plan.shortened_because.empty());
  EXPECT_EQ(plan.shortened_because.front(), "One massage takes 30 minutes at most.");
}

TEST(LeftOut, NoPlanIsEverWithoutAdvice) {
  for (const auto& rule : shipped_practice().rules)
    for (const char* mode : {"self", "partner"}) {
      const auto plan = plan_of(std::string(R"({"mode":")") + mode + R"(","conditions":[{"rule":")" +
                                    rule.id + R"(","hand":"right"}]})",
                                kRight);
      if (plan.steps.empty()) {
        EXPECT_FALSE(plan.advice.empty()) << rule.id << " " << mode;
      }
    }
}

TEST(LeftOut, AHandThatNothingMayTouchIsOneBreathLongEnoughAndNoChangeOfHand) {
  const auto plan = plan_of(
      R"({"mode":"self","dominant_hand":"right","history":{"weeks_since_first":1,"a01_count":1},
          "marked":[{"hand":"left","zone":"PT","as":"injured","answers":{"S06":"no"}}]})",
      R"({"goals":{"mood":0.5,"pain":0.5,"swelling":0.333},"minutes":3,"hands":["right","left"]})");
  int breaths = 0;
  int total = 0;
  for (const auto& step : plan.steps) {
    total += step.changeover_seconds + step.seconds;
    if (shipped_practice().at(step.technique).id == "BREATH") {
      ++breaths;
      EXPECT_GE(step.seconds, 10);
      EXPECT_EQ(step.changeover_seconds, 0);
    }
  }
  EXPECT_EQ(breaths, 1);
  EXPECT_EQ(total, 180);
  EXPECT_TRUE(planning::hand_changes(shipped_practice(), plan.steps).empty());
}

}  // namespace
}  // namespace thenar
