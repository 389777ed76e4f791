// The session as a person has it: the program in a pseudo-terminal, keys typed, the screen read.
#include <gtest/gtest.h>

#include <csignal>

#include "support/process.hpp"
#include "support/pty.hpp"
#include "support/vt_screen.hpp"
#include "test_paths.hpp"
#include "thenar/base/json.hpp"

namespace thenar::test {
namespace {

constexpr const char* kFourMinutes = R"({"format": "thenar.request/1", "checkin": {"mode": "self"},
  "wishes": {"minutes": 4, "hands": ["left", "right"], "medium": "lotion"}})";

/// A folder with a plan and a journal of its own.
class SessionTerminal : public testing::Test {
 protected:
  void SetUp() override {
    test::Run run;
    run.arguments = {"plan", folder_.file("request.json", kFourMinutes)};
    const auto planned = run_program(kThenarProgram, run);
    ASSERT_EQ(planned.code, 0) << planned.err;
    plan_ = folder_.file("plan.json", planned.out);
  }
  std::vector<std::string> guide(std::vector<std::string> more) const {
    std::vector<std::string> arguments{"--journal", folder_ / "journal.db", "guide", plan_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  PtyStart quiet(std::vector<std::string> more = {}) const {
    more.insert(more.end(), {"--silent", "--no-sound"});
    return {kThenarProgram, guide(more), {}, 24, 80};
  }
  PtyStart resume() const {
    return {kThenarProgram,
            {"--journal", folder_ / "journal.db", "resume", "--silent", "--no-sound"},
            {},
            24,
            80};
  }

  TemporaryFolder folder_;
  std::string plan_;
};

/// A terminal somebody looks at.
class Seen {
 public:
  explicit Seen(const PtyStart& start) : pty_(start), screen_(start.rows, start.columns) {}

  bool until(const std::function<bool(const VtScreen&)>& satisfied) {
    return pty_.until([&](const std::string& shown) {
      look(shown);
      return satisfied(screen_);
    });
  }
  bool shows(const std::string& words) {
    const bool seen = until([&](const VtScreen& screen) { return screen.has(words); });
    if (!seen) ADD_FAILURE() << "never seen: " << words << "\n" << screen_.text();
    return seen;
  }
  bool loses(const std::string& words) {
    return until([&](const VtScreen& screen) { return !screen.has(words); });
  }
  void type(const std::string& keys) { pty_.send(keys); }
  void start() {
    ASSERT_TRUE(shows("Before you start"));
    type("\r");
    ASSERT_TRUE(shows("step 1 of"));
  }
  int wait() {
    const int code = pty_.wait();
    look(pty_.shown());
    return code;
  }
  void resize(int rows, int columns) {
    pty_.resize(rows, columns);
    screen_.resize(rows, columns);
  }
  Pty& pty() { return pty_; }
  const VtScreen& screen() const { return screen_; }

 private:
  void look(const std::string& shown) {
    screen_.feed(std::string_view(shown).substr(fed_));
    fed_ = shown.size();
  }
  Pty pty_;
  VtScreen screen_;
  std::size_t fed_ = 0;
};

TEST_F(SessionTerminal, AWholeSessionGoesFromStartToEndAndLeavesTheTerminalAsItWas) {
  Seen seen(quiet({"--speed", "40"}));
  seen.start();
  EXPECT_TRUE(seen.screen().alternate());
  EXPECT_FALSE(seen.screen().cursor_visible());
  EXPECT_TRUE(seen.shows("Next: the right hand"));
  EXPECT_TRUE(seen.shows("Right hand"));
  EXPECT_TRUE(seen.shows("This is the last step."));
  EXPECT_EQ(seen.wait(), 0);
  EXPECT_FALSE(seen.screen().alternate());
  EXPECT_TRUE(seen.screen().cursor_visible());
  EXPECT_TRUE(seen.screen().has("Finished."));
  EXPECT_TRUE(seen.screen().unknown().empty());
}

TEST_F(SessionTerminal, SpacePausesAndGoesOn) {
  Seen seen(quiet());
  seen.start();
  seen.type(" ");
  EXPECT_TRUE(seen.shows("Paused:"));
  seen.type(" ");
  EXPECT_TRUE(seen.loses("Paused:"));
  seen.type(" ");
  EXPECT_TRUE(seen.shows("Paused:"));
  seen.type("\r");
  EXPECT_TRUE(seen.loses("Paused:"));
}

TEST_F(SessionTerminal, StepsGoForwardByLetterArrowAndPageTurner) {
  for (const char* next : {"n", "\x1b[C", "\x1b[6~"}) {
    Seen seen(quiet({"--speed", "0.1"}));  // slow motion: the step would not end by itself
    seen.start();
    EXPECT_TRUE(seen.shows("Still touch"));
    seen.type(next);
    EXPECT_TRUE(seen.shows("Long strokes"));
  }
}

TEST_F(SessionTerminal, StepsGoBackByLetterArrowAndPageTurner) {
  for (const char* back : {"b", "\x1b[D", "\x1b[5~"}) {
    Seen seen(quiet({"--speed", "10"}));
    seen.start();
    EXPECT_TRUE(seen.shows("Long strokes"));
    seen.type(back);
    EXPECT_TRUE(seen.shows("Still touch"));
  }
}

TEST_F(SessionTerminal, StopAsksFirstAndGoingOnIsOneKey) {
  Seen seen(quiet());
  seen.start();
  seen.type("q");
  EXPECT_TRUE(seen.shows("Stop the massage here?"));
  seen.type(" ");
  EXPECT_TRUE(seen.loses("Stop the massage here?"));
  EXPECT_TRUE(seen.loses("Paused:"));
  seen.type("q");
  EXPECT_TRUE(seen.shows("Stop the massage here?"));
  seen.type("q");
  EXPECT_EQ(seen.wait(), 0);
  EXPECT_TRUE(seen.screen().has("The massage is over."));
}

TEST_F(SessionTerminal, ItHurtsPausesAtOnceAndOffersFourAnswers) {
  Seen seen(quiet());
  seen.start();
  seen.type("h");
  EXPECT_TRUE(seen.shows("How does it hurt?"));
  for (const char* answer : {"1   too firm", "2   sharp", "3   tingling", "4   stop"})
    EXPECT_TRUE(seen.screen().has(answer)) << seen.screen().text();
  seen.type("9z");  // no answer, no key: nothing happens
  seen.type("1");
  EXPECT_TRUE(seen.loses("How does it hurt?"));
}

TEST_F(SessionTerminal, ASymptomActsEvenWhileStopIsBeingAsked) {
  Seen seen(quiet());
  seen.start();
  seen.type("q");
  EXPECT_TRUE(seen.shows("Stop the massage here?"));
  seen.type("h");
  EXPECT_TRUE(seen.shows("How does it hurt?"));
  seen.type("4");
  EXPECT_EQ(seen.wait(), 0);
}

TEST_F(SessionTerminal, SymptomsThatEndTheMassageEndItAtOnceAndSayWhatToDo) {
  for (const char* key : {"d", "x", "c"}) {
    Seen seen(quiet());
    seen.start();
    seen.type(key);
    EXPECT_EQ(seen.wait(), 0) << key;
    EXPECT_TRUE(seen.screen().has("The massage is over.")) << key;
    EXPECT_FALSE(seen.screen().alternate());
  }
}

TEST_F(SessionTerminal, EveryOtherKeyIsTakenWithoutEndingTheSession) {
  Seen seen(quiet());
  seen.start();
  for (const char* key : {"s", "f", "+", "-", "r", "k", "l", "t", "w", "\x1b[15~", "\x01", "z", "ö"}) {
    seen.type(key);
    seen.type("?");
    ASSERT_TRUE(seen.shows("close this page")) << key;
    seen.type("\x1b");
    ASSERT_TRUE(seen.loses("close this page")) << key;
  }
  EXPECT_TRUE(seen.screen().has("left in all"));
}

TEST_F(SessionTerminal, ThePageOfKeysNamesThemAll) {
  Seen seen(quiet());
  seen.start();
  seen.type("?");
  EXPECT_TRUE(seen.shows("close this page"));
  for (const char* words : {"it hurts",     "numb",    "white, blue", "swelling",  "dizzy",
                            "chest pain",   "clunked", "pulled away", "said no",   "giving hand",
                            "pause, go on", "stop",    "next step",   "step back", "again",
                            "softer",       "firmer",  "longer",      "shorter",   "leave this place out"})
    EXPECT_TRUE(seen.screen().has(words)) << words;
}

TEST_F(SessionTerminal, FollowsTheSizeOfTheWindow) {
  Seen seen(quiet());
  seen.start();
  EXPECT_TRUE(seen.shows("softer"));
  seen.resize(15, 40);
  EXPECT_TRUE(
      seen.until([](const VtScreen& screen) { return screen.has("step 1") && !screen.has("softer"); }));
  EXPECT_TRUE(seen.shows("h it hurts"));
  seen.resize(40, 120);
  EXPECT_TRUE(seen.shows("softer"));
  EXPECT_TRUE(seen.screen().unknown().empty());
}

TEST_F(SessionTerminal, UsesNoColourWhenAskedAndOnlyAsciiWhereTheLocaleHasNoMore) {
  auto start = quiet();
  {
    Seen seen(start);
    seen.start();
    EXPECT_TRUE(seen.screen().coloured());
  }
  start.environment = {{"NO_COLOR", "1"}, {"LANG", "C"}};
  Seen seen(start);
  seen.start();
  EXPECT_TRUE(seen.shows("left in all"));
  EXPECT_FALSE(seen.screen().coloured());
  for (const char byte : seen.pty().shown()) ASSERT_LT(static_cast<unsigned char>(byte), 0x80);
}

TEST_F(SessionTerminal, SignalsLeaveTheTerminalInOrderAndTheSessionGoesOnWhereItWas) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    {
      Seen seen(quiet());
      seen.start();
      seen.type("n");
      EXPECT_TRUE(seen.shows("Long strokes"));
      seen.pty().signal(signal);
      EXPECT_EQ(seen.wait(), 128 + signal);
      EXPECT_FALSE(seen.screen().alternate());
      EXPECT_TRUE(seen.screen().cursor_visible());
      EXPECT_TRUE(seen.screen().has("thenar resume")) << seen.screen().text();
    }
    Seen again(resume());
    EXPECT_TRUE(again.shows("Paused: Long strokes"));
    again.type("qq");
    EXPECT_EQ(again.wait(), 0);
  }
}

