// Change is told when there is some, and not when there is none: people with a known truth, many thousands of
// them.
#include <gtest/gtest.h>

#include <cmath>

#include "people.hpp"

namespace thenar::test {
namespace {

using outcomes::Outcomes;
using outcomes::outcomes_of;
using outcomes::Record;

constexpr int kPeople = 10'000;

/// Somebody who measures the figure of eight so many times a week for three weeks; `effect` comes over the
/// first two weeks. Each repeat is read to 0.1 cm and has an error whose mean of three is the published one.
Record somebody_who_measures(std::mt19937& random, int times_a_week, double effect) {
  constexpr double kSem = 0.47;
  std::normal_distribution<double> error(0, kSem * std::sqrt(3.0));
  Record record = record_until(22);
  for (int i = 0; i <= 3 * times_a_week; ++i) {
    const double day = i * 7.0 / times_a_week;
    const double truth = 43 - effect * std::min(1.0, day / 14);
    std::vector<std::optional<double>> values;
    for (int repeat = 0; repeat < 3; ++repeat)
      values.emplace_back(std::round((truth + error(random)) * 10) / 10);
    record.measured.push_back(measured("figure_of_eight", day, values));
  }
  return record;
}

/// Somebody who rates pain before and after each daily massage for three weeks, in whole points with an error
/// of 1.2.
Record somebody_who_rates(std::mt19937& random, double over_weeks, double within) {
  std::normal_distribution<double> error(0, 1.2);
  const auto point = [&](double truth) { return std::clamp(std::round(truth + error(random)), 0.0, 10.0); };
  Record record = record_until(21);
  for (int day = 0; day < 21; ++day) {
    const double truth = 5 + over_weeks * std::min(1.0, day / 14.0);
    const double before = point(truth);
    record.sessions.push_back(rated(day, before, point(truth + within)));
  }
  return record;
}

const outcomes::MeasureOutcome& only(const Outcomes& all) {
  EXPECT_EQ(all.measures.size(), 1U);
  return all.measures.front();
}

bool told_better(const std::optional<outcomes::Change>& change) {
  return change && change->better.value_or(false);
}

TEST(Change, TwiceTheErrorIsToldWithinThreeWeeksToNineOfTen) {
  std::mt19937 random(1);
  const double mdc = *shipped_practice().at(shipped_practice().ids.measures.find("figure_of_eight")).mdc95;
  for (const int times : {1, 2, 3}) {
    int told = 0;
    for (int i = 0; i < 2000; ++i)
      told += told_better(
          only(outcomes_of(shipped_practice(), somebody_who_measures(random, times, 2 * mdc))).over);
    EXPECT_GE(told, 1800) << times;
  }
}

TEST(Change, NoEffectIsToldAsNoMeasurableChangeToNineteenOfTwenty) {
  std::mt19937 random(2);
  for (const int times : {2, 3, 7}) {
    int none = 0;
    for (int i = 0; i < 2000; ++i) {
      const auto over = only(outcomes_of(shipped_practice(), somebody_who_measures(random, times, 0))).over;
      none += over && !over->measurable;
    }
    EXPECT_GE(none, 1900) << times;
  }
}

// With one measurement at each end the error is that of two measurements, and it is exceeded once in twenty
// times.
TEST(Change, OneMeasurementAtEachEndIsWrongOnceInTwenty) {
  std::mt19937 random(3);
  int measurable = 0;
  for (int i = 0; i < kPeople; ++i)
    measurable += only(outcomes_of(shipped_practice(), somebody_who_measures(random, 1, 0))).over->measurable;
  EXPECT_LE(measurable, kPeople * 0.055);
}

TEST(Change, IntervalsHoldTheTruthInNineteenOfTwentyPeople) {
  std::mt19937 random(4);
  int over = 0;
  int within = 0;
  int helped = 0;
  int helped_at_once = 0;
  for (int i = 0; i < kPeople; ++i) {
    const auto all = outcomes_of(shipped_practice(), somebody_who_rates(random, 0, 0));
    const auto& pain = only(all);
    ASSERT_TRUE(pain.over && pain.within);
    over += pain.over->interval.has(0);
    within += pain.within->interval.has(0);
    helped += told_better(pain.over);
    helped_at_once += told_better(pain.within);
  }
  for (const int held : {over, within}) {
    EXPECT_GE(held, kPeople * 0.93);
    EXPECT_LE(held, kPeople * 0.97);
  }
  EXPECT_LE(helped, kPeople * 0.05);
  EXPECT_LE(helped_at_once, kPeople * 0.05);
}

TEST(Change, IntervalsOfATrendHoldItInNineteenOfTwentyPeople) {
  std::mt19937 random(8);
  std::normal_distribution<double> error(0, 0.5);
  int held = 0;
  for (int i = 0; i < kPeople; ++i) {
    Record record = record_until(22);
    for (int day = 0; day < 21; ++day)
      record.measured.push_back(measured(
          "pulp_to_palm", day, {std::round((9 - 0.05 * day + error(random)) * 10) / 10}, Hand::right, "D3"));
    const auto trend = only(outcomes_of(shipped_practice(), record)).trend;
    ASSERT_TRUE(trend);
    held += trend->interval.has(-0.05 * 7);
  }
  EXPECT_GE(held, kPeople * 0.93);
  EXPECT_LE(held, kPeople * 0.97);
}

// Whole points repeat: of slopes that are 0 where values are alike the median would be 0 however pain falls.
TEST(Change, IntervalsOfATrendHoldItWhereItIsRatedInWholePoints) {
  std::mt19937 random(12);
  for (const auto& [days, spread, a_week] :
       {std::tuple{40, 0.5, -0.14}, {40, 1.2, -0.14}, {84, 0.8, -0.05}, {21, 0.6, 0.0}, {10, 1.0, -0.5}}) {
    std::normal_distribution<double> error(0, spread);
    int held = 0;
    constexpr int kSome = 1000;
    for (int i = 0; i < kSome; ++i) {
      Record record = record_until(days + 1);
      for (int day = 0; day < days; ++day)
        record.measured.push_back(
            measured("pain_nrs", day, {std::round(5 + a_week * day / 7 + error(random))}));
      held += only(outcomes_of(shipped_practice(), record)).trend->interval.has(a_week);
    }
    EXPECT_GE(held, kSome * 0.93) << days << " days, spread " << spread << ", " << a_week << " a week";
  }
}

TEST(Change, ATrendIsNeverBetterThanTheErrorOfItsMeasureLets) {
  Record record = record_until(6);
  for (int day = 0; day < 5; ++day)
    record.measured.push_back(measured("tam", day, {70.0 + day, 0, 80, 0, 50, 0}, Hand::right, "D3"));
  auto trend = only(outcomes_of(shipped_practice(), record)).trend;
  ASSERT_TRUE(trend);
  EXPECT_LT(trend->interval.low, trend->interval.high);
  EXPECT_FALSE(trend->better);
  // The same for what is read in steps: four tenths of a centimetre in eleven weeks are less than one of
  // half.
  record = record_until(80);
  for (int i = 0; i < 5; ++i) record.measured.push_back(measured("pain_nrs", i * 19, {i < 3 ? 5.0 : 4.0}));
  trend = only(outcomes_of(shipped_practice(), record)).trend;
  ASSERT_TRUE(trend);
  EXPECT_LT(trend->interval.low, trend->interval.high);
  EXPECT_FALSE(trend->better);
}

TEST(Change, OnlyAScaleHasABadEndFromWhichThingsGetBetterByThemselves) {
  Record record = record_until(30);
  for (const int day : {0, 1, 2, 20, 21, 22}) {
    const double kg = day < 10 ? 25 : 34;
    record.measured.push_back(measured("grip", day, {kg, kg + 0.5, kg}));
    record.measured.push_back(measured("figure_of_eight", day, {day < 10 ? 62.0 : 58.0, 60, 60}));
  }
  for (const auto& each : outcomes_of(shipped_practice(), record).measures) {
    ASSERT_TRUE(each.over);
    EXPECT_FALSE(each.over->bad_entry);
  }
}

TEST(Change, ANumberThatIsOnlyAGuessOfOurOwnIsNeverSaidToMatter) {
  Record record = record_until(30);
  for (const int day : {0, 1, 2, 20, 21, 22}) {
    record.measured.push_back(measured("kapandji", day, {day < 10 ? 4.0 + day % 2 : 9.0 + day % 2}));
    record.measured.push_back(measured("pain_nrs", day, {day < 10 ? 8.0 + day % 2 : 2.0 + day % 2}));
  }
  const auto all = outcomes_of(shipped_practice(), record);
  EXPECT_TRUE(outcome_of(all, "kapandji").over->better.value_or(false));
  EXPECT_FALSE(outcome_of(all, "kapandji").over->may_matter);
  EXPECT_TRUE(outcome_of(all, "pain_nrs").over->may_matter);
}

TEST(Change, WhatIsMissingToStraightIsBetterWhenItIsLess) {
  Record record = record_until(30);
  for (const int day : {0, 20}) {
    const double degrees = day == 0 ? 30 : 5;
    record.measured.push_back(measured("joint_angle", day, {degrees}, Hand::right, "PIP3.extension"));
    record.measured.push_back(measured("joint_angle", day, {degrees}, Hand::right, "WRIST.extension"));
  }
  record.measured.push_back(measured("joint_angle", 20, {40}, Hand::left, "PIP3.extension"));
  const auto all = outcomes_of(shipped_practice(), record);
  for (const auto& each : all.measures) {
    if (each.series.hand == Hand::left) continue;
    ASSERT_TRUE(each.over);
    EXPECT_EQ(each.over->better, each.series.site == "PIP3.extension") << each.series.site;
    EXPECT_FALSE(each.other_share);
  }
}

// Brief, chapter 7: the same person measuring 0.47 and 1.3 cm, another one 0.58 and 1.6 cm.
TEST(Change, TwoPeopleMeasuringHaveAnErrorOfTheirOwn) {
  Record record = record_until(30);
  record.measured = {measured("figure_of_eight", 0, {42, 42, 42}),
                     measured("figure_of_eight", 20, {40.6, 40.6, 40.6})};
  EXPECT_EQ(only(outcomes_of(shipped_practice(), record)).over->better, true);
  record.measured.back().by_another = true;
  const auto over = only(outcomes_of(shipped_practice(), record)).over;
  ASSERT_TRUE(over);
  EXPECT_DOUBLE_EQ(over->error, 1.6);
  EXPECT_FALSE(over->measurable);
}

TEST(Change, WhatAnotherPersonMeasuredIsLeftOutWhereNobodyKnowsTheErrorOfTwo) {
  Record record = record_until(30);
  record.measured = {measured("joint_angle", 0, {40}, Hand::right, "PIP3.flexion"),
                     measured("joint_angle", 15, {45}, Hand::right, "PIP3.flexion"),
                     measured("joint_angle", 25, {80}, Hand::right, "PIP3.flexion")};
  record.measured.back().by_another = true;
  const auto all = outcomes_of(shipped_practice(), record);
  ASSERT_TRUE(only(all).over);
  EXPECT_DOUBLE_EQ(only(all).over->change, 5);
  EXPECT_EQ(only(all).series.points.size(), 3U);
}

TEST(Change, LessThanAStepOfReadingIsNoChangeHoweverAlikeTheNumbersAre) {
  Record record = record_until(30);
  for (const int day : {0, 1, 2, 20, 21, 22}) {
    const double kg = day < 10 ? 25 : 25.1;
    record.measured.push_back(measured("grip", day, {kg, kg, kg}));
  }
  const auto over = only(outcomes_of(shipped_practice(), record)).over;
  ASSERT_TRUE(over);
  EXPECT_GE(over->error, 0.1);
  EXPECT_FALSE(over->measurable);
}

// Never too often.
TEST(Change, ATrendOfWholePointsIsSeldomToldWhereThereIsNone) {
  std::mt19937 random(9);
  int better = 0;
  for (int i = 0; i < 2000; ++i)
    better +=
        only(outcomes_of(shipped_practice(), somebody_who_rates(random, 0, 0))).trend->better.value_or(false);
  EXPECT_LE(better, 100);
}

TEST(Change, IntervalsHoldAnEffectThatIsThere) {
  std::mt19937 random(5);
  int within = 0;
  for (int i = 0; i < kPeople; ++i)
    within +=
        only(outcomes_of(shipped_practice(), somebody_who_rates(random, 0, -1.5))).within->interval.has(-1.5);
  EXPECT_GE(within, kPeople * 0.93);
  EXPECT_LE(within, kPeople * 0.97);
}

TEST(Change, PublishedErrorsGiveIntervalsThatHold) {
  std::mt19937 random(6);
  int held = 0;
  for (int i = 0; i < kPeople; ++i) {
    const auto over = only(outcomes_of(shipped_practice(), somebody_who_measures(random, 2, 0))).over;
    ASSERT_TRUE(over);
    held += over->interval.has(0);
  }
  EXPECT_GE(held, kPeople * 0.93);
  EXPECT_LE(held, kPeople * 0.97);
}

TEST(Change, TheErrorOfAPublishedMeasureIsItsMdc) {
  Record record = record_until(30);
  record.measured = {measured("figure_of_eight", 0, {43, 43, 43}),
                     measured("figure_of_eight", 20, {41.8, 41.8, 41.8})};
  auto over = only(outcomes_of(shipped_practice(), record)).over;
  ASSERT_TRUE(over);
  EXPECT_NEAR(over->change, -1.2, 1e-9);
  EXPECT_DOUBLE_EQ(over->error, 1.3);
  EXPECT_EQ(over->error_of, outcomes::ErrorOf::published);
  EXPECT_FALSE(over->measurable);
  // 1.96 · √2 · 0.47 = 1.303 on either side.
  EXPECT_NEAR(over->interval.low, -1.2 - 1.3027, 1e-3);
  record.measured.back().values = {41.6, 41.6, 41.6};
  over = only(outcomes_of(shipped_practice(), record)).over;
  EXPECT_TRUE(over->measurable);
  EXPECT_EQ(over->better, true);
}

TEST(Change, WithoutAPublishedErrorTooFewNumbersTellNothing) {
  Record record = record_until(30);
  for (int day = 0; day < 4; ++day) record.sessions.push_back(rated(day, 6, 3));
  const auto& all = outcomes_of(shipped_practice(), record);
  EXPECT_FALSE(only(all).within);
  EXPECT_FALSE(only(all).over);
  EXPECT_FALSE(only(all).trend);
}

TEST(Change, AVeryBadBeginningIsSaidToGetBetterByItself) {
  Record record = record_until(30);
  for (int day = 0; day < 5; ++day) record.sessions.push_back(rated(day, 9 - day % 2, {}));
  for (int day = 20; day < 25; ++day) record.sessions.push_back(rated(day, 4 - day % 2, {}));
  const auto over = only(outcomes_of(shipped_practice(), record)).over;
  ASSERT_TRUE(over);
  EXPECT_TRUE(over->bad_entry);
  EXPECT_TRUE(over->may_matter);
  EXPECT_EQ(over->better, true);
}

TEST(Change, ATrendIsNeverToldFromFewerThanFiveDays) {
  Record record = record_until(30);
  for (int i = 0; i < 20; ++i)
    record.measured.push_back(measured("pain_nrs", (i % 4) + i / 100.0, {9.0 - i % 4}));
  EXPECT_FALSE(only(outcomes_of(shipped_practice(), record)).trend);
  record.measured.push_back(measured("pain_nrs", 5, {4}));
  const auto trend = only(outcomes_of(shipped_practice(), record)).trend;
  ASSERT_TRUE(trend);
  EXPECT_EQ(trend->days, 5);
  EXPECT_EQ(trend->better, true);
}

TEST(Change, AMeasureWithoutADirectionIsNeitherBetterNorWorse) {
  Record record = record_until(30);
  const std::vector<std::optional<double>> slow(80, 1000.0);
  const std::vector<std::optional<double>> fast(80, 700.0);
  for (int day = 0; day < 4; ++day) record.measured.push_back(measured("heart_rate", day, slow, {}));
  for (int day = 20; day < 24; ++day) record.measured.push_back(measured("heart_rate", day, fast, {}));
  const auto over = only(outcomes_of(shipped_practice(), record)).over;
  ASSERT_TRUE(over);
  EXPECT_TRUE(over->measurable);
  EXPECT_FALSE(over->better);
}

}  // namespace
}  // namespace thenar::test
