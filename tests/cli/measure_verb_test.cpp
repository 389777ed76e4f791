// thenar measure: what is noted, corrected and withdrawn is what somebody meant, or it is refused.
#include <gtest/gtest.h>

#include "cli/command.hpp"
#include "thenar/journal/sqlite.hpp"

namespace thenar::test {
namespace {

class MeasureVerb : public ::testing::Test {
 protected:
  TemporaryFolder home;
  test::Run run;
  journal::PersonId ana{};

  MeasureVerb() {
    run.environment = {{"TZ", "CET-1CEST,M3.5.0,M10.5.0/3"}};
    ana = opened()->add_person("Ana", 1).value();
  }
  std::unique_ptr<journal::Journal> opened() const {
    journal::OpenOptions options;
    options.path = home / "journal.db";
    return std::move(journal::open_journal(options).value());
  }
  Finished measure(std::vector<std::string> arguments, const std::string& language = "en") {
    arguments.insert(arguments.begin(),
                     {"--journal", home / "journal.db", "--language", language, "measure"});
    return thenar(std::move(arguments), run);
  }
  std::vector<journal::Measured> kept() const { return opened()->measured(ana).value(); }
  std::string items_of(const std::string& measure, int count) const {
    std::string items;
    for (int i = 0; i < count; ++i) items += std::string(items.empty() ? "" : ", ") + R"({"text": "How?"})";
    return home.file(measure + ".json", R"({"format": "thenar.items/1", "measure": ")" + measure +
                                            R"(", "language": "en", "source": "its owner", "items": [)" +
                                            items + "]}");
  }
  void expect_refused(const std::vector<std::string>& arguments, const std::string& with) {
    const auto before = kept().size();
    const auto done = measure(arguments);
    EXPECT_EQ(done.code, 1) << done.out;
    EXPECT_NE(done.err.find(with), std::string::npos) << done.err;
    EXPECT_EQ(kept().size(), before) << "nothing is noted";
  }
};

TEST_F(MeasureVerb, ItemsOfAnotherMeasureAreRefusedWithTheirPlace) {
  const auto fihoa = items_of("fihoa", 10);
  std::vector<std::string> arguments{"bmhq"};
  arguments.insert(arguments.end(), 12, "1");
  arguments.insert(arguments.end(), {"--items", fihoa});
  expect_refused(arguments, fihoa + ": measure: found \"fihoa\", expected \"bmhq\"");
  arguments.back() = items_of("bmhq", 12);
  const auto done = measure(arguments);
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(kept().size(), 1U);
}

TEST_F(MeasureVerb, ADayOrAnHourThatNeverWasIsRefused) {
  for (const char* never : {"2025-02-30 10:00", "2025-04-31 10:00", "2025-02-29 23:59", "2025-03-30 02:30"})
    expect_refused({"grip", "30", "30", "30", "--hand", "left", "--at", never}, never);
  for (const char* time : {"2024-02-29 10:00", "2025-03-30 03:00", "2025-03-30 01:59", "2025-10-26 02:30"}) {
    const auto done = measure({"grip", "30", "30", "30", "--hand", "left", "--at", time});
    EXPECT_EQ(done.code, 0) << time << done.err;
    EXPECT_NE(measure({}).out.find(time), std::string::npos) << time;
  }
}

TEST_F(MeasureVerb, WhatIsNoLongerUnderstoodCanStillBeWithdrawn) {
  journal::Measured impossible;
  impossible.id = "impossible-1";
  impossible.measure = "pain_nrs";
  impossible.hand = Hand::left;
  impossible.values = {12};
  ASSERT_TRUE(opened()->add_measured(ana, impossible));
  const auto done = measure({"--withdraw", "impossible"});
  EXPECT_EQ(done.code, 0) << done.err;
  const auto all = kept();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_TRUE(all.back().withdrawn);
  EXPECT_EQ(all.back().corrects, "impossible-1");
  EXPECT_EQ(all.back().values, impossible.values);
}

TEST_F(MeasureVerb, UnitsAreSaidInTheLanguage) {
  const auto done = measure({"tap_speed", "50", "10", "--hand", "left"}, "de");
  EXPECT_NE(done.out.find("5,0 Tipps pro Sekunde"), std::string::npos) << done.out << done.err;
  EXPECT_NE(measure({}, "de").out.find("50 10 Tipps pro Sekunde"), std::string::npos)
      << measure({}, "de").out;
  EXPECT_NE(measure({}, "es").out.find("50 10 toques por segundo"), std::string::npos);
}

TEST_F(MeasureVerb, ACorrectionTakesOverWhatIsNotSaidAnew) {
  const std::string then = "2026-01-02 18:30";
  ASSERT_EQ(measure({"finger_circumference", "2.5", "--hand", "left", "--site", "D3", "--unit", "in",
                     "--by-another", "--at", then})
                .code,
            0);
  const auto first = kept().front();
  const auto done = measure({"finger_circumference", "2.6", "--corrects", first.id.substr(0, 8)});
  ASSERT_EQ(done.code, 0) << done.err;
  const auto second = kept().back();
  EXPECT_EQ(second.corrects, first.id);
  EXPECT_EQ(second.hand, Hand::left);
  EXPECT_EQ(second.site, "D3");
  EXPECT_EQ(second.unit, "in");
  EXPECT_TRUE(second.by_another);
  EXPECT_EQ(second.at, first.at);
  ASSERT_EQ(
      measure({"finger_circumference", "66", "--hand", "right", "--unit", "mm", "--corrects", second.id})
          .code,
      0);
  EXPECT_EQ(kept().back().hand, Hand::right);
  EXPECT_EQ(kept().back().unit, "mm");
  EXPECT_EQ(kept().back().site, "D3");
}

TEST_F(MeasureVerb, ACorrectionIsOfTheSameMeasureAndSaysWhichWhereNoneIsNamed) {
  ASSERT_EQ(measure({"grip", "30", "31", "32", "--hand", "left"}).code, 0);
  const auto id = kept().front().id;
  expect_refused({"tap_speed", "50", "10", "--hand", "left", "--corrects", id},
                 "MEASURE: found \"tap_speed\", expected \"grip\"");
  expect_refused({"--corrects", id}, "MEASURE: found none, expected \"grip\"");
  expect_refused({"33", "34", "35", "--corrects", id}, "MEASURE: found \"33\", expected \"grip\"");
}

TEST_F(MeasureVerb, OnlyTheNewestCorrectionCanBeCorrectedOrWithdrawn) {
  ASSERT_EQ(measure({"grip", "3", "31", "32", "--hand", "left"}).code, 0);
  const auto first = kept().front().id;
  ASSERT_EQ(measure({"grip", "30", "31", "32", "--corrects", first}).code, 0);
  const auto second = kept().back().id;
  expect_refused({"grip", "33", "33", "33", "--corrects", first}, second.substr(0, 8));
  expect_refused({"--withdraw", first}, second.substr(0, 8));
  ASSERT_EQ(measure({"--withdraw", second}).code, 0);
  const auto withdrawal = kept().back().id;
  expect_refused({"--withdraw", withdrawal}, "not withdrawn already");
  expect_refused({"--withdraw", first}, withdrawal.substr(0, 8));
  EXPECT_EQ(measure({"grip", "30", "31", "33", "--corrects", withdrawal}).code, 0)
      << "it was there after all";
}

TEST_F(MeasureVerb, WhatIsCountedNobodyTypesIn) {
  for (const char* counted : {"adherence", "adverse_events"}) expect_refused({counted, "5"}, "counted");
}

}  // namespace
}  // namespace thenar::test
