// Faults of zones, groups, regions, tools and points.
#include <gtest/gtest.h>

#include "damage.hpp"

namespace thenar::practice {
namespace {

TEST(BodyFaults, AnUnknownZoneInAGroup) {
  expect_only({{"body.toml", R"(zones = ["DORS"])", R"(zones = ["DORS", "DROS"])"}}, "groups[2].zones[1]",
              R"(found "DROS", expected the id of a zone)");
}

TEST(BodyFaults, AFieldThatNobodyKnows) {
  expect_only({{"body.toml", "max_static_level = 1", "max_stil_level = 1"}}, "zones[1].max_stil_level",
              "an unknown field");
}

TEST(BodyFaults, AMissingField) {
  expect_only({{"body.toml", R"(id = "DORS", face = "dor", )", R"(id = "DORS", )"}}, "zones[2].face",
              "expected this field to be there");
}

TEST(BodyFaults, ALevelAboveThree) {
  expect_only({{"body.toml", "max_level = 2, techniques_off", "max_level = 4, techniques_off"}},
              "zones[2].max_level", "found 4, expected a whole number from 0 to 3");
}

TEST(BodyFaults, AFaceThatDoesNotExist) {
  expect_only({{"body.toml", R"(face = "dor")", R"(face = "back")"}}, "zones[2].face",
              "one of pal dor rad uln all");
}

TEST(BodyFaults, ABoxThatEndsBeforeItBegins) {
  expect_only({{"body.toml", "[-45, -15, 10, 60, -15, 0]", "[-45, -15, 60, 10, -15, 0]"}},
              "zones[0].box_mm[3]", "a box that ends before it begins");
}

TEST(BodyFaults, AnEmptySource) {
  expect_only({{"body.toml", R"(source = "Cobb95")", R"(source = "")"}}, "zones[3].source",
              "where this comes from");
}

TEST(BodyFaults, AMissingConfidence) {
  expect_only({{"body.toml", R"(source = "Cobb95", confidence = "H")", R"(source = "Cobb95")"}},
              "zones[3].confidence", "found nothing");
}

TEST(BodyFaults, AZoneInTwoGroups) {
  expect_only({{"body.toml", R"(zones = ["DORS"])", R"(zones = ["DORS", "THEN"])"}}, "groups[2].zones",
              "THEN in a second group");
}

TEST(BodyFaults, AZoneOfAGroupAddedToAWholeHandGroupThatDoesNotCoverIt) {
  expect_only(
      {{"body.toml", R"(of = ["MOUND", "PALM", "BACK"])", R"(of = ["MOUND", "PALM"], zones = ["DORS"])"}},
      "groups[3].zones", "DORS in a second group");
}

TEST(BodyFaults, ADelicateZoneInAGroup) {
  expect_only({{"body.toml", R"(zones = ["DORS"])", R"(zones = ["DORS", "CT"])"}}, "groups[2].zones",
              "CT, delicate or excluded");
}

TEST(BodyFaults, AnExcludedZoneInAGroup) {
  expect_only({{"body.toml", R"(zones = ["DORS"])", R"(zones = ["DORS", "CUB"])"}}, "groups[2].zones",
              "CUB, delicate or excluded");
}

TEST(BodyFaults, AZoneInNoGroupThatIsNeitherDelicateNorExcluded) {
  expect_only({{"body.toml", ", delicate = true", ""}}, "zones[3]", "the zone CT in no work group",
              {"body.toml", R"(id = "CT")"});
}

TEST(BodyFaults, AGroupWithoutZones) {
  expect_only(
      {{"body.toml", R"({ id = "BACK", region)",
        R"({ id = "EMPTY", region = "back", cap_seconds = 9, source = "K", confidence = "L" }, { id = "BACK", region)"},
       {"words/en.toml", "[tool]", "EMPTY = { name = \"nothing\" }\n[tool]"}},
      "groups[2].zones", "expected zones, or the groups it is made of");
}

TEST(BodyFaults, AWholeHandGroupMadeOfAWholeHandGroup) {
  expect_only(
      {{"body.toml", R"({ id = "HAND", region)",
        R"({ id = "ALL", region = "palm", of = ["HAND"], cap_seconds = 9, source = "K", confidence = "L" }, { id = "HAND", region)"},
       {"words/en.toml", "[tool]", "ALL = { name = \"all\" }\n[tool]"}},
      "groups[3].of", "the group HAND, itself made of groups");
}

TEST(BodyFaults, APartWithAZoneOutsideItsGroup) {
  expect_only({{"body.toml", R"(zones = ["MIDP"] }])", R"(zones = ["MIDP", "THEN"] }])"}},
              "groups[1].parts[0].zones", "only zones of the group PALM");
}

TEST(BodyFaults, PartsThatShareAZone) {
  expect_only(
      {{"body.toml", R"(zones = ["MIDP"] }])", R"(zones = ["MIDP"] }, { id = "again", zones = ["MIDP"] }])"}},
      "groups[1].parts[1].zones", "MIDP in two parts");
}

TEST(BodyFaults, PartsThatLeaveAZoneOut) {
  expect_only(
      {{"body.toml", R"([{ id = "middle", zones = ["MIDP"] }])", R"([{ id = "middle", zones = [] }])"}},
      "groups[1].parts", "no part with MIDP");
}

TEST(BodyFaults, ANeighbouringRegionThatDoesNotNameItBack) {
  expect_only({{"body.toml", R"(next_to = ["palm"])", "next_to = []"}}, "regions[0].next_to[0]",
              "back, which does not name palm", {"body.toml", R"(next_to = ["back"])"});
}

TEST(BodyFaults, AToolWithoutGiverThatReachesNobodyKnowsWhere) {
  expect_only({{"work.toml", R"(groups = ["PALM"], max_level = 2)", "max_level = 2"}}, "tools[2].groups",
              "with table");
}

TEST(BodyFaults, APointAboveTheLimitOfItsZone) {
  expect_only({{"work.toml", "max_level = 1, in_plans", "max_level = 2, in_plans"}}, "points[2].max_level",
              "at most level 1, the limit of the zone CT");
}

TEST(BodyFaults, AStillPressWhereOnlyMovingIsAllowed) {
  expect_only({{"work.toml", "moving = true, ", ""}}, "points[1].moving", "a still press at level 2",
              {"work.toml", R"(id = "PC8")"});
}

TEST(BodyFaults, AStillPressWhereNothingMayPressStill) {
  expect_only(
      {{"body.toml", R"(box_mm = [-45, -15, 10, 60, -15, 0], )",
        R"(box_mm = [-45, -15, 10, 60, -15, 0], max_static_level = 0, )"},
       {"programmes.toml",
        R"({ technique = "PRESS", points = ["LU10"], level = 2, seconds = 30, optional = true, otherwise = "EFFL" })",
        R"({ technique = "EFFL", groups = ["HAND"], seconds = 30 })"}},
      "points[0].moving", "on THEN up to level 0 only", {"work.toml", R"(id = "LU10")"});
}

TEST(BodyFaults, APointForPlansOnAnExcludedZone) {
  expect_only({{"work.toml", R"(zone = "MIDP", group)", R"(zone = "CUB", group)"}}, "points[1].zone",
              "the excluded zone CUB");
}

TEST(BodyFaults, APointForPlansWithoutGroup) {
  expect_only({{"work.toml", R"(zone = "MIDP", group = "PALM")", R"(zone = "MIDP")"}}, "points[1].group",
              "no work group");
}

TEST(BodyFaults, APointForPlansWithoutTool) {
  expect_only({{"work.toml", R"(max_seconds = 20 }, tools = ["thumb"])", "max_seconds = 20 }"}},
              "points[1].tools", "no tool", {"work.toml", R"(id = "PC8")"});
}

TEST(BodyFaults, APointWithAClaimThatIsNeverMade) {
  expect_only({{"work.toml", R"(claim = "pressing")", R"(claim = "flush")"}}, "points[0].claim",
              "a claim that may be said");
}

}  // namespace
}  // namespace thenar::practice
