// A sound practice loads; what is derived from it is right; writing and reading it again changes nothing.
#include "thenar/practice/load.hpp"

#include <gtest/gtest.h>

#include "mini_practice.hpp"
#include "thenar/base/json.hpp"

namespace thenar::practice {
namespace {

Practice mini() {
  auto loaded = load_alone(mini_practice());
  EXPECT_TRUE(loaded) << to_text(loaded.error());
  return loaded ? std::move(*loaded) : Practice{};
}

TEST(Load, ASoundPracticeLoads) {
  const auto practice = mini();
  EXPECT_EQ(practice.zones.size(), 5U);
  EXPECT_EQ(practice.say("rule.S05.answer.breath.yes"), "Yes");
  EXPECT_EQ(practice.at(practice.ids.zones.find("CT")).max_force_n, 2);
}

TEST(Load, AWholeHandGroupHasTheZonesOfItsGroups) {
  const auto practice = mini();
  ZoneSet expected;
  for (const char* zone : {"THEN", "MIDP", "DORS"}) expected.add(practice.ids.zones.find(zone));
  EXPECT_EQ(practice.at(practice.ids.groups.find("HAND")).zones, expected);
}

TEST(Load, TheGapOfTwoZonesIsTheStraightDistanceOfTheirBoxesInCentimetres) {
  const auto practice = mini();
  const auto gap = [&](const char* a, const char* b) {
    return practice.zone_gap_cm[practice.ids.zones.find(a).at()][practice.ids.zones.find(b).at()];
  };
  EXPECT_EQ(gap("THEN", "THEN"), 0);
  EXPECT_EQ(gap("THEN", "MIDP"), 0);             // they share a side
  EXPECT_EQ(gap("THEN", "DORS"), 1);             // 10 mm from palm to back
  EXPECT_NEAR(gap("CUB", "THEN"), 23.0, 1e-12);  // y: 10 − (−220) = 230 mm, nothing across
  EXPECT_NEAR(gap("CT", "DORS"), 1.0, 1e-12);    // y touches, 10 mm in depth
  EXPECT_EQ(gap("CUB", "CT"), gap("CT", "CUB"));
}

TEST(Load, WritingAndReadingAPracticeChangesNothing) {
  const auto written = to_document(mini());
  const auto again = load(written);
  ASSERT_TRUE(again) << to_text(again.error());
  EXPECT_EQ(to_line(to_document(*again)), to_line(written));
}

TEST(Load, TextThatWasCheckedWhenBuiltGivesTheSamePractice) {
  const auto text = to_line(to_document(mini()));
  const auto checked = load_text(text);
  const auto trusted = load_text(text, Trust::checked_when_built);
  ASSERT_TRUE(checked && trusted);
  EXPECT_EQ(to_line(to_document(*checked)), to_line(to_document(*trusted)));
  EXPECT_EQ(checked->zone_gap_cm, trusted->zone_gap_cm);
}

TEST(Load, EvenTrustedTextMustBeReadable) {
  auto document = to_document(mini());
  document["zones"][0]["max_level"] = 7;
  const auto loaded = load_text(to_line(document), Trust::checked_when_built);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().front().place.path, "zones[0].max_level");
}

TEST(Load, AnythingButAnObjectIsRefused) {
  for (const char* text : {"[]", "null", "7", "\"practice\"", "{}", ""})
    EXPECT_FALSE(load_text(text)) << text;
}

TEST(Load, MoreThingsOfAKindThanIdsAreRefused) {
  auto document = to_document(mini());
  const auto zone = document["zones"][0];
  for (int i = 0; i < kMaxIds; ++i) {
    document["zones"].push_back(zone);
    document["zones"].back()["id"] = "Z" + std::to_string(i);
  }
  const auto loaded = load(document);
  ASSERT_FALSE(loaded);
  EXPECT_NE(to_text(loaded.error()).find("zones: found more than 256 of one kind"), std::string::npos);
}

}  // namespace
}  // namespace thenar::practice
