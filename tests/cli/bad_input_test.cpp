// Everything that can be wrong with a document: a message with its place, exit code 1, nothing on standard
// output.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"

namespace thenar::test {
namespace {

using nlohmann::ordered_json;

struct Bad {
  const char* what;
  std::string document;
  const char* named;  ///< must be in the message
};

std::vector<Bad> bad_requests() {
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += "[";
  return {
      {"nothing", "", "expected"},
      {"truncated", kRequest.substr(0, kRequest.size() / 2), ":"},
      {"not JSON", "how are you", ":1"},
      {"not UTF-8", with(kRequest, "self", "s\xff\xfelf"), "UTF-8"},
      {"a NUL byte", with(kRequest, "self", std::string("s\0lf", 4)), "UTF-8"},
      {"two documents", kRequest + kRequest, "one complete"},
      {"a list", "[]", "an object"},
      {"deeply nested", deep, "nested"},
      {"a duplicate key", with(kRequest, "\"minutes\": 10", "\"minutes\": 10, \"minutes\": 20"), "minutes"},
      {"an unknown field", with(kRequest, "\"minutes\": 10", "\"minutes\": 10, \"music\": true"),
       "wishes.music"},
      {"an unknown field in a condition", with_condition(R"({"rule": "S32", "side": "left"})"),
       "conditions[0].side"},
      {"a missing field", with(kRequest, "\"minutes\": 10,", ""), "wishes.minutes"},
      {"another format", with(kRequest, "thenar.request/1", "thenar.plan/1"), "thenar.request/1"},
      {"a newer format", with(kRequest, "thenar.request/1", "thenar.request/2"), "thenar.request/1"},
      {"no format", with(kRequest, "\"format\": \"thenar.request/1\",", ""), "format"},
      {"NaN", with(kRequest, "10", "NaN"), ":"},
      {"an endless number", with(kRequest, "10", "1e999"), "number"},
      {"a billion minutes", with(kRequest, "10", "1000000000"), "wishes.minutes"},
      {"no minutes", with(kRequest, "10", "0"), "wishes.minutes"},
      {"a negative age", with(kRequest, "40", "-1"), "checkin.age_years"},
      {"half a year", with(kRequest, "40", "40.5"), "checkin.age_years"},
      {"an age in words", with(kRequest, "40", "\"forty\""), "checkin.age_years"},
      {"an unknown rule", with_condition(R"({"rule": "S99"})"), "checkin.conditions[0].rule"},
      {"an unknown zone", with_condition(R"({"rule": "S32", "zones": ["NOSE"]})"), "zones[0]"},
      {"an unknown answer", with_condition(R"({"rule": "S45", "answers": {"platelets": "many"}})"),
       "platelets"},
      {"an unknown question", with_condition(R"({"rule": "S45", "answers": {"weather": "fine"}})"),
       "weather"},
      {"an unknown goal", with(kRequest, "\"stress\"", "\"wealth\""), "wealth"},
      {"an unknown hand", with(kRequest, "\"hands\": [\"left\"", "\"hands\": [\"third\""), "wishes.hands[0]"},
      {"one hand twice", with(kRequest, "[\"left\", \"right\"]", "[\"left\", \"left\"]"), "wishes.hands"},
      {"an unknown medium", with(kRequest, "\"lotion\"", "\"glue\""), "wishes.medium"},
      {"a rating above ten", with(kRequest, "\"left\": 3", "\"left\": 11"), "ratings.pain.left"},
      {"a weight above one", with(kRequest, "1.0", "2.0"), "goals.pain"},
      {"conditions that are no list", with(kRequest, "\"age_years\": 40", "\"conditions\": {}"), "a list"},
  };
}

TEST(BadInput, EveryBadRequestIsRefusedWithItsPlaceByScreenAndPlan) {
  for (const auto& bad : bad_requests()) {
    ASSERT_TRUE(bad.what == std::string("nothing") || !bad.document.empty()) << bad.what;
    for (const std::string verb : {"screen", "plan"}) {
      const auto done = thenar_reads(verb, bad.document);
      EXPECT_EQ(done.code, 1) << verb << " " << bad.what << ": " << done.err;
      EXPECT_EQ(done.out, "") << bad.what;
      EXPECT_NE(done.err.find(bad.named), std::string::npos) << bad.what << ": " << done.err;
      EXPECT_NE(done.err.find("expected"), std::string::npos) << bad.what << ": " << done.err;
    }
  }
}

TEST(BadInput, EveryFaultOfARequestIsNamedAtOnce) {
  const auto done = thenar_reads("plan", with(with(kRequest, "40", "-1"), "10", "0"));
  EXPECT_NE(done.err.find("checkin.age_years"), std::string::npos);
  EXPECT_NE(done.err.find("wishes.minutes"), std::string::npos);
}

TEST(BadInput, AFileOfAHundredMegabytesIsRefusedByItsSizeAlone) {
  const TemporaryFolder folder;
  const auto file = folder.file("huge.json", "");
  std::filesystem::resize_file(file, 100'000'000);  // a hole: nothing of it is on the disk
  const auto done = thenar({"plan", file});
  EXPECT_EQ(done.code, 1);
  EXPECT_NE(done.err.find("100000000 bytes"), std::string::npos) << done.err;
  EXPECT_LT(done.peak_kib, thenar_reads("plan", kRequest).peak_kib + 50'000) << "the file was read";
}

TEST(BadInput, AStreamIsReadNoFurtherThanTheLimit) {
  const auto done = thenar({"plan", "/dev/zero"});
  EXPECT_EQ(done.code, 1);
  EXPECT_NE(done.err.find("more than"), std::string::npos) << done.err;
}

TEST(BadInput, AFileThatMayNotBeReadIsNamed) {
  if (::geteuid() == 0) {
    // For root nothing is unreadable by its mode; a file below a file is.
    const TemporaryFolder folder;
    const auto file = folder.file("request.json", kRequest);
    const auto done = thenar({"plan", file + "/request.json"});
    EXPECT_EQ(done.code, 4);
    EXPECT_NE(done.err.find(file), std::string::npos);
    return;
  }
  const TemporaryFolder folder;
  const auto file = folder.file("request.json", kRequest);
  ASSERT_EQ(::chmod(file.c_str(), 0), 0);
  const auto done = thenar({"plan", file});
  EXPECT_EQ(done.code, 4);
  EXPECT_NE(done.err.find(file), std::string::npos);
}

class BadPlan : public ::testing::Test {
 protected:
  ordered_json plan = ordered_json::parse(thenar_reads("plan", kRequest).out);
  /// explain and guide must both refuse it, and name this.
  void refused(const std::string& named) const {
    for (const std::string verb : {"explain", "guide"}) {
      const auto done = thenar_reads(verb, plan.dump());
      EXPECT_EQ(done.code, 1) << verb << ": " << done.err;
      EXPECT_EQ(done.out, "");
      EXPECT_NE(done.err.find(named), std::string::npos) << verb << ": " << done.err;
    }
  }
};

TEST_F(BadPlan, FromAnotherPracticeVersionIsRefused) {
  plan["practice_version"] = "1999.1";
  refused("practice_version");
}

TEST_F(BadPlan, WithAStepAboveItsClearanceIsRefused) {
  for (auto& step : plan["steps"])
    if (step["level"].is_number()) step["level"] = 3;
  refused("steps[");
}

TEST_F(BadPlan, WithAnEditedClearanceIsRefused) {
  plan["clearance"]["max_seconds"] = 3599;
  refused("clearance");
}

TEST_F(BadPlan, WithAnUnknownFieldIsRefused) {
  plan["steps"][0]["colour"] = "blue";
  refused("steps[0].colour");
}

TEST_F(BadPlan, WithAStepOfAnHourIsRefused) {
  plan["steps"][0]["seconds"] = 3600;
  refused("steps[0]");
}

TEST(BadInput, ABadScriptIsNamedByItsLine) {
  const TemporaryFolder folder;
  const auto plan = folder.file("plan.json", thenar_reads("plan", kRequest).out);
  for (const auto& line :
       std::vector<std::string>{"{\"t_ms\": -1, \"command\": \"start\"}",
                                "{\"t_ms\": 5, \"command\": \"dance\"}", "not json", "{\"t_ms\": 5}, {"}) {
    const auto script = folder.file("script.jsonl", "{\"t_ms\": 0, \"command\": \"start\"}\n" + line + "\n");
    const auto done = thenar({"guide", plan, "--script", script, "--fast"});
    EXPECT_EQ(done.code, 1) << line;
    EXPECT_NE(done.err.find("script.jsonl:2"), std::string::npos) << done.err;
  }
}

}  // namespace
}  // namespace thenar::test
