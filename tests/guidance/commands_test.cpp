// What a person may ask for, one command after the other.
#include "scene.hpp"

namespace thenar::guidance::test {
namespace {

bool pressing_step(const Step& s) {
  return s.level.value_or(0) >= 2 && s.phase == Phase::knead;
}

TEST(Commands, NothingHappensBeforeStart) {
  Scene scene(request(5));
  EXPECT_TRUE(scene.advance(60).empty());
  EXPECT_EQ(scene.state().kind, StateKind::preparing);
  EXPECT_TRUE(says(scene.give(61, CommandKind::next), "cue.reply.not_started"));
  EXPECT_EQ(scene.state().kind, StateKind::preparing);
}

TEST(Commands, StartBeginsOnceTheFirstAnnouncementIsOver) {
  Scene scene(request(5));
  scene.give(0, CommandKind::start);
  EXPECT_EQ(scene.state().kind, StateKind::running);
  EXPECT_EQ(scene.state().step, 0);
  scene.advance(0.5);
  EXPECT_EQ(scene.state().session_ms, 0);
  scene.advance(40);
  EXPECT_GT(scene.state().session_ms, 20000);
}

TEST(Commands, PauseStopsTheClockAndResumeGoesOnWhereItStood) {
  Scene scene(request(5));
  scene.give(0, CommandKind::start);
  scene.advance(30);
  scene.give(30, CommandKind::pause);
  const State paused = scene.state();
  EXPECT_EQ(paused.kind, StateKind::paused);
  const auto cues = scene.advance(900);
  EXPECT_TRUE(of_kind(cues, CueKind::beat).empty());
  EXPECT_TRUE(of_kind(cues, CueKind::show).empty());
  EXPECT_EQ(scene.state().session_ms, paused.session_ms);
  scene.give(900, CommandKind::resume);
  EXPECT_EQ(scene.state().kind, StateKind::running);
  scene.run_out(901);
  EXPECT_EQ(scene.state().kind, StateKind::finished);
  EXPECT_EQ(scene.state().session_ms, 1000 * scene.promised());
}

TEST(Commands, NextGoesToTheNextStepAndTheSessionEndsEarlier) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  scene.advance(40);
  const int at = scene.state().step;
  const Step following = scene.steps()[static_cast<std::size_t>(at) + 1];
  scene.give(40, CommandKind::next);
  EXPECT_EQ(scene.state().step, at + 1);
  EXPECT_EQ(scene.step().zones, following.zones);
  scene.run_out(41);
  EXPECT_LT(scene.state().session_ms, 1000 * scene.promised());
}

TEST(Commands, NextInAChangeoverDropsTheStepThatHasNotBegun) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  const double t = scene.until(0, [](const Session& s) {
    const auto& state = s.state();
    return state.step > 0 && s.steps()[static_cast<std::size_t>(state.step)].changeover_seconds >= 5 &&
           state.elapsed_ms > 500 && state.elapsed_ms < 3000;
  });
  const std::size_t before = scene.steps().size();
  const Step following = scene.steps()[static_cast<std::size_t>(scene.state().step) + 1];
  scene.give(t, CommandKind::next);
  EXPECT_EQ(scene.steps().size(), before - 1);
  EXPECT_EQ(scene.step().technique, following.technique);
  EXPECT_EQ(scene.step().zones, following.zones);
}

TEST(Commands, BackGivesTheStepBeforeOnceMoreAndStillEndsInTime) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  const double t =
      scene.until(0, [](const Session& s) { return s.state().step == 3 && s.state().elapsed_ms > 12000; });
  const Step before = scene.steps()[2];
  scene.give(t, CommandKind::back);
  if (!scene.running()) GTEST_FAIL();
  EXPECT_EQ(scene.step().technique, before.technique);
  EXPECT_EQ(scene.step().zones, before.zones);
  scene.run_out(t + 1);
  EXPECT_LE(scene.state().session_ms, 1000 * scene.promised());
}

TEST(Commands, BackAtTheFirstStepSaysSo) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  EXPECT_TRUE(says(scene.give(15, CommandKind::back), "cue.reply.first_step"));
}

TEST(Commands, RepeatBeginsTheStepAgain) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, pressing_step, 12);
  const Step step = scene.step();
  const int at = scene.state().step;
  scene.give(t, CommandKind::repeat);
  ASSERT_TRUE(scene.running());
  EXPECT_EQ(scene.state().step, at + 1);
  EXPECT_EQ(scene.step().technique, step.technique);
  EXPECT_EQ(scene.step().zones, step.zones);
  scene.run_out(t + 1);
  EXPECT_LE(scene.state().session_ms, 1000 * scene.promised());
}

/// From now on nothing at the place of `before` presses as hard as it did.
void expect_softer_from_here(const Scene& scene, const Step& before) {
  for (std::size_t i = static_cast<std::size_t>(scene.state().step); i < scene.steps().size(); ++i) {
    const Step& later = scene.steps()[i];
    if (later.hand == before.hand && later.level && later.zones.intersects(before.zones)) {
      EXPECT_LE(*later.level, *before.level - 1);
    }
  }
}

