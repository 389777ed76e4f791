// Documents are read strictly, and every fault says where it is.
#include "thenar/base/json.hpp"

#include <gtest/gtest.h>

#include "thenar/base/vocabulary.hpp"

namespace thenar {
namespace {

struct Inner {
  int seconds = 0;
  bool operator==(const Inner&) const = default;
};
template <class A>
void describe(A& a, Inner& v) {
  a.required("seconds", v.seconds, Range{1, 60});
}

struct Outer {
  std::string name;
  double share = 0.5;
  std::int64_t t_ms = 0;
  bool quiet = false;
  Hand hand = Hand::left;
  std::optional<int> level;
  std::vector<Inner> steps;
  std::array<double, 2> box{};
  std::map<std::string, double> numbers;
  std::map<Goal, int> goals;
  std::map<Id<Zone>, int> by_zone;
  Id<Zone> zone;
  IdSet<Zone> zones;
  bool operator==(const Outer&) const = default;
};
template <class A>
void describe(A& a, Outer& v) {
  a.format("thenar.test/2");
  a.required("name", v.name);
  a.optional("share", v.share, Range{0, 1});
  a.optional("t_ms", v.t_ms);
  a.optional("quiet", v.quiet);
  a.optional("hand", v.hand);
  a.optional("level", v.level, Range{0, 3});
  a.optional("steps", v.steps);
  a.optional("box", v.box);
  a.optional("numbers", v.numbers);
  a.optional("goals", v.goals, Range{0, 3});
  a.optional("by_zone", v.by_zone);
  a.optional("zone", v.zone);
  a.optional("zones", v.zones);
}

Ids two_zones() {
  Ids ids;
  ids.zones.add("THEN");
  ids.zones.add("D1.P1.pal");
  return ids;
}

const Ids kIds = two_zones();

/// The problems of an Outer with these fields after format and name.
std::string problems_with(const std::string& fields) {
  const auto text =
      R"({"format": "thenar.test/2", "name": "x")" + (fields.empty() ? "" : ", " + fields) + "}";
  const auto read = parse_document<Outer>(text, "f.json", &kIds);
  return read ? "" : to_text(read.error());
}

std::string parse_problem(std::string_view text) {
  const auto parsed = parse_json(text, "f.json");
  return parsed ? "" : to_text(parsed.error());
}

TEST(ParseJson, ReadsWhatIsJson) {
  const auto parsed = parse_json(R"( {"b": [1, 2.5, "ü", null], "a": true} )", "f.json");
  ASSERT_TRUE(parsed);
  EXPECT_EQ(to_line(*parsed), R"({"b":[1,2.5,"ü",null],"a":true})");  // the order of fields stays
}

TEST(ParseJson, RefusesAFieldTwice) {
  EXPECT_NE(parse_problem(R"({"a": 1, "a": 2})").find("the field \"a\" twice"), std::string::npos);
}

TEST(ParseJson, RefusesAFieldTwiceInALongObject) {
  std::string text = "{";
  for (int i = 0; i < 100; ++i) text += "\"k" + std::to_string(i) + "\": 1, ";
  EXPECT_EQ(parse_problem(text + "\"k100\": 1}"), "");
  for (const char* again : {"k0", "k23", "k24", "k25", "k99"})
    EXPECT_NE(parse_problem(text + "\"" + again + "\": 1}").find("twice"), std::string::npos) << again;
}

TEST(ParseJson, AllowsTheSameFieldInTwoObjects) {
  EXPECT_EQ(parse_problem(R"([{"a": 1}, {"a": {"a": 1}}])"), "");
}

TEST(ParseJson, RefusesWhatIsCutOffWithItsLine) {
  EXPECT_EQ(parse_problem("{\"a\": 1,\n\"b\": [1, 2"),
            "f.json:2: found text that is not JSON, expected one complete JSON document in UTF-8.");
  for (const char* text :
       {"{", "[1,", "\"a", "tru", "{\"a\"}", "-", "1e", "{\"a\": 1}}", "[1] [2]", "// x\n1"})
    EXPECT_NE(parse_problem(text), "") << text;
}

TEST(ParseJson, RefusesNothing) {
  for (const char* text : {"", " ", "\n\t"})
    EXPECT_NE(parse_problem(text).find("found nothing"), std::string::npos);
}

TEST(ParseJson, RefusesTextThatIsNotUtf8) {
  for (const char* text : {"\"\xff\"", "\"\xc3\"", "\"\xed\xa0\x80\"", "\"\xc0\xaf\"", "{\"\xfe\": 1}"})
    EXPECT_NE(parse_problem(text), "") << text;
}

TEST(ParseJson, RefusesNumbersThatAreNone) {
  for (const char* text : {"NaN", "nan", "Infinity", "-Infinity", "01", "+1", ".5", "0x10"})
    EXPECT_NE(parse_problem(text), "") << text;
}

TEST(ParseJson, RefusesNumbersTooLargeToHold) {
  EXPECT_NE(parse_problem("[1e400]").find("a number too large to hold"), std::string::npos);
  EXPECT_EQ(parse_problem("[1e300, 123456789012345678901234567890]"), "");
}

TEST(ParseJson, RefusesMoreThan64Levels) {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(parse_problem(nested(64)), "");
  EXPECT_NE(parse_problem(nested(65)).find("nested more than 64 deep"), std::string::npos);
  EXPECT_NE(parse_problem(std::string(1000000, '[')).find("nested more than 64 deep"), std::string::npos);
}

TEST(ParseJson, RefusesMoreThanEightMebibytes) {
  const std::string most = "\"" + std::string(kMaxDocumentBytes - 2, 'x') + "\"";
  EXPECT_EQ(parse_problem(most), "");
  EXPECT_NE(parse_problem(most + " ").find("8388609 bytes"), std::string::npos);
}

TEST(Reader, ReadsEveryKindOfField) {
  const auto read = parse_document<Outer>(
      R"({"format": "thenar.test/2", "name": "a", "share": 1, "t_ms": 9007199254740992, "quiet": true, "hand": "right",
          "level": 3, "steps": [{"seconds": 1}, {"seconds": 60}], "box": [0.5, -2], "numbers": {"warm_c": 37.5},
          "goals": {"sleep": 2}, "by_zone": {"D1.P1.pal": 4}, "zone": "THEN", "zones": ["D1.P1.pal", "THEN"]})",
      "f.json", &kIds);
  ASSERT_TRUE(read) << to_text(read.error());
  Outer expected;
  expected.name = "a";
  expected.share = 1;
  expected.t_ms = 9007199254740992;
  expected.quiet = true;
  expected.hand = Hand::right;
  expected.level = 3;
  expected.steps = {{1}, {60}};
  expected.box = {0.5, -2};
  expected.numbers = {{"warm_c", 37.5}};
  expected.goals = {{Goal::sleep, 2}};
  expected.by_zone = {{Id<Zone>{1}, 4}};
  expected.zone = Id<Zone>{0};
  expected.zones.add(Id<Zone>{0});
  expected.zones.add(Id<Zone>{1});
  EXPECT_EQ(*read, expected);

