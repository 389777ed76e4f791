// What the shell sees: every exit code, and where answers and messages go.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "support/sanitized.hpp"

namespace thenar::test {
namespace {

using nlohmann::json;

TEST(ExitCodes, AnOrdinaryRequestIsScreenedAndPlannedWithNothingOnStandardError) {
  for (const std::string verb : {"screen", "plan"}) {
    const auto done = thenar_reads(verb, kRequest);
    EXPECT_EQ(done.code, 0) << done.err;
    EXPECT_EQ(done.err, "");
    EXPECT_EQ(json::parse(done.out)["format"], verb == "screen" ? "thenar.clearance/1" : "thenar.plan/1");
  }
}

TEST(ExitCodes, APlanIsExplainedFromStandardInput) {
  const auto plan = thenar_reads("plan", kRequest);
  const auto done = thenar_reads("explain", plan.out);
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_NE(done.out.find("A hand massage of"), std::string::npos);
}

TEST(ExitCodes, AWrongInputEndsWithOneAndNamesFilePathFoundAndExpected) {
  const TemporaryFolder folder;
  const auto file = folder.file("request.json", with(kRequest, "40", "-3"));
  const auto done = thenar({"plan", file});
  EXPECT_EQ(done.code, 1);
  EXPECT_EQ(done.out, "");
  for (const std::string& part :
       {file, std::string("checkin.age_years"), std::string("found -3"), std::string("0 to 120")})
    EXPECT_NE(done.err.find(part), std::string::npos) << part << " is not in: " << done.err;
}

TEST(ExitCodes, ACommandLineThatMakesNoSenseEndsWithTwo) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{{"dance"},
                                                                     {"plan"},
                                                                     {"plan", "a", "b"},
                                                                     {"guide", "x", "--fast"},
                                                                     {"--colour"},
                                                                     {"journal"},
                                                                     {"journal", "export", "--csv", "people"},
                                                                     {"resume", "--rate", "7"},
                                                                     {"practice"}}) {
    const auto done = thenar(arguments);
    EXPECT_EQ(done.code, 2) << arguments[0];
    EXPECT_EQ(done.out, "");
    EXPECT_NE(done.err.find("--help"), std::string::npos);
  }
}

TEST(ExitCodes, ARefusalEndsWithThreeAndItsAdviceIsOnStandardOutput) {
  const auto stroke = with_condition(R"({"rule": "S01"})");
  for (const std::string verb : {"screen", "plan"}) {
    const auto done = thenar_reads(verb, stroke);
    EXPECT_EQ(done.code, 3) << done.err;
    const auto document = json::parse(done.out);
    EXPECT_EQ(document["verdict"], "emergency");
    ASSERT_FALSE(document["advice"].empty());
    EXPECT_NE(done.out.find("emergency number"), std::string::npos);
  }
  const auto plan = thenar_reads("plan", stroke);
  for (const std::string verb : {"explain", "guide"}) {
    const auto done = thenar_reads(verb, plan.out);
    EXPECT_EQ(done.code, 3) << verb << done.err;
    EXPECT_NE(done.out.find("Please get help now"), std::string::npos);
  }
}

TEST(ExitCodes, TheEmergencyNumberIsThatOfTheLocalesCountry) {
  const auto plan = thenar_reads("plan", with_condition(R"({"rule": "S01"})"));
  test::Run run;
  run.input = plan.out;
  run.environment = {{"LANG", "de_CH.UTF-8"}};
  const auto explained = thenar({"--language", "en", "explain", "-"}, run);
  EXPECT_NE(explained.out.find("Call 144 now"), std::string::npos);
  run.environment = {{"LANG", "de_CH.UTF-8"}, {"LC_ALL", "en_GB"}};
  EXPECT_NE(thenar({"explain", "-"}, run).out.find("999"), std::string::npos);
  run.environment = {{"LANG", "C.UTF-8"}};
  EXPECT_NE(thenar({"explain", "-"}, run).out.find("your local emergency number"), std::string::npos);
}

TEST(ExitCodes, AFileThatCannotBeReadOrWrittenEndsWithFour) {
  const TemporaryFolder folder;
  const auto request = folder.file("request.json", kRequest);
  EXPECT_EQ(thenar({"plan", folder / "none.json"}).code, 4);
  EXPECT_EQ(thenar({"plan", folder.path()}).code, 4);
  EXPECT_EQ(thenar({"plan", request, "-o", folder / "none/plan.json"}).code, 4);
  EXPECT_EQ(thenar({"plan", request, "--instance", folder / "none/instance.json"}).code, 4);
  EXPECT_EQ(thenar({"journal", "list", "--journal", "/proc/none/journal.db"}).code, 4);
}

