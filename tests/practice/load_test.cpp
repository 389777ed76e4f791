// A sound practice loads; what is derived from it is right; writing and reading it again changes nothing.
#include "thenar/practice/load.hpp"

#include <gtest/gtest.h>

#include "mini_practice.hpp"

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

}  // namespace
}  // namespace thenar::practice
