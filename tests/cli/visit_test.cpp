// thenar without a verb, in a pseudo-terminal, as a person uses it.
#include <gtest/gtest.h>

#include <csignal>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "support/pty.hpp"

namespace thenar::test {
namespace {

using nlohmann::json;

class Visit : public ::testing::Test {
 protected:
  TemporaryFolder home;
  std::map<std::string, std::string> environment{{"HOME", home.path()}, {"NO_COLOR", "1"}};

  PtyStart start(std::vector<std::string> arguments = {}) const {
    return {kThenarProgram, std::move(arguments), environment, 24, 80};
  }
  json journal(const std::string& person = {}) const {
    test::Run run;
    run.environment = environment;
    std::vector<std::string> arguments{"journal", "export"};
    if (!person.empty()) arguments.insert(arguments.end(), {"--person", person});
    return json::parse(thenar(arguments, run).out);
  }
  static void answer(Pty& pty, const std::string& question, const std::string& line) {
    ASSERT_TRUE(pty.expect(question)) << "never asked: " << question << "\nshown:\n" << pty.shown();
    ASSERT_TRUE(pty.expect("> ")) << pty.shown();
    pty.line(line);
  }
  /// The first questions: who and that nothing is wrong today.
  static void arrive(Pty& pty, const std::string& name) {
    answer(pty, "Whose hands are to be massaged", name);
    answer(pty, "Who massages", name.empty() ? "1" : "2");
    answer(pty, "How is it today", "0");
  }
  /// The questions of the first time, all answered none.
  static void nothing_long_standing(Pty& pty) {
    answer(pty, "How old are you", "44");
    answer(pty, "Do you have any of these", "0");
    answer(pty, "write with", "2");
  }
  /// Five minutes composed for a wish, from the goals to what goes on the skin.
  void wish(Pty& pty, const char* hands, const char* place, const char* pain) {
    answer(pty, "What should it do", "1");
    answer(pty, "Which hands", hands);
    answer(pty, "Is any place sore", place);
    answer(pty, "Pain", pain);
    answer(pty, "Tingling", "0");
    answer(pty, "Composed for you, or", "");
    answer(pty, "How many minutes", "5");
    answer(pty, "Where will the hand rest", "");
    answer(pty, "What goes on the skin", "");
  }
};

TEST_F(Visit, AHealthyPersonComesFromTheFirstQuestionToTheirPlan) {
  Pty pty(start());
  arrive(pty, "Anna");
  nothing_long_standing(pty);
  wish(pty, "both", "8", "3 2");
  EXPECT_TRUE(pty.expect("A hand massage of")) << pty.shown();
  EXPECT_TRUE(pty.expect("have not been reviewed by")) << pty.shown();
  EXPECT_TRUE(pty.expect("The massage")) << pty.shown();
  answer(pty, "Shall it begin", "2");
  EXPECT_TRUE(pty.expect("Left out, and why")) << pty.shown();
  answer(pty, "Shall it begin", "not now");
  EXPECT_EQ(pty.wait(), 0) << pty.shown();
  EXPECT_EQ(pty.shown().find("\x1b["), std::string::npos) << "colours in spite of NO_COLOR";

  const auto kept = journal("Anna");
  EXPECT_EQ(kept["format"], "thenar.journal/1");
  EXPECT_NE(kept.dump().find("\"age_years\":44"), std::string::npos) << "the check-in was not kept";
}

TEST_F(Visit, TheSecondTimeAsksOnlyTheGatesOfEveryTimeAndOffersTheSameAgain) {
  {
    Pty pty(start());
    arrive(pty, "Anna");
    nothing_long_standing(pty);
    wish(pty, "left", "", "3");
    answer(pty, "Shall it begin", "3");
    EXPECT_EQ(pty.wait(), 0) << pty.shown();
  }
  Pty pty(start());
  answer(pty, "Who is it for", "Anna");
  answer(pty, "Who massages", "");
  answer(pty, "How is it today", "0");
  answer(pty, "Last time: 5 min, left hand", "1");
  answer(pty, "Pain", "2");
  answer(pty, "Tingling", "");
  EXPECT_TRUE(pty.expect("A hand massage of")) << pty.shown();
  EXPECT_EQ(pty.shown().find("How old are you"), std::string::npos);
  pty.send("\x04");
  EXPECT_EQ(pty.wait(), 0) << "the end of the input is a way to leave";
}

TEST_F(Visit, AnEmergencyStopsEverythingAtOnceWithTheNumberToCall) {
  environment["LANG"] = "en_GB.UTF-8";
  Pty pty(start());
  answer(pty, "Whose hands are to be massaged", "");
  answer(pty, "Who massages", "1");
  answer(pty, "How is it today", "1");
  answer(pty, "NONE OF THESE AFTER ALL", "1");
  EXPECT_TRUE(pty.expect("Please get help now")) << pty.shown();
  EXPECT_TRUE(pty.expect("Call 999 now")) << pty.shown();
  EXPECT_EQ(pty.wait(), 3);
  EXPECT_EQ(pty.shown().find("What should it do"), std::string::npos);
  EXPECT_EQ(pty.shown().find("Shall it begin"), std::string::npos);
}

TEST_F(Visit, AYesOpensOnlyItsOwnBranch) {
  Pty pty(start());
  answer(pty, "Whose hands are to be massaged", "");
  answer(pty, "Who massages", "1");
  answer(pty, "How is it today", "4");
  ASSERT_TRUE(pty.expect("NONE OF THESE AFTER ALL")) << pty.shown();
  ASSERT_TRUE(pty.expect("> "));
  pty.line("0");
  ASSERT_TRUE(pty.expect("first time")) << pty.shown();
  const auto first = pty.shown().find("NONE OF THESE AFTER ALL");
  EXPECT_EQ(pty.shown().find("NONE OF THESE AFTER ALL", first + 1), std::string::npos)
      << "a second branch was opened";
  pty.send("\x04");
  EXPECT_EQ(pty.wait(), 0);
}

TEST_F(Visit, WhatRefusedAMassageIsAskedFirstTheNextTimeAndRefusesItAgainUntilItIsBetter) {
  const auto begin = [&](Pty& pty, bool first) {
    answer(pty, first ? "Whose hands are to be massaged" : "Who is it for", "");
    answer(pty, "Who massages", "");
  };
  {
    Pty pty(start());
    begin(pty, true);
    answer(pty, "How is it today", "5");
    answer(pty, "NONE OF THESE AFTER ALL", "1");
    EXPECT_TRUE(pty.expect("No massage today")) << pty.shown();
    EXPECT_EQ(pty.wait(), 3);
  }
  {
    Pty pty(start());
    begin(pty, false);
    answer(pty, "Has it been looked at", "no");
    EXPECT_TRUE(pty.expect("No massage today")) << pty.shown();
    EXPECT_EQ(pty.wait(), 3);
    EXPECT_EQ(pty.shown().find("How is it today"), std::string::npos);
  }
  Pty pty(start());
  begin(pty, false);
  answer(pty, "Has it been looked at", "1");
  EXPECT_TRUE(pty.expect("How is it today")) << pty.shown();
  pty.send("\x04");
  EXPECT_EQ(pty.wait(), 0);
}

TEST_F(Visit, SomebodyElseIsSpokenOfByName) {
  Pty pty(start());
  answer(pty, "Whose hands are to be massaged", "Mum");
  answer(pty, "Who massages Mum's hands", "");
  answer(pty, "How is Mum today", "0");
  answer(pty, "How old is Mum", "undo");
  EXPECT_TRUE(pty.expect("How is Mum today")) << pty.shown();
  pty.send("\x04");
  EXPECT_EQ(pty.wait(), 0);
}

TEST_F(Visit, UndoGoesBackToTheName) {
  Pty pty(start());
  answer(pty, "Whose hands are to be massaged", "Anan");
  answer(pty, "Who massages Anan's hands", "undo");
  answer(pty, "Whose hands are to be massaged", "Anna");
  EXPECT_TRUE(pty.expect("Who massages Anna's hands")) << pty.shown();
  pty.send("\x04");
  EXPECT_EQ(pty.wait(), 0);
  EXPECT_EQ(journal().dump().find("Anan"), std::string::npos) << "a name that was taken back was kept";
}

TEST_F(Visit, SignalsEndTheCheckInWithTheirOwnExitCode) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    Pty pty(start());
    ASSERT_TRUE(pty.expect("> ")) << pty.shown();
    pty.signal(number);
    EXPECT_EQ(pty.wait(), 128 + number);
    EXPECT_NE(pty.shown().find("What was kept stays kept"), std::string::npos);
  }
}

