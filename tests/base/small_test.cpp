// Ids, problems in words, and sentences with gaps.
#include <gtest/gtest.h>

#include "thenar/base/ids.hpp"
#include "thenar/base/result.hpp"
#include "thenar/base/text.hpp"

namespace thenar {
namespace {

TEST(IdTable, GivesEveryWordOneIdInOrder) {
  IdTable<Zone> table;
  EXPECT_EQ(table.add("A").index, 0);
  EXPECT_EQ(table.add("B").index, 1);
  EXPECT_FALSE(table.add("A").valid());
  EXPECT_EQ(table.find("B").index, 1);
  EXPECT_FALSE(table.find("C").valid());
  EXPECT_EQ(table.size(), 2);
}

TEST(IdTable, HoldsAsManyWordsAsASetHasPlaces) {
  IdTable<Zone> table;
  for (int i = 0; i < kMaxIds; ++i) ASSERT_TRUE(table.add(std::to_string(i)).valid());
  EXPECT_FALSE(table.add("one more").valid());
}

TEST(IdSet, IsASetOfIdsInDataOrder) {
  IdSet<Zone> set;
  for (int i : {255, 0, 64, 63}) set.add(Id<Zone>{static_cast<std::int16_t>(i)});
  std::vector<int> seen;
  set.each([&](Id<Zone> id) { seen.push_back(id.index); });
  EXPECT_EQ(seen, (std::vector<int>{0, 63, 64, 255}));
  EXPECT_EQ(set.size(), 4);
  EXPECT_FALSE(set.has(Id<Zone>{}));

  IdSet<Zone> low;
  low.add(Id<Zone>{0});
  EXPECT_TRUE(set.contains(low));
  EXPECT_FALSE(low.contains(set));
  EXPECT_TRUE(set.intersects(low));
  EXPECT_EQ((set - low).size(), 3);
  EXPECT_EQ((set & low), low);
  EXPECT_EQ((low | set), set);
  low.remove(Id<Zone>{0});
  EXPECT_TRUE(low.empty());
}

TEST(Problem, SaysPlaceFoundExpectedAndRemedy) {
  EXPECT_EQ(
      to_text(Problem{
          {"request.json", 12, "checkin.age_years"}, "-3", "a whole number from 0 to 120", "Ask again"}),
      "request.json:12: checkin.age_years: found -3, expected a whole number from 0 to 120. Ask again.");
  EXPECT_EQ(to_text(Problem{{}, "nothing", "", ""}), "found nothing.");
}

TEST(Invariant, ABrokenOneIsThrownWithItsPlace) {
  try {
    THENAR_CHECK(1 > 2);
    FAIL() << "it went on";
  } catch (const BrokenInvariant& broken) {
    EXPECT_NE(broken.text.find("1 > 2"), std::string::npos);
    EXPECT_NE(broken.text.find("small_test.cpp"), std::string::npos);
  }
}

TEST(Fill, PutsValuesIntoGapsAndLeavesTheRest) {
  EXPECT_EQ(fill("{a} and {b}, {a}", {{"a", "one"}, {"b", "two"}}), "one and two, one");
  EXPECT_EQ(fill("{unknown} {", {{"a", "one"}}), "{unknown} {");
  EXPECT_EQ(fill("", {}), "");
  EXPECT_EQ(fill("{a}", {{"a", "{b}"}, {"b", "no"}}), "{b}");
}

}  // namespace
}  // namespace thenar
