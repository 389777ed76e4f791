// Questions and answers without a terminal: what is typed and what is said.
#include "cli/conversation.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <set>

#include "cli/hand_map.hpp"
#include "cli/page.hpp"
#include "thenar/base/text.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/load.hpp"

namespace thenar::test {
namespace {

using cli::Conversation;
using cli::Options;

const Practice& practice() {
  static const Practice kPractice = practice::load_text(practice::embedded_json()).value();
  return kPractice;
}

/// Types these lines; everything that was said is in `said`.
struct Typist {
  std::deque<std::string> lines;
  std::string said;
  Conversation talk{practice(),
                    [this]() -> std::optional<std::string> {
                      if (lines.empty()) return std::nullopt;
                      auto line = lines.front();
                      lines.pop_front();
                      return line;
                    },
                    [this](std::string_view text) { said += text; }};
};

const Options kHandsAsked{{"Left", "Right", "Both"}, {}};

TEST(Conversation, AChoiceTakesItsNumberItsWordOrTheBeginningOfIt) {
  for (const std::string answer : {"2", " 2 ", "right", "RIGHT", "r"}) {
    Typist typist{{answer}, {}};
    EXPECT_EQ(typist.talk.choose("Which?", kHandsAsked), 1U) << answer;
  }
}

TEST(Conversation, AWrongAnswerIsAskedAgainInsteadOfGuessed) {
  Typist typist{{"", "0", "4", "-1", "99999999999999999999", "middle", "\x01", "3"}, {}};
  EXPECT_EQ(typist.talk.choose("Which?", kHandsAsked), 2U);
  EXPECT_TRUE(typist.lines.empty());
}

TEST(Conversation, AWordThatTwoAnswersBeginWithIsNoAnswer) {
  Typist typist{{"l", "little"}, {}};
  EXPECT_EQ(typist.talk.choose("Which?", {{"Left", "Little finger"}, {}}), 1U);
}

TEST(Conversation, EnterMeansTheUsualAnswerOnlyWhereThereIsOne) {
  Typist typist{{""}, {}};
  EXPECT_EQ(typist.talk.choose("Which?", {{"Left", "Right"}, 1}), 1U);
  EXPECT_NE(typist.said.find("Enter alone: Right"), std::string::npos);
}

TEST(Conversation, NoneOfTheseMustBeSaid) {
  Typist typist{{"", "0"}, {}};
  EXPECT_TRUE(typist.talk.choose_many("Any?", {{"a", "b"}, "NONE", true}).empty());
  EXPECT_TRUE(typist.lines.empty()) << "Enter alone was taken for none";
}

TEST(Conversation, SeveralAnswersStandOnOneLineAndAQuestionMarkIsNotSure) {
  Typist typist{{"3? 1,2 1"}, {}};
  const auto picks = typist.talk.choose_many("Any?", {{"ache", "bite", "cut"}, "NONE", true});
  ASSERT_EQ(picks.size(), 3U);
  EXPECT_EQ(picks[0].index, 2U);
  EXPECT_TRUE(picks[0].unsure);
  EXPECT_EQ(picks[1].index, 0U);
  EXPECT_FALSE(picks[1].unsure);
}

TEST(Conversation, OneWrongNumberAmongSeveralSpoilsTheLine) {
  Typist typist{{"1 9", "2"}, {}};
  const auto picks = typist.talk.choose_many("Any?", {{"ache", "bite"}, "NONE", false});
  ASSERT_EQ(picks.size(), 1U);
  EXPECT_EQ(picks[0].index, 1U);
}

TEST(Conversation, NumbersStayInTheirRangeAndOneStandsForBothHands) {
  Typist typist{{"11", "-1", "4.5", "1 2 3", "4"}, {}};
  const auto values = typist.talk.numbers("Pain?", 0, 10, 2, true);
  ASSERT_TRUE(values);
  EXPECT_EQ(*values, (std::vector{4, 4}));
}

TEST(Conversation, UndoGoesBackOneQuestionAndKeepsWhatCameBeforeIt) {
  Typist typist{{"1", "2", "undo", "1", "3"}, {}};
  const auto answers = typist.talk.stretch([&] {
    const auto first = typist.talk.choose("First?", kHandsAsked);
    const auto second = typist.talk.choose("Second?", kHandsAsked);
    const auto third = typist.talk.choose("Third?", kHandsAsked);
    return std::vector{first, second, third};
  });
  EXPECT_EQ(answers, (std::vector<std::size_t>{0, 0, 2}));
  EXPECT_EQ(typist.said.find("First?"), typist.said.rfind("First?")) << "the first question was asked twice";
}

TEST(Conversation, TheEndOfTheInputAndQuitLeaveFromAnyQuestion) {
  Typist ended{{}, {}};
  EXPECT_THROW(ended.talk.choose("Which?", kHandsAsked), cli::Left);
  Typist quits{{"quit"}, {}};
  EXPECT_THROW(quits.talk.text("Your name?", 100, "Why"), cli::Left);
}

/// Somebody at a screen of twelve rows; remembers the longest page.
struct SmallScreen {
  std::deque<std::string> lines;
  std::string said;
  std::string page;
  std::ptrdiff_t longest = 0;
  Conversation talk{practice(),
                    [this]() -> std::optional<std::string> {
                      longest = std::max(longest, std::count(page.begin(), page.end(), '\n'));
                      page.clear();
                      if (lines.empty()) return std::nullopt;
                      auto line = lines.front();
                      lines.pop_front();
                      return line;
                    },
                    [this](std::string_view text) {
                      said += text;
                      page += text;
                    },
                    12};
};

std::vector<std::string> thirty_long_answers() {
  std::vector<std::string> names;
  for (int i = 1; i <= 30; ++i)
    names.push_back("an answer so long that it has a line of its own, " + std::to_string(i));
  return names;
}

TEST(Conversation, AQuestionLongerThanTheScreenComesInPages) {
  SmallScreen screen{{"", "", "", "30", "2"}, {}, {}};
  EXPECT_EQ(screen.talk.choose("Which?", {thirty_long_answers(), {}}), 29U);
  EXPECT_LT(screen.longest, 12);
  const auto before = screen.said.size();
  EXPECT_EQ(screen.talk.choose("Which?", {thirty_long_answers(), {}}), 1U) << "answered on the first page";
  EXPECT_EQ(screen.said.find(", 30", before), std::string::npos);
}

TEST(Conversation, WhatHasNotBeenShownYetCannotBeAnsweredNorCanNone) {
  SmallScreen screen{{"0", "none", "30", "2 30", "", "", "", "0"}, {}, {}};
  const auto picks = screen.talk.choose_many("Any?", {thirty_long_answers(), "NONE", true});
  EXPECT_TRUE(picks.empty());
  EXPECT_TRUE(screen.lines.empty()) << "none was taken before the last page";
  EXPECT_NE(screen.said.find("There is more to read first. Press Enter."), std::string::npos);
}

TEST(Conversation, NIsNoAndUIsNotSure) {
  const Options options{{"Yes", "No"}, {}, true};
  const std::map<std::string, std::size_t> meant{{"n", 1},   {"no", 1}, {"u", 2},
                                                 {"not", 2}, {"y", 0},  {"3", 2}};
  for (const auto& [answer, index] : meant) {
    Typist typist{{answer}, {}};
    EXPECT_EQ(typist.talk.choose("Is it so?", options), index) << answer;
    EXPECT_TRUE(typist.lines.empty()) << answer;
  }
}

TEST(Conversation, WordsFromWithinAnAnswerAreHeardWhenOnlyOneHasThem) {
  const std::vector<std::string> names{"Right now: chest pain, hard breathing?",
                                       "Unexplained pain in a hand?"};
  Typist typist{{"pain", "chest pain"}, {}};
  const auto picks = typist.talk.choose_many("Any?", {names, "NONE", true});
  ASSERT_EQ(picks.size(), 1U);
  EXPECT_EQ(picks[0].index, 0U);
  EXPECT_TRUE(typist.lines.empty()) << "pain stands in both";
}

TEST(Conversation, AfterASecondErrorTheChoicesAreShownAgain) {
  Typist typist{{"9", "9", "1"}, {}};
  EXPECT_EQ(typist.talk.choose("Which?", kHandsAsked), 0U);
  const auto first = typist.said.find("Right");
  ASSERT_NE(first, std::string::npos);
  EXPECT_NE(typist.said.find("Right", first + 1), std::string::npos);
}

TEST(Conversation, AQuestionMarkAtATextSaysWhyItIsAsked) {
  Typist typist{{"?", "Anna"}, {}};
  EXPECT_EQ(typist.talk.text("Your name?", 100, "To keep answers apart."), "Anna");
  EXPECT_NE(typist.said.find("To keep answers apart."), std::string::npos);
  EXPECT_EQ(typist.said.find("Please type at most"), std::string::npos);
}

TEST(Conversation, AQuestionMarkExplainsAndAsksAgain) {
  Typist typist{{"?", "1"}, {}};
  EXPECT_EQ(typist.talk.choose("Which?", kHandsAsked), 0U);
  EXPECT_NE(typist.said.find("undo"), std::string::npos);
}

TEST(HandMap, EveryZoneIsInSomePlaceAndEveryPlaceStandsOnTheMap) {
  std::set<int> seen;
  const auto map = practice().say("cli.map") + practice().say("cli.map_behind");
  for (const auto& place : interview::hand_places(practice())) {
    EXPECT_NE(map.find("{" + place.key + "}"), std::string::npos) << place.key;
    for (const auto zone : place.zones) seen.insert(zone.index);
  }
  EXPECT_EQ(seen.size(), practice().zones.size());
}

TEST(HandMap, AFingerHasItsNailAndTheWristItsPulse) {
  const auto holds = [](const std::string& key, const std::string& zone) {
    for (const auto& place : interview::hand_places(practice()))
      if (place.key == key)
        return std::find(place.zones.begin(), place.zones.end(), practice().ids.zones.find(zone)) !=
               place.zones.end();
    return false;
  };
  EXPECT_TRUE(holds("D2", "D2.P3.dor"));
  EXPECT_FALSE(holds("D3", "D2.P3.dor"));
  EXPECT_TRUE(holds("WRIST_P", "RADA"));
  EXPECT_FALSE(holds("WRIST_D", "RADA"));
  EXPECT_TRUE(holds("MOUND", "THEN"));
  EXPECT_TRUE(holds("WRIST_P", "CT") || holds("PALM", "CT"));
  EXPECT_FALSE(holds("THUMB", "CT")) << "a nerve tunnel of the palm is no spot of the thumb";
}

std::string map_of(std::optional<Hand> hand) {
  return cli::hand_map(practice(), interview::hand_places(practice()), hand);
}

/// The column of a place's number.
std::size_t column_of(const std::string& map, const std::string& key) {
  const auto places = interview::hand_places(practice());
  std::string number;
  for (std::size_t i = 0; i < places.size(); ++i)
    if (places[i].key == key) number = std::to_string(i + 1);
  constexpr const char* kDigits = "0123456789";
  for (std::size_t at = 0; (at = map.find_first_of(kDigits, at)) != std::string::npos;) {
    const auto end = map.find_first_not_of(kDigits, at);
    if (map.substr(at, end - at) == number) return at - (map.rfind('\n', at) + 1);
    at = end;
  }
  ADD_FAILURE() << "no number of " << key << " in\n" << map;
  return 0;
}

TEST(HandMap, WithThePalmTowardsYouTheThumbOfALeftHandIsOnTheLeftAndOfARightHandOnTheRight) {
  const auto left = map_of(Hand::left);
  const auto right = map_of(Hand::right);
  EXPECT_LT(column_of(left, "THUMB"), column_of(left, "D5"));
  EXPECT_GT(column_of(right, "THUMB"), column_of(right, "D5"));
  EXPECT_NE(left.find("The left hand, palm towards you"), std::string::npos);
  EXPECT_NE(right.find("The right hand, palm towards you"), std::string::npos);
}

TEST(HandMap, TheMapFitsATerminalOfFortyColumns) {
  for (const auto hand : {std::optional<Hand>(), std::optional(Hand::left), std::optional(Hand::right)}) {
    const auto filled = map_of(hand);
    std::string_view map = filled;
    while (!map.empty()) {
      const auto line = map.substr(0, map.find('\n'));
      EXPECT_LE(cli::width_of(line), 38);
      map.remove_prefix(std::min(line.size() + 1, map.size()));
    }
  }
}

std::vector<std::string> zones_for(std::deque<std::string> lines) {
  Typist typist{std::move(lines), {}};
  std::vector<std::string> names;
  for (const auto zone : interview::ask_zones(typist.talk, practice(), "Where?", Hand::left, true))
    names.push_back(practice().at(zone).id);
  EXPECT_TRUE(typist.lines.empty());
  return names;
}

TEST(HandMap, SeveralPlacesCanBeSaidAtOnceByNumbersAndWords) {
  const auto zones = zones_for({"thumb mound, palm"});
  EXPECT_NE(std::find(zones.begin(), zones.end(), "THEN"), zones.end());
  EXPECT_NE(std::find(zones.begin(), zones.end(), "MIDP"), zones.end());
  EXPECT_TRUE(zones_for({"0"}).empty()) << "the whole hand";
}

TEST(HandMap, FingersAreAskedInThreePartsForAllOfThemTogether) {
  const auto zones = zones_for({"index finger, ring finger", "middle joint"});
  for (const std::string zone : {"PIP2", "PIP4", "D2.P1.dor", "D4.P2.pal"})
    EXPECT_NE(std::find(zones.begin(), zones.end(), zone), zones.end()) << zone;
  for (const std::string zone : {"MCP2", "DIP4", "PIP3"})
    EXPECT_EQ(std::find(zones.begin(), zones.end(), zone), zones.end()) << zone;
}

TEST(HandMap, TheThreePartsOfAFingerAreAllOfIt) {
  const auto whole = zones_for({"index finger", "0"});
  const auto parts = zones_for({"index finger", "1 2 3"});
  EXPECT_EQ(std::set(whole.begin(), whole.end()), std::set(parts.begin(), parts.end()));
}

TEST(Page, LinesBreakAtBlanksWithinTheWidthWhateverTheLetters) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += i % 3 == 0 ? "Übung " : i % 3 == 1 ? "手 " : "massage ";
  const auto page = cli::wrapped(text, "  - ", "    ");
  std::string_view rest = page;
  while (!rest.empty()) {
    const auto line = rest.substr(0, rest.find('\n'));
    EXPECT_LE(cli::width_of(line), cli::kPageWidth);
    EXPECT_FALSE(line.ends_with(' '));
    rest.remove_prefix(line.size() + 1);
  }
  EXPECT_EQ(cli::width_of("手"), 2);
  EXPECT_EQ(cli::width_of("e\xCC\x81"), 1) << "a combining accent takes no column";
  EXPECT_EQ(cli::width_of("\xff"), 1) << "a broken byte counts once and is not read beyond";
}

TEST(Page, AHelpTextKeepsItsColumnsAndNoLineIsTooLong) {
  const auto name = std::string("  --practice DIR              ");
  std::string means = "Directory of your own practice files,";
  for (int i = 0; i < 5; ++i) means += " which replace or extend the others,";
  const auto help = cli::fitted("Usage: thenar\n" + name + means + "\n");
  std::string_view rest = help;
  std::vector<std::string> lines;
  while (!rest.empty()) {
    lines.emplace_back(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(lines.back().size() + 1);
    EXPECT_LE(cli::width_of(lines.back()), cli::kPageWidth);
  }
  ASSERT_GT(lines.size(), 3U);
  EXPECT_EQ(lines[0], "Usage: thenar");
  EXPECT_TRUE(lines[1].starts_with(name));
  EXPECT_TRUE(lines[2].starts_with(std::string(name.size(), ' ') + "which") ||
              lines[2].find_first_not_of(' ') == name.size());
}

TEST(Page, TimesReadAsPeopleSayThem) {
  EXPECT_EQ(cli::wrapped(thenar::duration(45)), "45 s\n");
  EXPECT_EQ(cli::wrapped(thenar::duration(600)), "10 min\n");
  EXPECT_EQ(cli::wrapped(thenar::duration(150)), "2 min 30 s\n");
  EXPECT_EQ(cli::clock_time(65), "1:05");
}

}  // namespace
}  // namespace thenar::test
