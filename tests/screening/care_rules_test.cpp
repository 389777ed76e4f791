// S01–S19: what must be seen by somebody, and how soon. Written from the brief (§5.1) and its amendments.
#include "expected.hpp"

namespace thenar::test {
namespace {

/// Of the whole person, or of the left hand, which then gives nothing either.
Expected emergency(const Hands& hands = kBoth) {
  return Expected(Verdict::emergency).refuse_session().cannot_give(hands).advice(Urgency::now);
}

TEST(CareRules, S01AFaceThatDroopsIsAnEmergency) {
  expect_clearance(with({said("S01")}), emergency());
}
TEST(CareRules, S02ChestPainIsAnEmergency) {
  expect_clearance(with({said("S02")}), emergency());
}
TEST(CareRules, S03ASuddenlyColdHandIsAnEmergency) {
  expect_clearance(with({said("S03")}), emergency(kLeft));
}
TEST(CareRules, S04PainRisingAfterACrushIsAnEmergency) {
  expect_clearance(with({said("S04")}), emergency(kLeft));
}
TEST(CareRules, S08AFingerWithKanavelsSignsIsAnEmergency) {
  expect_clearance(with({said("S08")}), emergency(kLeft));
}
TEST(CareRules, S10ABiteIsAnEmergency) {
  expect_clearance(with({said("S10")}), emergency(kLeft));
}
TEST(CareRules, S13AnAllergicReactionIsAnEmergency) {
  expect_clearance(with({said("S13")}), emergency());
}
TEST(CareRules, S18WarningSignsInPregnancyAreAnEmergency) {
  expect_clearance(with({said("S18")}), emergency());
}

TEST(CareRules, NotSureCallsForHelpOnlyForStrokeHeartColdHandAndAllergicReaction) {
  for (const char* id : {"S01", "S02", "S03", "S13"}) {
    auto condition = said(id);
    condition.unsure = true;
    SCOPED_TRACE(id);
    expect_clearance(with({condition}), emergency(id == std::string("S03") ? kLeft : kBoth));
  }
  for (const char* id : {"S04", "S08", "S10", "S18"}) {
    auto condition = said(id);
    condition.unsure = true;
    SCOPED_TRACE(id);
    expect_clearance(with({condition}), Expected(Verdict::refer)
                                            .refuse_session()
                                            .cannot_give(id == std::string("S18") ? kBoth : kLeft)
                                            .advice(Urgency::same_day));
  }
}

TEST(CareRules, S05ANewlySwollenArmIsNotTouchedAndSeenTheSameDay) {
  for (const char* answer : {"no", "unsure"})
    expect_clearance(with({said("S05", {{"breathing", answer}})}),
                     Expected(Verdict::refer).refuse().cannot_give().heat_off().advice(Urgency::same_day));
  expect_clearance(with({said("S05")}),
                   Expected(Verdict::refer).refuse().cannot_give().heat_off().advice(Urgency::same_day));
}
TEST(CareRules, S05WithBreathlessnessIsAnEmergency) {
  expect_clearance(with({said("S05", {{"breathing", "yes"}})}), emergency(kLeft));
}

TEST(CareRules, S06AnInjuryThatMayBeABreakIsNotTouched) {
  expect_clearance(with({said("S06")}),
                   Expected(Verdict::refer).refuse().cannot_give().heat_off().advice(Urgency::same_day));
}

TEST(CareRules, S07AnInfectionThatSpreadsIsSeenTheSameDayAndWithFeverNow) {
  const auto want = Expected(Verdict::refer).refuse_session().cannot_give().advice(Urgency::same_day);
  expect_clearance(with({said("S07")}), want);
  expect_clearance(with({said("S07", {{"ill", "no"}})}), want);
  expect_clearance(with({said("S07", {{"ill", "yes"}})}), emergency(kLeft));
}

TEST(CareRules, S09AHotJointIsSeenTheSameDayAndANewOneNow) {
  expect_clearance(with({said("S09")}),
                   Expected(Verdict::refer).refuse().cannot_give().heat_off().advice(Urgency::same_day));
  expect_clearance(with({said("S09", {{"new_or_fever", "no"}})}),
                   Expected(Verdict::refer).refuse().cannot_give().heat_off().advice(Urgency::same_day));
  expect_clearance(with({said("S09", {{"new_or_fever", "yes"}})}), emergency(kLeft));
}

TEST(CareRules, S11AFingerThatStoppedMovingIsSeenWithinTwoDays) {
  expect_clearance(
      with({said("S11")}),
      Expected(Verdict::refer).refuse().cannot_give().heat_off().advice(Urgency::within_48_hours));
}

TEST(CareRules, S12WithFeverNobodyIsMassagedAndNoHandGives) {
  expect_clearance(
      with({said("S12")}),
      Expected(Verdict::refer).refuse_session().cannot_give(kBoth).advice(Urgency::when_convenient));
}

/// Light strokes away from the palm: nothing palmar from the wrist to the finger bases.
Expected off_the_palm(Urgency urgency) {
  const Names palm{"THEN", "HYPO", "MIDP", "DPC1", "DPC2", "DPC3", "DPC4", "DPC5",
                   "WPR",  "WPC",  "WPU",  "CT",   "KAP",  "GUY",  "HOH",  "PIS"};
  return Expected(Verdict::refer)
      .level(1)
      .only({"HOLD", "EFFL", "STROKE", "BREATH"})
      .exclude(palm)
      .acupoints_off()
      .trigger_points_off()
      .programmes_off({"P06"})
      .tools_off({"palm_heel"})
      .heat_off()
      .advice(urgency);
}

TEST(CareRules, S14ConstantNumbnessLeavesLightStrokesOffThePalm) {
  expect_clearance(with({said("S14", {{"sudden", "no"}})}), off_the_palm(Urgency::within_2_weeks));
}
TEST(CareRules, S14SuddenAfterInjuryIsSeenTheSameDay) {
  expect_clearance(with({said("S14", {{"sudden", "yes"}})}), off_the_palm(Urgency::same_day));
  expect_clearance(with({said("S14")}), off_the_palm(Urgency::same_day));
}

TEST(CareRules, S15AnUlnarClawLeavesLightStrokesOffThePalmAndOffTheElbow) {
  expect_clearance(with({said("S15", {{"sudden", "no"}})}),
                   off_the_palm(Urgency::within_2_weeks).exclude({"GUY", "HYPO", "CBT"}));
  expect_clearance(with({said("S15")}), off_the_palm(Urgency::same_day).exclude({"GUY", "HYPO", "CBT"}));
}

TEST(CareRules, S16ALumpIsLeftOutAndLookedAt) {
  expect_clearance(with({said("S16", {}, {"FEP"})}),
                   Expected(Verdict::refer).exclude({"FEP"}).heat_off().advice(Urgency::within_2_weeks));
  expect_clearance(with({said("S16")}),
                   Expected(Verdict::refer).exclude(all_zones()).heat_off().advice(Urgency::within_2_weeks));
}

TEST(CareRules, S17BothHandsClumsyIsUrgent) {
  expect_clearance(with({said("S17")}),
                   Expected(Verdict::refer).refuse_session().cannot_give(kBoth).advice(Urgency::same_day));
}

TEST(CareRules, S19RaynaudThatDoesNotEaseIsSeenTheSameDay) {
  expect_clearance(with({said("S19")}),
                   Expected(Verdict::refer).refuse().cannot_give().heat_off().advice(Urgency::same_day));
}

TEST(CareRules, ARuleWithoutAHandHoldsForBothHands) {
  expect_clearance(
      with({said("S06", {}, {}, std::nullopt)}),
      Expected(Verdict::refer).refuse_session().cannot_give(kBoth).heat_off().advice(Urgency::same_day));
}

}  // namespace
}  // namespace thenar::test
