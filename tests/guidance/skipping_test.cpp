// Leaving something out by wish, and taking it back; what hurt never comes back.
#include "scene.hpp"

namespace thenar::guidance::test {
namespace {

struct Skipped {
  Scene scene;
  double t;
  Step step;
  std::size_t from() const { return static_cast<std::size_t>(scene.state().step); }
};

Skipped skipped(const std::function<bool(const Step&)>& wanted, Request r = request(15)) {
  Skipped s{Scene(r), 0, {}};
  s.scene.give(0, CommandKind::start);
  s.t = s.scene.until_step(0, wanted, 6);
  s.step = s.scene.step();
  s.scene.give(s.t, CommandKind::skip_zone);
  return s;
}

bool one_place(const Step& s) {
  return kneads(s);
}
bool long_stroke(const Step& s) {
  return practice().at(s.technique).id == "EFFL" && !s.group.valid();
}

TEST(Skipping, BackTakesBackThePlaceThatWasJustLeftOut) {
  auto s = skipped(one_place);
  EXPECT_FALSE(touches_steps(s.scene.steps(), s.from(), s.step.hand, s.step.zones));
  EXPECT_TRUE(says(s.scene.give(s.t + 3, CommandKind::back), "cue.skip_back"));
  EXPECT_EQ(s.scene.step().technique, s.step.technique);
  EXPECT_EQ(s.scene.step().zones, s.step.zones);
  EXPECT_GE(s.scene.step().seconds, s.step.seconds - 10);
  s.scene.run_out(s.t + 4);
  EXPECT_LE(s.scene.state().session_ms, 1000 * s.scene.promised());
}

TEST(Skipping, ASkipIsTakenBackOnlyAtOnce) {
  auto s = skipped(one_place);
  const int then = s.scene.state().step;
  const double t = s.scene.until(s.t, [&](const Session& now) { return now.state().step > then; });
  s.scene.give(t, CommandKind::back);
  EXPECT_FALSE(says(s.scene.cues(), "cue.skip_back"));
  EXPECT_FALSE(touches_steps(s.scene.steps(), s.from(), s.step.hand, s.step.zones));
}

TEST(Skipping, ALongStrokeIsLeftOutWithThoseLikeItAndEveryPlaceStays) {
  auto s = skipped(long_stroke);
  EXPECT_TRUE(says(s.scene.cues(), "cue.skip_stroke"));
  ASSERT_TRUE(s.scene.running());
  EXPECT_EQ(s.scene.step().hand, s.step.hand);
  bool works_there = false;
  for (std::size_t i = s.from(); i < s.scene.steps().size(); ++i) {
    const Step& later = s.scene.steps()[i];
    if (later.hand != s.step.hand) continue;
    EXPECT_FALSE(long_stroke(later)) << i;
    works_there = works_there || (kneads(later) && later.zones.intersects(s.step.zones));
  }
  EXPECT_TRUE(works_there) << "the places are worked as before";
  s.scene.give(s.t + 3, CommandKind::back);
  EXPECT_TRUE(long_stroke(s.scene.step()));
}

TEST(Skipping, ANamedPlaceIsLeftOutOfALongStrokeThatGoesOn) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, long_stroke, 6);
  const Step before = scene.step();
  Command skip = command(CommandKind::skip_zone);
  skip.zone = zone("DORS");
  scene.give(t, skip);
  EXPECT_EQ(scene.step().technique, before.technique);
  EXPECT_FALSE(scene.step().zones.has(skip.zone));
  scene.give(t + 2, CommandKind::back);
  EXPECT_TRUE(scene.step().zones.has(skip.zone));
}

TEST(Skipping, StepsPassedOverBeforeTheyBeganComeBackOneByOne) {
  Scene scene(request(15));
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, one_place, 6);
  scene.give(t, CommandKind::next);
  const Step first = scene.step();
  scene.give(t + 1, CommandKind::next);
  const Step second = scene.step();
  scene.give(t + 2, CommandKind::next);
  EXPECT_FALSE(scene.step().zones == second.zones && scene.step().technique == second.technique);
  for (const Step* step : {&second, &first}) {
    scene.give(t + 4, CommandKind::back);
    EXPECT_EQ(scene.step().technique, step->technique);
    EXPECT_EQ(scene.step().zones, step->zones);
    EXPECT_EQ(scene.step().hand, step->hand);
  }
  scene.run_out(t + 5);
  EXPECT_LE(scene.state().session_ms, 1000 * scene.promised());
}

TEST(Skipping, TheFirstStepComesBackToo) {
  Scene scene(request(10));
  scene.give(0, CommandKind::start);
  const Step first = scene.step();
  scene.give(1, CommandKind::next);
  scene.give(2, CommandKind::back);
  EXPECT_EQ(scene.step().technique, first.technique);
  EXPECT_EQ(scene.step().seconds, first.seconds);
}

TEST(Skipping, WhatNumbnessPutOffIsNotTakenBack) {
  auto k = kneading();
  k.scene.give(k.t, CommandKind::numb);
  k.scene.give(k.t + 3, CommandKind::back);
  EXPECT_FALSE(touches_steps(k.scene.steps(), k.from(), k.step.hand, k.step.zones));
}

}  // namespace
}  // namespace thenar::guidance::test
