// S41–S67: conditions of the whole person, lines, age, ratings (§5.3 as amended).
#include "expected.hpp"

namespace thenar::test {
namespace {

TEST(BodyRules, S41RaynaudIsGentle) {
  expect_clearance(with({said("S41")}), Expected(Verdict::modified).level(2));
}

TEST(BodyRules, S42SclerodermaIsGentleAndSoresAreLeftOut) {
  const auto base = Expected(Verdict::modified).level(2).off({"LYMPH", "ROLL", "XFRIC"});
  expect_clearance(with({said("S42", {{"ulcers", "no"}})}), base);
  const auto sores = Expected(base).exclude({"D2.P3.pal"}).heat_off();
  expect_clearance(with({said("S42", {{"ulcers", "yes"}}, {"D2.P3.pal"})}), sores);
  expect_clearance(with({said("S42", {}, {"D2.P3.pal"})}), sores);
}

/// What holds for an arm at risk whatever the answers are.
Expected at_risk(Verdict verdict) {
  return Expected(verdict)
      .off({"TRIG"})
      .trigger_points_off()
      .programmes_off({"P08"})
      .products_off({"paraffin_wax"})
      .heat_off();
}
TEST(BodyRules, S43WithoutSwellingIsGentleAndCoolWithTheSentenceToAskTheTeam) {
  const auto want = at_risk(Verdict::modified).level(2).advice(Urgency::when_convenient);
  expect_clearance(with({said("S43", {{"swelling", "no"}, {"cleared", "no"}})}), want);
  expect_clearance(with({said("S43", {{"swelling", "no"}})}), want);
}
TEST(BodyRules, S43WithSwellingIsRefusedUntilClearedAndThenLymphStrokesOnly) {
  const auto refused = at_risk(Verdict::refer).refuse().advice(Urgency::when_convenient);
  expect_clearance(with({said("S43")}), refused);
  expect_clearance(with({said("S43", {{"swelling", "yes"}, {"cleared", "no"}})}), refused);
  expect_clearance(with({said("S43", {{"swelling", "yes"}})}), refused);
  expect_clearance(with({said("S43", {{"swelling", "yes"}, {"cleared", "yes"}})}),
                   at_risk(Verdict::modified).level(1).only({"LYMPH", "AROM", "BREATH"}).acupoints_off());
}

TEST(BodyRules, S44AClotInTheArmWaitsForTheDoctor) {
  const auto base = [](Verdict verdict) { return Expected(verdict).off({"LYMPH"}).heat_off(); };
  expect_clearance(with({said("S44")}), base(Verdict::refer).refuse().advice(Urgency::when_convenient));
  expect_clearance(with({said("S44", {{"cleared", "no"}})}),
                   base(Verdict::refer).refuse().advice(Urgency::when_convenient));
  expect_clearance(with({said("S44", {{"cleared", "yes"}})}),
                   base(Verdict::modified).level(2).off({"TRIG", "XFRIC"}).trigger_points_off());
}

Expected bleeds_easily(Verdict verdict) {
  return Expected(verdict)
      .level(2, all_zones(), kBoth)
      .off({"TRIG", "XFRIC", "ROLL", "TAP", "KNEAD"}, all_zones(), kBoth)
      .trigger_points_off(kBoth)
      .heat_off();
}
Condition thinner(const char* platelets, const char* bruises, const char* care_team) {
  return said("S45", {{"platelets", platelets}, {"bruises", bruises}, {"care_team", care_team}});
}
TEST(BodyRules, S45BloodThinnersAreGentleStrokesOnly) {
  expect_clearance(with({thinner("normal", "no", "no")}), bleeds_easily(Verdict::modified));
}
TEST(BodyRules, S45UnexplainedBruisesAreSeenTheSameDay) {
  for (const char* answer : {"yes", "unsure"})
    expect_clearance(with({thinner("normal", answer, "yes")}),
                     bleeds_easily(Verdict::refer).refuse_session().advice(Urgency::same_day));
}
TEST(BodyRules, S45PlateletsBelowFiftyAreLightAndOnlyWhenTheTeamAgrees) {
  expect_clearance(with({thinner("below_50", "no", "yes")}),
                   bleeds_easily(Verdict::modified).level(1, all_zones(), kBoth));
  expect_clearance(with({thinner("below_50", "no", "no")}), bleeds_easily(Verdict::refer)
                                                                .level(1, all_zones(), kBoth)
                                                                .refuse_session()
                                                                .advice(Urgency::when_convenient));
}
TEST(BodyRules, S45PlateletsBelowTwentyAreARestingHandAndOnlyWhenTheTeamAgrees) {
  const auto resting = [](Verdict verdict) {
    return bleeds_easily(verdict)
        .level(0, all_zones(), kBoth)
        .only({"HOLD", "BREATH"}, all_zones(), kBoth)
        .acupoints_off(kBoth);
  };
  expect_clearance(with({thinner("below_20", "no", "yes")}), resting(Verdict::modified));
  expect_clearance(with({thinner("unsure", "no", "yes")}), resting(Verdict::modified));
  expect_clearance(with({thinner("below_20", "no", "no")}),
                   resting(Verdict::refer).refuse_session().advice(Urgency::when_convenient));
  expect_clearance(with({said("S45")}), resting(Verdict::refer).refuse_session().advice(Urgency::same_day));
}

TEST(BodyRules, S46ThinBonesAreNotPulledBentOrTappedAndCancerInBoneIsLeftOut) {
  const auto base = Expected(Verdict::modified).level(2).off({"TRACT", "MOBIL", "TAP"});
  expect_clearance(with({said("S46", {{"kind", "thin_bones"}})}), base);
  const auto left_out = Expected(base).exclude(segment(Segment::forearm)).heat_off();
  expect_clearance(with({said("S46", {{"kind", "cancer"}}, {"FEP"})}), left_out);
  expect_clearance(with({said("S46", {}, {"FEP"})}), left_out);
}

TEST(BodyRules, S47FragileSkinAlwaysHasALubricant) {
  auto want = Expected(Verdict::modified).level(2).off({"ROLL", "XFRIC", "WRING"});
  want.c.lubricant_required = true;
  expect_clearance(with({said("S47")}), want);
}

TEST(BodyRules, S48CancerInTreatmentWaitsForTheTeamAndTreatedPlacesAreLeftOut) {
  const auto base = [](Verdict verdict) { return Expected(verdict).level(2).off({"LYMPH"}); };
  expect_clearance(with({said("S48", {{"team_ok", "yes"}, {"here", "no"}})}), base(Verdict::modified));
  expect_clearance(with({said("S48", {{"team_ok", "yes"}, {"here", "yes"}}, {"MIDP"})}),
                   base(Verdict::modified).exclude({"MIDP"}).heat_off());
  expect_clearance(with({said("S48", {{"team_ok", "no"}, {"here", "no"}})}),
                   base(Verdict::refer).refuse_session().advice(Urgency::when_convenient));
  expect_clearance(
      with({said("S48")}),
      base(Verdict::refer).exclude(all_zones()).heat_off().refuse_session().advice(Urgency::when_convenient));
}

TEST(BodyRules, S49TheFistulaArmIsLeftOutAndTheOtherHandIsPlanned) {
  expect_clearance(with({said("S49")}),
                   Expected(Verdict::modified).refuse().advice(Urgency::when_convenient));
}

TEST(BodyRules, S50AnArmWithALineIsLeftOutAndGivesNothing) {
  const auto want =
      Expected(Verdict::modified).refuse().cannot_give().heat_off().advice(Urgency::when_convenient);
  expect_clearance(with({said("S50", {{"place", "arm"}})}), want);
  expect_clearance(with({said("S50")}), want);
  expect_clearance(with({said("S50", {{"place", "chest"}})}), Expected(Verdict::modified));
}

TEST(BodyRules, S51InPregnancyThePointBetweenThumbAndIndexFingerIsOff) {
  expect_clearance(
      with({said("S51")}),
      Expected(Verdict::modified).points_off({"LI4", "TP.DI1"}, kBoth).products_off({"paraffin_wax"}));
}

TEST(BodyRules, S52APacemakerSetsNoLimits) {
  expect_clearance(with({said("S52")}), Expected(Verdict::clear));
}

TEST(BodyRules, S53HeartFailureHasNoStrokesThatDrainUpwardsWithoutClearance) {
  const auto base = [](Verdict verdict) { return Expected(verdict).programmes_off({"P08"}, kBoth); };
  const auto refused = base(Verdict::refer)
                           .off({"LYMPH", "EFFL", "WRING"}, all_zones(), kBoth)
                           .advice(Urgency::when_convenient);
  expect_clearance(with({said("S53")}), refused);
  expect_clearance(with({said("S53", {{"cleared", "no"}})}), refused);
  expect_clearance(with({said("S53", {{"cleared", "yes"}})}), base(Verdict::modified));
}

TEST(BodyRules, S54LooseJointsAreNotPulledStretchedOrMobilised) {
  expect_clearance(with({said("S54")}), Expected(Verdict::modified).off({"TRACT", "STRETCH", "MOBIL"}));
}

TEST(BodyRules, S55AStiffArmIsSlowAndGentleAndNotPulled) {
  auto want = Expected(Verdict::modified).level(2).off({"TRACT"}).cannot_give().heat_off();
  want.c.slow = true;
  expect_clearance(with({said("S55")}), want);
}

TEST(BodyRules, S56DementiaIsGivenByAPartnerGentlyForTenMinutes) {
  auto want =
      Expected(Verdict::modified, Mode::partner).level(2, all_zones(), kBoth).session_seconds(600).heat_off();
  want.c.quiet = true;
  expect_clearance(with({said("S56")}, Mode::partner), want);
}
TEST(BodyRules, S56AloneIsRefused) {
  const auto got = screening::screen(shipped_practice(), with({said("S56")}));
  EXPECT_TRUE(got.session_refused);
  EXPECT_EQ(got.verdict, Verdict::refer);
  EXPECT_NE(got.advice.at(0).text.find("somebody else massages"), std::string::npos);
}

CheckIn aged(int years, Mode mode) {
  auto out = with({}, mode);
  out.age_years = years;
  return out;
}
TEST(BodyRules, S57UnderTwoIsOutOfScope) {
  for (auto mode : {Mode::self, Mode::partner}) {
    const auto got = screening::screen(shipped_practice(), aged(1, mode));
    EXPECT_TRUE(got.session_refused);
    EXPECT_EQ(got.verdict, Verdict::refer);
  }
}
TEST(BodyRules, S57AYoungChildGetsFiveLightMinutesFromACarer) {
  for (int years : {2, 12})
    expect_clearance(aged(years, Mode::partner), Expected(Verdict::modified, Mode::partner)
                                                     .level(1, all_zones(), kBoth)
                                                     .session_seconds(300)
                                                     .products_off({"scented_lotion", "essential_oils"}));
  EXPECT_TRUE(screening::screen(shipped_practice(), aged(12, Mode::self)).session_refused);
}
TEST(BodyRules, S57AnOlderChildIsGentle) {
  for (int years : {13, 17})
    expect_clearance(aged(years, Mode::self), Expected(Verdict::modified).level(2, all_zones(), kBoth));
  expect_clearance(aged(18, Mode::self), Expected(Verdict::clear));
}

TEST(BodyRules, S58FromEightyOnGentleAndTenMinutesInTheFirstTwoWeeks) {
  expect_clearance(aged(79, Mode::self), Expected(Verdict::clear));
  expect_clearance(aged(80, Mode::self),
                   Expected(Verdict::modified).level(2, all_zones(), kBoth).session_seconds(600));
  auto later = aged(91, Mode::self);
  later.history.emplace().weeks_since_first = 2;
  const auto got = screening::screen(shipped_practice(), later);
  EXPECT_GT(got.max_seconds, 600);
}

TEST(BodyRules, S59AnAllergyTakesAwayEveryProductWithIt) {
  auto checkin = with({});
  checkin.allergies = {"nut"};
  expect_clearance(
      checkin, Expected(Verdict::modified).products_off({"almond", "arachis", "hazelnut", "walnut", "shea"}));
}
TEST(BodyRules, S59LatexTakesAwayToolsThatMayContainIt) {
  auto checkin = with({});
  checkin.allergies = {"latex"};
  auto want = Expected(Verdict::modified).tools_off({"ball", "table_roll"}, kBoth);
  want.c.latex_off = true;
  want.c.partner.tools_off = want.c.giver.left.tools_off;
  expect_clearance(checkin, want);
}
TEST(BodyRules, S59WithoutSayingWhichTakesAwayEveryFlaggedProduct) {
  const auto got = screening::screen(shipped_practice(), with({said("S59")}));
  for (const auto& medium : shipped_practice().media)
    EXPECT_EQ(got.products_off.has(shipped_practice().ids.media.find(medium.id)), !medium.allergens.empty())
        << medium.id;
}

TEST(BodyRules, S60AfterAlcoholGentleWithoutDeepPointsAndWarmth) {
  expect_clearance(with({said("S60")}), Expected(Verdict::modified)
                                            .level(2, all_zones(), kBoth)
                                            .off({"TRIG"}, all_zones(), kBoth)
                                            .trigger_points_off(kBoth)
                                            .heat_off());
}

TEST(BodyRules, S61FromSevenOfTenOnlyLightStrokesForThatHand) {
  auto checkin = with({});
  checkin.ratings.pain.left = 7;
  checkin.ratings.pain.right = 6;
  expect_clearance(checkin, Expected(Verdict::modified)
                                .level(1)
                                .only({"HOLD", "EFFL", "BREATH"})
                                .acupoints_off()
                                .trigger_points_off()
                                .advice(Urgency::within_2_weeks));
}

TEST(BodyRules, S62TouchByOthersIsRefusedAndYourOwnIsFree) {
  const auto got = screening::screen(shipped_practice(), with({said("S62")}, Mode::partner));
  EXPECT_TRUE(got.session_refused);
  EXPECT_EQ(got.verdict, Verdict::refer);
  EXPECT_NE(got.advice.at(0).text.find("yourself"), std::string::npos);
  expect_clearance(with({said("S62")}), Expected(Verdict::clear));
}

TEST(BodyRules, S63AWristCatheterLeavesOutWristAndLowerForearm) {
  const Names left_out = group("WRIST_P") + group("WRIST_D") +
                         Names{"RADA", "SNUF", "CT", "GUY", "PIS", "FFD", "FED", "SRN", "ULB"};
  expect_clearance(with({said("S63")}), Expected(Verdict::modified)
                                            .exclude(left_out)
                                            .heat_off()
                                            .off({"STRETCH"}, group("WRIST_D") + group("HAND") +
                                                                  group("FLEXORS") + group("EXTENSORS")));
}

TEST(BodyRules, S64ShinglesAreLeftOutWithThreeCentimetresAround) {
  expect_clearance(with({said("S64", {}, {"FFP"})}),
                   Expected(Verdict::modified).exclude(within_cm("FFP", 3)).cannot_give().heat_off());
}

TEST(BodyRules, S65ClopidogrelIsTheMilderPartOfBloodThinners) {
  expect_clearance(with({said("S65")}), Expected(Verdict::modified)
                                            .level(2, all_zones(), kBoth)
                                            .off({"TRIG", "XFRIC"}, all_zones(), kBoth)
                                            .trigger_points_off(kBoth));
}

TEST(BodyRules, S66ASensorIsLeftOutWithThreeCentimetresAround) {
  expect_clearance(with({said("S66", {}, {"FEP"})}),
                   Expected(Verdict::modified).exclude(within_cm("FEP", 3)));
}

TEST(BodyRules, S67WhereTouchHurtsOnlyAHandRests) {
  expect_clearance(with({said("S67", {}, {"DORS"})}),
                   Expected(Verdict::modified).level(0, {"DORS"}).only({"HOLD", "BREATH"}, {"DORS"}));
}

}  // namespace
}  // namespace thenar::test
