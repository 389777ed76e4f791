// The session as a person has it: keys and the screen.
#include <gtest/gtest.h>

#include <csignal>
#include <fstream>

#include "cli/session_screen.hpp"

namespace thenar::test {
namespace {

TEST_F(SessionTerminal, AWholeSessionGoesFromStartToEndAndLeavesTheTerminalAsItWas) {
  Seen seen(quiet({"--speed", "200"}));
  ASSERT_TRUE(seen.shows("Before you start"));
  EXPECT_TRUE(seen.screen().alternate());
  EXPECT_FALSE(seen.screen().cursor_visible());
  seen.type("\r");
  EXPECT_EQ(seen.wait(), 0);
  EXPECT_FALSE(seen.screen().alternate());
  EXPECT_TRUE(seen.screen().cursor_visible());
  EXPECT_TRUE(seen.screen().has("Finished."));
  EXPECT_TRUE(seen.screen().unknown().empty());
}

TEST_F(SessionTerminal, EveryStepIsShownWithItsHandAndWhatIsNext) {
  std::ifstream plan(plan_);
  const auto steps = nlohmann::json::parse(plan)["steps"];
  Seen seen(quiet({"--speed", "0.1"}));  // slow motion: no step ends by itself
  seen.start();
  for (std::size_t i = 0; i < steps.size(); ++i) {  // a step that has not begun is left out of the count
    const bool last = i + 1 == steps.size();
    const bool other_hand = !last && steps[i]["hand"] != steps[i + 1]["hand"];
    const char* next = last ? "This is the last step." : other_hand ? "Next: the right hand" : "Next: ";
    ASSERT_TRUE(seen.shows({steps[i]["hand"] == "left" ? "Left hand" : "Right hand",
                            "step 1 of " + std::to_string(steps.size() - i), next}));
    seen.type("n");
  }
  EXPECT_EQ(seen.wait(), 0);
  EXPECT_TRUE(seen.screen().has("Finished."));
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
    Seen seen(quiet({"--speed", "0.1"}));
    seen.start();
    seen.type("n");
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
  EXPECT_TRUE(seen.shows({"How does it hurt?", "1   too firm", "2   sharp", "3   tingling", "4   stop"}));
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

TEST_F(SessionTerminal, EveryKeyIsKeptAsItsCommand) {
  const std::vector<std::pair<const char*, const char*>> keys{
      {"h", "hurts"},      {"u", "numb"},     {"c", "colour-change"}, {"w", "swelling"}, {"d", "dizzy"},
      {"x", "breathless"}, {"l", "clunk"},    {"t", "giver-tired"},   {" ", "pause"},    {"qq", "stop"},
      {"n", "next"},       {"b", "back"},     {"r", "repeat"},        {"s", "softer"},   {"f", "firmer"},
      {"+", "longer"},     {"-", "shorter"},  {"k", "skip-zone"},     {"=", "longer"},   {"H", "hurts"},
      {"\x1b[B", "next"},  {"\x1b[A", "back"}};
  for (const auto& [key, command] : keys) {
    Seen seen(quiet());
    seen.start();
    for (const char* each = key; *each != '\0'; ++each) seen.type({*each});
    seen.type("?");
    seen.until([](const VtScreen& screen) { return screen.has("close this page") || !screen.alternate(); });
    seen.pty().signal(SIGTERM);
    seen.wait();
    EXPECT_EQ(last_command(), command) << key;
  }
}

TEST_F(SessionTerminal, OtherKeysDoNothing) {
  Seen seen(quiet());
  seen.start();
  seen.type("zj9\x1b[15~\x01ö?");
  ASSERT_TRUE(seen.shows("close this page"));
  seen.pty().signal(SIGTERM);
  EXPECT_EQ(seen.wait(), 128 + SIGTERM);
  EXPECT_EQ(last_command(), "start");
}

TEST_F(SessionTerminal, ThePageOfKeysNamesThemAll) {
  Seen seen(quiet());
  seen.start();
  seen.type("?");
  EXPECT_TRUE(seen.shows({"close this page",
                          "it hurts",
                          "numb",
                          "white, blue",
                          "swelling",
                          "dizzy",
                          "chest pain",
                          "clunked",
                          "pulled away",
                          "said no",
                          "giving hand",
                          "pause, go on",
                          "stop",
                          "next step",
                          "step back",
                          "again",
                          "softer",
                          "firmer",
                          "longer",
                          "shorter",
                          "leave this place out"}));
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

}  // namespace
}  // namespace thenar::test