  const auto again = read_document<Outer>(to_json(*read, &kIds), "f.json", &kIds);
  ASSERT_TRUE(again) << to_text(again.error());
  EXPECT_EQ(*again, expected);
}

TEST(Reader, AFieldLeftOutOrNullKeepsItsDefault) {
  EXPECT_EQ(problems_with(""), "");
  EXPECT_EQ(problems_with(R"("share": null, "level": null, "zone": null)"), "");
}

TEST(Reader, NamesAMissingField) {
  const auto read = parse_document<Outer>(R"({"format": "thenar.test/2"})", "f.json", &kIds);
  ASSERT_FALSE(read);
  EXPECT_EQ(to_text(read.error()), "f.json: name: found nothing, expected this field to be there.\n");
}

TEST(Reader, NamesAnUnknownFieldWithItsPath) {
  EXPECT_EQ(problems_with(R"("steps": [{"seconds": 5, "second": 6}])"),
            "f.json: steps[0].second: found an unknown field, expected only the fields of the format. Take "
            "it out or "
            "correct its name.\n");
}

TEST(Reader, CollectsAllProblems) {
  const auto text = problems_with(R"("share": 2, "quiet": 1, "steps": [{"seconds": 0}, {}], "extra": 1)");
  for (const char* path : {"share:", "quiet:", "steps[0].seconds:", "steps[1].seconds:", "extra:"})
    EXPECT_NE(text.find(path), std::string::npos) << path << "\n" << text;
}

TEST(Reader, HoldsNumbersToTheirRange) {
  EXPECT_EQ(problems_with(R"("share": 0)"), "");
  EXPECT_EQ(problems_with(R"("share": 1)"), "");
  EXPECT_EQ(problems_with(R"("share": 1.0000001)"),
            "f.json: share: found 1.0000001, expected a number from 0 to 1.\n");
  EXPECT_EQ(problems_with(R"("level": -1)"),
            "f.json: level: found -1, expected a whole number from 0 to 3.\n");
  EXPECT_EQ(problems_with(R"("goals": {"pain": 4})"),
            "f.json: goals.pain: found 4, expected a whole number from 0 to 3.\n");
}

TEST(Reader, TakesOnlyWholeNumbersWhereNothingElseMakesSense) {
  EXPECT_EQ(problems_with(R"("level": 2.0)"), "");
  for (const char* fields : {R"("level": 2.5)", R"("level": "2")", R"("level": true)", R"("level": [2])",
                             R"("level": 4294967298)", R"("level": 1e300)", R"("t_ms": 9007199254740994)"})
    EXPECT_NE(problems_with(fields), "") << fields;
}

