// thenar guide PLAN --script FILE --fast, once for each rule of a session: the rule acts, and what follows is
// what the rule says.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/command.hpp"

namespace thenar::test {
namespace {

using nlohmann::json;

const std::string kFree = with(kRequest, "\"minutes\": 10", "\"minutes\": 15");
const std::string kPartner = with(kFree, "\"self\"", "\"partner\"");

/// More often than any step can become longer.
const std::string kLongerAndLonger = [] {
  std::string script;
  for (int i = 0; i < 40; ++i)
    script += (i > 0 ? "\n{\"t_ms\": " : "{\"t_ms\": ") + std::to_string(75000 + 100 * i) +
              ", \"command\": \"longer\"}";
  return script;
}();

/// How a session ends after a rule: by it, at the time that was promised, or earlier with the other hand.
enum class Ends { by_the_rule, on_time, early };

struct Row {
  const char* rule;
  const char* what;
  const std::string& request;
  const char* script;
  const char* said;  ///< key of the sentence it is told with
  Ends ends;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all{
      {"T01", "numbness", kFree, R"({"t_ms": 130000, "command": "numb"})", "cue.T01.leave", Ends::on_time},
      {"T01", "numbness in a place named", kFree, R"({"t_ms": 130000, "command": "numb", "zone": "HYPO"})",
       "cue.T01.leave", Ends::on_time},
      {"T01", "numbness twice", kFree, R"({"t_ms": 130000, "command": "numb"}
{"t_ms": 190000, "command": "numb"})",
       "cue.T01.stop", Ends::by_the_rule},
      {"T02", "sharp pain", kFree, R"({"t_ms": 130000, "command": "hurts", "value": 5, "kind": "sharp"})",
       "cue.T02", Ends::on_time},
      {"T02", "pain that was asked about", kFree, R"({"t_ms": 130000, "command": "hurts"}
{"t_ms": 140000, "command": "answer", "answer": "sharp"})",
       "cue.T02", Ends::on_time},
      {"T03", "too firm", kFree, R"({"t_ms": 130000, "command": "hurts", "value": 5, "kind": "too-firm"})",
       "cue.T03.softer", Ends::on_time},
      {"T03", "pain at rest", kFree, R"({"t_ms": 130000, "command": "hurts", "value": 6, "kind": "ache"})",
       "cue.T03.self", Ends::by_the_rule},
      {"T03", "pain at rest, somebody else gives", kPartner,
       R"({"t_ms": 130000, "command": "hurts", "value": 6, "kind": "ache"})", "cue.T03.hand.left",
       Ends::early},
      {"T03", "pain of eight", kFree, R"({"t_ms": 130000, "command": "hurts", "value": 8})", "cue.T03.stop",
       Ends::by_the_rule},
      {"T04", "a finger turns white", kFree, R"({"t_ms": 130000, "command": "colour-change"})", "cue.T04",
       Ends::by_the_rule},
      {"T05", "swelling", kFree, R"({"t_ms": 130000, "command": "swelling"})", "cue.T05.self",
       Ends::by_the_rule},
      {"T05", "swelling, somebody else gives", kPartner, R"({"t_ms": 130000, "command": "swelling"})",
       "cue.T05.left", Ends::early},
      {"T06", "dizzy", kFree, R"({"t_ms": 130000, "command": "dizzy"})", "cue.T06.dizzy", Ends::by_the_rule},
      {"T06", "breathless", kFree, R"({"t_ms": 130000, "command": "breathless"})", "cue.T06.breathless",
       Ends::by_the_rule},
      {"T07", "a joint clunks", kFree, R"({"t_ms": 130000, "command": "clunk"})", "cue.T07", Ends::on_time},
      {"T08", "says no", kPartner, R"({"t_ms": 130000, "command": "refused"})", "cue.T08.stop",
       Ends::by_the_rule},
      {"T08", "pulls away and offers the hand again", kPartner, R"({"t_ms": 130000, "command": "withdrew"}
{"t_ms": 170000, "command": "answer", "answer": "yes"})",
       "cue.T08.go_on", Ends::on_time},
      {"T08", "pulls away twice", kPartner, R"({"t_ms": 130000, "command": "withdrew"}
{"t_ms": 140000, "command": "withdrew"})",
       "cue.T08.stop", Ends::by_the_rule},
      {"T09", "the working hand hurts", kFree, R"({"t_ms": 130000, "command": "giver-tired", "value": 4})",
       "cue.T09.tool", Ends::on_time},
      {"T10", "longer and longer", kFree, kLongerAndLonger.c_str(), "cue.limit.longer", Ends::on_time},
  };
  return all;
}