TEST_F(Visit, AClosedTerminalEndsTheCheckIn) {
  Pty pty(start());
  ASSERT_TRUE(pty.expect("> ")) << pty.shown();
  pty.hang_up();
  EXPECT_EQ(pty.wait(), 128 + SIGHUP);
}

TEST_F(Visit, WithoutAWritableHomeItIsSaidOnceAndEverythingGoesOn) {
  environment["HOME"] = "/proc/none";
  Pty pty(start());
  ASSERT_TRUE(pty.expect("nothing of it will be kept")) << pty.shown();
  arrive(pty, "");
  ASSERT_TRUE(pty.expect("first time")) << pty.shown();
  pty.send("\x04");
  EXPECT_EQ(pty.wait(), 0);
}

TEST_F(Visit, ADamagedJournalIsKeptAsideAndANewOneBegun) {
  const std::string bytes = "SQLite format 3" + std::string(2000, '\0') + "somebody's evenings";
  const auto file = home.file(".local/share/thenar/journal.db", bytes);
  Pty pty(start());
  ASSERT_TRUE(pty.expect("It was kept as")) << pty.shown();
  ASSERT_TRUE(pty.expect("Whose hands are to be massaged")) << pty.shown();
  pty.send("\x04");
  EXPECT_EQ(pty.wait(), 0);
  EXPECT_EQ(read_whole(file + ".corrupt-1"), bytes);
}

