// Every precaution is reached by a check-in: for each of them a conversation is had, found from the practice
// alone, that brings it in.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "cli/conversation.hpp"
#include "support/shipped_practice.hpp"
#include "thenar/interview/checkin.hpp"

namespace thenar::test {
namespace {

using cli::Conversation;

/// The numbered answers of the question that was asked last, each whole, by its text.
std::map<std::string, int> options_in(const std::string& said) {
  std::map<std::string, int> options;
  std::string text;
  int number = -1;
  const auto keep = [&] {
    if (number >= 0) options[text] = number;
    number = -1;
  };
  for (std::size_t at = said.rfind("> ", said.size() - 3) + 1; at < said.size();) {
    const auto end = std::min(said.find('\n', at), said.size());
    const auto line = said.substr(at, end - at);
    at = end + 1;
    const auto first = line.find_first_not_of(' ');
    if (first == std::string::npos || first == 0) {
      keep();
    } else if (first < 5 && std::isdigit(static_cast<unsigned char>(line[first])) != 0) {
      keep();
      number = std::stoi(line.substr(first));
      text = line.substr(line.find_first_not_of(' ', line.find(' ', first)));
    } else if (number >= 0) {
      text += " " + line.substr(first);
    }
  }
  keep();
  return options;
}

/// Somebody who has one thing only. Knows the words of the practice, not the order of the questions.
class Patient {
 public:
  Patient(const Practice& practice, RuleId rule) : practice_(practice) {
    const auto& asked = practice.at(rule);
    const auto head = asked.asked_with.valid() ? asked.asked_with : rule;
    const auto& first = practice.at(head);
    if (first.computed && first.computed->age_below) age_ = std::to_string(*first.computed->age_below - 1);
    if (first.gate.empty()) return;
    for (const char* what : {".question", ".question_partner", ".glance", ".glance_partner"}) {
      const auto line = practice.words.find("gate." + first.gate + what);
      if (line != practice.words.end()) says_yes_to(line->second);
    }
    question_ = practice.say("rule." + first.id + ".question");
    says_yes_to(question_);
    for (const auto& [key, values] : asked.applies_when.answers)
      says_yes_to(practice.say("rule." + first.id + ".answer." + key + "." + values.front()));
  }

  std::optional<std::string> answer(const std::string& said) {
    const auto from = said.rfind("> ", said.size() - 3);
    const auto question = said.substr(from == std::string::npos ? 0 : from + 2);
    const auto options = options_in(said);
    for (const auto& [text, number] : options)
      if (std::find(yes_.begin(), yes_.end(), text) != yes_.end()) return std::to_string(number);
    if (question.find(practice_.say("checkin.age")) != std::string::npos) return age_;
    const bool may_be_none = options.contains(practice_.say("checkin.none")) ||
                             options.contains(practice_.say("checkin.none_after_all")) ||
                             options.contains(practice_.say("checkin.whole_hand"));
    if (may_be_none) return "0";
    const auto no = options.find(practice_.say("cli.no"));
    const bool asks_the_rule = !question_.empty() && unwrapped(question).find(question_) != std::string::npos;
    if (no != options.end() && !asks_the_rule) return std::to_string(no->second);
    return "1";
  }

 private:
  static std::string unwrapped(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  }
  void says_yes_to(const std::string& text) { yes_.push_back(text); }

  const Practice& practice_;
  std::vector<std::string> yes_;
  std::string question_;
  std::string age_ = "44";
};

/// The check-in of somebody who has this, for the first time.
CheckIn conversation_about(const Practice& practice, RuleId rule) {
  Patient patient(practice, rule);
  std::string said;
  Conversation talk(
      practice, [&] { return patient.answer(said); }, [&](std::string_view text) { said += text; });
  const auto mode = practice.at(rule).partner_only ? Mode::partner : Mode::self;
  return talk.stretch([&] { return interview::ask_safety(talk, practice, {}, {"Me", true, mode}); }).checkin;
}

TEST(Reach, EachOfThePrecautionsIsBroughtInByAConversationButTheOneThatIsNeverAsked) {
  const auto& practice = shipped_practice();
  int reached = 0;
  for (std::size_t i = 0; i < practice.rules.size(); ++i) {
    const RuleId id{static_cast<std::int16_t>(i)};
    const auto clearance = screening::screen(practice, conversation_about(practice, id));
    const bool holds = std::any_of(clearance.rules.begin(), clearance.rules.end(),
                                   [&](const AppliedRule& each) { return each.rule == id; });
    EXPECT_EQ(holds, !practice.at(id).never_asked) << practice.at(id).id;
    reached += holds ? 1 : 0;
  }
  EXPECT_EQ(reached, 66);
}

TEST(Reach, AHealthyPersonAnswersFourQuestionsTheFirstTime) {
  const auto& practice = shipped_practice();
  int questions = 0;
  std::string said;
  Patient patient(practice, practice.ids.rules.find("S52"));
  Conversation talk(
      practice,
      [&] {
        ++questions;
        return patient.answer(said);
      },
      [&](std::string_view text) { said += text; });
  const auto safety =
      talk.stretch([&] { return interview::ask_safety(talk, practice, {}, {"Me", true, Mode::self}); });
  EXPECT_TRUE(safety.checkin.conditions.empty());
  EXPECT_EQ(screening::screen(practice, safety.checkin).verdict, Verdict::clear);
  EXPECT_EQ(questions, 4);
}

}  // namespace
}  // namespace thenar::test
