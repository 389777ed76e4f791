// T04–T10 and A01–A02, each with its exact effects.
#include "scene.hpp"
#include "thenar/guidance/aftercare.hpp"

namespace thenar::guidance::test {
namespace {

TEST(T04, AColourChangeStopsSafely) {
  auto k = kneading();
  EXPECT_TRUE(warns(k.scene.give(k.t, CommandKind::colour_change), "T04"));
  EXPECT_EQ(k.scene.state().kind, StateKind::stopped);
  EXPECT_NE(k.scene.state().reason.find("warm"), std::string::npos);
}

Request partner() {
  Request r = request(15);
  r.checkin.mode = Mode::partner;
  return r;
}

TEST(T05, NewSwellingEndsThatHandAndWithSomebodyElseTheOtherGoesOn) {
  auto k = kneading(partner());
  EXPECT_TRUE(warns(k.scene.give(k.t, CommandKind::swelling), "T05"));
  EXPECT_TRUE(k.scene.running());
  for (std::size_t i = k.from(); i < k.scene.steps().size(); ++i)
    EXPECT_EQ(k.scene.steps()[i].hand, other(k.step.hand));
  k.scene.run_out(k.t);
  EXPECT_LE(k.scene.state().session_ms, 1000 * k.scene.promised());
}

TEST(T05, AHandThatIsSwollenDoesNotMassageTheOther) {
  auto k = kneading();
  k.scene.give(k.t, CommandKind::swelling);
  EXPECT_EQ(k.scene.state().kind, StateKind::stopped);
  EXPECT_EQ(k.scene.state().rule, "T05");
  EXPECT_NE(k.scene.state().reason.find("We stop here"), std::string::npos);
  EXPECT_FALSE(k.scene.session().clearance().giver[k.step.hand].can_give);
}

TEST(T05, WithNoOtherHandTheSessionStops) {
  Request r = request(10);
  r.wishes.hands = {Hand::left};
  auto k = kneading(r);
  k.scene.give(k.t, CommandKind::swelling);
  EXPECT_EQ(k.scene.state().kind, StateKind::stopped);
  EXPECT_EQ(k.scene.state().rule, "T05");
}

TEST(T06, DizzyStopsAndSaysSitOrLieDown) {
  auto k = kneading();
  k.scene.give(k.t, CommandKind::dizzy);
  EXPECT_EQ(k.scene.state().kind, StateKind::stopped);
  EXPECT_EQ(k.scene.state().rule, "T06");
  EXPECT_NE(k.scene.state().reason.find("Sit or lie down"), std::string::npos);
}

TEST(T06, BreathlessStopsAndSaysCallEmergencyEvenAfterTheEnd) {
  auto k = kneading();
  k.scene.give(k.t, CommandKind::stop);
  k.scene.give(k.t + 1, CommandKind::breathless);
  EXPECT_EQ(k.scene.state().rule, "T06");
  EXPECT_NE(k.scene.state().reason.find("emergency number"), std::string::npos);
  auto over = kneading();
  over.scene.run_out(over.t);
  over.scene.give(4000, CommandKind::breathless);
  EXPECT_EQ(over.scene.state().kind, StateKind::stopped);
}

TEST(T07, AfterAClunkNoJointIsPulledOrMovedAnyMore) {
  Scene scene(programme("P03"));
  scene.give(0, CommandKind::start);
  const auto mobil = practice().ids.techniques.find("MOBIL");
  const auto tract = practice().ids.techniques.find("TRACT");
  const double t = scene.until_step(0, [&](const Step& s) { return s.technique == mobil; });
  EXPECT_TRUE(warns(scene.give(t, CommandKind::clunk), "T07"));
  ASSERT_TRUE(scene.running());
  for (std::size_t i = static_cast<std::size_t>(scene.state().step); i < scene.steps().size(); ++i) {
    EXPECT_NE(scene.steps()[i].technique, mobil);
    EXPECT_NE(scene.steps()[i].technique, tract);
    for (const auto& part : scene.steps()[i].parts)
      EXPECT_TRUE(part.technique != mobil && part.technique != tract);
  }
  for (Hand hand : kHands) {
    EXPECT_TRUE(scene.session().clearance().hands[hand].techniques_off.has(mobil));
    EXPECT_TRUE(scene.session().clearance().hands[hand].techniques_off.has(tract));
  }
  scene.run_out(t);
  EXPECT_LE(scene.state().session_ms, 1000 * scene.promised());
}

TEST(T07, AClunkDuringKneadingLeavesTheStepUnderWay) {
  auto k = kneading();
  k.scene.give(k.t, CommandKind::clunk);
  EXPECT_EQ(k.scene.step().zones, k.step.zones);
  EXPECT_EQ(k.scene.step().technique, k.step.technique);
}

bool presses(const Step& s) {
  return s.level.value_or(0) >= 1 && s.phase == Phase::knead;
}
Kneading partner_kneading() {
  Kneading k{Scene(partner()), 0, {}};
  k.scene.give(0, CommandKind::start);
  k.t = k.scene.until_step(0, presses, 4);
  k.step = k.scene.step();
  return k;
}

TEST(T08, SayingNoEnds) {
  auto k = partner_kneading();
  k.scene.give(k.t, CommandKind::refused);
  EXPECT_EQ(k.scene.state().kind, StateKind::stopped);
  EXPECT_EQ(k.scene.state().rule, "T08");
}

TEST(T08, PullingAwayIsFollowedByThirtySilentSecondsAndThenTheQuestion) {
  auto k = partner_kneading();
  const auto cues = k.scene.give(k.t, CommandKind::withdrew);
  EXPECT_TRUE(warns(cues, "T08"));
  EXPECT_TRUE(of_kind(cues, CueKind::say).empty());
  EXPECT_EQ(k.scene.state().kind, StateKind::checking);
  EXPECT_TRUE(of_kind(k.scene.give(k.t + 10, CommandKind::resume), CueKind::say).empty());
  EXPECT_TRUE(k.scene.advance(k.t + 29.9).empty());
  const auto asked = k.scene.advance(k.t + 30.1);
  ASSERT_EQ(of_kind(asked, CueKind::ask).size(), 1U);
  EXPECT_EQ(of_kind(asked, CueKind::ask).front().key, "offered");
}

TEST(T08, WhileTheHandsAreLiftedOtherRulesActInSilence) {
  auto k = partner_kneading();
  k.scene.give(k.t, CommandKind::withdrew);
  const auto clunked = k.scene.give(k.t + 5, CommandKind::clunk);
  EXPECT_TRUE(warns(clunked, "T07"));
  EXPECT_TRUE(of_kind(clunked, CueKind::say).empty());
  const auto numb = k.scene.give(k.t + 10, CommandKind::numb);
  EXPECT_TRUE(warns(numb, "T01"));
  EXPECT_TRUE(of_kind(numb, CueKind::say).empty());
  EXPECT_TRUE(k.scene.session().given().numb_stop);
  EXPECT_EQ(k.scene.state().rule, "T08");
}

TEST(T08, OfferedAgainItGoesOnSofterAndElsewhere) {
  auto k = partner_kneading();
  k.scene.give(k.t, CommandKind::withdrew);
  k.scene.advance(k.t + 31);
  k.scene.give(k.t + 35, answer("yes"));
  ASSERT_TRUE(k.scene.running());
  EXPECT_FALSE(touches_steps(k.scene.steps(), k.from(), k.step.hand, k.step.zones));
  const auto& before = k.scene.session().plan().clearance;
  for (Hand hand : kHands)
    for (std::size_t z = 0; z < practice().zones.size(); ++z)
      EXPECT_EQ(k.scene.session().clearance().hands[hand].zones[z].max_level,
                std::max(0, before.hands[hand].zones[z].max_level - 1));
}

TEST(T08, NotOfferedAgainOrPulledAwayTwiceEnds) {
  auto no = partner_kneading();
  no.scene.give(no.t, CommandKind::withdrew);
  no.scene.advance(no.t + 31);
  no.scene.give(no.t + 35, answer("no"));
  EXPECT_EQ(no.scene.state().kind, StateKind::stopped);
  auto twice = partner_kneading();
  twice.scene.give(twice.t, CommandKind::withdrew);
  twice.scene.advance(twice.t + 31);
  twice.scene.give(twice.t + 35, answer("yes"));
  twice.scene.give(twice.t + 60, CommandKind::withdrew);
  EXPECT_EQ(twice.scene.state().kind, StateKind::stopped);
  EXPECT_EQ(twice.scene.state().rule, "T08");
}

TEST(T09, ASoreWorkingHandChangesTheTool) {
  auto k = kneading();
  ASSERT_TRUE(k.step.tool.valid());
  Command tired = command(CommandKind::giver_tired);
  tired.value = 3;
  EXPECT_TRUE(warns(k.scene.give(k.t, tired), "T09"));
  for (std::size_t i = k.from(); i < k.scene.steps().size(); ++i)
    if (k.scene.steps()[i].hand == k.step.hand) {
      EXPECT_NE(k.scene.steps()[i].tool, k.step.tool);
    }
  EXPECT_TRUE(k.scene.session().clearance().giver[other(k.step.hand)].tools_off.has(k.step.tool));
  k.scene.run_out(k.t);
  EXPECT_LE(k.scene.state().session_ms, 1000 * k.scene.promised());
}

TEST(T09, AToolOtherThanTheThumbIsSparedToo) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, [](const Step& s) {
    return s.tool.valid() && practice().at(s.tool).needs_giver && !practice().at(s.tool).uses_thumb;
  });
  const Hand giving = other(scene.step().hand);
  const ToolId tool = scene.step().tool;
  scene.give(t, CommandKind::giver_tired);
  EXPECT_TRUE(scene.session().clearance().giver[giving].tools_off.has(tool));
  const auto at = static_cast<std::size_t>(scene.state().step);
  for (std::size_t i = at; i < scene.steps().size(); ++i)
    EXPECT_FALSE(other(scene.steps()[i].hand) == giving && scene.steps()[i].tool == tool) << i;
}

