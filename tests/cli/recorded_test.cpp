// A check-in question by question: the same as the one that is typed.
#include "thenar/interview/recorded.hpp"

#include <gtest/gtest.h>

#include <random>

#include "cli/conversation.hpp"
#include "support/shipped_practice.hpp"

namespace thenar::test {
namespace {

using interview::next_question;

Json interview_of(const Json& answers) {
  return {{"format", interview::kInterviewFormat}, {"name", "Ana"}, {"is_me", true}, {"answers", answers}};
}

/// Any answer that a question takes, and what somebody would type for it.
std::pair<Json, std::string> any_answer(const Json& question, std::mt19937& chance) {
  const auto up_to = [&](std::size_t n) { return static_cast<int>(chance() % n); };
  const std::string kind = question["kind"];
  if (kind == "numbers") {
    const int low = question["low"];
    const int high = question["high"];
    if (question["or_skip"] == true && up_to(3) == 0) return {{{"skipped", true}}, ""};
    Json numbers = Json::array();
    std::string typed;
    for (int i = 0; i < question["count"]; ++i) {
      numbers.push_back(low + up_to(static_cast<std::size_t>(high - low + 1)));
      typed += numbers.back().dump() + " ";
    }
    return {{{"numbers", numbers}}, typed};
  }
  if (kind == "one") {
    const int index = up_to(question["names"].size());
    return {{{"index", index}}, std::to_string(index + 1)};
  }
  const std::size_t count = question[kind == "places" ? "places" : "names"].size();
  const bool or_none = !question["none"].get<std::string>().empty();
  if (or_none && up_to(3) > 0) return {{{"picks", Json::array()}}, "0"};
  const int index = up_to(count);
  const bool unsure = question.value("may_be_unsure", false) && up_to(4) == 0;
  return {{{"picks", {{{"index", index}, {"unsure", unsure}}}}},
          std::to_string(index + 1) + (unsure ? "?" : "")};
}

TEST(RecordedCheckIn, QuestionByQuestionItIsTheOneThatIsTyped) {
  const Practice& practice = shipped_practice();
  std::size_t longest = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::mt19937 chance(seed);
    Json answers = Json::array();
    std::vector<std::string> typed;
    Loaded<Json> next = next_question(practice, interview_of(answers), "interview");
    while (next && next->contains("question")) {
      ASSERT_LT(answers.size(), 400U) << "it does not end";
      const auto [answer, line] = any_answer((*next)["question"], chance);
      answers.push_back(answer);
      typed.push_back(line);
      next = next_question(practice, interview_of(answers), "interview");
    }
    ASSERT_TRUE(next) << to_text(next.error().front());
    std::size_t at = 0;
    cli::Conversation talk(
        practice,
        [&]() -> std::optional<std::string> {
          if (at == typed.size()) return std::nullopt;
          return typed[at++];
        },
        [](std::string_view) {});
    const auto checked = interview::check_in(talk, practice, {}, "Ana", true);
    EXPECT_EQ(at, typed.size());
    EXPECT_EQ((*next)["done"]["request"].dump(), to_json(checked.request, &practice.ids).dump()) << seed;
    EXPECT_EQ((*next)["done"]["answered"].size(), checked.answered.size());
    longest = std::max(longest, typed.size());
  }
  EXPECT_GT(longest, 30U);
}

TEST(RecordedCheckIn, TheFirstQuestionOfSafetyIsOneScreenWithOneAnswerForNoneOfThem) {
  const auto next = next_question(shipped_practice(), interview_of({{{"index", 0}}}), "interview");
  ASSERT_TRUE(next);
  const Json& question = (*next)["question"];
  EXPECT_EQ(question["kind"], "several");
  EXPECT_EQ(question["names"].size(), 5U);
  EXPECT_EQ(question["none"], shipped_practice().say("checkin.none_tapped"));
}

TEST(RecordedCheckIn, WhoKnowsWhatTheyWantIsAskedOnlyWhatSafetyNeeds) {
  Json document = interview_of(Json::array());
  document["mode"] = "self";
  document["wishes"] = {{"minutes", 3}, {"hands", {"left", "right"}}, {"goals", {{"stress", 1}}}};
  for (;;) {
    const auto next = next_question(shipped_practice(), document, "interview");
    ASSERT_TRUE(next) << to_text(next.error().front());
    if (next->contains("done")) {
      EXPECT_EQ((*next)["done"]["request"]["wishes"]["minutes"], 3);
      break;
    }
    const Json& question = (*next)["question"];
    EXPECT_EQ(question["text"].get<std::string>().find("minutes"), std::string::npos);
    if (question["kind"] == "several") {
      EXPECT_NE(question["none"], "") << question.dump();
      document["answers"].push_back({{"picks", Json::array()}});
    } else if (question["kind"] == "numbers") {
      document["answers"].push_back({{"skipped", true}});
    } else {
      document["answers"].push_back({{"index", 1}});
    }
    ASSERT_LT(document["answers"].size(), 20U);
  }
}

TEST(RecordedCheckIn, NobodyWhoTapsIsToldToType) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 chance(seed);
    Json answers = Json::array();
    for (;;) {
      const auto next = next_question(shipped_practice(), interview_of(answers), "interview");
      ASSERT_TRUE(next);
      for (const char* typed : {"Type ", "type ", "Enter", "number that", "NONE"})
        EXPECT_EQ(next->dump().find(typed), std::string::npos) << typed << " in " << next->dump();
      if (!next->contains("question")) break;
      answers.push_back(any_answer((*next)["question"], chance).first);
    }
  }
}

TEST(RecordedCheckIn, AnAnswerThatItsQuestionDoesNotTakeIsNamed) {
  for (const Json& wrong : {Json{{"index", 7}}, Json{{"numbers", {1}}}, Json::object()}) {
    const auto next = next_question(shipped_practice(), interview_of(Json::array({wrong})), "interview");
    ASSERT_FALSE(next) << wrong.dump();
    EXPECT_TRUE(next.error().front().place.path.starts_with("answers[0]")) << next.error().front().place.path;
  }
  const auto twice = next_question(
      shipped_practice(), interview_of({{{"index", 0}}, {{"picks", {{{"index", 1}}, {{"index", 1}}}}}}),
      "interview");
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().front().place.path, "answers[1].picks");
}

}  // namespace
}  // namespace thenar::test
