// thenar motion export as a shell calls it: what it writes, and what it says where it cannot.
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/command.hpp"
#include "support/sanitized.hpp"

namespace thenar::test {
namespace {

namespace fs = std::filesystem;

struct Wrong {
  std::vector<std::string> options;
  int code;
  std::string said;
};

TEST(MotionExport, WhatItCannotWriteIsSaidWithItsPlaceAndRemedyAndNoFileIsLeft) {
  const TemporaryFolder folder;
  const std::string out = folder / "out.glb";
  const std::string request = folder.file("request.json", kRequest);
  const std::string clips = folder.file("clips.bin", "not clips at all");
  const std::vector<Wrong> all{
      {{}, 2, "PLAN"},
      {{"--technique", "KNEAD"}, 2, "--zone"},
      {{"--technique", "KNEAD", "--zone", "THEN", "--mode", "alone"}, 2, "--mode"},
      {{request, "--technique", "KNEAD", "--zone", "THEN"}, 2, "excludes"},
      {{"--technique", "KNEED", "--zone", "THEN"}, 1, "\"KNEED\", expected a technique"},
      {{"--technique", "KNEAD", "--zone", "NOSE"}, 1, "\"NOSE\", expected a zone"},
      {{"--technique", "KNEAD", "--zone", "THEN", "--tool", "hammer"}, 1, "\"hammer\", expected a tool"},
      {{"--technique", "BREATH", "--zone", "THEN"}, 1, "thenar motion check"},
      {{"--technique", "KNEAD", "--zone", "THEN", "--clips", clips}, 1, "clips.bin"},
      {{"--technique", "KNEAD", "--zone", "THEN", "--clips", clips + ".none"}, 4, "clips.bin.none"},
      {{request}, 1, "thenar plan"},
      {{folder / "none.json"}, 4, "none.json"},
  };
  for (const Wrong& wrong : all) {
    std::vector<std::string> arguments{"motion", "export", "-o", out};
    arguments.insert(arguments.end(), wrong.options.begin(), wrong.options.end());
    const auto done = thenar(arguments);
    EXPECT_EQ(done.code, wrong.code) << wrong.said;
    EXPECT_NE(done.err.find(wrong.said), std::string::npos) << done.err;
    EXPECT_TRUE(done.out.empty());
    EXPECT_FALSE(fs::exists(out)) << wrong.said;
  }
}

TEST(MotionExport, ATechniqueInAZoneIsWrittenWithItsTableBeside) {
  if (kSanitized) return;
  const TemporaryFolder folder;
  const std::string out = folder / "press";
  const auto done = thenar({"motion", "export", "--technique", "PRESS", "--zone", "THEN", "--tool",
                            "thumb_pad", "-o", out + ".glb", "--csv"});
  ASSERT_EQ(done.code, 0) << done.err;
  EXPECT_EQ(read_whole(out + ".glb").substr(0, 4), "glTF");
  const auto table = read_whole(out + ".csv");
  EXPECT_EQ(table.substr(0, 33), "time_s,clip,hand,pad,x_m,y_m,z_m,");
  EXPECT_NE(table.find(",PRESS.MOUND.thumb_pad.partner,right,thumb,"), std::string::npos);
}

}  // namespace
}  // namespace thenar::test
