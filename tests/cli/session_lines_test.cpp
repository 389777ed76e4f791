// A session where there is no display: lines, no sound, a script.
#include <gtest/gtest.h>

#include "cli/session_screen.hpp"
#include "thenar/base/json.hpp"

namespace thenar::test {
namespace {

TEST_F(SessionTerminal, WithoutVoiceAndSoundItSaysSoOnceAndGoesOn) {
  PtyStart start{kThenarProgram, guide({"--speed", "200"}), {}, 24, 80};
  start.environment = {{"PATH", folder_ / "nothing"}, {"ALSA_CONFIG_PATH", "/dev/null"}};
  Seen seen(start);
  ASSERT_TRUE(seen.shows("Before you start"));
  seen.type("\r");
  EXPECT_EQ(seen.wait(), 0);
  EXPECT_TRUE(seen.screen().has("Finished."));
  EXPECT_TRUE(seen.screen().has("No voice"));
  EXPECT_TRUE(seen.screen().has("No sound"));
}

TEST_F(SessionTerminal, ADumbTerminalGetsPlainLines) {
  for (const bool dumb : {true, false}) {
    auto start = quiet({"--speed", "200"});
    if (dumb)
      start.environment = {{"TERM", "dumb"}};
    else
      start.arguments.emplace_back("--plain");
    Pty pty(start);
    EXPECT_TRUE(pty.expect("Before you start"));
    pty.send("\r");
    EXPECT_TRUE(pty.expect("] Let us begin"));
    pty.send(" ");
    EXPECT_TRUE(pty.expect("Paused"));
    pty.send(" ");
    EXPECT_TRUE(pty.expect("Finished."));
    EXPECT_EQ(pty.wait(), 0);
    EXPECT_EQ(pty.shown().find('\x1b'), std::string::npos) << "no control sequences";
  }
}

TEST_F(SessionTerminal, WithoutAnyTerminalTheInputIsTheKeyboardAndItsEndIsSaid) {
  test::Run run;
  run.arguments = guide({"--silent", "--no-sound"});
  const auto never_started = run_program(kThenarProgram, run);
  EXPECT_EQ(never_started.code, 4);
  EXPECT_NE(never_started.out.find("The input has ended"), std::string::npos) << never_started.out;
  run.arguments = guide({"--silent", "--no-sound", "--speed", "200"});
  run.input = "\n";
  const auto started = run_program(kThenarProgram, run);
  EXPECT_EQ(started.code, 0);
  EXPECT_NE(started.out.find("Finished."), std::string::npos) << started.out;
}

TEST_F(SessionTerminal, AScriptPlaysAtFullSpeedAndAnswersInJsonLines) {
  test::Run run;
  const auto script =
      folder_.file("script.jsonl", "{\"t_ms\": 30000, \"command\": \"hurts\", \"kind\": \"sharp\"}\n");
  run.arguments = {"guide", plan_, "--script", script, "--fast"};
  const auto played = run_program(kThenarProgram, run);
  EXPECT_EQ(played.code, 0) << played.err;
  EXPECT_NE(played.out.find("{\"t_ms\":30000,\"cue\":\"warn\",\"key\":\"T02\""), std::string::npos);
  EXPECT_NE(played.out.find("\"cue\":\"chime\",\"key\":\"end\""), std::string::npos);
  for (std::size_t at = 0; at < played.out.size();) {
    const auto end = played.out.find('\n', at);
    ASSERT_NE(end, std::string::npos);
    EXPECT_TRUE(parse_json(played.out.substr(at, end - at), "line"));
    at = end + 1;
  }
}

}  // namespace
}  // namespace thenar::test
