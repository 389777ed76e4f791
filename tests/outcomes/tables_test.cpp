// What other programs read: tables, health records, pages and calendars.
#include "thenar/outcomes/tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "people.hpp"
#include "thenar/outcomes/pdf.hpp"
#include "thenar/outcomes/reminders.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::test {
namespace {

constexpr std::string_view kSeed = "0123456789abcdef";

outcomes::Record somebody() {
  auto record = record_until(30);
  record.person = "Ada, \"the\" baker";
  record.goals = {Goal::pain, Goal::sleep};
  for (int day = 0; day < 28; day += 2) record.sessions.push_back(rated(day, 6 - day / 10, 5 - day / 10));
  record.measured = {measured("grip", 1, {30, 31, 32}),
                     measured("tam", 2, {80, 0, 90, 10, 50, 5}, Hand::left, "D3"),
                     measured("pain_nrs", 3, {12}),
                     measured("heart_rate", 4, std::vector<std::optional<double>>(80, 800.0), {})};
  auto wrong = measured("grip", 5, {3, 3, 3});
  auto right = measured("grip", 5, {33, 33, 33});
  right.corrects = wrong.id;
  right.noted_at += 1000;
  record.measured.push_back(wrong);
  record.measured.push_back(right);
  return record;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0, to = 0; (to = text.find("\r\n", from)) != std::string::npos; from = to + 2)
    lines.push_back(text.substr(from, to - from));
  return lines;
}

TEST(Csv, HasEveryValueAlsoTheWrongOnes) {
  const auto lines = lines_of(outcomes::csv_of(shipped_practice(), somebody()));
  ASSERT_EQ(lines.size(), 1U + 28 + 6);
  EXPECT_TRUE(lines[0].starts_with("time,local_time,person,measure,hand,site,moment,score"));
  EXPECT_NE(lines[1].find("\"Ada, \"\"the\"\" baker\",pain_nrs,right,,before,6,points,6"), std::string::npos)
      << lines[1];
  int wrong = 0;
  for (const auto& line : lines) wrong += line.find("pain_nrs,right,,,,,12,,measured-") != std::string::npos;
  EXPECT_EQ(wrong, 1);  // without a score, but not lost
}

TEST(Csv, SaysWhoMeasuredAndWhenItWasNoted) {
  auto record = record_until(5);
  record.measured = {measured("grip", 1, {30, 31, 32})};
  record.measured[0].by_another = true;
  record.measured[0].noted_at += 60'000;
  record.sessions = {rated(1, 5, {})};
  const auto lines = lines_of(outcomes::csv_of(shipped_practice(), record));
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[0].ends_with(",withdrawn,by_another,noted_at"));
  EXPECT_TRUE(lines[2].ends_with(",,,yes,2026-03-02T18:01:00.000Z")) << lines[2];
  for (const auto& line : lines)
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), std::count(lines[0].begin(), lines[0].end(), ','));
}

TEST(Csv, NoTextRunsAsAFormulaAndNumbersStayNumbers) {
  for (const std::string name : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"}) {
    auto record = record_until(5);
    record.person = name;
    record.measured = {measured("joint_angle", 1, {-5}, Hand::left, "PIP3.extension"),
                       measured("joint_angle", 1, {1}, Hand::left, "=A1")};
    const auto lines = lines_of(outcomes::csv_of(shipped_practice(), record));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_NE(lines[1].find(",'" + name + ",joint_angle,left,PIP3.extension,,-5,degrees,-5,"),
              std::string::npos)
        << lines[1];
    EXPECT_NE(lines[2].find(",joint_angle,left,'=A1,"), std::string::npos) << lines[2];
  }
}

