// S27–S40: conditions of a hand (§5.3 as amended).
#include "expected.hpp"

namespace thenar::test {
namespace {

TEST(LocalRules, S27ACutIsLeftOutWithThreeCentimetresAround) {
  expect_clearance(with({said("S27", {}, {"D4.P3.pal"})}),
                   Expected(Verdict::modified).exclude(within_cm("D4.P3.pal", 3)).heat_off());
}
TEST(LocalRules, S27WithAPartnerWantsGloves) {
  auto want = Expected(Verdict::modified, Mode::partner).exclude(within_cm("D4.P3.pal", 3)).heat_off();
  want.c.gloves = true;
  expect_clearance(with({said("S27", {}, {"D4.P3.pal"})}, Mode::partner), want);
}

TEST(LocalRules, S28AWartIsLeftOutThatHandComesLastAndGivesNothing) {
  auto want = Expected(Verdict::modified).exclude({"D2.P3.pal"}).cannot_give().heat_off();
  want.c.hands.left.last = true;
  expect_clearance(with({said("S28", {{"spread", "one_spot"}}, {"D2.P3.pal"})}), want);
}
TEST(LocalRules, S28InSeveralPlacesLeavesTheHandOut) {
  auto want = Expected(Verdict::modified).refuse().cannot_give().heat_off().advice(Urgency::when_convenient);
  want.c.hands.left.last = true;
  expect_clearance(with({said("S28", {{"spread", "wider"}})}), want);
  expect_clearance(with({said("S28")}), want);
}
TEST(LocalRules, S28WithAPartnerWantsGloves) {
  auto want = Expected(Verdict::modified, Mode::partner).exclude({"NF1"}).heat_off();
  want.c.gloves = true;
  want.c.hands.left.last = true;
  expect_clearance(with({said("S28", {{"spread", "one_spot"}}, {"NF1"})}, Mode::partner), want);
}

TEST(LocalRules, S29AnEczemaFlareIsLightAndBrokenSkinLeftOut) {
  auto base =
      Expected(Verdict::modified).off({"ROLL", "XFRIC"}).products_off({"scented_lotion", "essential_oils"});
  base.c.lubricant_required = true;
  auto whole_skin = base;
  expect_clearance(with({said("S29", {{"broken", "no"}}, {"DORS"})}), whole_skin.level(1, {"DORS"}));
  auto broken = base;
  broken.exclude({"DORS"}).heat_off();
  expect_clearance(with({said("S29", {{"broken", "yes"}}, {"DORS"})}), broken);
  expect_clearance(with({said("S29", {}, {"DORS"})}), broken);
}

TEST(LocalRules, S30AFreshSprainIsLeftOutAndAnOlderOneLight) {
  const auto base = Expected(Verdict::modified).off({"XFRIC", "SHAKE", "VIBR"}).cannot_give().heat_off();
  expect_clearance(with({said("S30", {{"since", "under_3_days"}}, {"WDU"})}),
                   Expected(base).exclude({"WDU"}));
  expect_clearance(with({said("S30", {}, {"WDU"})}), Expected(base).exclude({"WDU"}));
  expect_clearance(with({said("S30", {{"since", "longer"}, {"hot", "no"}}, {"WDU"})}),
                   Expected(base).level(1, {"WDU"}));
}

TEST(LocalRules, S30ASwellingThatIsStillHotIsLeftOutHoweverOld) {
  const auto base = Expected(Verdict::modified).off({"XFRIC", "SHAKE", "VIBR"}).cannot_give().heat_off();
  for (const char* hot : {"yes", "unsure"})
    expect_clearance(with({said("S30", {{"since", "longer"}, {"hot", hot}}, {"WDU"})}),
                     Expected(base).exclude({"WDU"}));
  expect_clearance(with({said("S30", {{"since", "longer"}}, {"WDU"})}), Expected(base).exclude({"WDU"}));
}

TEST(LocalRules, S31AFlareLeavesOutTheJointsWithTwoCentimetresAndIsLightElsewhere) {
  const auto base = Expected(Verdict::modified)
                        .level(1)
                        .off({"STRETCH", "TRACT", "MOBIL", "XFRIC", "AROM"})
                        .trigger_points_off()
                        .programmes_off({"P05"})
                        .heat_off();
  expect_clearance(with({said("S31", {}, {"PIP3"})}), Expected(base).exclude(within_cm("PIP3", 2)));
  expect_clearance(with({said("S31", {}, {"CMC1"})}),
                   Expected(base).exclude(within_cm("CMC1", 2)).tools_off(kThumbTools));
  expect_clearance(with({said("S31")}), Expected(base).exclude(all_zones()).tools_off(kThumbTools));
}

TEST(LocalRules, S32KnobbyFingerJointsAreCircledGently) {
  expect_clearance(with({said("S32", {{"hot", "no"}}, {"DIP2"})}),
                   Expected(Verdict::modified).level(2, {"DIP2"}));
}
TEST(LocalRules, S32AHotJointIsNotPulledOrGlidedOver) {
  const auto want = Expected(Verdict::modified).level(2, {"DIP2"}).off({"TRACT", "GLIDE"}, ray(2)).heat_off();
  expect_clearance(with({said("S32", {{"hot", "yes"}}, {"DIP2"})}), want);
  expect_clearance(with({said("S32", {}, {"DIP2"})}), want);
}
TEST(LocalRules, S32AThumbBaseJointCapsTheMoundAndTheWebAtLevelTwo) {
  expect_clearance(with({said("S32", {{"hot", "no"}}, {"CMC1"})}), Expected(Verdict::modified)
                                                                       .level(2, {"CMC1", "THEN", "W1"})
                                                                       .off({"TRACT"}, group("THUMB"))
                                                                       .off({"MOBIL"}, {"CMC1"})
                                                                       .tools_off(kThumbTools));
}

TEST(LocalRules, S33DeQuervainLeavesOutTheThumbSideOfTheWrist) {
  expect_clearance(with({said("S33")}),
                   Expected(Verdict::modified)
                       .exclude({"WDR", "SNUF"})
                       .off({"STRETCH"}, group("THUMB") + group("WRIST_D") + group("EXTENSORS"))
                       .off({"MOBIL"}, group("WRIST_D"))
                       .level(2, {"FEP"})
                       .tools_off(kThumbTools));
}

TEST(LocalRules, S34ATriggerFingerIsLightOverItsPulley) {
  expect_clearance(with({said("S34", {{"locked", "no"}}, {"D4.P1.pal"})}),
                   Expected(Verdict::modified).level(1, {"DPC4"}).off({"STRETCH", "TRACT"}, ray(4)));
}
TEST(LocalRules, S34CoversTheThumb) {
  expect_clearance(with({said("S34", {{"locked", "no"}}, {"IP1"})}), Expected(Verdict::modified)
                                                                         .level(1, {"DPC1"})
                                                                         .off({"STRETCH", "TRACT"}, ray(1))
                                                                         .tools_off(kThumbTools));
}
TEST(LocalRules, S34ALockedFingerIsReviewed) {
  const auto want = Expected(Verdict::refer)
                        .exclude({"DPC4"})
                        .off({"STRETCH", "TRACT", "MOBIL"}, ray(4))
                        .advice(Urgency::within_2_weeks);
  expect_clearance(with({said("S34", {{"locked", "yes"}}, {"DPC4"})}), want);
  expect_clearance(with({said("S34", {}, {"DPC4"})}), want);
}
TEST(LocalRules, S34WithoutAPlaceMayBeAnyFinger) {
  expect_clearance(with({said("S34", {{"locked", "no"}})}),
                   Expected(Verdict::modified)
                       .level(1, {"DPC1", "DPC2", "DPC3", "DPC4", "DPC5"})
                       .off({"STRETCH", "TRACT"})
                       .tools_off(kThumbTools));
}

TEST(LocalRules, S35DupuytrenIsGentleWithoutForcedStraightening) {
  expect_clearance(with({said("S35", {}, {"D4.P1.pal"})}),
                   Expected(Verdict::modified).level(2, {"D4.P1.pal"}).off({"STRETCH", "TRACT"}, ray(4)));
  expect_clearance(with({said("S35")}), Expected(Verdict::modified).level(2).off({"STRETCH", "TRACT"}));
}

TEST(LocalRules, S36AGanglionIsLeftOutWithTwoCentimetresAround) {
  expect_clearance(with({said("S36", {}, {"WDC"})}),
                   Expected(Verdict::modified).exclude(within_cm("WDC", 2)));
}

TEST(LocalRules, S37CarpalTunnelForbidsStillPressureTwoPointsAndTheBentWrist) {
  expect_clearance(with({said("S37")}),
                   Expected(Verdict::modified)
                       .no_static({"CT", "WPC"})
                       .points_off({"PC6", "PC7"})
                       .level(2, {"THEN", "HYPO"})
                       .off({"TAP"})
                       .off({"STRETCH"}, group("HAND") + group("FLEXORS") + group("EXTENSORS") +
                                             group("WRIST_P") + group("WRIST_D"))
                       .tools_off({"palm_heel"}));
}

TEST(LocalRules, S38TheLittleFingerSideOfThePalmIsLeftOut) {
  const auto base = Expected(Verdict::modified).exclude({"GUY", "HOH", "HYPO"}).tools_off({"palm_heel"});
  expect_clearance(with({said("S38", {{"colour", "no"}})}), base);
  auto changed = Expected(base).refuse().heat_off().advice(Urgency::same_day);
  changed.c.verdict = Verdict::refer;
  expect_clearance(with({said("S38", {{"colour", "yes"}})}), changed);
  expect_clearance(with({said("S38")}), changed);
}

TEST(LocalRules, S39CrpsIsTwoMinutesOfLightTouchAndOnlyWithAPlan) {
  const auto base = Expected(Verdict::modified)
                        .level(1)
                        .hand_seconds(120)
                        .only({"HOLD", "STROKE", "BREATH"})
                        .acupoints_off()
                        .trigger_points_off()
                        .heat_off();
  expect_clearance(with({said("S39", {{"plan", "yes"}})}), base);
  auto without = Expected(base).refuse().advice(Urgency::when_convenient);
  without.c.verdict = Verdict::refer;
  expect_clearance(with({said("S39", {{"plan", "no"}})}), without);
  expect_clearance(with({said("S39")}), without);
}

TEST(LocalRules, S40ReducedFeelingIsGentleWithoutWarmthAndFeedbackIsNotRelied) {
  auto want = Expected(Verdict::modified).level(2).off({"TRIG", "XFRIC", "TAP"}).gives_at_most(1).heat_off();
  want.c.hands.left.feedback_unreliable = true;
  expect_clearance(with({said("S40")}), want);
}

}  // namespace
}  // namespace thenar::test
