// The hand map, what the journal knows, and the hand that gives.
#include "expected.hpp"

namespace thenar::test {
namespace {

CheckIn marked(MarkKind as, const char* where, std::map<RuleId, std::string> answers = {}) {
  auto out = with({});
  out.marked = {{Hand::left, zone(where), as, std::move(answers)}};
  return out;
}

TEST(Marks, SoreStiffTenseAndKnotAreWishesNotLimits) {
  for (auto as : {MarkKind::sore, MarkKind::stiff, MarkKind::tense, MarkKind::knot})
    expect_clearance(marked(as, "THEN"), Expected(Verdict::clear));
}

TEST(Marks, ASwollenPlaceIsLeftOutOnceTheArmIsSaidToBeFine) {
  expect_clearance(marked(MarkKind::swollen, "PIP3", {{rule("S05"), "no"}}),
                   Expected(Verdict::modified).exclude({"PIP3"}));
}
TEST(Marks, ASwollenPlaceWithoutAnAnswerIsTreatedAsASwollenArm) {
  for (const char* answer : {"unsure", "yes"})
    expect_clearance(marked(MarkKind::swollen, "PIP3", {{rule("S05"), answer}}),
                     Expected(Verdict::refer)
                         .exclude({"PIP3"})
                         .refuse()
                         .cannot_give()
                         .heat_off()
                         .advice(Urgency::same_day));
  expect_clearance(
      marked(MarkKind::swollen, "PIP3"),
      Expected(Verdict::refer).exclude({"PIP3"}).refuse().cannot_give().heat_off().advice(Urgency::same_day));
}

TEST(Marks, AnInjuredPlaceIsASprainThereAndAsksForABreak) {
  expect_clearance(
      marked(MarkKind::injured, "WDU", {{rule("S06"), "no"}}),
      Expected(Verdict::modified).exclude({"WDU"}).off({"XFRIC", "SHAKE", "VIBR"}).cannot_give().heat_off());
  EXPECT_FALSE(screening::screen(shipped_practice(), marked(MarkKind::injured, "WDU")).hands.left.allowed);
}

TEST(Marks, ANumbPlaceIsGentleThereAndAsksForTheNerves) {
  const std::map<RuleId, std::string> no{{rule("S14"), "no"}, {rule("S15"), "no"}, {rule("S17"), "no"}};
  auto want = Expected(Verdict::modified)
                  .level(2, {"D2.P3.pal"})
                  .off({"TRIG", "XFRIC", "TAP"}, {"D2.P3.pal"})
                  .gives_at_most(1)
                  .heat_off();
  want.c.hands.left.feedback_unreliable = true;
  expect_clearance(marked(MarkKind::numb, "D2.P3.pal", no), want);
  EXPECT_TRUE(screening::screen(shipped_practice(), marked(MarkKind::numb, "D2.P3.pal")).session_refused);
}

TEST(Marks, AYesIsWorkedOutByTheConditionThatCarriesItsDetails) {
  auto checkin =
      marked(MarkKind::numb, "D2.P3.pal", {{rule("S14"), "yes"}, {rule("S15"), "no"}, {rule("S17"), "no"}});
  EXPECT_EQ(screening::screen(shipped_practice(), checkin).advice.at(0).urgency, Urgency::same_day);
  checkin.conditions = {said("S14", {{"sudden", "no"}})};
  EXPECT_EQ(screening::screen(shipped_practice(), checkin).advice.at(0).urgency, Urgency::within_2_weeks);
}

TEST(Marks, WhatAMarkAsksStaysOpenUntilTheMarkIsAnswered) {
  auto checkin = marked(MarkKind::numb, "D2.P3.pal", {{rule("S15"), "no"}, {rule("S17"), "no"}});
  checkin.conditions = {said("S14", {{"sudden", "no"}})};
  EXPECT_EQ(screening::screen(shipped_practice(), checkin).advice.at(0).urgency, Urgency::same_day);
}

// Amounts a hand and session: first week 5 minutes at L3 and 10 at L0–L2, a quarter more each week, at most
// 15; 30 a day; half after soreness.

HandClearance after(int weeks, int soreness = 0, int seconds_today = 0, int a01 = 0) {
  auto checkin = with({});
  auto& history = checkin.history.emplace();
  history.weeks_since_first = weeks;
  history.next_day_soreness = soreness;
  history.seconds_today.left = seconds_today;
  history.a01_count = a01;
  return screening::screen(shipped_practice(), checkin).hands.left;
}

TEST(History, WithoutOneItIsTheFirstWeek) {
  const auto first = screening::standing_limits(shipped_practice()).hands.left;
  EXPECT_EQ(first.max_seconds, 600);
  EXPECT_EQ(first.max_firm_seconds, 300);
  EXPECT_EQ(after(0).max_seconds, 600);
}
TEST(History, AQuarterMoreEachWeekUpToFifteenMinutes) {
  EXPECT_EQ(after(1).max_seconds, 750);
  EXPECT_EQ(after(1).max_firm_seconds, 375);
  EXPECT_EQ(after(2).max_seconds, 900);
  EXPECT_EQ(after(2).max_firm_seconds, 468);
  EXPECT_EQ(after(5).max_firm_seconds, 900);
  EXPECT_EQ(after(5200).max_seconds, 900);
}
TEST(History, NoGrowthWhileTheNextDayIsSoreBeyondOne) {
  EXPECT_EQ(after(8, 1).max_firm_seconds, 900);
  EXPECT_EQ(after(8, 2).max_firm_seconds, 300);
  EXPECT_EQ(after(8, 2).max_seconds, 600);
}
TEST(History, TheArthritisProgrammeHasItsFifteenMinutesFromTheFirstWeek) {
  EXPECT_EQ(after(0).max_programme_seconds, 900);
  EXPECT_TRUE(
      shipped_practice().screening.full_programmes.has(shipped_practice().ids.programmes.find("P05")));
}
TEST(History, ThirtyMinutesAHandAndDay) {
  EXPECT_EQ(after(8, 0, 1200).max_seconds, 600);
  EXPECT_EQ(after(8, 0, 1800).max_seconds, 0);
  EXPECT_EQ(after(8, 0, 5000).max_programme_seconds, 0);
}
TEST(History, A01HalvesTheTimeAndTakesALevel) {
  EXPECT_EQ(after(8, 1, 0, 1).max_seconds, 450);
  const auto sore = after(8, 1, 0, 1);
  const auto fresh = after(8, 1, 0, 0);
  for (std::size_t i = 0; i < sore.zones.size(); ++i)
    EXPECT_EQ(sore.zones[i].max_level, std::max(0, fresh.zones[i].max_level - 1));
}
TEST(History, A01TwiceMeansStopAndReview) {
  auto checkin = with({});
  checkin.history.emplace().a01_count = 2;
  const auto got = screening::screen(shipped_practice(), checkin);
  EXPECT_TRUE(got.session_refused);
  EXPECT_EQ(got.verdict, Verdict::refer);
  ASSERT_EQ(got.advice.size(), 1U);
}
TEST(History, TheSecondStopForNumbnessEndsTheDayWithAReview) {
  auto checkin = with({});
  checkin.history.emplace().numb_stops_today = 1;
  EXPECT_FALSE(screening::screen(shipped_practice(), checkin).session_refused);
  checkin.history->numb_stops_today = 2;
  EXPECT_TRUE(screening::screen(shipped_practice(), checkin).session_refused);
}
TEST(History, WhatWasStoppedTodayAndPressedSinceYesterdayRests) {
  auto checkin = with({});
  auto& history = checkin.history.emplace();
  history.zones_stopped_today = {{Hand::left, zone("MIDP")}};
  history.trigger_points_24h = {{point("TP.ADP"), Hand::left}};
  expect_clearance(checkin, Expected(Verdict::modified).exclude({"MIDP"}).points_off({"TP.ADP"}));
}

TEST(Giver, APartnerBeginsALevelSofterButMayBeAskedForMore) {
  const auto got = screening::screen(shipped_practice(), with({}, Mode::partner));
  EXPECT_EQ(got.start_level_drop, 1);
  EXPECT_EQ(got.hands.left.zones[zone("THEN").at()].max_level, 3);
}

TEST(Giver, TheReceiversOwnHandsGiveNothingWithAPartner) {
  const auto got = screening::screen(shipped_practice(), with({said("S33")}, Mode::partner));
  EXPECT_TRUE(got.giver.left.tools_off.empty());
  EXPECT_TRUE(got.partner.tools_off.empty());
}
TEST(Marks, WhenNothingIsLeftOfBothHandsThereIsNoSessionAndItIsSaid) {
  const auto got = screening::screen(shipped_practice(), with({said("S30", {}, {}, std::nullopt)}));
  EXPECT_TRUE(got.session_refused);
  EXPECT_EQ(got.verdict, Verdict::refer);
  ASSERT_EQ(got.advice.size(), 1U);
  EXPECT_NE(got.advice[0].text.find("No part"), std::string::npos);
}

TEST(Giver, AHandThatIsRefusedLeavesTheOtherToBeMassagedByWhatNeedsNoGiver) {
  const auto got = screening::screen(shipped_practice(), with({said("S50", {{"place", "arm"}})}));
  EXPECT_FALSE(got.session_refused);
  EXPECT_TRUE(got.hands.right.allowed);
  EXPECT_FALSE(got.giver.left.can_give);
  EXPECT_TRUE(got.giver.right.can_give);
}

}  // namespace
}  // namespace thenar::test