TEST(Fhir, TheBundleHoldsWhatWasDoneAndMeasuredAndNothingThatWasCorrected) {
  const auto bundle = outcomes::fhir_of(shipped_practice(), somebody(), kSeed);
  std::map<std::string, int> kinds;
  std::set<std::string> urns;
  std::vector<double> grips;
  for (const auto& entry : bundle["entry"]) {
    const auto& resource = entry["resource"];
    ++kinds[resource["resourceType"].get<std::string>()];
    EXPECT_TRUE(urns.insert(entry["fullUrl"].get<std::string>()).second);
    if (resource["resourceType"] == "Observation" && resource["valueQuantity"]["unit"] == "kg")
      grips.push_back(resource["valueQuantity"]["value"].get<double>());
  }
  EXPECT_EQ(kinds["Patient"], 1);
  EXPECT_EQ(kinds["Goal"], 2);
  EXPECT_EQ(kinds["CarePlan"], 1);
  EXPECT_EQ(kinds["Procedure"], 14);
  EXPECT_EQ(kinds["Questionnaire"], 2) << "none of heartbeats";
  EXPECT_EQ(kinds["QuestionnaireResponse"], 3);
  EXPECT_EQ(kinds["Observation"], 28 + 4);
  EXPECT_EQ(grips, (std::vector<double>{31, 33}));
}

TEST(Fhir, HeartbeatsAreAVitalSignAndAnswerNoQuestions) {
  auto record = record_until(5);
  record.measured = {measured("heart_rate", 1, std::vector<std::optional<double>>(80, 800.0), {}),
                     measured("rmssd", 1, std::vector<std::optional<double>>(80, 800.0), {}),
                     measured("grip", 1, {30, 31, 32})};
  std::map<std::string, Json> by_unit;
  const auto bundle = outcomes::fhir_of(shipped_practice(), record, kSeed);
  for (const auto& entry : bundle["entry"])
    if (entry["resource"]["resourceType"] == "Observation")
      by_unit[entry["resource"]["valueQuantity"]["code"].get<std::string>()] = entry["resource"];
  ASSERT_EQ(by_unit.size(), 3U);
  const auto category = Json::parse(
      R"([{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category",
                       "code": "vital-signs"}]}])");
  EXPECT_EQ(by_unit["/min"]["category"], category);
  EXPECT_EQ(by_unit["/min"]["code"]["coding"][0]["code"], "8867-4");
  EXPECT_FALSE(by_unit["/min"].contains("derivedFrom"));
  EXPECT_FALSE(by_unit["ms"].contains("derivedFrom"));
  EXPECT_FALSE(by_unit["kg"].contains("category"));
  EXPECT_TRUE(by_unit["kg"].contains("derivedFrom"));
}

TEST(Fhir, AMassageOfWhichNothingWasGivenWasNotDone) {
  auto record = record_until(9);
  for (int day = 0; day < 4; ++day) record.sessions.push_back(rated(day, 5, 4));
  const auto ending = [&](std::size_t i) -> journal::Ending& { return *record.sessions[i].session.ending; };
  ending(1).how = journal::How::stopped;
  ending(2).how = journal::How::stopped;
  ending(2).given = {};
  ending(3).given = {};
  std::vector<std::string> statuses;
  const auto bundle = outcomes::fhir_of(shipped_practice(), record, kSeed);
  for (const auto& entry : bundle["entry"])
    if (entry["resource"]["resourceType"] == "Procedure") statuses.push_back(entry["resource"]["status"]);
  EXPECT_EQ(statuses, (std::vector<std::string>{"completed", "stopped", "not-done", "not-done"}));
}

TEST(Fhir, EveryReferenceLeadsToAResourceOfTheBundle) {
  const auto bundle = outcomes::fhir_of(shipped_practice(), somebody(), kSeed);
  std::set<std::string> urns;
  for (const auto& entry : bundle["entry"]) urns.insert(entry["fullUrl"].get<std::string>());
  const std::function<void(const Json&)> walk = [&](const Json& value) {
    if (value.is_object() && value.contains("reference")) {
      EXPECT_TRUE(urns.contains(value["reference"].get<std::string>()));
    }
    for (const auto& item : value.items())
      if (item.value().is_structured()) walk(item.value());
  };
  walk(bundle);
}

