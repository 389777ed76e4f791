// Where no warmth is used, by the list of the practice: acute inflammation or flare, infection, open skin,
// reduced feeling, poor circulation, bleeding or a clot, a fresh injury, a limb with lymphoedema, active
// cancer in the area, confusion.
#include "expected.hpp"
#include "support/each_rule.hpp"

namespace thenar::test {
namespace {

bool warms(const CheckIn& checkin) {
  return !screening::screen(shipped_practice(), checkin).heat_off;
}

TEST(Heat, IsNotForWhatTheListOfThePracticeNames) {
  const std::vector<std::pair<const char*, Names>> list{
      {"an inflamed joint or a flare", {"S09", "S31"}},
      {"what may be an inflammation, an infection or a cancer until somebody has looked", {"S16"}},
      {"infection", {"S28", "S64"}},
      {"open skin", {"S19", "S20", "S26", "S27", "S50"}},
      {"reduced feeling", {"S14", "S15", "S40", "S55", "S60"}},
      {"poor circulation", {"S19"}},
      {"bleeding or a clot", {"S05", "S44", "S45", "S63"}},
      {"a fresh injury", {"S06", "S11", "S25", "S30"}},
      {"a limb with lymphoedema", {"S43"}},
      {"active cancer in the area", {"S48"}},
      {"confusion", {"S56"}},
      {"what only a clinician plans", {"S39"}}};
  for (const auto& [what, rules] : list)
    for (const auto& rule : rules) {
      CheckIn checkin;
      checkin.mode = Mode::partner;
      say(shipped_practice(), rule, checkin);
      EXPECT_FALSE(warms(checkin)) << rule << ": " << what;
    }
}

TEST(Heat, IsNotForBrokenSkinHotKnobsOrAFingerThatChangesColour) {
  EXPECT_FALSE(warms(with({said("S29", {{"broken", "yes"}})})));
  EXPECT_FALSE(warms(with({said("S42", {{"ulcers", "yes"}})})));
  EXPECT_FALSE(warms(with({said("S32", {{"hot", "yes"}})})));
  EXPECT_FALSE(warms(with({said("S38", {{"colour", "yes"}})})));
  EXPECT_FALSE(warms(with({said("S46", {{"kind", "cancer"}})})));
}

TEST(Heat, IsForColdHandsWornJointsAndHealedScars) {
  EXPECT_TRUE(warms(with({})));
  EXPECT_TRUE(warms(with({said("S41")})));  // Raynaud: warm hands first
  EXPECT_TRUE(warms(with({said("S32", {{"hot", "no"}})})));
  EXPECT_TRUE(warms(with({said("S23", {{"weeks", "over_12"}, {"closed", "yes"}, {"released", "yes"}})})));
  EXPECT_TRUE(warms(with({said("S26", {{"stage", "past"}})})));
}

}  // namespace
}  // namespace thenar::test