TEST_F(Visit, ADamagedJournalNamedOnTheCommandLineIsRefusedAndStaysAsItIs) {
  const std::string bytes = "SQLite format 3" + std::string(2000, '\0') + "somebody's evenings";
  const auto file = home.file("mine.db", bytes);
  test::Run run;
  run.environment = environment;
  const auto done = thenar({"--journal", file}, run);
  EXPECT_EQ(done.code, 4);
  EXPECT_NE(done.err.find(file), std::string::npos) << done.err;
  EXPECT_NE(done.err.find("It can be kept under another name"), std::string::npos) << done.err;
  EXPECT_EQ(read_whole(file), bytes);
  EXPECT_TRUE(read_whole(file + ".corrupt-1").empty());
}

TEST_F(Visit, AJournalNamedOnTheCommandLineMustBeUsable) {
  test::Run run;
  run.environment = environment;
  const auto done = thenar({"--journal", "/proc/none/journal.db"}, run);
  EXPECT_EQ(done.code, 4);
  EXPECT_NE(done.err.find("/proc/none"), std::string::npos);
}

TEST_F(Visit, WithoutATerminalItSpeaksInPlainLines) {
  test::Run run;
  run.environment = environment;
  run.input = "Anna\n2\n0\n";
  const auto done = thenar({}, run);
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(done.out.find('\x1b'), std::string::npos);
  EXPECT_NE(done.out.find("As this is the first time"), std::string::npos);
}

}  // namespace
}  // namespace thenar::test