TEST(Pdf, AReportIsOnePageWhateverIsInIt) {
  auto record = somebody();
  for (int i = 0; i < 60; ++i)
    for (const char* site : {"D2", "D3", "D4", "D5"})
      record.measured.push_back(measured("tam", i / 2.0, {80.0 - i % 9, 0, 90, 10, 50, 5}, Hand::left, site));
  for (auto& session : record.sessions) {
    session.session.ending->how = journal::How::stopped;
    session.session.ending->rule = "T03";
  }
  for (const auto& each : {somebody(), record, record_until(5)}) {
    const auto bytes =
        outcomes::report_pdf(shipped_practice(), outcomes::outcomes_of(shipped_practice(), each));
    ASSERT_TRUE(bytes);
    EXPECT_TRUE(bytes->starts_with("%PDF-"));
    std::size_t pages = 0;
    for (auto at = bytes->find("/Type /Page %"); at != std::string::npos;
         at = bytes->find("/Type /Page %", at + 1))
      ++pages;
    EXPECT_EQ(pages, 1U);
  }
}

TEST(Pdf, APlanIsDrawnForEveryProgramme) {
  Request request;
  request.wishes.minutes = 20;
  request.wishes.hands = {Hand::left, Hand::right};
  request.wishes.goals = {{Goal::pain, 1.0}};
  const auto plan = planning::compose(shipped_practice(), request);
  ASSERT_FALSE(plan.steps.empty());
  const auto bytes = outcomes::plan_pdf(shipped_practice(), plan);
  ASSERT_TRUE(bytes);
  EXPECT_GT(bytes->size(), 10'000U);
}

TEST(Reminders, AreEventsThatRepeatOnTheLocalClock) {
  outcomes::Reminders reminders{"2026-11-30", 7, 30, {0, 2, 4}, 6, "some-uid", kStart};
  const auto text = outcomes::reminders_ics(shipped_practice(), reminders);
  ASSERT_TRUE(text);
  for (const char* line :
       {"BEGIN:VCALENDAR\r\n", "DTSTART:20261130T073000\r\n", "RRULE:FREQ=WEEKLY;COUNT=18;BYDAY=MO,WE,FR\r\n",
        "BEGIN:VALARM\r\n", "END:VCALENDAR\r\n"})
    EXPECT_NE(text->find(line), std::string::npos) << line << *text;
  reminders.weekdays.clear();
  EXPECT_NE(outcomes::reminders_ics(shipped_practice(), reminders)->find("RRULE:FREQ=DAILY;COUNT=42"),
            std::string::npos);
  for (const char* day : {"2026-13-01", "2026-02-30", "today", "", "20261130"}) {
    reminders.first_day = day;
    EXPECT_EQ(outcomes::reminders_ics(shipped_practice(), reminders).has_value(),
              std::string(day) == "20261130")
        << day;
  }
}

TEST(Reminders, BeginOnTheFirstOfTheChosenDays) {
  // 2026-11-29 is a Sunday.
  for (const auto& [weekdays, begins] :
       std::vector<std::pair<std::vector<int>, std::string>>{{{}, "20261129"},
                                                             {{6}, "20261129"},
                                                             {{0, 3}, "20261130"},
                                                             {{3}, "20261203"},
                                                             {{5}, "20261205"},
                                                             {{0, 1, 2, 3, 4, 5, 6}, "20261129"}}) {
    const auto text =
        outcomes::reminders_ics(shipped_practice(), {"2026-11-29", 18, 5, weekdays, 4, "some-uid", kStart});
    ASSERT_TRUE(text);
    EXPECT_NE(text->find("DTSTART:" + begins + "T180500\r\n"), std::string::npos) << *text;
    EXPECT_NE(text->find("DTEND:" + begins + "T181500\r\n"), std::string::npos) << *text;
  }
}

TEST(Reminders, SayWhichEventTheyAreAndWhenTheyWereMade) {
  const auto text =
      outcomes::reminders_ics(shipped_practice(), {"2026-11-30", 7, 30, {}, 6, "some-uid", kStart + 61'500});
  ASSERT_TRUE(text);
  EXPECT_NE(text->find("UID:some-uid\r\n"), std::string::npos) << *text;
  EXPECT_NE(text->find("DTSTAMP:20260301T180101Z\r\n"), std::string::npos) << *text;
}

}  // namespace
}  // namespace thenar::test
