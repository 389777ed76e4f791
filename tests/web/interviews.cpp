// Check-ins of the conformance set.
#include <random>

#include "recorder.hpp"
#include "thenar/base/json.hpp"
#include "thenar/interview/recall.hpp"
#include "thenar/interview/recorded.hpp"

namespace thenar::test {
namespace {

constexpr unsigned kPeople = 12;
constexpr std::size_t kMostQuestions = 400;

/// Any answer that a question takes.
Json any_answer(const Json& question, std::mt19937& chance) {
  const auto up_to = [&](std::size_t n) { return static_cast<int>(chance() % n); };
  const std::string kind = question["kind"];
  if (kind == "one") return {{"index", up_to(question["names"].size())}};
  if (kind == "numbers") {
    if (question["or_skip"] == true && up_to(4) == 0) return {{"skipped", true}};
    const int low = question["low"];
    Json numbers = Json::array();
    for (int i = 0; i < question["count"]; ++i)
      numbers.push_back(low + up_to(static_cast<std::size_t>(question["high"].get<int>() - low) + 1));
    return {{"numbers", numbers}};
  }
  const bool or_none = !question["none"].get<std::string>().empty();
  if (or_none && up_to(4) > 0) return {{"picks", Json::array()}};
  const std::size_t count = question[kind == "places" ? "places" : "names"].size();
  const bool unsure = question.value("may_be_unsure", false) && up_to(4) == 0;
  return {{"picks", {{{"index", up_to(count)}, {"unsure", unsure}}}}};
}

}  // namespace

void record_interviews(Recorder& recorder, const std::vector<std::string>& plans) {
  for (unsigned person = 0; person < kPeople; ++person) {
    std::mt19937 chance(person);
    Json interview{{"format", interview::kInterviewFormat}, {"name", "Ana"}, {"is_me", person % 3 > 0}};
    if (person % 2 > 0)
      interview["last"] = Json::parse(plans[person % plans.size()], nullptr, false)["request"];
    interview["answers"] = Json::array();
    const std::string about = "check-in " + std::to_string(person);
    while (interview["answers"].size() < kMostQuestions) {
      const auto given = recorder.call(about, "next_question", to_line(interview));
      const auto next = Json::parse(given.text, nullptr, false);
      if (!next.contains("question")) break;
      interview["answers"].push_back(any_answer(next["question"], chance));
    }
    if (interview["answers"].size() == kMostQuestions) recorder.fault(about + " does not end");
  }
  recorder.call("a check-in that is none", "next_question", "{}");
  for (const char* hours :
       {R"({"soreness_hours":3,"extra_pain_hours":0})", R"({"soreness_hours":30,"extra_pain_hours":4})"})
    recorder.call("the hours after a massage", "aftermath", hours);
  // What a check-in gave, recalled soon after and much later, with a massage between.
  const Json given{{"seconds", {{"left", 300}, {"right", 200}}},
                   {"by_technique", {{"left", {{"KNEAD", 300}}}, {"right", Json::object()}}},
                   {"by_zone", {{"left", {{"THEN", 300}}}, {"right", Json::object()}}},
                   {"stopped_zones", {{"left", {"THEN"}}, {"right", Json::array()}}},
                   {"trigger_points", {{"left", Json::array()}, {"right", {"TP1"}}}},
                   {"numb_stop", true}};
  constexpr std::int64_t kBegun = 1'700'000'000'000;
  for (const std::int64_t later : {std::int64_t{3'600'000}, std::int64_t{40} * 86'400'000}) {
    const Json kept{
        {"format", interview::kKeptFormat},
        {"now", kBegun + later},
        {"utc_offset_minutes", 60},
        {"checkin", {{"at", kBegun}, {"document", Json::parse(plans.front(), nullptr, false)["request"]}}},
        {"answers",
         {{{"rule", "S32"},
           {"answer", {{"conditions", {{{"rule", "S32"}, {"hand", "left"}}}}, {"allergies", Json::array()}}},
           {"answered_at", kBegun}}}},
        {"sessions",
         {{{"started_at", kBegun},
           {"ending", {{"how", "stopped"}, {"at", kBegun + 600'000}, {"rule", "T03"}, {"given", given}}},
           {"next_day", {{"soreness", 3}, {"lasted_long", true}, {"answered_at", kBegun + 86'400'000}}}}}}};
    recorder.call("what was kept", "recall", to_line(kept));
  }
}

}  // namespace thenar::test
