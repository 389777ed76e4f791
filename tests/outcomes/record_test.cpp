// What was typed in: units, corrections, two at one time, other clocks; nothing is lost, nothing is believed
// blindly.
#include "thenar/outcomes/record.hpp"

#include <gtest/gtest.h>

#include "people.hpp"
#include "thenar/outcomes/words.hpp"

namespace thenar::test {
namespace {

using outcomes::outcomes_of;
using outcomes::series_of;
using outcomes::understood;

std::string fault_of(const journal::Measured& measured) {
  const auto read = understood(shipped_practice(), measured, {});
  return read ? std::string() : to_text(read.error());
}

TEST(Measured, PoundsAndInchesAreTurnedIntoTheMeasuresUnit) {
  auto grip = measured("grip", 0, {70, 72, 68});
  grip.unit = "lb";
  const auto read = understood(shipped_practice(), grip, {});
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_NEAR(*read->values[0], 31.7514659, 1e-6);
  auto tape = measured("figure_of_eight", 0, {16.5, 16.5, 16.5});
  tape.unit = "in";
  EXPECT_NEAR(*understood(shipped_practice(), tape, {})->values[0], 41.91, 1e-9);
  auto finger = measured("finger_circumference", 0, {6.4}, Hand::left, "D3");
  finger.unit = "cm";
  EXPECT_NEAR(*understood(shipped_practice(), finger, {})->values[0], 64, 1e-9);
}

TEST(Measured, ANumberThatFitsAnotherUnitIsToldSo) {
  EXPECT_NE(fault_of(measured("figure_of_eight", 0, {16.5, 16.5, 16.5})).find("If its unit is \"in\""),
            std::string::npos);
  EXPECT_NE(fault_of(measured("grip", 0, {150, 150, 150})).find("If its unit is \"lb\""), std::string::npos);
}

TEST(Measured, WhatCannotBeIsRefusedWithItsPlace) {
  EXPECT_NE(fault_of(measured("pain_nrs", 0, {11})).find("values[0]"), std::string::npos);
  EXPECT_NE(fault_of(measured("pain_nrs", 0, {})).find("at least one"), std::string::npos);
  EXPECT_NE(fault_of(measured("pain_nrs", 0, {1, 2})).find("at most 1"), std::string::npos);
  EXPECT_NE(fault_of(measured("pain_nrs", 0, {5}, {})).find("left or right"), std::string::npos);
  EXPECT_NE(fault_of(measured("stress_nrs", 0, {5})).find("of the person"), std::string::npos);
  EXPECT_NE(fault_of(measured("tam", 0, {80, 0, 90, 10, 50, 5})).find("D2, D3, D4, D5"), std::string::npos);
  EXPECT_NE(fault_of(measured("no_such", 0, {5})).find("a measure of this practice"), std::string::npos);
  EXPECT_NE(fault_of(measured("stai6", 0, {1, 1, 1, 1, 1, 1}, {})).find("licence"), std::string::npos);
  auto grip = measured("grip", 0, {30, 30, 30});
  grip.unit = "stone";
  EXPECT_NE(fault_of(grip).find("kg, lb"), std::string::npos);
  EXPECT_TRUE(fault_of(measured("joint_angle", 0, {85}, Hand::left, "PIP3.flexion")).empty());
  EXPECT_FALSE(fault_of(measured("joint_angle", 0, {85}, Hand::left, "PIP1.flexion")).empty());
}

TEST(Measured, TheLastCorrectionCountsAndNothingIsLost) {
  auto record = record_until(10);
  auto first = measured("pain_nrs", 1, {9});
  auto second = measured("pain_nrs", 1, {4});
  second.corrects = first.id;
  second.noted_at += 1000;
  auto third = measured("pain_nrs", 1, {5});
  third.corrects = second.id;
  third.noted_at += 2000;
  for (const auto& order :
       {std::vector{first, second, third}, {third, first, second}, {second, third, first}}) {
    record.measured = order;
    const auto all = series_of(shipped_practice(), record);
    ASSERT_EQ(all.series.size(), 1U);
    ASSERT_EQ(all.series[0].points.size(), 1U);
    EXPECT_EQ(all.series[0].points[0].value, 5);
  }
  // Of two corrections of the same, the one noted later.
  third.corrects = first.id;
  record.measured = {first, third, second};
  EXPECT_EQ(series_of(shipped_practice(), record).series[0].points[0].value, 5);
  // It never was.
  third.withdrawn = true;
  record.measured = {first, third, second};
  EXPECT_TRUE(series_of(shipped_practice(), record).series.empty());
}

TEST(Measured, OfSeveralLinesOfCorrectionsTheLastNotedCountsAlone) {
  auto first = measured("pain_nrs", 1, {9});
  auto second = measured("pain_nrs", 1, {4});
  auto other = measured("pain_nrs", 1, {6});
  auto third = measured("pain_nrs", 1, {5});
  second.corrects = other.corrects = first.id;
  third.corrects = second.id;
  second.noted_at += 1000;
  other.noted_at += 2000;
  third.noted_at += 3000;
  std::vector all{first, second, other, third};
  ASSERT_EQ(outcomes::in_force(all).size(), 1U);
  EXPECT_EQ(outcomes::in_force(all).front()->id, third.id);
  // The first one was taken back last of all: nothing is left.
  auto never = first;
  never.id = "never-was";
  never.corrects = first.id;
  never.withdrawn = true;
  never.noted_at += 4000;
  all.push_back(never);
  EXPECT_TRUE(outcomes::in_force(all).empty());
}

TEST(Measured, PointsAreWhole) {
  EXPECT_NE(fault_of(measured("pain_nrs", 0, {5.5})).find("a whole number"), std::string::npos);
  EXPECT_NE(fault_of(measured("mood_grid", 0, {5.5, 3}, {})).find("values[0]"), std::string::npos);
  EXPECT_NE(fault_of(measured("fihoa", 0, {1.7, 1, 1, 1, 1, 1, 1, 1, 1, 1}, {})).find("values[0]"),
            std::string::npos);
  EXPECT_TRUE(fault_of(measured("joint_angle", 0, {82.5}, Hand::left, "PIP3.flexion")).empty());
}

TEST(Measured, CorrectionsInACircleCountOnce) {
  auto record = record_until(10);
  auto one = measured("pain_nrs", 1, {9});
  auto other = measured("pain_nrs", 1, {4});
  one.corrects = other.id;
  other.corrects = one.id;
  record.measured = {one, other};
  EXPECT_EQ(outcomes::in_force(record.measured).size(), 1U);
  EXPECT_EQ(series_of(shipped_practice(), record).series.front().points.size(), 1U);
}

TEST(Measured, TwoOfOneMomentCountAsTheirMean) {
  auto record = record_until(10);
  record.measured = {measured("pain_nrs", 1, {6}), measured("pain_nrs", 1, {4})};
  const auto all = series_of(shipped_practice(), record);
  ASSERT_EQ(all.series[0].points.size(), 1U);
  EXPECT_EQ(all.series[0].points[0].value, 5);
}

TEST(Measured, WhatHasNoScoreIsNamedAndCountsNowhere) {
  auto record = record_until(10);
  record.measured = {measured("grip", 1, {30, 31}), measured("pain_nrs", 1, {12}),
                     measured("pain_nrs", 2, {4})};
  const auto all = series_of(shipped_practice(), record);
  EXPECT_EQ(all.unscored.size(), 2U);
  EXPECT_EQ(all.series.size(), 1U);
}

// A late evening and an early morning are two days on the person's own clock, wherever it stands.
TEST(Record, DaysAreThoseOfTheLocalClockOfThen) {
  auto record = record_until(30);
  for (int day = 0; day < 5; ++day)
    for (const double hour : {0.2, 0.9})
      record.measured.push_back(measured("pain_nrs", day + hour, {5.0 + day % 2}));
  const auto days_of = [&](int offset) {
    for (auto& each : record.measured) each.utc_offset_minutes = offset;
    return outcomes_of(shipped_practice(), record).measures.front().trend->days;
  };
  // 22:48 UTC and 15:36 UTC of the next day: one day where the clock is six hours ahead.
  EXPECT_EQ(days_of(6 * 60), 5);
  EXPECT_EQ(days_of(0), 6);
}

// Monday 2 March 2026, half past midnight where the clock was two hours ahead; one hour ahead, it was Sunday.
TEST(Record, AWeekIsThatOfTheLocalClockOfThen) {
  auto record = record_until(14);
  record.utc_offset_minutes = 60;
  record.sessions = {rated(0, 5, 4), rated(1, 5, 4)};
  record.sessions[1].session.started_at = kStart + 4 * 3'600'000 + 30 * 60'000;  // 22:30 UTC
  const auto sessions_of = [&](int offset) {
    record.sessions[1].utc_offset_minutes = offset;
    return outcomes_of(shipped_practice(), record).done.weeks.front().sessions;
  };
  EXPECT_EQ(sessions_of(120), 1);
  EXPECT_EQ(sessions_of(60), 2);
}

TEST(Record, WhatWasCorrectedNoLongerSetsTheBeginning) {
  auto record = record_until(30);
  auto wrong = measured("pain_nrs", -9000, {5});
  auto right = measured("pain_nrs", 2, {5});
  right.corrects = wrong.id;
  right.noted_at = wrong.noted_at + 1;
  record.measured = {wrong, right};
  EXPECT_EQ(outcomes::beginning_of(record), right.at);
}

TEST(Record, WhatHadNoScoreLongAgoIsNotToldForEver) {
  auto record = record_until(400);
  record.weeks = 12;
  record.measured = {measured("pain_nrs", 1, {12}), measured("pain_nrs", 399, {12})};
  EXPECT_EQ(outcomes_of(shipped_practice(), record).unscored.size(), 1U);
}

TEST(Record, OfARatingThatWasGivenTwiceTheLastCounts) {
  auto record = record_until(10);
  record.sessions = {rated(1, 7, 4)};
  record.sessions[0].ratings.push_back(record.sessions[0].ratings[1]);
  record.sessions[0].ratings.back().value = 3;
  const auto all = series_of(shipped_practice(), record);
  ASSERT_EQ(all.series[0].pairs.size(), 1U);
  EXPECT_EQ(all.series[0].pairs[0].after, 3);
}

TEST(Record, OnlyTheWeeksThatWereAskedForCount) {
  auto record = record_until(100);
  for (int day = 0; day < 100; day += 2) record.sessions.push_back(rated(day, 5, 4));
  record.weeks = 2;
  const auto all = outcomes_of(shipped_practice(), record);
  EXPECT_EQ(all.done.sessions, 7);
  EXPECT_EQ(all.measures.front().series.points.size(), 7U);
  record.weeks = 0;
  EXPECT_EQ(outcomes_of(shipped_practice(), record).done.sessions, 50);
}

TEST(Record, WhatWasDoneIsAddedUpByWeekTechniqueAndZone) {
  auto record = record_until(14);
  record.sessions = {rated(0, 5, 4), rated(1, 5, 4), rated(8, 5, 4)};
  record.sessions[1].session.ending->how = journal::How::stopped;
  record.sessions[1].session.ending->rule = "T02";
  record.sessions[2].session.next_day = journal::NextDay{3, true, kStart + 9 * kDay};
  const auto all = outcomes_of(shipped_practice(), record);
  EXPECT_EQ(all.done.sessions, 3);
  EXPECT_EQ(all.done.finished, 2);
  EXPECT_EQ(all.done.stopped, 1);
  EXPECT_EQ(all.done.by_technique.at("KNEAD"), 600);
  EXPECT_EQ(all.done.by_zone.at("THEN"), 900);
  ASSERT_EQ(all.events.size(), 1U);
  EXPECT_EQ(all.events[0].rule, "T02");
  EXPECT_EQ(all.days_after.told, 1);
  EXPECT_EQ(all.days_after.too_much, 1);
  int of_weeks = 0;
  for (const auto& week : all.done.weeks) of_weeks += week.seconds;
  EXPECT_EQ(of_weeks, 900);
}

TEST(Record, AfterFourWeeksWithoutImprovementSomebodyShouldLookAtIt) {
  auto record = record_until(29);
  for (int day = 0; day < 29; ++day) record.sessions.push_back(rated(day, 5 + day % 2, {}));
  EXPECT_TRUE(outcomes_of(shipped_practice(), record).review_due);
  for (auto& each : record.sessions)
    if (each.session.started_at > kStart + 20 * kDay) each.ratings.front().value -= 4;
  EXPECT_FALSE(outcomes_of(shipped_practice(), record).review_due);
}

TEST(Record, TheOtherHandIsTheMeasureOfMovement) {
  auto record = record_until(10);
  record.measured = {measured("tam", 1, {80, 0, 90, 10, 50, 5}, Hand::right, "D3"),
                     measured("tam", 1, {90, 0, 100, 0, 70, 0}, Hand::left, "D3")};
  const auto all = outcomes_of(shipped_practice(), record);
  ASSERT_EQ(all.measures.size(), 2U);
  const auto& right = all.measures[0].series.hand == Hand::right ? all.measures[0] : all.measures[1];
  ASSERT_TRUE(right.other_share);
  EXPECT_NEAR(*right.other_share, 205.0 / 260 * 100, 1e-9);
  EXPECT_EQ(right.band, outcomes::Band::good);
}

TEST(Record, TwoHandsThatAreEquallyStiffAreNotExcellent) {
  auto record = record_until(10);
  for (const Hand hand : kHands)
    record.measured.push_back(measured("tam", 1, {50, 10, 50, 20, 30, 0}, hand, "D3"));
  for (const auto& each : outcomes_of(shipped_practice(), record).measures)
    EXPECT_EQ(each.band, outcomes::Band::poor);
}

TEST(Outcomes, WhatWasStoppedIsAlwaysToldTheNewestFirst) {
  auto record = record_until(60);
  for (int day = 0; day < 20; ++day) {
    record.sessions.push_back(rated(day, 5, 4));
    record.sessions.back().session.ending->how = journal::How::stopped;
    record.sessions.back().session.ending->rule = day % 2 == 0 ? "T02" : "";
  }
  record.sessions.back().session.ending->given.stopped_zones.right = {"THEN"};
  const auto all = outcomes_of(shipped_practice(), record);
  const auto events = outcomes::events_in_words(shipped_practice(), all);
  ASSERT_EQ(events.size(), 10U);
  EXPECT_LT(events.back(), events.front());
  const auto cautions = outcomes::cautions_in_words(shipped_practice(), all);
  ASSERT_GE(cautions.size(), 2U);
  EXPECT_NE(cautions[0].find("10 massages"), std::string::npos) << cautions[0];
  EXPECT_NE(cautions[1].find("thumb mound (1)"), std::string::npos) << cautions[1];
}

TEST(Outcomes, TheHeadlineTellsOfTheWeeksAndOfTheMassage) {
  auto record = record_until(30);
  for (int day = 0; day < 25; ++day) record.sessions.push_back(rated(day, 8 - day % 2, 4 - day % 2));
  const auto all = outcomes_of(shipped_practice(), record);
  const auto text = outcomes::headline(shipped_practice(), all.measures.front());
  EXPECT_NE(text.find("No measurable change."), std::string::npos) << text;
  EXPECT_NE(text.find("Measurably better."), std::string::npos) << text;
}

TEST(Record, ADocumentIsReadStrictly) {
  const auto read = [](const std::string& text) {
    return outcomes::read_record(shipped_practice(), *parse_json(text, "record.json"), "record.json");
  };
  EXPECT_TRUE(read(
      R"({"format": "thenar.record/1", "now": 5, "utc_offset_minutes": 60, "sessions": [], "measured": []})"));
  for (
      const char* text :
      {R"([])", R"({"format": "thenar.record/2", "now": 5})",
       R"({"format": "thenar.record/1", "now": -5, "utc_offset_minutes": 0, "sessions": [], "measured": []})",
       R"({"format": "thenar.record/1", "now": 5, "utc_offset_minutes": 9999, "sessions": [], "measured": []})",
       R"({"format": "thenar.record/1", "now": 5, "utc_offset_minutes": 0, "sessions": [{}], "measured": []})"})
    EXPECT_FALSE(read(text)) << text;
}

// Property: whatever was kept, no change is told without its interval and its error.
TEST(Outcomes, NoChangeIsEverShownWithoutItsError) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> point(0, 10);
  std::uniform_int_distribution<int> many(0, 40);
  for (int person = 0; person < 300; ++person) {
    auto record = record_until(60);
    for (int i = many(random); i > 0; --i) record.sessions.push_back(rated(i, point(random), point(random)));
    for (int i = many(random); i > 0; --i)
      record.measured.push_back(measured("figure_of_eight", many(random), {40.0 + point(random), 41, 42}));
    const auto all = outcomes_of(shipped_practice(), record);
    const auto document = outcomes::to_document(shipped_practice(), all);
    for (const auto& each : document["measures"]) {
      for (const char* kind : {"within", "over"}) {
        if (each[kind].is_null()) continue;
        EXPECT_GT(each[kind]["error"].get<double>(), 0);
        EXPECT_LT(each[kind]["interval"]["low"].get<double>(), each[kind]["interval"]["high"].get<double>());
      }
      for (const auto& line : each["sentences"]) {
        const auto text = line.get<std::string>();
        const bool tells =
            text.find("ifference") != std::string::npos || text.find("a week") != std::string::npos;
        if (tells) {
          EXPECT_NE(text.find("95 % interval"), std::string::npos) << text;
        }
      }
    }
  }
}

}  // namespace
}  // namespace thenar::test
