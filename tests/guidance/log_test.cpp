// The session log: what is written is read back, what is not a log is refused with its line, and a replay is
// the same session.
#include "scene.hpp"

namespace thenar::guidance::test {
namespace {

/// A session in which a good deal happens, with its log as text, cues included.
struct Told {
  Plan plan;
  std::vector<TimedCommand> commands;
  std::vector<Cue> cues;
  std::int64_t end_ms = 0;
  std::string text;
};
Told eventful() {
  Told told;
  told.plan = planning::compose(practice(), request(10));
  Scene scene(told.plan);
  scene.give(0.4, CommandKind::start);
  scene.give(40.123, CommandKind::softer);
  scene.give(61.5, CommandKind::longer);
  scene.give(95.001, hurts(5, {}));
  scene.give(101.7, answer("too-firm"));
  Command numb = command(CommandKind::numb);
  numb.zone = zone("HYPO");
  scene.give(140, numb);
  scene.give(200, CommandKind::pause);
  scene.give(260.25, CommandKind::resume);
  scene.give(300, CommandKind::next);
  scene.give(330, CommandKind::back);
  told.end_ms = 400'000;
  scene.advance(400);
  told.commands = scene.session().log();
  told.cues = scene.cues();
  told.text = plan_line(practice(), told.plan) + "\n";
  for (const auto& c : told.commands) told.text += command_line(practice(), c) + "\n";
  return told;
}

std::vector<Cue> in_slices(const Told& told, std::int64_t slice_ms) {
  auto session = Session::open(practice(), told.plan);
  std::vector<Cue> cues;
  const auto keep = [&](std::vector<Cue> more) { cues.insert(cues.end(), more.begin(), more.end()); };
  std::int64_t t = 0;
  for (const auto& c : told.commands) {
    for (; t + slice_ms < c.t_ms; t += slice_ms) keep(session->advance(t + slice_ms));
    keep(session->give(c));
    t = c.t_ms;
  }
  for (; t < told.end_ms; t += slice_ms) keep(session->advance(std::min(told.end_ms, t + slice_ms)));
  return cues;
}

TEST(Log, AReplayIsTheSameSession) {
  const Told told = eventful();
  auto log = read_log(practice(), told.text + time_line(told.end_ms) + "\n", "log");
  ASSERT_TRUE(log) << to_text(log.error());
  auto replayed = replay(practice(), *log);
  ASSERT_TRUE(replayed);
  Scene again(told.plan);
  for (const auto& c : told.commands) again.give(static_cast<double>(c.t_ms) / 1000, c.command);
  again.advance(400);
  EXPECT_EQ(again.cues(), told.cues);
  EXPECT_EQ(replayed->state(), again.state());
  EXPECT_EQ(replayed->clearance(), again.session().clearance());
  EXPECT_EQ(replayed->log().size(), told.commands.size());
}

TEST(Log, TheCuesDoNotDependOnTheSlicesInWhichTimePasses) {
  const Told told = eventful();
  for (std::int64_t slice : {1, 7, 16, 333, 1000, 100'000})
    EXPECT_EQ(in_slices(told, slice), told.cues) << slice;
}

TEST(Log, LinesAreReadBackAsTheyWereWritten) {
  const Told told = eventful();
  std::string text = told.text;
  for (const Cue& cue : told.cues) text += cue_line(cue) + "\n";
  // Times must not run back: the cues of a log stand where they came out.
  std::string sorted = plan_line(practice(), told.plan) + "\n";
  for (const Cue& cue : told.cues) sorted += cue_line(cue) + "\n";
  auto log = read_log(practice(), sorted, "log");
  ASSERT_TRUE(log) << to_text(log.error());
  EXPECT_EQ(log->cues, told.cues);
  EXPECT_EQ(log->reached_ms, told.cues.back().t_ms);
  auto script = read_script(practice(), told.text.substr(told.text.find('\n') + 1), "script");
  ASSERT_TRUE(script);
  ASSERT_EQ(script->size(), told.commands.size());
  for (std::size_t i = 0; i < script->size(); ++i)
    EXPECT_EQ(command_line(practice(), (*script)[i]), command_line(practice(), told.commands[i]));
}

TEST(Log, ACommandIsWrittenInTheWordsOfTheFormat) {
  TimedCommand c{12500, hurts(6, PainKind::sharp)};
  EXPECT_EQ(command_line(practice(), c), R"({"t_ms":12500,"command":"hurts","value":6,"kind":"sharp"})");
  c.command = command(CommandKind::skip_zone);
  c.command.zone = zone("THEN");
  EXPECT_EQ(command_line(practice(), c), R"({"t_ms":12500,"command":"skip-zone","zone":"THEN"})");
}

TEST(Log, WhatIsNoLogIsRefusedWithItsLine) {
  const Told told = eventful();
  const std::string plan = told.text.substr(0, told.text.find('\n') + 1);
  const auto refused = [&](const std::string& text, int line) {
    auto log = read_log(practice(), text, "log.jsonl");
    ASSERT_FALSE(log) << text.substr(0, 80);
    EXPECT_EQ(log.error().front().place.line, line) << to_text(log.error());
    EXPECT_EQ(log.error().front().place.file, "log.jsonl");
  };
  refused("", 0);
  refused("{\"t_ms\": 0, \"command\": \"start\"}\n", 1);
  refused("not json\n", 1);
  refused(plan + "{\"t_ms\": 0, \"command\": \"dance\"}\n", 2);
  refused(
      plan + "{\"t_ms\": 0, \"command\": \"start\"}\n{\"t_ms\": 5, \"command\": \"hurts\", \"value\": 11}\n",
      3);
  refused(plan + "{\"t_ms\": 0, \"command\": \"start\", \"loud\": true}\n", 2);
  refused(plan + "{\"t_ms\": 0, \"command\": \"numb\", \"zone\": \"NOSE\"}\n", 2);
  refused(plan + "{\"t_ms\": -1, \"command\": \"start\"}\n", 2);
  refused(plan + "{\"t_ms\": 10, \"command\": \"start\"}\n{\"t_ms\": 9, \"command\": \"pause\"}\n", 3);
  refused(plan + "{\"t_ms\": 10, \"command\": \"sta", 2);
  refused(plan + plan, 2);
}

TEST(Log, ALineThatWasCutOffIsLeftToTheCaller) {
  EXPECT_EQ(complete_lines("a\nb\nc"), "a\nb\n");
  EXPECT_EQ(complete_lines("abc"), "");
}

TEST(Log, AfterAnInterruptionItGoesOnAtTheSameSecond) {
  const Told told = eventful();
  auto log = read_log(practice(), told.text + time_line(412'345) + "\n", "log");
  ASSERT_TRUE(log);
  auto session = replay(practice(), *log);
  ASSERT_TRUE(session);
  const auto before = session->state().session_ms;
  TimedCommand pause{412'345, command(CommandKind::pause)};
  session->give(pause);
  session->advance(9'000'000);
  EXPECT_EQ(session->state().session_ms, before);
  session->give({9'000'000, command(CommandKind::resume)});
  EXPECT_EQ(session->state().kind, StateKind::running);
}

}  // namespace
}  // namespace thenar::guidance::test