/// The lines that guide wrote: the plan, then the cues.
struct Guided {
  json plan;
  std::vector<json> cues;

  std::int64_t at(const std::string& cue, const std::string& key) const {
    for (const json& each : cues)
      if (each["cue"] == cue && each.value("key", "") == key) return each["t_ms"];
    return -1;
  }
  int promised_seconds() const {
    int seconds = 0;
    for (const json& step : plan["steps"])
      seconds += step["changeover_seconds"].get<int>() + step["seconds"].get<int>();
    return seconds;
  }
};

Guided guide(const std::string& request, const std::string& script) {
  const TemporaryFolder folder;
  const auto plan = folder.file("plan.json", thenar_reads("plan", request).out);
  const auto done = thenar({"guide", plan, "--script", folder.file("script.jsonl", script + "\n"), "--fast"});
  EXPECT_EQ(done.code, 0) << done.err;
  Guided guided;
  std::istringstream lines(done.out);
  std::string line;
  if (std::getline(lines, line)) guided.plan = json::parse(line)["plan"];
  while (std::getline(lines, line)) guided.cues.push_back(json::parse(line));
  return guided;
}

TEST(GuideRules, EachRuleActsAndWhatGoesOnEndsOnTime) {
  for (const Row& row : rows()) {
    SCOPED_TRACE(std::string(row.rule) + ": " + row.what);
    const Guided guided = guide(row.request, row.script);
    ASSERT_FALSE(guided.cues.empty());
    const auto warned = guided.at("warn", row.rule);
    EXPECT_GE(warned, 75000) << "the rule is not shown";
    EXPECT_GE(guided.at("say", row.said), warned) << "nobody is told " << row.said;
    const auto stopped = guided.at("chime", "stop");
    const auto finished = guided.at("chime", "end");
    EXPECT_EQ(stopped >= 0, row.ends == Ends::by_the_rule);
    EXPECT_EQ(finished >= 0, row.ends != Ends::by_the_rule);
    if (row.ends == Ends::by_the_rule) {
      for (const json& cue : guided.cues) EXPECT_LE(cue["t_ms"], stopped);
    }
    // Pauses and the first announcement come on top; nobody waits longer than a minute in these scripts.
    const std::int64_t promised = std::int64_t{1000} * guided.promised_seconds();
    if (row.ends == Ends::on_time) {
      EXPECT_GE(finished, promised - 10000);
      EXPECT_LE(finished, promised + 60000);
    }
    if (row.ends == Ends::early) {
      EXPECT_LT(finished, promised);
    }
  }
}

TEST(GuideRules, AfterTooFirmItIsAskedAgainTwentySecondsLater) {
  const Guided guided =
      guide(kFree, R"({"t_ms": 130000, "command": "hurts", "value": 5, "kind": "too-firm"})");
  EXPECT_GE(guided.at("ask", "again"), 150000);
  EXPECT_LE(guided.at("ask", "again"), 175000);
}

TEST(GuideRules, AfterPullingAwayThirtySecondsAreSilentAndThenTheHandMayBeOffered) {
  const Guided guided = guide(kPartner, R"({"t_ms": 130000, "command": "withdrew"}
{"t_ms": 140000, "command": "clunk"}
{"t_ms": 170000, "command": "answer", "answer": "yes"})");
  EXPECT_EQ(guided.at("ask", "offered"), 160000);
  for (const json& cue : guided.cues) {
    const bool silent = cue["t_ms"] >= 130000 && cue["t_ms"] < 160000;
    EXPECT_FALSE(silent && cue["cue"] == "say" && cue["t_ms"] > 130000) << cue.dump();
    EXPECT_FALSE(silent && cue["cue"] == "beat" && cue["t_ms"] > 130000) << cue.dump();
  }
}

}  // namespace
}  // namespace thenar::test
