// How much is good holds over a whole session, whatever is asked for again; and a session ends when it was
// promised to.
#include <map>

#include "scene.hpp"

namespace thenar::guidance::test {
namespace {

Request one_hand(double minutes, std::map<Goal, double> goals, std::vector<std::string> chosen = {}) {
  Request r = request(minutes, std::move(goals));
  r.wishes.hands = {Hand::right};
  r.wishes.chosen = std::move(chosen);
  return r;
}

int seconds_on(const Scene& scene, PointId point) {
  int seconds = 0;
  for (const Step& s : scene.steps())
    if (std::find(s.points.begin(), s.points.end(), point) != s.points.end()) seconds += s.seconds;
  return seconds;
}

TEST(Doses, APointIsNotPressedLongerThanIsGoodHoweverOftenItIsRepeated) {
  Scene scene(one_hand(10, {{Goal::sleep, 1.0}}, {"HT7"}));
  const PointId ht7 = practice().ids.points.find("HT7");
  scene.give(0, CommandKind::start);
  double t = scene.until_step(0, [&](const Step& s) { return !s.points.empty(); }, 12);
  for (int i = 0; i < 3; ++i) scene.give(t += 6, CommandKind::repeat);
  EXPECT_GT(seconds_on(scene, ht7), 0);
  EXPECT_LE(seconds_on(scene, ht7), practice().at(ht7).dose.max_seconds);
}

TEST(Doses, SecondsOverManyPlacesAreSharedOutByTheirSizeAndNoneIsGivenTheRest) {
  Scene scene(one_hand(5, {{Goal::stress, 1.0}}));
  scene.give(0, CommandKind::start);
  scene.until_step(0, [](const Step& s) { return s.index == 0; }, 5);
  const auto given = scene.session().given();
  int sum = 0;
  for (const auto& [id, seconds] : given.by_zone.right) sum += seconds;
  ASSERT_GE(sum, 4) << "it begins with the whole hand";
  double size = 0;
  scene.steps().front().zones.each([&](ZoneId id) { size += practice().at(id).share; });
  for (const auto& [id, seconds] : given.by_zone.right)
    EXPECT_LE(seconds, 1 + sum * practice().at(id).share / size) << practice().at(id).id;
}

TEST(Doses, ATriggerPointIsWorkedOnceASession) {
  Request r = one_hand(10, {{Goal::pain, 1.0}}, {"TP.OPP"});
  Mark knot;
  knot.hand = Hand::right;
  knot.zone = zone("THEN");
  knot.as = MarkKind::knot;
  r.checkin.marked.push_back(knot);
  Scene scene(r);
  scene.give(0, CommandKind::start);
  const double t = scene.until_step(0, [](const Step& s) { return !s.points.empty(); }, 100);
  const int before = scene.state().step;
  EXPECT_TRUE(says(scene.give(t, CommandKind::repeat), "cue.limit.again"));
  EXPECT_EQ(scene.state().step, before);
  const double after = scene.until(t, [&](const Session& s) { return s.state().step == before + 1; });
  scene.give(after + 5, CommandKind::back);
  int worked = 0;
  for (const Step& s : scene.steps()) worked += s.points.empty() ? 0 : 1;
  EXPECT_EQ(worked, 1);
}

TEST(Doses, LongerIsSharedOutOverTheFingersEachWithinItsDose) {
  Scene scene(one_hand(10, {{Goal::stiffness, 1.0}}));
  scene.give(0, CommandKind::start);
  double t = scene.until_step(0, [](const Step& s) { return s.parts.size() >= 8; });
  const int before = scene.step().seconds;
  for (int i = 0; i < 8; ++i) scene.give(t += 0.5, CommandKind::longer);
  const Step& step = scene.step();
  EXPECT_GT(step.seconds, before);
  ASSERT_TRUE(step.combo.valid());
  for (const StepPart& part : step.parts)
    for (const auto& own : practice().at(step.combo).parts)
      if (own.technique == part.technique) {
        EXPECT_LE(part.seconds, own.dose.max_seconds) << part.id;
      }
}

/// Works chosen for each group, and the same one twice.
void expect_no_work_twice(const Scene& scene, std::size_t before) {
  PerHand<std::map<GroupId, std::vector<TechniqueId>>> works;
  for (std::size_t i = 0; i < scene.steps().size(); ++i) {
    const Step& s = scene.steps()[i];
    const bool own = practice().at(s.technique).kind == TechniqueKind::active;
    if (!s.group.valid() || s.phase == Phase::open || s.phase == Phase::close || own) continue;
    auto& here = works[s.hand][s.group];
    EXPECT_EQ(std::find(here.begin(), here.end(), s.technique), here.end())
        << practice().at(s.group).id << " again in step " << i << " (planned anew at " << before << ")";
    here.push_back(s.technique);
    EXPECT_LE(here.size(), 2U) << practice().at(s.group).id;
  }
}

TEST(Doses, WhatIsDoneIsNotPlannedAgain) {
  Scene scene(one_hand(15, {{Goal::pain, 1.0}}));
  scene.give(0, CommandKind::start);
  for (double t : {150.0, 200.0, 300.0, 450.0}) {
    scene.give(t, t == 200.0 ? hurts(5, PainKind::sharp) : command(CommandKind::clunk));
    expect_no_work_twice(scene, static_cast<std::size_t>(scene.state().step));
  }
}

TEST(Doses, TheHandIsOpenedOnce) {
  for (CommandKind kind : {CommandKind::clunk, CommandKind::longer, CommandKind::shorter}) {
    Scene scene(one_hand(15, {{Goal::pain, 1.0}}));
    scene.give(0, CommandKind::start);
    scene.give(scene.until_step(0, [](const Step&) { return true; }), kind);
    int opened = 0;
    for (const Step& s : scene.steps()) opened += s.phase == Phase::open ? 1 : 0;
    EXPECT_EQ(opened, 1);
  }
}

TEST(Doses, FirmWorkThatWasSoftenedStillCountsAsFirm) {
  Request r = one_hand(8, {{Goal::pain, 1.0}});
  r.checkin.history->weeks_since_first = 0;
  Scene scene(r);
  const int firm = scene.session().clearance().hands.right.max_firm_seconds;
  ASSERT_LT(firm, scene.session().clearance().hands.right.max_seconds);
  scene.give(0, CommandKind::start);
  bool has = false;
  for (const Step& s : scene.steps()) has = has || s.level.value_or(0) >= practice().screening.firm_level;
  if (!has) return;  // the plan chose the longer massage without firm work
  const double t = scene.until_step(
      0, [](const Step& s) { return s.level.value_or(0) >= practice().screening.firm_level; }, 8);
  scene.give(t, CommandKind::softer);
  double now = t;
  for (int i = 0; i < 30; ++i) scene.give(now += 10, i % 2 == 0 ? CommandKind::longer : CommandKind::clunk);
  int seconds = 0;
  for (const Step& s : scene.steps()) seconds += s.seconds;
  EXPECT_LE(seconds, firm);
}

/// When the first strokes may begin, and when the session was over, in milliseconds.
std::int64_t over_at(const Scene& scene) {
  for (const Cue& cue : scene.cues())
    if (cue.cue == CueKind::chime && cue.key == "end") return cue.t_ms;
  return -1;
}

TEST(Time, WhatIsSaidDuringChangeoversComesOffTheMassageAndNotOnTop) {
  for (int seed = 0; seed < 40; ++seed) {
    Scene scene(request(8 + seed % 5));
    scene.give(0, CommandKind::start);
    scene.advance(1);
    double first = 0;
    for (double t = 0; scene.state().session_ms == 0; t += 0.1) scene.advance(first = t);
    for (int i = 0; i < 12; ++i) {
      static constexpr std::array kAsked{CommandKind::softer, CommandKind::shorter, CommandKind::firmer,
                                         CommandKind::longer, CommandKind::clunk,   CommandKind::back,
                                         CommandKind::repeat, CommandKind::next};
      const auto at = static_cast<std::size_t>((i * 7 + seed * 3) % 8);
      const double t = first + 3 + (i * (17 + seed % 7));
      if (scene.running()) scene.give(t, kAsked[at]);
    }
    scene.run_out(first + 250);
    ASSERT_EQ(scene.state().kind, StateKind::finished) << seed;
    EXPECT_LE(over_at(scene), 1000 * scene.promised() + std::llround(first * 1000) + 100) << seed;
  }
}

}  // namespace
}  // namespace thenar::guidance::test
