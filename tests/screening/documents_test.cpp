// Requests in, clearances out.
#include <gtest/gtest.h>

#include <algorithm>

#include "expected.hpp"
#include "thenar/base/json.hpp"

namespace thenar::test {
namespace {

constexpr std::string_view kRequest = R"({ "format": "thenar.request/1",
  "checkin": {
    "mode": "self", "age_years": 54, "dominant_hand": "right", "hand_length_mm": 182,
    "conditions": [ {"rule": "S32", "hand": "left", "zones": ["CMC1", "DIP2"]},
                    {"rule": "S45", "answers": {"platelets": "normal", "bruises": "no"}} ],
    "giver_conditions": [],
    "marked": [ {"hand": "left", "zone": "THEN", "as": "sore"} ],
    "ratings": {"pain": {"left": 4, "right": 2}, "stiffness": {"left": 5}, "stress": 6, "sleep": 4},
    "allergies": ["nut"],
    "history": {"weeks_since_first": 6, "seconds_today": {"left": 0, "right": 0}, "next_day_soreness": 0, "a01_count": 0,
                "trigger_points_24h": [], "zones_stopped_today": [], "numb_stops_today": 0} },
  "wishes": { "goals": {"pain": 1.0, "stress": 0.5}, "minutes": 10, "hands": ["left", "right"],
              "position": "desk", "medium": "lotion", "chosen": [], "hand_share": null, "programme": null } })";

Json request() {
  return Json::parse(kRequest);
}
Problems problems_of(const Json& json) {
  const auto read = screening::read_request(shipped_practice(), json, "request.json");
  return read ? Problems{} : read.error();
}
void expect_problem(const Json& json, const std::string& path, const std::string& text) {
  const auto problems = problems_of(json);
  ASSERT_EQ(problems.size(), 1U) << to_text(problems);
  EXPECT_EQ(problems[0].place.file, "request.json");
  EXPECT_EQ(problems[0].place.path, path);
  EXPECT_NE(to_text(problems[0]).find(text), std::string::npos) << to_text(problems[0]);
}

TEST(Requests, TheExampleIsRead) {
  const auto read = screening::read_request(shipped_practice(), kRequest, "request.json");
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(read->checkin.conditions.size(), 2U);
  EXPECT_EQ(read->checkin.conditions[0].zones.size(), 2U);
}
TEST(Requests, AnAnswerMustNameAQuestionOfItsRule) {
  auto json = request();
  json["checkin"]["conditions"][1]["answers"]["plateletts"] = "normal";
  expect_problem(json, "checkin.conditions[1].answers.plateletts", "platelets, bruises, care_team");
}
TEST(Requests, AnAnswerMustBeOneOfItsValues) {
  auto json = request();
  json["checkin"]["conditions"][1]["answers"]["platelets"] = "below_10";
  expect_problem(json, "checkin.conditions[1].answers.platelets", "normal, below_50, below_20, unsure");
}
TEST(Requests, AMarkIsAskedOnlyWhatItAsks) {
  auto json = request();
  json["checkin"]["marked"][0] = {
      {"hand", "left"}, {"zone", "THEN"}, {"as", "swollen"}, {"answers", {{"S06", "no"}}}};
  expect_problem(json, "checkin.marked[0].answers.S06", "one of S05");
  json["checkin"]["marked"][0]["answers"] = {{"S05", "maybe"}};
  expect_problem(json, "checkin.marked[0].answers.S05", "yes, no, unsure");
}
TEST(Requests, AGiverIsAnswerableOnlyWithAPartner) {
  auto json = request();
  json["checkin"]["giver_conditions"] = Json::array({{{"rule", "S32"}}});
  expect_problem(json, "checkin.giver_conditions", "mode self");
}
TEST(Requests, AMisspelledAllergyIsNotIgnored) {
  auto json = request();
  json["checkin"]["allergies"] = {"nutt"};
  expect_problem(json, "checkin.allergies[0]", "latex");
}
TEST(Requests, EachHandAtMostOnceAndAtLeastOne) {
  auto json = request();
  json["wishes"]["hands"] = {"left", "left"};
  expect_problem(json, "wishes.hands", "the same hand twice");
  json["wishes"]["hands"] = Json::array();
  expect_problem(json, "wishes.hands", "no hand");
}
TEST(Requests, ChosenMustBeATechniqueOrPoint) {
  auto json = request();
  json["wishes"]["chosen"] = {"TRACT", "PC6", "THEN"};
  expect_problem(json, "wishes.chosen[2]", "a technique or a point");
}
TEST(Requests, AllProblemsAreToldAtOnce) {
  auto json = request();
  json["wishes"]["hands"] = Json::array();
  json["checkin"]["allergies"] = {"nutt"};
  json["checkin"]["conditions"][1]["answers"]["platelets"] = "below_10";
  EXPECT_EQ(problems_of(json).size(), 3U);
  json["checkin"]["age_years"] = -3;
  json["wishes"]["minutes"] = 1e9;
  json["checkin"]["conditions"][0]["rule"] = "S99";
  EXPECT_EQ(problems_of(json).size(), 3U);  // what cannot be read comes first
}

TEST(Documents, AClearanceSaysWhatIsDifferentAndNothingElse) {
  const auto got = screening::screen(shipped_practice(), with({said("S36", {}, {"D5.P2.dor"}), said("S41")}));
  const auto json = screening::to_document(shipped_practice(), got);
  EXPECT_EQ(json.begin().key(), "format");
  EXPECT_EQ(json["format"], "thenar.clearance/1");
  EXPECT_EQ(json["verdict"], "modified");
  EXPECT_TRUE(json["advice"].is_null());
  ASSERT_EQ(json["rules"].size(), 2U);
  EXPECT_EQ(json["rules"][0]["id"], "S36");
  EXPECT_EQ(json["rules"][0]["class"], "exclude_zone");
  EXPECT_EQ(json["rules"][0]["hands"], Json::array({"left"}));
  EXPECT_TRUE(json["hands"]["right"]["zones"].empty());
  EXPECT_EQ(json["hands"]["left"]["zones"]["D5.P2.dor"]["excluded"], true);
  EXPECT_EQ(json["hands"]["left"]["zones"]["THEN"]["max_level"], 2);
  EXPECT_FALSE(json["hands"]["left"]["zones"].contains("CT"));  // L1 for everybody already
  EXPECT_TRUE(json["giver"].contains("left"));
  EXPECT_FALSE(json["giver"].contains("partner"));
}
TEST(Documents, TheMostUrgentAdviceComesFirst) {
  const auto got = screening::screen(shipped_practice(), with({said("S11"), said("S06"), said("S16")}));
  const auto json = screening::to_document(shipped_practice(), got);
  EXPECT_EQ(json["advice"]["urgency"], "same_day");
  ASSERT_EQ(json["further_advice"].size(), 2U);
  EXPECT_EQ(json["further_advice"][0]["urgency"], "within_48_hours");
  EXPECT_FALSE(json["advice"]["who"].get<std::string>().empty());
}
TEST(Documents, EveryRuleSaysItsEffectAndWhy) {
  for (const auto& each : shipped_practice().rules) {
    const auto got =
        screening::screen(shipped_practice(), with({said(each.id, {}, {}, std::nullopt)}, Mode::partner));
    for (const auto& applied : got.rules) {
      EXPECT_GT(applied.effect.size(), 10U) << each.id;
      EXPECT_GT(applied.text.size(), 10U) << each.id;
    }
  }
}

}  // namespace
}  // namespace thenar::test
