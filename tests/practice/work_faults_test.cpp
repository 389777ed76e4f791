// Faults of techniques, doses, combos, rates, the planner's numbers and programmes.
#include <gtest/gtest.h>

#include "damage.hpp"

namespace thenar::practice {
namespace {

constexpr const char* kKneadDose =
    "dose = { min_seconds = 20, typ_seconds = 40, max_seconds = 120 }, dose_by_group";

std::string knead_dose(const char* dose) {
  return std::string("dose = ") + dose + ", dose_by_group";
}

TEST(WorkFaults, ADoseOfNoSeconds) {
  expect_only(
      {{"work.toml", kKneadDose, knead_dose("{ min_seconds = 0, typ_seconds = 40, max_seconds = 120 }")}},
      "techniques[2].dose.min_seconds", "found 0");
}

TEST(WorkFaults, ADoseOutOfOrder) {
  expect_only(
      {{"work.toml", kKneadDose, knead_dose("{ min_seconds = 20, typ_seconds = 130, max_seconds = 120 }")}},
      "techniques[2].dose", "found 20 s, 130 s, 120 s");
}

TEST(WorkFaults, ADoseWhoseWorthIsNotConcave) {
  // 0.4 over 100 s before the typical dose, 0.2 over 5 s after it.
  expect_only(
      {{"work.toml", kKneadDose, knead_dose("{ min_seconds = 20, typ_seconds = 120, max_seconds = 125 }")}},
      "techniques[2].dose", "worth that is concave");
}

TEST(WorkFaults, ADoseOfAGroupThatIsNotConcave) {
  expect_only({{"work.toml", "PALM = { min_seconds = 10, typ_seconds = 30, max_seconds = 90 }",
                "PALM = { min_seconds = 10, typ_seconds = 88, max_seconds = 90 }"}},
              "techniques[2].dose_by_group.PALM", "worth that is concave");
}

TEST(WorkFaults, ADoseForAGroupWhereTheTechniqueIsNotApplied) {
  expect_only({{"work.toml", "PALM = { min_seconds = 10", "BACK = { min_seconds = 10"}},
              "techniques[2].dose_by_group.BACK", "a group where KNEAD is not applied");
}

TEST(WorkFaults, ADoseOfAPointOutOfOrder) {
  expect_only({{"work.toml", "min_seconds = 30, typ_seconds = 45, max_seconds = 60",
                "min_seconds = 50, typ_seconds = 45, max_seconds = 60"}},
              "points[0].dose", "min_seconds ≤ typ_seconds ≤ max_seconds");
}

TEST(WorkFaults, ATechniqueWithoutTool) {
  expect_only({{"work.toml", R"(tools = ["palm", "thumb"], )", ""}}, "techniques[2].tools", "no tool",
              {"work.toml", R"(id = "KNEAD")"});
}

TEST(WorkFaults, ATechniqueWithoutGroups) {
  expect_only({{"work.toml", R"(phase = "open", groups = ["HAND"])", R"(phase = "open")"}},
              "techniques[0].groups", "no groups", {"work.toml", R"(id = "HOLD")"});
}

TEST(WorkFaults, AUsualLevelAboveTheHighest) {
  expect_only({{"work.toml", "level_default = 0, level_max = 1", "level_default = 2, level_max = 1"}},
              "techniques[0].level_default", "at most level_max, 1");
}

TEST(WorkFaults, AUsualLevelWithoutAHighest) {
  expect_only({{"work.toml", R"(level_max = 3, phase = "dry", groups = ["MOUND"], dose = { min_seconds = 60)",
                R"(phase = "dry", groups = ["MOUND"], dose = { min_seconds = 60)"}},
              "techniques[5].level_max", "only one of level_default and level_max");
}

TEST(WorkFaults, ATempoOutOfOrder) {
  expect_only({{"work.toml", "typ_per_minute = 15", "typ_per_minute = 25"}}, "techniques[1].tempo",
              "a tempo out of order");
}

TEST(WorkFaults, AStrokeThatIsNotWhole) {
  expect_only(
      {{"work.toml", R"(kind = "glides", )", R"(kind = "glides", stroke_phases = [0.2, 0.6, 0.3], )"}},
      "techniques[1].stroke_phases", "add up to 1");
}

TEST(WorkFaults, ATriggerTechniqueWithoutParts) {
  expect_only(
      {{"work.toml",
        R"(, composite = [{ id = "warm", seconds = 30 }, { id = "hold", seconds = 0 }, { id = "stroke", seconds = 20 }])",
        ""}},
      "techniques[5].composite", "no parts", {"work.toml", R"(id = "TRIG")"});
}

TEST(WorkFaults, TwoPartsThatTakeWhatIsLeft) {
  expect_only({{"work.toml", R"({ id = "warm", seconds = 30 })", R"({ id = "warm", seconds = 0 })"}},
              "techniques[5].composite", "two parts that take what is left");
}

TEST(WorkFaults, PartsThatExceedTheLeastDose) {
  expect_only({{"work.toml", R"({ id = "warm", seconds = 30 })", R"({ id = "warm", seconds = 50 })"}},
              "techniques[5].composite", "parts of 70 s");
}

TEST(WorkFaults, AStandInForDrySkinThatNeedsALubricant) {
  expect_only({{"work.toml", R"(without_lubricant = ["HOLD"])", R"(without_lubricant = ["HOLD", "EFFL"])"}},
              "techniques[1].without_lubricant[1]", "EFFL, which needs a lubricant itself");
}

TEST(WorkFaults, AStandInForATechniqueThatNeedsNone) {
  expect_only({{"work.toml", R"(self = false, self_instead)", "self_instead"}}, "techniques[3].self_instead",
              "a stand-in for a technique that self-massage can do");
}

TEST(WorkFaults, AComboOfOneTechnique) {
  expect_only(
      {{"work.toml",
        R"(, { technique = "PRESS", dose = { min_seconds = 10, typ_seconds = 20, max_seconds = 60 } }])",
        "]"}},
      "combos[0].parts", "at least two", {"work.toml", R"(id = "KNEAD_PRESS")"});
}

TEST(WorkFaults, AComboOutsideItsGroup) {
  expect_only({{"work.toml", R"(group = "MOUND", zones = ["THEN"])", R"(group = "MOUND", zones = ["MIDP"])"}},
              "combos[0].zones", "zones outside the group MOUND");
}

TEST(WorkFaults, AComboOfATechniqueThatIsNotApplied) {
  expect_only({{"work.toml", R"(parts = [{ technique = "KNEAD")", R"(parts = [{ technique = "EFFL")"}},
              "combos[0].parts[0].technique", "EFFL, which is not applied to MOUND");
}

TEST(WorkFaults, ARateAboveThree) {
  expect_only({{"work.toml", "pain = 3", "pain = 4"}}, "technique_rates[0].goals.pain", "from 0 to 3");
}

TEST(WorkFaults, RatesOfATechniqueTwice) {
  expect_only({{"work.toml", R"({ technique = "EFFL", goals)", R"({ technique = "KNEAD", goals)"}},
              "technique_rates[1].technique",
              R"("KNEAD" again (first as technique_rates[0] in work.toml:25))",
              {"work.toml", "goals = { stress = 2 }"});
}

TEST(WorkFaults, AnUnknownGoal) {
  expect_only({{"work.toml", "goals = { stress = 2 }", "goals = { detox = 2 }"}},
              "technique_rates[1].goals.detox", "one of pain stiffness swelling");
}

TEST(WorkFaults, AFixedPartOfUnknownPlace) {
  expect_only({{"work.toml", R"(id = "opening_touch")", R"(id = "opening")"}}, "planning.fixed[0].id",
              R"("opening", expected one of opening_touch)");
}

TEST(WorkFaults, AFixedPartWithALengthTooFew) {
  expect_only({{"work.toml", "seconds = [5, 10]", "seconds = [5]"}}, "planning.fixed[0].seconds",
              "1 lengths for 2 hand times");
}

TEST(WorkFaults, AFixedPartBetweenTheQuanta) {
  expect_only({{"work.toml", "seconds = [5, 10]", "seconds = [5, 12]"}}, "planning.fixed[0].seconds[1]",
              "a multiple of quantum_seconds, 5 s");
}

TEST(WorkFaults, AFixedPartWithHandTimesOutOfOrder) {
  expect_only({{"work.toml", "from_hand_seconds = [0, 240]", "from_hand_seconds = [240, 0]"}},
              "planning.fixed[0].from_hand_seconds", "rising hand times");
}

TEST(WorkFaults, AFixedPartWithoutTechnique) {
  expect_only({{"work.toml", R"(techniques = ["HOLD"])", "techniques = []"}}, "planning.fixed[0].techniques",
              "no technique");
}

TEST(WorkFaults, LeastMinutesAboveMost) {
  expect_only({{"work.toml", "phi_min = 0.6", "min_minutes = 61\nphi_min = 0.6"}}, "planning.min_minutes",
              "at most max_minutes");
}

TEST(ProgrammeFaults, SecondsThatDoNotAddUp) {
  expect_only({{"programmes.toml", "published_seconds = 160", "published_seconds = 150"}},
              "programmes[0].published_seconds", "found 150 s, expected 160 s");
}

TEST(ProgrammeFaults, AStepAboveTheLimitOfItsTechnique) {
  expect_only({{"programmes.toml", "level = 0, seconds = 10", "level = 2, seconds = 10"}},
              "programmes[0].steps[0].level", "HOLD at level 2, expected at most level 1");
}

TEST(ProgrammeFaults, AStepAboveEveryZoneItWorks) {
  expect_only({{"programmes.toml", R"({ technique = "EFFL", groups = ["HAND"], level = 2)",
                R"({ technique = "EFFL", groups = ["BACK"], level = 3)"}},
              "programmes[0].steps[1].level", "the highest that any zone of the step allows");
}

TEST(ProgrammeFaults, AStillStepWhereOnlyMovingIsAllowed) {
  expect_only({{"programmes.toml", R"({ technique = "PRESS", points = ["LU10"])",
                R"({ technique = "PRESS", zones = ["MIDP"])"}},
              "programmes[0].steps[2].level", "at most level 1");
}

TEST(ProgrammeFaults, ALevelWhereNothingPresses) {
  expect_only({{"programmes.toml", R"({ technique = "BREATH", seconds)",
                R"({ technique = "BREATH", level = 0, seconds)"}},
              "programmes[0].steps[3].level", "BREATH does not press");
}

TEST(ProgrammeFaults, AStepNowhere) {
  expect_only({{"programmes.toml", R"({ technique = "HOLD", groups = ["HAND"])", R"({ technique = "HOLD")"}},
              "programmes[0].steps[0].groups", "no groups, zones or points");
}

TEST(ProgrammeFaults, AStepOnAnExcludedZone) {
  expect_only({{"programmes.toml", R"({ technique = "HOLD", groups = ["HAND"])",
                R"({ technique = "HOLD", zones = ["CUB"])"}},
              "programmes[0].steps[0].zones", "HOLD on CUB");
}

TEST(ProgrammeFaults, AStepWhereItsTechniqueIsOff) {
  expect_only({{"programmes.toml", R"(points = ["LU10"], level = 2)",
                R"(points = ["LU10"], zones = ["DORS"], level = 2)"}},
              "programmes[0].steps[2].zones", "PRESS on DORS");
}

TEST(ProgrammeFaults, APointOfTheLibraryOnly) {
  expect_only({{"programmes.toml", R"(points = ["LU10"])", R"(points = ["LU10", "PC7"])"}},
              "programmes[0].steps[2].points", "the point PC7");
}

TEST(ProgrammeFaults, PartsLongerThanTheStep) {
  expect_only({{"programmes.toml", "part_seconds = 10", "part_seconds = 40"}},
              "programmes[0].steps[1].part_seconds", "at most the step's 30 s");
}

TEST(ProgrammeFaults, ATechniqueThatItsModeCannotDo) {
  expect_only({{"work.toml", R"(kind = "glides", tools = ["palm"])",
                R"(kind = "glides", self = false, tools = ["palm"])"}},
              "programmes[0].steps[1].technique", "EFFL, which self massage cannot do",
              {"programmes.toml", R"(technique = "EFFL")"});
}

TEST(ProgrammeFaults, NoMode) {
  expect_only({{"programmes.toml", R"(modes = ["self", "partner"])", "modes = []"}}, "programmes[0].modes",
              "no mode");
}

TEST(ProgrammeFaults, APrecautionThatBothBlocksAndOpens) {
  expect_only(
      {{"programmes.toml", R"(blocked_by = ["S05"])", R"(blocked_by = ["S05"], only_with = ["S05"])"}},
      "programmes[0].only_with", "also blocks P01");
}

TEST(ProgrammeFaults, AMeasureWhoseLicenceKeepsItOut) {
  expect_only({{"shelf.toml", R"(flag = "G")", R"(flag = "N", scoring = "none")"}},
              "programmes[0].measures[0]", "PAIN, whose licence",
              {"programmes.toml", R"(measures = ["PAIN"])"});
}

}  // namespace
}  // namespace thenar::practice