TEST(Commands, SofterLowersThisStepAndTheRestOnItsPlace) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, pressing_step);
  const Step before = scene.step();
  EXPECT_TRUE(says(scene.give(t, CommandKind::softer), "cue.reply.softer"));
  EXPECT_EQ(scene.step().level, *before.level - 1);
  expect_softer_from_here(scene, before);
}

TEST(Commands, SofterIsRememberedWhenTheRestIsPlannedAnew) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, pressing_step);
  const Step before = scene.step();
  scene.give(t, CommandKind::softer);
  Command skip = command(CommandKind::skip_zone);
  skip.zone = zone("DORS");
  scene.give(t + 1, skip);
  expect_softer_from_here(scene, before);
}

TEST(Commands, FirmerNeverGoesAboveWhatIsAllowed) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  double t = scene.until_step(0, pressing_step);
  for (int i = 0; i < 6; ++i) scene.give(t += 1, CommandKind::firmer);
  EXPECT_TRUE(planning::beyond_clearance(practice(), scene.session().clearance(),
                                         scene.session().plan().request, scene.steps())
                  .empty());
  EXPECT_TRUE(warns(scene.cues(), "T10"));
}

TEST(Commands, SofterThenFirmerIsWhereItWas) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, pressing_step);
  const auto level = scene.step().level;
  scene.give(t, CommandKind::softer);
  EXPECT_TRUE(says(scene.give(t + 1, CommandKind::firmer), "cue.reply.firmer"));
  EXPECT_EQ(scene.step().level, level);
}

TEST(Commands, LongerAndShorterChangeTheStepAndTheSessionStillEndsInTime) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, pressing_step);
  const int seconds = scene.step().seconds;
  if (says(scene.give(t, CommandKind::longer), "cue.reply.longer")) {
    EXPECT_GT(scene.step().seconds, seconds);
  }
  const int now = scene.step().seconds;
  scene.give(t + 1, CommandKind::shorter);
  EXPECT_TRUE(scene.step().seconds < now);
  scene.run_out(t + 2);
  EXPECT_LE(scene.state().session_ms, 1000 * scene.promised());
  EXPECT_GT(scene.state().session_ms, 1000 * scene.promised() - 90000);
}

TEST(Commands, LongerStopsAtTheDoseAndSaysWhy) {
  Scene scene(request(30));
  scene.give(0, CommandKind::start);
  double t = scene.until_step(0, pressing_step);
  for (int i = 0; i < 12; ++i) scene.give(t += 0.1, CommandKind::longer);
  EXPECT_TRUE(warns(scene.cues(), "T10"));
  const Step& step = scene.step();
  EXPECT_LE(step.seconds, practice().at(step.group).cap_seconds);
}

TEST(Commands, ShorterThanWhatWasGivenIsNext) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  const double t = scene.until(0, [](const Session& s) {
    if (s.state().step < 1) return false;
    const Step& step = s.steps()[static_cast<std::size_t>(s.state().step)];
    return s.state().elapsed_ms > 1000 * (step.changeover_seconds + step.seconds) - 3000;
  });
  const int at = scene.state().step;
  scene.give(t, CommandKind::shorter);
  EXPECT_EQ(scene.state().step, at + 1);
}

TEST(Commands, ASkippedZoneIsNotWorkedAgainInThisSession) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, pressing_step);
  const Hand hand = scene.step().hand;
  ZoneSet skipped = scene.step().parts.empty() ? scene.step().zones : ZoneSet{};
  scene.give(t, CommandKind::skip_zone);
  EXPECT_FALSE(touches_steps(scene.steps(), static_cast<std::size_t>(scene.state().step), hand, skipped));
  scene.run_out(t + 1);
  EXPECT_EQ(scene.state().kind, StateKind::finished);
  EXPECT_LE(scene.state().session_ms, 1000 * scene.promised());
}

TEST(Commands, ASkippedZoneElsewhereLeavesTheStepAlone) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  const double t =
      scene.until_step(0, [](const Step& s) { return pressing_step(s) && !s.zones.has(zone("HYPO")); });
  const Step before = scene.step();
  Command skip = command(CommandKind::skip_zone);
  skip.zone = zone("HYPO");
  scene.give(t, skip);
  EXPECT_EQ(scene.step().zones, before.zones);
  ZoneSet hypo;
  hypo.add(zone("HYPO"));
  EXPECT_FALSE(touches_steps(scene.steps(), static_cast<std::size_t>(scene.state().step), before.hand, hypo));
}

TEST(Commands, SkippingOneFingerGoesOnWithTheNext) {
  Scene scene(programme("P02"));
  Request r = request(15, {{Goal::stiffness, 1.0}});
  Scene free(r);
  free.give(0, CommandKind::start);
  const auto fingers = [](const Step& s) { return s.parts.size() >= 4 && s.group.valid(); };
  bool has = false;
  for (const Step& s : free.steps()) has = has || fingers(s);
  ASSERT_TRUE(has) << "no step over the fingers in this plan";
  const double t = free.until_step(0, fingers, 1);
  const Step before = free.step();
  free.give(t, CommandKind::skip_zone);
  EXPECT_EQ(free.step().technique, before.technique);
  EXPECT_LT(free.step().seconds, before.seconds);
  EXPECT_FALSE(free.steps().empty());
}