TEST(T09, WhateverToolWasInUseTheThumbsRestForTheRestOfTheSession) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, [](const Step& s) {
    return s.tool.valid() && practice().at(s.tool).needs_giver && !practice().at(s.tool).uses_thumb;
  });
  const ToolId tool = scene.step().tool;
  scene.give(t, CommandKind::giver_tired);
  scene.give(t + 40, CommandKind::clunk);  // planned anew
  const auto at = static_cast<std::size_t>(scene.state().step);
  for (std::size_t i = at; i < scene.steps().size(); ++i) {
    const ToolId later = scene.steps()[i].tool;
    EXPECT_FALSE(later.valid() && (later == tool || practice().at(later).uses_thumb)) << i;
  }
}

TEST(T09, ItNeverAddsTimeNorGoesBackToAHandThatWasLeft) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  double t = scene.until_step(0, kneads);
  const Hand left = scene.step().hand;
  while (scene.running() && scene.step().hand == left) scene.give(t += 4, CommandKind::next);
  ASSERT_TRUE(scene.running());
  scene.advance(t += 20);
  const int before = scene.state().remaining_seconds;
  scene.give(t, CommandKind::giver_tired);
  EXPECT_LE(scene.state().remaining_seconds, before);
  for (std::size_t i = static_cast<std::size_t>(scene.state().step); i < scene.steps().size(); ++i)
    EXPECT_NE(scene.steps()[i].hand, left) << i;
}