TEST_F(SessionTerminal, CtrlCEndsItAsSigintDoes) {
  Seen seen(quiet());
  seen.start();
  seen.type("\x03");
  EXPECT_EQ(seen.wait(), 130);
  EXPECT_TRUE(seen.screen().has("thenar resume"));
}

TEST_F(SessionTerminal, AClosedTerminalLosesNothing) {
  {
    Seen seen(quiet());
    seen.start();
    seen.type("n");
    EXPECT_TRUE(seen.shows("Long strokes"));
    seen.pty().hang_up();
    EXPECT_EQ(seen.pty().wait(), 128 + SIGHUP);
  }
  Seen again(resume());
  EXPECT_TRUE(again.shows("Paused: Long strokes"));
}

TEST_F(SessionTerminal, ACrashStillPutsTheTerminalBack) {
  Seen seen(quiet());
  seen.start();
  seen.pty().signal(SIGSEGV);
  seen.wait();
  EXPECT_FALSE(seen.screen().alternate());
  EXPECT_TRUE(seen.screen().cursor_visible());
}

/// A command line in a shell with job control.
PtyStart in_shell(const std::string& script) {
  return {"/bin/sh", {"-c", "set -m; " + script}, {}, 24, 80};
}

TEST_F(SessionTerminal, CtrlZPausesGivesTheTerminalBackAndReturnsPaused) {
  std::string command = kThenarProgram;
  for (const auto& each : guide({"--silent", "--no-sound"})) command += " '" + each + "'";
  Seen seen(in_shell(command + "; echo stopped; read line; fg >/dev/null; echo ended-$?"));
  seen.start();
  seen.type("\x1a");
  EXPECT_TRUE(seen.shows("stopped"));
  EXPECT_FALSE(seen.screen().alternate());
  seen.type("\n");
  EXPECT_TRUE(seen.shows("Paused:"));
  EXPECT_TRUE(seen.screen().alternate());
  seen.type(" ");
  EXPECT_TRUE(seen.loses("Paused:"));
  seen.type("q");
  EXPECT_TRUE(seen.shows("Stop the massage here?"));
  seen.type("q");
  EXPECT_TRUE(seen.shows("ended-0"));
}