TEST(Commands, SkippingAStrokeOverTheWholeHandSkipsTheStrokeAndNotTheHand) {
  Scene scene(programme("P02"));
  scene.give(0, CommandKind::start);
  const auto effl = practice().ids.techniques.find("EFFL");
  const double t = scene.until_step(0, [&](const Step& s) { return s.technique == effl; });
  const Hand hand = scene.step().hand;
  const int at = scene.state().step;
  scene.give(t, CommandKind::skip_zone);
  EXPECT_EQ(scene.state().step, at + 1);
  EXPECT_EQ(scene.step().hand, hand);
  EXPECT_EQ(scene.session().clearance(), scene.session().plan().clearance);
}

TEST(Commands, WhatWasDoneOnceForAllIsNotDoneAgainWhenTheRestIsPlannedAnew) {
  Scene scene(request(20, {{Goal::stiffness, 1.0}}));
  scene.give(0, CommandKind::start);
  const auto arom = practice().ids.techniques.find("AROM");
  const double t = scene.until_step(0, [&](const Step& s) { return s.technique == arom; }, 4);
  const Hand hand = scene.step().hand;
  Command skip = command(CommandKind::skip_zone);
  skip.zone = zone("HYPO");
  scene.give(t, skip);
  for (std::size_t i = static_cast<std::size_t>(scene.state().step) + 1; i < scene.steps().size(); ++i)
    EXPECT_FALSE(scene.steps()[i].hand == hand && scene.steps()[i].technique == arom) << i;
}

TEST(Commands, StopEndsAtOnceAndNothingButItsSentenceFollows) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  scene.advance(50);
  const auto cues = scene.give(50, CommandKind::stop);
  EXPECT_EQ(scene.state().kind, StateKind::stopped);
  EXPECT_FALSE(scene.state().reason.empty());
  ASSERT_EQ(of_kind(cues, CueKind::say).size(), 1U);
  EXPECT_EQ(of_kind(cues, CueKind::say).front().text, scene.state().reason);
  EXPECT_TRUE(scene.advance(5000).empty());
  const auto answered = scene.give(5001, CommandKind::next);
  for (const Cue& cue : answered) EXPECT_EQ(cue.text, scene.state().reason);
}

TEST(Commands, AnswersThatNobodyAskedForAndUnknownThingsChangeNothing) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  scene.advance(50);
  EXPECT_TRUE(says(scene.give(50, answer("sharp")), "cue.reply.nothing_asked"));
  Command wrong = command(CommandKind::numb);
  wrong.zone = ZoneId{999};
  EXPECT_TRUE(says(scene.give(55, wrong), "cue.reply.unknown"));
  EXPECT_TRUE(says(scene.give(60, hurts(11, {})), "cue.reply.unknown"));
  EXPECT_TRUE(scene.running());
}

TEST(Commands, TimeNeverRunsBack) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  scene.advance(50);
  scene.give(20, CommandKind::pause);
  EXPECT_EQ(scene.session().log().back().t_ms, 50000);
}

TEST(Commands, APlanBeyondItsClearanceIsRefused) {
  Plan plan = planning::compose(practice(), request(10));
  for (Step& step : plan.steps)
    if (step.level) step.level = 3;
  const auto opened = Session::open(practice(), plan);
  ASSERT_FALSE(opened);
  EXPECT_NE(to_text(opened.error()).find("steps["), std::string::npos);
}

TEST(Commands, APlanOfAnotherPracticeVersionIsRefused) {
  Plan plan = planning::compose(practice(), request(10));
  plan.practice_version = "1999.1";
  EXPECT_FALSE(Session::open(practice(), plan));
}

TEST(Commands, ARefusalCannotBeGiven) {
  Plan plan = planning::compose(practice(), request(10));
  plan.steps.clear();
  EXPECT_FALSE(Session::open(practice(), plan));
}

// A second between two words, as somebody does who looks for a step.
TEST(Next, WhatWasToldOfStepsThatArePassedOverIsNeverSaidAfterThem) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  double t = 5;
  while (scene.running() && scene.state().step + 2 < static_cast<int>(scene.steps().size()))
    scene.give(t += 1, CommandKind::next);
  ASSERT_TRUE(scene.running());
  const int here = scene.state().step;
  const auto since = static_cast<std::int64_t>(t * 1000);
  scene.until(
      t, [&](const Session& s) { return s.state().step != here || s.state().kind != StateKind::running; });
  int told = 0;
  for (const Cue& cue : scene.cues())
    told += cue.cue == CueKind::say && cue.t_ms > since && cue.t_ms < since + 8000;
  EXPECT_LE(told, 1) << "only of the step that is there";
}

}  // namespace
}  // namespace thenar::guidance::test