TEST(ExitCodes, AFullOrClosedStandardOutputEndsWithFourAndAMessage) {
  test::Run full;
  full.input = kRequest;
  full.output_path = "/dev/full";
  test::Run closed;
  closed.input = kRequest;
  closed.output_closed = true;
  for (const auto& run : {full, closed})
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{"plan", "-"}, {"zones"}, {"--help"}}) {
      const auto done = thenar(arguments, run);
      EXPECT_EQ(done.code, 4) << arguments[0];
      EXPECT_EQ(done.signal, 0);
      EXPECT_NE(done.err.find("standard output"), std::string::npos);
    }
}

TEST(ExitCodes, ADocumentIsWrittenWholeOrTheOldOneStays) {
  const TemporaryFolder folder;
  const auto request = folder.file("request.json", kRequest);
  const auto plan = folder.file("plan.json", "what was there before");
  test::Run small;
  small.file_size_limit = 100;
  const auto failed = thenar({"plan", request, "-o", plan}, small);
  EXPECT_EQ(failed.code, 4);
  EXPECT_EQ(read_whole(plan), "what was there before");
  EXPECT_EQ(thenar({"plan", request, "-o", plan}).code, 0);
  EXPECT_EQ(read_whole(plan), thenar({"plan", request}).out);
  EXPECT_EQ(read_whole("/dev/null"), "");
  EXPECT_EQ(thenar({"plan", request, "-o", "/dev/null"}).code, 0);
  EXPECT_EQ(thenar({"plan", request, "-o", "/dev/full"}).code, 4);
}

TEST(ExitCodes, ACheckOfWholePracticeEndsWithZeroAndOneWithFaultsWithFive) {
  const auto whole = thenar({"practice", "check"});
  EXPECT_EQ(whole.code, 0) << whole.out << whole.err;
  EXPECT_NE(whole.out.find("118 zones"), std::string::npos);

  const auto ours = thenar({"practice", "check", std::string(kSourceDir) + "/practice"});
  EXPECT_EQ(ours.code, 0) << ours.out;

  const TemporaryFolder folder;
  folder.file("own.toml", "[[media]]\nid = \"butter\"\nslips = 7\nsource = \"K\"\nconfidence = \"L\"\n");
  const auto faulty = thenar({"practice", "check", folder.path()});
  EXPECT_EQ(faulty.code, 5);
  EXPECT_NE(faulty.out.find("own.toml:3"), std::string::npos) << faulty.out;
  EXPECT_EQ(thenar({"practice", "check", folder / "none"}).code, 4);
  EXPECT_EQ(thenar({"plan", "--practice", folder.path(), "-"}).code, 1);
}

TEST(ExitCodes, SomebodysOwnPracticeExtendsTheBuiltInOne) {
  const TemporaryFolder folder;
  folder.file("own.toml", "[[media]]\nid = \"butter\"\nslips = true\nsource = \"K\"\nconfidence = \"L\"\n");
  folder.file("words/en.toml", "[medium]\nbutter = { name = \"butter\" }\n");
  test::Run run;
  run.input = with(kRequest, "\"lotion\"", "\"butter\"");
  EXPECT_EQ(thenar({"plan", "-"}, run).code, 1);
  const auto done = thenar({"plan", "-", "--practice", folder.path()}, run);
  EXPECT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(json::parse(done.out)["request"]["wishes"]["medium"], "butter");
}

TEST(ExitCodes, TheInstanceBesideAPlanIsAWholeDocumentWithItsSolution) {
  const TemporaryFolder folder;
  const auto request = folder.file("request.json", kRequest);
  EXPECT_EQ(thenar({"plan", request, "--instance", folder / "instance.json"}).code, 0);
  const auto instance = json::parse(read_whole(folder / "instance.json"));
  EXPECT_EQ(instance["format"], "thenar.instance/1");
  EXPECT_FALSE(instance["candidates"].empty());
  EXPECT_GT(instance["objective"], 0);
}

TEST(ExitCodes, HelpAndVersionStandOnStandardOutput) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{{"--help"},
                                                                     {"plan", "--help"},
                                                                     {"zones", "show", "--help"},
                                                                     {"journal", "erase", "--help"},
                                                                     {"version"},
                                                                     {"--version"}}) {
    const auto done = thenar(arguments);
    EXPECT_EQ(done.code, 0);
    EXPECT_NE(done.out, "");
    EXPECT_EQ(done.err, "");
  }
  EXPECT_NE(thenar({"version"}).out.find("not been reviewed by a clinician"), std::string::npos);
}

// AddressSanitizer keeps a shadow of all memory, so that the size says nothing about the program.
TEST(ExitCodes, PlanningAsAProcessStaysBelowThirtyMegabytes) {
  const auto done = thenar_reads("plan", kRequest);
  EXPECT_EQ(done.code, 0);
  EXPECT_LT(done.peak_kib, kSanitized ? 1024 * 1024 : 30 * 1000);
}

}  // namespace
}  // namespace thenar::test
