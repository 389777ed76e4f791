// Outcomes of the conformance set.
#include "recorder.hpp"
#include "thenar/base/json.hpp"
#include "thenar/outcomes/items.hpp"
#include "thenar/outcomes/record.hpp"

namespace thenar::test {
namespace {

constexpr std::int64_t kBegun = 1'700'000'000'000;
constexpr std::int64_t kDay = 86'400'000;

Json measured(const std::string& measure, std::int64_t day, const Json& values, const Json& hand,
              const std::string& site = {}) {
  static int number = 0;
  return {{"id", "measured-" + std::to_string(++number)},
          {"measure", measure},
          {"hand", hand},
          {"site", site},
          {"values", values},
          {"unit", ""},
          {"at", kBegun + day * kDay},
          {"utc_offset_minutes", 60},
          {"by_another", false},
          {"corrects", ""},
          {"withdrawn", false},
          {"noted_at", kBegun + day * kDay}};
}

Json session(std::int64_t day) {
  Json given{{"seconds", {{"left", 300}, {"right", 200}}},
             {"by_technique", {{"left", {{"KNEAD", 300}}}, {"right", {{"EFFL", 200}}}}},
             {"by_zone", {{"left", {{"THEN", 300}}}, {"right", {{"MIDP", 200}}}}},
             {"stopped_zones", {{"left", Json::array()}, {"right", Json::array()}}},
             {"trigger_points", {{"left", Json::array()}, {"right", Json::array()}}},
             {"numb_stop", false}};
  if (day == 11) {  // begun, and nothing of it given
    given["seconds"] = {{"left", 0}, {"right", 0}};
    given["by_technique"] = given["by_zone"] = {{"left", Json::object()}, {"right", Json::object()}};
  }
  const std::int64_t at = kBegun + day * kDay;
  const auto rating = [&](const char* measure, const Json& hand, const char* moment, std::int64_t value) {
    return Json{{"measure", measure}, {"hand", hand}, {"moment", moment}, {"value", value}, {"at", at}};
  };
  return {
      {"started_at", at},
      {"ending",
       {{"how", day == 9 ? "stopped" : "finished"},
        {"at", at + 600'000},
        {"rule", day == 9 ? "T03" : ""},
        {"given", given}}},
      {"next_day",
       day % 4 == 0 ? Json{{"soreness", 2}, {"lasted_long", day == 8}, {"answered_at", at + kDay}} : Json()},
      {"ratings",
       {rating("pain", "left", "before", 8 - day / 7), rating("pain", "left", "after", 7 - day / 7 + day % 2),
        rating("stress", nullptr, "before", 4 + day % 3), rating("stress", nullptr, "after", 3 + day % 2)}}};
}

Json items() {
  Json questions = Json::array();
  for (int i = 1; i <= 12; ++i) questions.push_back({{"text", "question " + std::to_string(i)}});
  return {{"format", outcomes::kItemsFormat},
          {"measure", "bmhq"},
          {"language", "en"},
          {"source", "a clinic"},
          {"items", questions},
          {"reverse", {1, 2}}};
}

}  // namespace

void record_outcomes(Recorder& recorder) {
  recorder.call("what may be measured", "measures");
  const std::vector<Json> all{measured("grip", 1, {30, 31.5, 32}, "right"),
                              measured("grip", 20, {34, nullptr, 33}, "right"),
                              measured("figure_of_eight", 1, {43, 43.1, 42.9}, "left"),
                              measured("figure_of_eight", 30, {41, 41.1, 40.9}, "left"),
                              measured("tam", 3, {80, 0, 90, 10, 50, 5}, "left", "D3"),
                              measured("tam", 3, {85, 0, 95, 0, 60, 0}, "right", "D3"),
                              measured("strickland", 4, {80, 20, 50, 0}, "left", "D3"),
                              measured("heart_rate", 4, std::vector<int>(80, 812), nullptr),
                              measured("joint_angle", 5, {85}, "left", "PIP3.flexion"),
                              measured("mood_grid", 5, {7, 3}, nullptr),
                              measured("bmhq", 5, {1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, nullptr}, nullptr),
                              measured("quickdash", 6, {1, 2, 3, 4, 5, 1, 2, 3, 4, 5, nullptr}, nullptr)};
  for (const auto& each : all)
    recorder.call("something measured", "score",
                  to_line({{"measured", each}, {"items", each["measure"] == "bmhq" ? items() : Json()}}));
  recorder.call("a grip among its peers", "score",
                to_line({{"measured", all.front()}, {"age_years", 52}, {"sex", "woman"}}));
  recorder.call("something that cannot be", "score",
                to_line({{"measured", measured("pain_nrs", 1, {11}, "left")}}));

  Json record{{"format", outcomes::kRecordFormat},
              {"now", kBegun + 31 * kDay},
              {"utc_offset_minutes", 60},
              {"weeks", 0},
              {"first_at", 0},
              {"person", "Ana"},
              {"goals", {"pain", "stress"}},
              {"sessions", Json::array()},
              {"measured", all},
              {"items", {items()}}};
  recorder.call("measurements alone", "outcomes", to_line(record));
  for (std::int64_t day = 0; day < 30; ++day) record["sessions"].push_back(session(day));
  recorder.call("a month of massages", "outcomes", to_line(record));
  recorder.call("a month of massages for others", "tables",
                to_line({{"seed", "0123456789abcdef"}, {"record", record}}));
  recorder.call("a seed that is none", "tables", to_line({{"seed", "?"}, {"record", record}}));
  record["weeks"] = 2;
  recorder.call("its last two weeks", "outcomes", to_line(record));
}

}  // namespace thenar::test
