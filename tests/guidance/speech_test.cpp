// What a session says and when, over every programme and plans of our own: checked against the steps
// themselves, the characters of each sentence and the clock.
#include "scene.hpp"

namespace thenar::guidance::test {
namespace {

std::vector<Request> many_requests() {
  std::vector<Request> all;
  for (const auto& p : practice().programmes) all.push_back(programme(p.id));
  for (double minutes : {3.0, 5.0, 10.0, 20.0, 30.0}) {
    all.push_back(request(minutes));
    all.push_back(request(minutes, {{Goal::stress, 1.0}}));
    all.push_back(request(minutes, {{Goal::stiffness, 1.0}, {Goal::pain, 0.5}}));
    all.push_back(request(minutes, {{Goal::warmth, 1.0}}));
    all.back().checkin.mode = Mode::partner;
  }
  return all;
}

std::string name_of(const Request& r) {
  return (r.wishes.programme.valid() ? practice().at(r.wishes.programme).id : std::string("free")) + " " +
         std::to_string(r.wishes.minutes) + " min " + std::string(word(r.checkin.mode));
}

/// Each plan given from start to end, with the wall time at which the strokes of each step begin.
struct Whole {
  Scene scene;
  std::vector<std::int64_t> strokes_ms;
};
Whole give_whole(const Request& r) {
  Whole run{Scene(r), {}};
  run.scene.give(0, CommandKind::start);
  for (std::int64_t t = 100; run.scene.running(); t += 100) {
    run.scene.advance(static_cast<double>(t) / 1000);
    const State& s = run.scene.state();
    if (s.kind == StateKind::running && s.step == static_cast<int>(run.strokes_ms.size()) &&
        s.elapsed_ms > 1000 * run.scene.step().changeover_seconds)
      run.strokes_ms.push_back(t - (s.elapsed_ms - 1000 * run.scene.step().changeover_seconds));
  }
  return run;
}

TEST(Speech, EveryStepIsAnnouncedAndTheAnnouncementEndsBeforeItsStrokesBegin) {
  for (const Request& r : many_requests()) {
    SCOPED_TRACE(name_of(r));
    const Whole run = give_whole(r);
    std::vector<Cue> announced;
    for (const Cue& cue : of_kind(run.scene.cues(), CueKind::say))
      if (cue.key.starts_with("cue.step.")) announced.push_back(cue);
    ASSERT_EQ(announced.size(), run.scene.steps().size());
    ASSERT_EQ(announced.size(), run.strokes_ms.size());
    for (std::size_t i = 0; i < announced.size(); ++i) {
      EXPECT_LE(announced[i].t_ms + speech_ms(announced[i].text), run.strokes_ms[i]) << announced[i].text;
      if (i > 0) {
        EXPECT_GE(announced[i].t_ms, run.strokes_ms[i - 1]) << announced[i].text;
      }
    }
  }
}

TEST(Speech, AStepSentForWhileItIsAnnouncedWaitsForTheEndOfItsAnnouncement) {
  Scene scene(programme("P02"));
  scene.give(0, CommandKind::start);
  const auto announced = [&] {
    const auto said = of_kind(scene.cues(), CueKind::say);
    return said.empty() || !said.back().key.starts_with("cue.step.") ? Cue{} : said.back();
  };
  scene.until(0, [&](const Session& s) {
    const State& state = s.state();
    return !announced().key.empty() && state.step >= 0 &&
           state.elapsed_ms >
               1000 * s.steps()[static_cast<std::size_t>(state.step)].changeover_seconds + 1000;
  });
  const Cue said = announced();
  const double t = static_cast<double>(said.t_ms) / 1000 + 2;
  const int at = scene.state().step;
  scene.give(t, CommandKind::next);
  ASSERT_EQ(scene.state().step, at + 1);
  const auto cues = scene.advance(t + 30);
  const auto beats = of_kind(cues, CueKind::beat);
  ASSERT_FALSE(beats.empty());
  EXPECT_GE(beats.front().t_ms, said.t_ms + speech_ms(said.text)) << said.text;
}

TEST(Speech, SentencesNeverOverlap) {
  for (const Request& r : many_requests()) {
    SCOPED_TRACE(name_of(r));
    const Whole run = give_whole(r);
    EXPECT_EQ(overlaps(run.scene.cues(), run.scene.session().log()), "");
  }
}

TEST(Speech, EverySentenceIsWholeEnglish) {
  for (const Request& r : many_requests()) {
    const Whole run = give_whole(r);
    for (const Cue& cue : run.scene.cues()) {
      if (cue.cue == CueKind::chime || cue.cue == CueKind::beat || cue.cue == CueKind::show) continue;
      EXPECT_EQ(cue.text.find('{'), std::string::npos) << cue.text;
      EXPECT_EQ(cue.text.find("cue."), std::string::npos) << cue.text;
      EXPECT_EQ(cue.text.find("  "), std::string::npos) << cue.text;
      EXPECT_FALSE(cue.text.empty());
    }
  }
}

TEST(Speech, AnAnnouncementNamesWhatWhereHowHardAndHowLongWhenThereIsTime) {
  Scene scene(request(10));
  const auto cues = scene.give(0, CommandKind::start);
  scene.advance(20);
  const auto said = of_kind(scene.cues(), CueKind::say);
  const auto first =
      std::find_if(said.begin(), said.end(), [](const Cue& c) { return c.key.starts_with("cue.step."); });
  ASSERT_NE(first, said.end());
  EXPECT_TRUE(first->key.starts_with("cue.step.full")) << first->key;
  const Step& step = scene.session().plan().steps.front();
  EXPECT_NE(first->text.find(practice().say("technique." + practice().at(step.technique).id + ".verb")),
            std::string::npos);
  EXPECT_NE(first->text.find(practice().say("level." + std::to_string(*step.level) + ".how")),
            std::string::npos);
  EXPECT_NE(first->text.find(std::to_string(step.seconds) + " seconds"), std::string::npos) << first->text;
}

TEST(Speech, OneSecondIsOne) {
  Plan plan = planning::compose(practice(), request(30, {{Goal::stress, 1.0}}));
  for (Step& step : plan.steps) {
    if (step.seconds <= 61 || !step.parts.empty()) continue;
    step.seconds = 61;
    Scene scene(plan);
    scene.give(0, CommandKind::start);
    scene.run_out(0);
    const auto said = of_kind(scene.cues(), CueKind::say);
    EXPECT_TRUE(std::any_of(said.begin(), said.end(), [](const Cue& cue) {
      return cue.text.find("one minute and one second") != std::string::npos;
    }));
    return;
  }
  FAIL() << "no step to try it on";
}

TEST(Speech, LongStepsSayHalfwayAndTenSecondsLeftAtTheirMoments) {
  const Whole run = give_whole(programme("P05"));
  std::vector<std::int64_t> halves;
  std::vector<std::int64_t> endings;
  for (const Cue& cue : of_kind(run.scene.cues(), CueKind::say)) {
    if (cue.key == "cue.halfway") halves.push_back(cue.t_ms);
    if (cue.key == "cue.ending") endings.push_back(cue.t_ms);
  }
  std::size_t half = 0;
  std::size_t ending = 0;
  for (std::size_t i = 0; i < run.scene.steps().size(); ++i) {
    const Step& step = run.scene.steps()[i];
    if (step.seconds >= practice().guidance.halfway_from_seconds) {
      ASSERT_LT(half, halves.size());
      EXPECT_NEAR(static_cast<double>(halves[half++]),
                  static_cast<double>(run.strokes_ms[i] + 500 * step.seconds), 1000);
    }
    if (step.seconds >= practice().guidance.ending_from_seconds) {
      ASSERT_LT(ending, endings.size());
      EXPECT_EQ(endings[ending++], run.strokes_ms[i] + 1000 * (step.seconds - 10));
    }
  }
  EXPECT_EQ(half, halves.size());
  EXPECT_EQ(ending, endings.size());
}

TEST(Speech, QuietSessionsCountNothingDownAndAskNothing) {
  for (const char* id : {"P09", "P10", "P11"}) {
    SCOPED_TRACE(id);
    Whole run = give_whole(programme(id));
    ASSERT_TRUE(run.scene.session().plan().quiet);
    EXPECT_FALSE(says(run.scene.cues(), "cue.halfway"));
    EXPECT_FALSE(says(run.scene.cues(), "cue.ending"));
    EXPECT_TRUE(of_kind(run.scene.cues(), CueKind::ask).empty());
  }
}

TEST(Speech, InAQuietPartnerSessionTheGiverSeesWhatToLookFor) {
  const Whole run = give_whole(programme("P10"));
  const auto notes = of_kind(run.scene.cues(), CueKind::note);
  ASSERT_FALSE(notes.empty());
  EXPECT_EQ(notes.front().text, "Face soft? Hand open?");
}

TEST(Speech, APartnerIsAskedAfterHalfAMinuteAndAtEachNewPlace) {
  Request r = request(15);
  r.checkin.mode = Mode::partner;
  const Whole run = give_whole(r);
  const auto asked = of_kind(run.scene.cues(), CueKind::ask);
  ASSERT_FALSE(asked.empty());
  const std::int64_t start = run.strokes_ms.front() - 1000 * run.scene.steps().front().changeover_seconds;
  EXPECT_GE(asked.front().t_ms, start + 30000);
  EXPECT_LE(asked.front().t_ms, start + 60000);
  PerHand<GroupSet> places;
  for (const Step& step : run.scene.steps())
    if (step.group.valid() && step.level) places[step.hand].add(step.group);
  EXPECT_GE(asked.size(), static_cast<std::size_t>(places.left.size() + places.right.size()) / 2);
  EXPECT_LE(asked.size(), static_cast<std::size_t>(places.left.size() + places.right.size()) + 1);
}

TEST(Speech, TheSameToolIsChangedAfterAMinute) {
  for (const Request& r : many_requests()) {
    SCOPED_TRACE(name_of(r));
    const Whole run = give_whole(r);
    std::vector<std::int64_t> changes;
    for (const Cue& cue : of_kind(run.scene.cues(), CueKind::say))
      if (cue.key.starts_with("cue.tool.")) changes.push_back(cue.t_ms);
    for (std::size_t i = 0; i < run.scene.steps().size(); ++i) {
      const Step& step = run.scene.steps()[i];
      const bool loads =
          step.tool.valid() && practice().at(step.tool).needs_giver && step.level.value_or(0) > 0;
      if (!loads || step.seconds < 75) continue;
      const std::int64_t begin = run.strokes_ms[i];
      const auto in_step = std::count_if(changes.begin(), changes.end(), [&](std::int64_t t) {
        return t >= begin && t < begin + 1000 * step.seconds;
      });
      EXPECT_GE(in_step, 1) << "a step of " << step.seconds << " s";
    }
  }
}

TEST(Speech, BreathsArePacedWhereTheProgrammeHasThem) {
  const Whole run = give_whole(programme("P09"));
  EXPECT_TRUE(says(run.scene.cues(), "cue.breath.in"));
  std::vector<std::int64_t> in;
  for (const Cue& cue : of_kind(run.scene.cues(), CueKind::beat))
    if (cue.key == "in" && cue.t_ms < run.strokes_ms[1]) in.push_back(cue.t_ms);
  ASSERT_GE(in.size(), 3U);
  for (std::size_t i = 1; i < in.size(); ++i) EXPECT_EQ(in[i] - in[i - 1], 10000);
}

TEST(Beats, TheyFollowTheTempoWithoutDrift) {
  for (const Request& r : many_requests()) {
    const Whole run = give_whole(r);
    std::map<std::int64_t, Cue> presses;
    for (const Cue& cue : of_kind(run.scene.cues(), CueKind::beat))
      if (cue.key == "press") presses[cue.t_ms] = cue;
    for (std::size_t i = 0; i < run.scene.steps().size(); ++i) {
      const Step& step = run.scene.steps()[i];
      if (!step.parts.empty() || step.tempo_per_minute <= 0) continue;
      const double period = 60000 / step.tempo_per_minute;
      for (int k = 0; (k + 1) * period <= 1000.0 * step.seconds; ++k) {
        const auto at = run.strokes_ms[i] + static_cast<std::int64_t>(std::floor(k * period + 1e-6));
        const auto found = presses.find(at);
        if (practice().at(step.technique).kind == TechniqueKind::breath || r.wishes.programme.valid())
          continue;
        ASSERT_NE(found, presses.end()) << "stroke " << k << " of step " << i << " at " << at;
        EXPECT_EQ(found->second.index, k);
      }
    }
  }
}

TEST(Shows, OneComesEachSecondAndTheTimeLeftRunsDown) {
  const Whole run = give_whole(request(5));
  std::int64_t last = -1;
  int left = run.scene.promised() + 1;
  for (const Cue& cue : of_kind(run.scene.cues(), CueKind::show)) {
    if (cue.t_ms == last || cue.t_ms == 0) continue;
    if (last >= 0) {
      EXPECT_LE(cue.t_ms - last, 1000);
    }
    EXPECT_LE(cue.session_seconds, left);
    EXPECT_GE(cue.phase, 0);
    EXPECT_LT(cue.phase, 1.0000001);
    left = cue.session_seconds;
    last = cue.t_ms;
  }
}

TEST(Time, AWholeSessionLastsWhatWasPromisedToTheSecond) {
  for (const Request& r : many_requests()) {
    SCOPED_TRACE(name_of(r));
    const Whole run = give_whole(r);
    EXPECT_EQ(run.scene.state().kind, StateKind::finished);
    EXPECT_EQ(run.scene.state().session_ms, std::int64_t{1000} * run.scene.promised());
    EXPECT_EQ(run.scene.steps().size(), run.scene.session().plan().steps.size());
    const Given given = run.scene.session().given();
    EXPECT_EQ(given.seconds.left + given.seconds.right, run.scene.promised());
  }
}

}  // namespace
}  // namespace thenar::guidance::test
