// The practice that is shipped: it was checked when it was built, and holds what the house promises.
#include <gtest/gtest.h>

#include <algorithm>

#include "thenar/base/json.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/files.hpp"

namespace thenar::practice {
namespace {

TEST(Shipped, PassesEveryCheck) {
  const auto checked = load_text(embedded_json());
  ASSERT_TRUE(checked) << to_text(checked.error());
  EXPECT_EQ(to_line(to_document(*checked)), to_line(to_document(embedded_practice())));
}

TEST(Shipped, WritingAndReadingItChangesNothing) {
  const auto written = to_document(embedded_practice());
  const auto again = load(written);
  ASSERT_TRUE(again) << to_text(again.error());
  EXPECT_EQ(to_line(to_document(*again)), to_line(written));
}

TEST(Shipped, HasAllZonesTechniquesPrecautionsAndProgrammes) {
  const auto practice = embedded_practice();
  EXPECT_EQ(practice.zones.size(), 118U);
  EXPECT_EQ(practice.programmes.size(), 12U);
  ASSERT_EQ(practice.rules.size(), 67U);
  for (int number = 1; number <= 67; ++number) {
    const auto id = std::string(number < 10 ? "S0" : "S") + std::to_string(number);
    EXPECT_TRUE(practice.ids.rules.find(id).valid()) << id;
  }
  for (const char* id : {"T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10", "A01", "A02"})
    EXPECT_TRUE(std::any_of(practice.guidance.rules.begin(), practice.guidance.rules.end(),
                            [&](const SessionRule& rule) { return rule.id == id; }))
        << id;
}

// The limits that no edit of the data may lose (Kubo 2018 for the force on the carpal tunnel).
TEST(Shipped, TheCarpalTunnelIsNeverPressed) {
  const auto practice = embedded_practice();
  const auto& tunnel = practice.at(practice.ids.zones.find("CT"));
  EXPECT_EQ(tunnel.max_static_level, 0);
  EXPECT_LE(tunnel.max_level, 1);
  ASSERT_TRUE(tunnel.max_force_n);
  EXPECT_LE(*tunnel.max_force_n, 2);
  EXPECT_TRUE(tunnel.delicate);
  for (const char* id : {"CUB", "CBT"}) EXPECT_TRUE(practice.at(practice.ids.zones.find(id)).excluded) << id;
}

TEST(Shipped, NothingOfItsOwnOverItselfChangesIt) {
  const auto base = parse_json(embedded_json(), "practice.json");
  ASSERT_TRUE(base);
  Document own;
  own.json = *base;
  EXPECT_EQ(merge(*base, "base", own).json, *base);
}

}  // namespace
}  // namespace thenar::practice
