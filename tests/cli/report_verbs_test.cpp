// thenar report and remind: what they write is what the name says, and no two calendars take each other's
// place.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "cli/command.hpp"

namespace thenar::test {
namespace {

TEST(ReportVerb, AnEndingThatSaysNoFormatIsRefusedWithThoseThatDo) {
  const TemporaryFolder home;
  test::Run run;
  run.environment = {{"HOME", home.path()}};
  for (const char* name : {"x.txt", "x", "report.docx", "pdf"}) {
    const auto done = thenar({"report", "-o", home / name}, run);
    EXPECT_EQ(done.code, 2) << name << done.err;
    EXPECT_NE(done.err.find(".pdf, .csv, .json or .fhir.json"), std::string::npos) << done.err;
  }
  run.input = "Anna\n1\n1\n1\n";
  ASSERT_EQ(thenar({}, run).code, 3) << "somebody is kept";
  for (const std::vector<std::string>& named :
       {std::vector<std::string>{home / "x.csv"}, {home / "x.txt", "--format", "csv"}}) {
    std::vector<std::string> arguments{"report", "-o"};
    arguments.insert(arguments.end(), named.begin(), named.end());
    EXPECT_EQ(thenar(arguments, run).code, 0);
    EXPECT_TRUE(read_whole(named.front()).starts_with("time,local_time,person"));
  }
  EXPECT_TRUE(thenar({"report", "-o", "-"}, run).out.starts_with("%PDF-"));
}

TEST(ReportVerb, APlanIsAPageAndNothingElse) {
  const TemporaryFolder folder;
  const auto plan = folder.file("plan.json", thenar_reads("plan", kRequest).out);
  EXPECT_EQ(thenar({"report", "--plan", plan, "-o", folder / "plan.csv"}).code, 2);
  EXPECT_EQ(thenar({"report", "--plan", plan, "-o", folder / "plan.pdf"}).code, 0);
  EXPECT_TRUE(read_whole(folder / "plan.pdf").starts_with("%PDF-"));
}

TEST(RemindVerb, EachCalendarHasAnEventOfItsOwnMadeNow) {
  const std::regex uid("UID:([0-9a-f]{32})\r\n");
  const std::regex stamp("DTSTAMP:(\\d{8}T\\d{6}Z)\r\n");
  std::set<std::string> uids;
  for (int i = 0; i < 3; ++i) {
    const auto text = thenar({"remind", "--from", "2030-01-01", "--days", "mon", "--at", "18:30"}).out;
    std::smatch found;
    ASSERT_TRUE(std::regex_search(text, found, uid)) << text;
    uids.insert(found[1]);
    ASSERT_TRUE(std::regex_search(text, found, stamp)) << text;
    const auto now = std::time(nullptr);
    std::tm made{};
    ASSERT_NE(::strptime(found[1].str().c_str(), "%Y%m%dT%H%M%SZ", &made), nullptr);
    EXPECT_LE(::timegm(&made), now);
    EXPECT_GT(::timegm(&made), now - 600);
    EXPECT_NE(text.find("DTSTART:20300107T183000\r\n"), std::string::npos) << text;
  }
  EXPECT_EQ(uids.size(), 3U);
}

}  // namespace
}  // namespace thenar::test
