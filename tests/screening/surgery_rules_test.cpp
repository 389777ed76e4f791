// S20–S26: operations, broken bones, injections (§5.2).
#include <algorithm>

#include "expected.hpp"

namespace thenar::test {
namespace {

Condition scar(const char* weeks, const char* closed, const char* released, Names zones = {"D3.P1.pal"}) {
  return said("S20", {{"weeks", weeks}, {"closed", closed}, {"released", released}}, std::move(zones));
}

/// The zones of a middle finger from a wound at its lowest palmar part onwards.
Names beyond_the_wound() {
  Names out;
  for (const auto& name : ray(3))
    if (name != "DI3" && name.rfind("DPC", 0) != 0 && name.rfind("MCP", 0) != 0 && name.rfind("W", 0) != 0)
      out.push_back(name);
  return out;
}

Expected fresh_wound() {
  return Expected(Verdict::modified)
      .exclude(within_cm("D3.P1.pal", 5))
      .off({"STRETCH", "MOBIL", "TRACT"}, ray(3))
      .off({"AROM"})
      .programmes_off({"P12"})
      .cannot_give()
      .heat_off();
}

TEST(SurgeryRules, S20AFreshWoundIsLeftOutWithFiveCentimetresAroundAndEverythingBeyondIt) {
  expect_clearance(with({scar("under_2", "no", "no")}),
                   fresh_wound().exclude(beyond_the_wound()).advice(Urgency::when_convenient));
}
TEST(SurgeryRules, S20BeyondTheWoundIsLightOnlyWhenTheSurgeonAgrees) {
  expect_clearance(with({scar("under_2", "no", "yes")}), fresh_wound().level(1, beyond_the_wound()));
}
TEST(SurgeryRules, S20HoldsUntilClosedAndReleasedHoweverLongAgo) {
  for (const char* weeks : {"2_to_6", "6_to_12", "over_12"})
    expect_clearance(with({scar(weeks, "no", "yes")}), fresh_wound().level(1, beyond_the_wound()));
  expect_clearance(with({scar("over_12", "yes", "no")}),
                   fresh_wound().exclude(beyond_the_wound()).advice(Urgency::when_convenient));
}
TEST(SurgeryRules, S20NotKnowingTheTimeIsTheStrictestPhase) {
  expect_clearance(with({scar("unsure", "yes", "yes")}), fresh_wound().level(1, beyond_the_wound()));
  expect_clearance(with({said("S20", {}, {"D3.P1.pal"})}),
                   fresh_wound().exclude(beyond_the_wound()).advice(Urgency::when_convenient));
}

TEST(SurgeryRules, S21AYoungScarGetsLightTouchForTwoMinutesWithABlandCream) {
  auto want = Expected(Verdict::modified)
                  .level(1, {"D3.P1.pal"})
                  .zone_seconds(120, {"D3.P1.pal"})
                  .off({"XFRIC", "ROLL", "TRIG"}, {"D3.P1.pal"})
                  .off({"STRETCH", "MOBIL", "TRACT"}, ray(3))
                  .programmes_off({"P12"})
                  .products_off({"scented_lotion", "essential_oils"})
                  .cannot_give();
  want.c.lubricant_required = true;
  expect_clearance(with({scar("2_to_6", "yes", "yes")}), want);
}

TEST(SurgeryRules, S22AnOlderScarGetsGentleTouchForFiveMinutesAndBending) {
  auto want = Expected(Verdict::modified)
                  .level(2, {"D3.P1.pal"})
                  .zone_seconds(300, {"D3.P1.pal"})
                  .off({"STRETCH", "TRACT"}, ray(3))
                  .cannot_give();
  expect_clearance(with({scar("6_to_12", "yes", "yes")}), want);
}

TEST(SurgeryRules, S23AHealedScarHasTheUsualLimits) {
  expect_clearance(with({scar("over_12", "yes", "yes")}), Expected(Verdict::modified).cannot_give());
}

TEST(SurgeryRules, APhaseThatIsOnlyNamedIsTheStrictestOfItsFamily) {
  for (const char* phase : {"S20", "S21", "S22", "S23"}) {
    SCOPED_TRACE(phase);
    expect_clearance(with({said(phase, {}, {"D3.P1.pal"})}),
                     fresh_wound().exclude(beyond_the_wound()).advice(Urgency::when_convenient));
    expect_clearance(with({said(phase, {{"closed", "yes"}, {"released", "yes"}}, {"D3.P1.pal"})}),
                     fresh_wound().level(1, beyond_the_wound()));
  }
  expect_clearance(
      with({said("S21", {{"weeks", "over_12"}, {"closed", "yes"}, {"released", "yes"}}, {"D3.P1.pal"})}),
      Expected(Verdict::modified).cannot_give());
}

TEST(SurgeryRules, S24ARepairIsNotStretchedBentOrPulledUntilReleased) {
  const auto want = Expected(Verdict::refer)
                        .off({"STRETCH", "MOBIL", "TRACT", "AROM"})
                        .programmes_off({"P12"})
                        .cannot_give()
                        .advice(Urgency::when_convenient);
  expect_clearance(with({said("S24")}), want);
  expect_clearance(with({said("S24", {{"released", "no"}})}), want);
  expect_clearance(with({said("S24", {{"released", "yes"}})}), Expected(Verdict::modified).gives_at_most(2));
}

TEST(SurgeryRules, S25ABreakInTreatmentLeavesOutTheWholeRayAndSegment) {
  const auto rest = [](Expected want) {
    return want.off({"STRETCH", "MOBIL", "TRACT", "SHAKE", "VIBR"}).cannot_give().heat_off();
  };
  expect_clearance(with({said("S25", {}, {"D2.P2.dor"})}), rest(Expected(Verdict::modified).exclude(ray(2))));
  expect_clearance(with({said("S25", {}, {"WDC"})}),
                   rest(Expected(Verdict::modified).exclude(segment(Segment::wrist))));
  expect_clearance(with({said("S25")}), rest(Expected(Verdict::modified).exclude(all_zones())));
}

TEST(SurgeryRules, S26AFreshInjectionIsLeftOutAndAnOlderOneLight) {
  expect_clearance(with({said("S26", {{"stage", "recent"}}, {"CMC1"})}),
                   Expected(Verdict::modified).exclude({"CMC1"}).heat_off());
  expect_clearance(with({said("S26", {}, {"CMC1"})}),
                   Expected(Verdict::modified).exclude({"CMC1"}).heat_off());
  expect_clearance(with({said("S26", {{"stage", "past"}}, {"CMC1"})}),
                   Expected(Verdict::modified).level(1, {"CMC1"}));
}

}  // namespace
}  // namespace thenar::test
