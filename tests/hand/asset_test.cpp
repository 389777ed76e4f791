// The hand as a file.
#include "hand/baked.hpp"

namespace thenar::hand::test {
namespace {

TEST(HandAsset, WhatIsWrittenIsReadBack) {
  const Asset& asset = baked();
  EXPECT_EQ(asset.base.positions.size(), 1865U);
  EXPECT_EQ(asset.base.quads.size(), 1849U);
  EXPECT_EQ(asset.targets.size(), 18U);
  const auto again = read_asset(write_asset(asset), "again");
  ASSERT_TRUE(again);
  EXPECT_EQ(write_asset(*again), write_asset(asset));
}

TEST(HandAsset, EverySkinWeightIsAShare) {
  for (const Influence& each : baked().skin) {
    float sum = 0;
    for (const float weight : each.weights) {
      EXPECT_GE(weight, 0);
      sum += weight;
    }
    EXPECT_NEAR(sum, 1, 1e-4);
  }
}

TEST(HandAsset, AnyDamageIsNoticed) {
  const auto bytes = baked_bytes();
  ASSERT_GT(bytes.size(), 1000U);
  for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 97) {
    auto damaged = bytes;
    damaged[at] ^= 0x10U;
    const auto read = read_asset(damaged, "hand.bin");
    ASSERT_FALSE(read) << "byte " << at;
    EXPECT_EQ(read.error().place.file, "hand.bin");
    EXPECT_FALSE(read.error().remedy.empty());
  }
}

TEST(HandAsset, AFileCutOffAnywhereIsRefused) {
  const auto bytes = baked_bytes();
  for (std::size_t size = 0; size < bytes.size(); size += bytes.size() / 61)
    EXPECT_FALSE(read_asset(std::span(bytes).first(size), "hand.bin")) << size;
}

TEST(HandAsset, ANewerVersionIsNamed) {
  auto bytes = baked_bytes();
  bytes[4 + 11] = 2;  // after the length and the letters of "thenar.hand"
  const auto read = read_asset(bytes, "hand.bin");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().found, "version 2");
  EXPECT_EQ(read.error().expected, "version 1");
}

TEST(HandAsset, AnotherDocumentIsNotTakenForItsSource) {
  for (const char* text : {"", "[]", "{}", "{\"format\": \"thenar.plan/1\"}", "{\"format\": 3}"})
    EXPECT_FALSE(read_source(text, "arm.json")) << text;
}

}  // namespace
}  // namespace thenar::hand::test
