// How the questions of the check-in reach the rules.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "expected.hpp"

namespace thenar::test {
namespace {

TEST(Gates, EachOfTheSixtySevenRulesIsThereOnce) {
  std::set<std::string> ids;
  for (const auto& each : shipped_practice().rules) ids.insert(each.id);
  EXPECT_EQ(shipped_practice().rules.size(), 67U);
  for (int i = 1; i <= 67; ++i) EXPECT_TRUE(ids.count((i < 10 ? "S0" : "S") + std::to_string(i))) << i;
}

TEST(Gates, EveryRuleIsReachedByOneGateOrComputedOrWithItsFamily) {
  const std::set<std::string> computed{"S57", "S58", "S59", "S61"};
  const std::set<std::string> asked_too{"S58", "S59", "S61"};
  const std::set<std::string> family{"S21", "S22", "S23"};
  for (const auto& each : shipped_practice().rules) {
    EXPECT_EQ(each.computed.has_value(), computed.count(each.id) > 0) << each.id;
    EXPECT_EQ(each.asked_with == rule("S20"), family.count(each.id) > 0) << each.id;
    EXPECT_EQ(each.never_asked, each.id == "S52");
    const bool otherwise = each.computed || each.asked_with.valid() || each.never_asked;
    EXPECT_EQ(each.gate.empty(), otherwise && asked_too.count(each.id) == 0) << each.id;
  }
}

TEST(Gates, FiveAreAskedEveryTimeAndSixEveryThirtyDays) {
  Names every_time, monthly;
  for (const auto& gate : shipped_practice().gates)
    (gate.every_time ? every_time : monthly).push_back(gate.id);
  EXPECT_EQ(every_time, (Names{"danger", "limb_change", "injury", "nerves", "unwell"}));
  EXPECT_EQ(monthly, (Names{"hands", "operations", "skin", "blood", "nerves_bones", "pregnancy"}));
}

TEST(Gates, ANewDiagnosisOrMedicineAsksTheMonthlyScreensAgain) {
  for (const auto& gate : shipped_practice().gates) EXPECT_EQ(gate.asks_all_again, gate.id == "unwell");
}

TEST(Gates, TheDangersOfTheFirstScreenAreAskedThere) {
  for (const char* id : {"S01", "S02", "S13"})
    EXPECT_EQ(shipped_practice().at(rule(id)).gate, "danger") << id;
  for (const char* id : {"S03", "S05", "S08", "S09"})
    EXPECT_EQ(shipped_practice().at(rule(id)).gate, "limb_change") << id;
  for (const char* id : {"S06", "S10", "S11", "S20", "S27", "S50", "S63"})
    EXPECT_EQ(shipped_practice().at(rule(id)).gate, "injury") << id;
  for (const char* id : {"S14", "S15", "S17"})
    EXPECT_EQ(shipped_practice().at(rule(id)).gate, "nerves") << id;
  for (const char* id : {"S12", "S18", "S60"})
    EXPECT_EQ(shipped_practice().at(rule(id)).gate, "unwell") << id;
}

TEST(Gates, EmergenciesAreAskedEverySessionAndChronicReferralsRememberedThirtyDays) {
  for (const auto& each : shipped_practice().rules)
    if (each.rule_class == RuleClass::emergency) {
      EXPECT_EQ(each.expires_days, 0) << each.id;
    }
  for (const char* id : {"S14", "S15", "S24", "S43", "S44", "S48", "S49", "S53"})
    EXPECT_EQ(shipped_practice().at(rule(id)).expires_days, 30) << id;
}

TEST(Gates, DementiaAndConsentAreAskedOnlyWithAPartner) {
  for (const auto& each : shipped_practice().rules)
    EXPECT_EQ(each.partner_only, each.id == "S56" || each.id == "S62") << each.id;
}

TEST(Gates, ThePartnerIsAskedAboutSoreThumbsSkinInfectionAndLatex) {
  for (const char* id : {"S28", "S32", "S33", "S34", "S59"})
    EXPECT_TRUE(shipped_practice().at(rule(id)).asks_giver) << id;
}

TEST(Gates, OnlyAnsweredQuestionsCanTurnAReferralIntoAnEmergency) {
  for (const auto& each : shipped_practice().rules) {
    if (each.rule_class == RuleClass::emergency) continue;
    Condition bare;
    bare.rule = rule(each.id);
    for (auto mode : {Mode::self, Mode::partner})
      EXPECT_NE(screening::screen(shipped_practice(), with({bare}, mode)).verdict, Verdict::emergency)
          << each.id;
  }
}

TEST(Questions, AFollowUpIsOpenUntilItIsAnswered) {
  const auto open = screening::open_questions(shipped_practice(), with({said("S05")}));
  ASSERT_EQ(open.size(), 1U);
  EXPECT_EQ(open[0].rule, rule("S05"));
  EXPECT_EQ(open[0].key, "breathing");
  EXPECT_EQ(open[0].values, (Names{"yes", "no"}));
  EXPECT_NE(open[0].text.find("Breathless"), std::string::npos);
  EXPECT_TRUE(
      screening::open_questions(shipped_practice(), with({said("S05", {{"breathing", "unsure"}})})).empty());
}

TEST(Questions, OnlyWhatCanStillChangeSomethingIsAsked) {
  const auto keys = [](std::map<std::string, std::string> answers) {
    Names out;
    for (const auto& each :
         screening::open_questions(shipped_practice(), with({said("S45", std::move(answers))})))
      out.push_back(each.key);
    return out;
  };
  EXPECT_EQ(keys({}), (Names{"platelets", "bruises", "care_team"}));
  EXPECT_EQ(keys({{"platelets", "normal"}}), (Names{"bruises"}));
  EXPECT_EQ(keys({{"platelets", "below_20"}, {"bruises", "no"}}), (Names{"care_team"}));
}

TEST(Questions, AMemberOfAFamilyAsksWithItsHead) {
  const auto open = screening::open_questions(shipped_practice(), with({said("S20", {{"weeks", "2_to_6"}})}));
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[0].key, "closed");
  EXPECT_EQ(open[1].key, "released");
}

TEST(Questions, AMarkAsksItsRulesAndThenTheirFollowUps) {
  auto checkin = with({});
  checkin.marked = {{Hand::left, zone("THEN"), MarkKind::numb, {{rule("S14"), "yes"}, {rule("S17"), "no"}}}};
  const auto open = screening::open_questions(shipped_practice(), checkin);
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[0].rule, rule("S14"));
  EXPECT_EQ(open[0].key, "sudden");
  EXPECT_EQ(open[1].rule, rule("S15"));
  EXPECT_EQ(open[1].key, "");
}

}  // namespace
}  // namespace thenar::test
