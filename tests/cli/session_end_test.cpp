// A session that is interrupted: signals, a closed terminal, a shell with job control.
#include <gtest/gtest.h>

#include <csignal>

#include "cli/session_screen.hpp"

namespace thenar::test {
namespace {

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

}  // namespace
}  // namespace thenar::test
