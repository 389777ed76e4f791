// Questions and answers without a terminal: what is typed and what is said.
#include "cli/conversation.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <map>
#include <set>

#include "cli/page.hpp"
#include "cli/visit/hand_map.hpp"
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
  EXPECT_TRUE(typist.talk.choose_many("Any?", {"a", "b"}, "NONE", true).empty());
  EXPECT_TRUE(typist.lines.empty()) << "Enter alone was taken for none";
}

TEST(Conversation, SeveralAnswersStandOnOneLineAndAQuestionMarkIsNotSure) {
  Typist typist{{"3? 1,2 1"}, {}};
  const auto picks = typist.talk.choose_many("Any?", {"ache", "bite", "cut"}, "NONE", true);
  ASSERT_EQ(picks.size(), 3U);
  EXPECT_EQ(picks[0].index, 2U);
  EXPECT_TRUE(picks[0].unsure);
  EXPECT_EQ(picks[1].index, 0U);
  EXPECT_FALSE(picks[1].unsure);
}

TEST(Conversation, OneWrongNumberAmongSeveralSpoilsTheLine) {
  Typist typist{{"1 9", "2"}, {}};
  const auto picks = typist.talk.choose_many("Any?", {"ache", "bite"}, "NONE", false);
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
  EXPECT_THROW(quits.talk.text("Your name?", 100), cli::Left);
}

TEST(Conversation, AQuestionLongerThanTheScreenComesInPagesAndCanBeAnsweredOnAny) {
  std::vector<std::string> names;
  for (int i = 1; i <= 30; ++i)
    names.push_back("an answer so long that it has a line of its own, " + std::to_string(i));
  std::vector<std::string> lines{"", "", "", "30", "2"};
  std::string said;
  std::size_t longest = 0;
  std::string page;
  Conversation talk(
      practice(),
      [&]() -> std::optional<std::string> {
        longest = std::max(longest, static_cast<std::size_t>(std::count(page.begin(), page.end(), '\n')));
        page.clear();
        const auto line = lines.front();
        lines.erase(lines.begin());
        return line;
      },
      [&](std::string_view text) {
        said += text;
        page += text;
      },
      12);
  EXPECT_EQ(talk.choose("Which?", {names, {}}), 29U);
  EXPECT_LT(longest, 12U);
  const auto before = said.size();
  EXPECT_EQ(talk.choose("Which?", {names, {}}), 1U) << "answered on the first page";
  EXPECT_EQ(said.find(", 30", before), std::string::npos);
}

TEST(Conversation, AQuestionMarkExplainsAndAsksAgain) {
  Typist typist{{"?", "1"}, {}};
  EXPECT_EQ(typist.talk.choose("Which?", kHandsAsked), 0U);
  EXPECT_NE(typist.said.find("undo"), std::string::npos);
}

TEST(HandMap, EveryZoneIsInSomePlaceAndEveryPlaceStandsOnTheMap) {
  std::set<int> seen;
  const auto& map = practice().say("cli.map");
  for (const auto& place : cli::hand_places(practice())) {
    EXPECT_NE(map.find("{" + place.key + "}"), std::string::npos) << place.key;
    for (const auto zone : place.zones) seen.insert(zone.index);
  }
  EXPECT_EQ(seen.size(), practice().zones.size());
}

TEST(HandMap, AFingerHasItsNailAndTheWristItsPulse) {
  const auto holds = [](const std::string& key, const std::string& zone) {
    for (const auto& place : cli::hand_places(practice()))
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

TEST(HandMap, TheMapFitsATerminalOfFortyColumns) {
  std::map<std::string, std::string> numbers;
  for (const auto& place : cli::hand_places(practice())) numbers[place.key] = "12";
  const auto filled = fill(practice().say("cli.map"), numbers);
  std::string_view map = filled;
  while (!map.empty()) {
    const auto line = map.substr(0, map.find('\n'));
    EXPECT_LE(cli::width_of(line), 40);
    map.remove_prefix(std::min(line.size() + 1, map.size()));
  }
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

TEST(Page, TimesReadAsPeopleSayThem) {
  EXPECT_EQ(cli::wrapped(cli::duration(45)), "45 s\n");
  EXPECT_EQ(cli::wrapped(cli::duration(600)), "10 min\n");
  EXPECT_EQ(cli::wrapped(cli::duration(150)), "2 min 30 s\n");
  EXPECT_EQ(cli::clock_time(65), "1:05");
}

}  // namespace
}  // namespace thenar::test