TEST(T09, BelowThreeItIsOnlyNoted) {
  auto k = kneading();
  Command tired = command(CommandKind::giver_tired);
  tired.value = 2;
  k.scene.give(k.t, tired);
  EXPECT_EQ(k.scene.step().tool, k.step.tool);
}

TEST(T09, WhenNoToolIsLeftItEndsSafely) {
  auto k = kneading();
  double t = k.t;
  for (int i = 0; i < 100 && k.scene.running(); ++i) k.scene.give(t += 20, CommandKind::giver_tired);
  EXPECT_TRUE(k.scene.state().kind == StateKind::stopped || k.scene.state().kind == StateKind::finished);
}

TEST(Rules, AfterTheEndASessionStaysFinishedUnlessASymptomComes) {
  auto k = kneading(request());
  k.scene.run_out(k.t);
  ASSERT_EQ(k.scene.state().kind, StateKind::finished);
  EXPECT_TRUE(says(k.scene.give(4000, CommandKind::stop), "cue.reply.over"));
  EXPECT_EQ(k.scene.state().kind, StateKind::finished);
  k.scene.give(4010, CommandKind::swelling);
  EXPECT_EQ(k.scene.state().kind, StateKind::stopped);
  EXPECT_EQ(k.scene.state().rule, "T05");
}

TEST(T10, NothingLastsLongerThanPromised) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  double t = 0;
  while (scene.running() && t < 3000) scene.give(t += 7, CommandKind::longer);
  EXPECT_EQ(scene.state().kind, StateKind::finished);
  EXPECT_LE(scene.state().session_ms, 1000 * scene.promised());
  EXPECT_TRUE(warns(scene.cues(), "T10"));
}

TEST(A01, ExtraPainForMoreThanTwoHoursOrSorenessOverADayIsTooMuch) {
  EXPECT_FALSE(too_much(practice(), {.extra_pain_hours = 2, .soreness_hours = 24}));
  EXPECT_TRUE(too_much(practice(), {.extra_pain_hours = 2.5, .soreness_hours = 0}));
  EXPECT_TRUE(too_much(practice(), {.extra_pain_hours = 0, .soreness_hours = 30}));
}

TEST(A02, AfterFourWeeksWithoutImprovementItIsLookedAtAndAfterSixWithACarpalTunnel) {
  EXPECT_FALSE(review_due(practice(), {}, 3, false));
  EXPECT_TRUE(review_due(practice(), {}, 4, false));
  EXPECT_FALSE(review_due(practice(), {}, 4, true));
  const auto p06 = practice().ids.programmes.find("P06");
  EXPECT_FALSE(review_due(practice(), p06, 5, false));
  EXPECT_TRUE(review_due(practice(), p06, 6, false));
}

TEST(Rules, EachChangeIsToldInOneSentenceBeforeTheNextStrokes) {
  for (auto [kind, rule] : {std::pair{PainKind::sharp, "T02"}, std::pair{PainKind::too_firm, "T03"}}) {
    auto k = kneading();
    const auto cues = k.scene.give(k.t, hurts(5, kind));
    const auto said = of_kind(cues, CueKind::warn);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said.front().key, rule);
    EXPECT_EQ(std::count(said.front().text.begin(), said.front().text.end(), '.'), 1) << said.front().text;
    EXPECT_NE(said.front().text.find("because"), std::string::npos);
  }
}

}  // namespace
}  // namespace thenar::guidance::test