TEST(Reader, RefusesAnotherType) {
  EXPECT_EQ(problems_with(R"("quiet": 0)"), "f.json: quiet: found 0, expected true or false.\n");
  EXPECT_EQ(problems_with(R"("steps": {})"), "f.json: steps: found an object, expected a list.\n");
  EXPECT_EQ(problems_with(R"("steps": [7])"), "f.json: steps[0]: found 7, expected an object.\n");
  EXPECT_EQ(problems_with(R"("numbers": [1])"), "f.json: numbers: found a list, expected an object.\n");
  EXPECT_EQ(problems_with(R"("box": [1])"), "f.json: box: found a list, expected a list of 2.\n");
  EXPECT_EQ(problems_with(R"("box": [1, "x"])"), "f.json: box[1]: found \"x\", expected a number.\n");
}

TEST(Reader, NamesTheWordsOfAnEnumeration) {
  EXPECT_EQ(problems_with(R"("hand": "both")"),
            "f.json: hand: found \"both\", expected one of left right.\n");
  EXPECT_EQ(problems_with(R"("hand": 0)"), "f.json: hand: found 0, expected one of left right.\n");
  EXPECT_NE(
      problems_with(R"("goals": {"detox": 1})").find("goals.detox: found \"detox\", expected one of pain"),
      std::string::npos);
}

TEST(Reader, NamesAnIdThatThePracticeDoesNotKnow) {
  EXPECT_EQ(problems_with(R"("zone": "then")"),
            "f.json: zone: found \"then\", expected the id of a zone of this practice.\n");
  EXPECT_EQ(problems_with(R"("zones": ["THEN", 4])"),
            "f.json: zones[1]: found 4, expected the id of a zone of this practice.\n");
  EXPECT_NE(problems_with(R"("by_zone": {"X": 1})").find("by_zone.X"), std::string::npos);
}

TEST(Reader, RefusesAnotherFormatAndSaysWhenOnlyTheVersionDiffers) {
  const auto problem = [](const char* text) {
    return to_text(parse_document<Outer>(text, "f.json", &kIds).error());
  };
  EXPECT_EQ(problem(R"({"name": "x"})"), "f.json: format: found nothing, expected this field to be there.\n");
  EXPECT_EQ(problem(R"({"format": "thenar.plan/2", "name": "x"})"),
            "f.json: format: found \"thenar.plan/2\", expected \"thenar.test/2\".\n");
  EXPECT_EQ(problem(R"({"format": "thenar.test/1", "name": "x"})"),
            "f.json: format: found \"thenar.test/1\", expected \"thenar.test/2\". This document was written "
            "by another "
            "version of Thenar.\n");
}

TEST(Reader, RefusesADocumentThatIsNoObject) {
  for (const char* text : {"[]", "null", "1", "\"a\""})
    EXPECT_FALSE(parse_document<Outer>(text, "f.json", &kIds)) << text;
}

TEST(Reader, SaysWhatADocumentIsInsteadOfAnObject) {
  const auto problem = [](const char* text) {
    return to_text(parse_document<Outer>(text, "f.json", &kIds).error());
  };
  EXPECT_EQ(problem("[1]"), "f.json: found an array, expected an object.\n");
  EXPECT_EQ(problem("4"), "f.json: found a number, expected an object.\n");
  EXPECT_EQ(problem("null"), "f.json: found null, expected an object.\n");
}

TEST(Reader, TellsAHundredProblemsOfADocumentAndThenOnlyThatThereAreMore) {
  const auto problems_of = [](int wrong) {
    std::string steps;
    for (int i = 0; i < wrong; ++i) steps += i == 0 ? "1" : ",1";
    const auto read = parse_document<Outer>(
        R"({"format": "thenar.test/2", "name": "x", "steps": [)" + steps + "]}", "f.json", &kIds);
    return read ? Problems{} : read.error();
  };
  EXPECT_EQ(problems_of(100).size(), 100U);
  EXPECT_EQ(problems_of(100).back().place.path, "steps[99]");
  for (int wrong : {101, 100000}) {
    const auto problems = problems_of(wrong);
    ASSERT_EQ(problems.size(), 101U);
    EXPECT_EQ(to_text(problems.back()), "f.json: found more problems than these 100, expected none.");
  }
}

TEST(Writer, WritesWholeNumbersWithoutFraction) {
  Outer value;
  value.share = 1;
  value.box = {0.25, -3};
  const auto json = to_json(value, &kIds);
  EXPECT_EQ(to_line(json["share"]), "1");
  EXPECT_EQ(to_line(json["box"]), "[0.25,-3]");
}

TEST(Writer, WritesFieldsInTheirOrderAndNothingAsNull) {
  const auto line = to_line(to_json(Outer{}, &kIds));
  EXPECT_EQ(
      line,
      R"({"format":"thenar.test/2","name":"","share":0.5,"t_ms":0,"quiet":false,"hand":"left","level":null,)"
      R"("steps":[],"box":[0,0],"numbers":{},"goals":{},"by_zone":{},"zone":null,"zones":[]})");
}

TEST(Writer, PrettyTextEndsWithANewlineAndReadsBack) {
  const auto json = to_json(Outer{}, &kIds);
  const auto text = to_pretty(json);
  EXPECT_EQ(text.back(), '\n');
  EXPECT_EQ(*parse_json(text, "f.json"), json);
}

}  // namespace
}  // namespace thenar
