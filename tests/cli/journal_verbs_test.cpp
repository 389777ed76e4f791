// thenar journal and the practice listings.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"

namespace thenar::test {
namespace {

using nlohmann::json;

class JournalVerbs : public ::testing::Test {
 protected:
  TemporaryFolder home;
  test::Run run;
  JournalVerbs() { run.environment = {{"HOME", home.path()}}; }
  Finished call(std::vector<std::string> arguments, const std::string& input = {}) {
    run.input = input;
    return thenar(std::move(arguments), run);
  }
  /// Somebody checks in and leaves, so that there is something to keep.
  void visit(const std::string& name) {
    ASSERT_EQ(call({}, name + "\n1\n1\n1\n").code, 3) << "an emergency is kept and ends the visit";
  }
};

TEST_F(JournalVerbs, AnEmptyJournalSaysSo) {
  const auto done = call({"journal", "list"});
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_NE(done.out.find("Nothing is kept yet"), std::string::npos);
}

TEST_F(JournalVerbs, TheWholeJournalIsOneDocument) {
  visit("Anna");
  const auto done = call({"journal", "export"});
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(json::parse(done.out)["format"], "thenar.journal/1");
  EXPECT_NE(done.out.find("Anna"), std::string::npos);
  EXPECT_EQ(call({"journal", "export", "--csv", "sessions"}).code, 0);
  EXPECT_EQ(call({"journal", "export", "--csv", "ratings"}).code, 0);
}

TEST_F(JournalVerbs, ErasingAsksFirstAndWithoutTheWordNothingIsErased) {
  visit("Anna");
  for (const std::string answer : {"", "yes\n", "ERASE\n"}) {
    EXPECT_EQ(call({"journal", "erase"}, answer).code, 1);
    EXPECT_NE(call({"journal", "export"}).out.find("Anna"), std::string::npos) << answer;
  }
  EXPECT_EQ(call({"journal", "erase"}, "erase\n").code, 0);
  EXPECT_EQ(call({"journal", "export"}).out.find("Anna"), std::string::npos);
}

TEST_F(JournalVerbs, OnePersonIsErasedAndTheOthersStay) {
  visit("Anna");
  ASSERT_EQ(call({}, "2\nBen\n1\n1\n1\n").code, 3);
  EXPECT_EQ(call({"journal", "erase", "--person", "Anna", "--yes"}).code, 0);
  const auto left = call({"journal", "export"}).out;
  EXPECT_EQ(left.find("Anna"), std::string::npos);
  EXPECT_NE(left.find("Ben"), std::string::npos);
}

TEST_F(JournalVerbs, AnUnknownPersonOrSessionIsAWrongInput) {
  visit("Anna");
  const auto person = call({"journal", "list", "--person", "Zoe"});
  EXPECT_EQ(person.code, 1);
  EXPECT_NE(person.err.find("Anna"), std::string::npos) << "the names that are known";
  EXPECT_EQ(call({"journal", "show", "9"}).code, 1);
  EXPECT_EQ(call({"journal", "show", "nine"}).code, 1);
}

TEST_F(JournalVerbs, NothingToResumeIsSaidKindly) {
  const auto done = call({"resume"});
  EXPECT_EQ(done.code, 0);
  EXPECT_NE(done.out.find("No massage was cut off"), std::string::npos);
}

TEST(Listings, EveryShelfIsListedInWordsAndAsJson) {
  for (const auto& [shelf, id] : std::map<std::string, std::string>{{"programmes", "P03"},
                                                                    {"techniques", "EFFL"},
                                                                    {"zones", "THEN"},
                                                                    {"points", "LI4"},
                                                                    {"precautions", "S32"},
                                                                    {"evidence", "anxiety"},
                                                                    {"measures", "pain_nrs"}}) {
    const auto words = thenar({shelf});
    EXPECT_EQ(words.code, 0) << words.err;
    EXPECT_NE(words.out.find(id), std::string::npos) << shelf;
    const auto rows = json::parse(thenar({shelf, "--json"}).out);
    EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [&](const json& row) { return row["id"] == id; }))
        << shelf;
    EXPECT_EQ(json::parse(thenar({shelf, "show", id, "--json"}).out)["id"], id);
    EXPECT_EQ(thenar({"show", id}).out, thenar({shelf, "show", id}).out);
    EXPECT_EQ(thenar({shelf, "show", "NOSUCH"}).code, 1);
  }
  EXPECT_EQ(thenar({"show", "NOSUCH"}).code, 1);
}

TEST(Listings, NoLineIsWiderThanATerminal) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"zones"}, {"precautions"}, {"evidence"}, {"programmes", "show", "P05"}, {"show", "THEN"}}) {
    std::istringstream lines(thenar(arguments).out);
    for (std::string line; std::getline(lines, line);) {
      const auto columns = std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; });
      EXPECT_LE(columns, 80) << line;
    }
  }
}

}  // namespace
}  // namespace thenar::test