TEST_F(SessionTerminal, KeysComeFromTheTerminalWhenThePlanComesFromStandardInput) {
  const std::string journal = folder_ / "journal.db";
  Seen seen(in_shell(std::string(kThenarProgram) + " --journal '" + journal +
                     "' guide - --silent --no-sound < '" + plan_ + "'; echo ended-$?"));
  seen.start();
  seen.type("q");
  EXPECT_TRUE(seen.shows("Stop the massage here?"));
  seen.type("q");
  EXPECT_TRUE(seen.shows("ended-0"));
}

TEST_F(SessionTerminal, WithoutVoiceAndSoundItSaysSoOnceAndGoesOn) {
  PtyStart start{kThenarProgram, guide({"--speed", "40"}), {}, 24, 80};
  start.environment = {{"PATH", folder_ / "nothing"}, {"ALSA_CONFIG_PATH", "/dev/null"}};
  Seen seen(start);
  seen.start();
  EXPECT_EQ(seen.wait(), 0);
  EXPECT_TRUE(seen.screen().has("Finished."));
  EXPECT_TRUE(seen.screen().has("No voice"));
  EXPECT_TRUE(seen.screen().has("No sound"));
}

TEST_F(SessionTerminal, ADumbTerminalGetsPlainLines) {
  for (const bool dumb : {true, false}) {
    auto start = quiet({"--speed", "40"});
    if (dumb)
      start.environment = {{"TERM", "dumb"}};
    else
      start.arguments.emplace_back("--plain");
    Pty pty(start);
    EXPECT_TRUE(pty.expect("Before you start"));
    pty.send("\r");
    EXPECT_TRUE(pty.expect("[ 0:0"));
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
