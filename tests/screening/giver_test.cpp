// What the person who gives says of their own hands: hygiene and the giver of partner mode (brief 5.4,
// planning).
#include "expected.hpp"
#include "support/each_rule.hpp"
#include "thenar/base/json.hpp"

namespace thenar::test {
namespace {

CheckIn given_by(Condition condition) {
  auto checkin = with({}, Mode::partner);
  checkin.giver_conditions = {std::move(condition)};
  return checkin;
}
Clearance screened(const CheckIn& checkin) {
  return screening::screen(shipped_practice(), checkin);
}

TEST(Giver, APartnersSoreThumbIsSparedAndTheReceiverIsNotLimited) {
  auto want = Expected(Verdict::modified, Mode::partner);
  for (const char* tool : {"thumb_pad", "pinch"})
    want.c.partner.tools_off.add(shipped_practice().ids.tools.find(tool));
  expect_clearance(given_by(said("S32", {}, {"CMC1"}, std::nullopt)), want);
}

TEST(Giver, APartnerWithInfectiousSkinOrAnIllnessDoesNotGiveAndIsTold) {
  for (const char* id : {"S07", "S08", "S10", "S12", "S28", "S64"}) {
    SCOPED_TRACE(id);
    const auto got = screened(given_by(said(id, {}, {}, std::nullopt)));
    EXPECT_FALSE(got.partner.can_give);
    EXPECT_TRUE(got.session_refused);
    EXPECT_GE(got.verdict, Verdict::refer);
    ASSERT_FALSE(got.advice.empty());
    EXPECT_NE(got.advice.back().text.find("person giving"), std::string::npos);
    ASSERT_EQ(got.rules.size(), 1U);
    EXPECT_TRUE(got.rules[0].hands.empty());
    EXPECT_NE(got.rules[0].effect.find("person giving"), std::string::npos);
  }
}

TEST(Giver, WhatCannotWaitIsSaidToTheGiverToo) {
  const auto chest = screened(given_by(said("S02", {}, {}, std::nullopt)));
  EXPECT_EQ(chest.verdict, Verdict::emergency);
  EXPECT_EQ(chest.advice.at(0).urgency, Urgency::now);
  EXPECT_NE(chest.advice.at(0).text.find("For the person giving: Call"), std::string::npos);
  const auto pus = screened(given_by(said("S07", {{"ill", "no"}}, {}, std::nullopt)));
  EXPECT_EQ(pus.verdict, Verdict::refer);
  EXPECT_EQ(pus.advice.at(0).urgency, Urgency::same_day);
}

TEST(Giver, APartnersSkinThatIsNotWholeWantsGloves) {
  for (const auto& condition :
       {said("S27", {}, {"D2.P3.pal"}, std::nullopt), said("S26", {}, {"D2.P3.pal"}, std::nullopt),
        said("S29", {}, {"D2.P3.pal"}, std::nullopt), said("S42", {}, {"D2.P3.pal"}, std::nullopt)}) {
    const auto got = screened(given_by(condition));
    EXPECT_TRUE(got.gloves);
    EXPECT_FALSE(got.session_refused);
    EXPECT_FALSE(got.hands.left.zones[zone("D2.P3.pal").at()].excluded);
  }
}

TEST(Giver, WhatChangesNothingForThemIsThereAllTheSame) {
  for (const auto& condition : {said("S26", {{"stage", "past"}}, {}, std::nullopt),
                                said("S32", {{"hot", "no"}}, {"DIP4"}, std::nullopt),
                                said("S50", {{"place", "chest"}}, {}, std::nullopt)}) {
    const auto got = screened(given_by(condition));
    EXPECT_TRUE(got.partner == GiverClearance{});
    EXPECT_EQ(got.verdict, Verdict::clear);
    ASSERT_EQ(got.rules.size(), 1U);
    EXPECT_NE(got.rules[0].effect.find("changes nothing"), std::string::npos);
  }
}

TEST(Giver, IsAskedOnlyWhatConcernsGiving) {
  for (const auto& each : shipped_practice().rules)
    if (each.asks_giver) {
      EXPECT_TRUE(screening::may_be_said_of_giver(shipped_practice(), rule(each.id))) << each.id;
    }
  EXPECT_TRUE(shipped_practice().at(rule("S07")).asks_giver);
}

Problems problems_of(const CheckIn& checkin) {
  Request request;
  request.checkin = checkin;
  request.wishes.minutes = 5;
  request.wishes.hands = {Hand::left};
  const auto json = to_json(request, &shipped_practice().ids);
  const auto read = screening::read_request(shipped_practice(), json, "request.json");
  return read ? Problems{} : read.error();
}

TEST(Giver, WhatCannotConcernThemIsRefusedWithItsPlaceAndTheRemedy) {
  for (const char* id : {"S16", "S41", "S52", "S56", "S57", "S58", "S60", "S61", "S62"}) {
    SCOPED_TRACE(id);
    auto checkin = given_by(said("S28", {}, {}, std::nullopt));
    checkin.giver_conditions.push_back(said(id, {}, {}, std::nullopt));
    const auto problems = problems_of(checkin);
    ASSERT_EQ(problems.size(), 1U) << to_text(problems);
    EXPECT_EQ(problems[0].place.path, "checkin.giver_conditions[1].rule");
    EXPECT_NE(problems[0].found.find(id), std::string::npos);
    EXPECT_NE(problems[0].remedy.find("receiver"), std::string::npos);
  }
}

TEST(Giver, EveryPrecautionIsEitherRefusedOfThemOrShowsInTheClearance) {
  int accepted = 0;
  for (const auto& id : all_rules()) {
    const auto checkin = given_by(said(id, {}, {}, std::nullopt));
    if (!problems_of(checkin).empty()) continue;
    ++accepted;
    EXPECT_FALSE(screened(checkin).rules.empty()) << id;
  }
  EXPECT_GT(accepted, 30);
}

// Allergies ------------------------------------------------------------------------------------------------

TEST(Giver, APartnersLatexAllergyTakesAwayLatex) {
  auto checkin = given_by(said("S59", {}, {}, std::nullopt));
  checkin.giver_allergies = {"latex"};
  const auto got = screened(checkin);
  EXPECT_TRUE(got.latex_off);
  EXPECT_TRUE(got.products_off.empty());
  EXPECT_TRUE(got.partner.tools_off.has(shipped_practice().ids.tools.find("ball")));
  checkin.giver_conditions.clear();
  EXPECT_TRUE(screened(checkin).latex_off);
}

TEST(Giver, AnAllergyTheyCannotNameIsNotAnsweredByTheReceiversList) {
  auto checkin = given_by(said("S59", {}, {}, std::nullopt));
  const auto before = screened(checkin);
  EXPECT_TRUE(before.latex_off);
  checkin.allergies = {"nut"};
  const auto after = screened(checkin);
  EXPECT_TRUE(after.latex_off);
  EXPECT_EQ(after.products_off, before.products_off);
}

TEST(Giver, NamingAnAllergyOfTheirsDoesNotAnswerTheReceivers) {
  auto checkin = with({said("S59", {}, {}, std::nullopt)}, Mode::partner);
  const auto before = screened(checkin);
  checkin.giver_allergies = {"fragrance"};
  EXPECT_EQ(screened(checkin).products_off, before.products_off);
  EXPECT_TRUE(screened(checkin).latex_off);
}

TEST(Giver, AllergiesOfOneAreOnlyForModePartnerAndSpelledRight) {
  auto checkin = with({}, Mode::self);
  checkin.giver_allergies = {"nut"};
  ASSERT_EQ(problems_of(checkin).size(), 1U);
  EXPECT_EQ(problems_of(checkin)[0].place.path, "checkin.giver_allergies");
  checkin = with({}, Mode::partner);
  checkin.giver_allergies = {"nut", "nutt"};
  ASSERT_EQ(problems_of(checkin).size(), 1U);
  EXPECT_EQ(problems_of(checkin)[0].place.path, "checkin.giver_allergies[1]");
}

}  // namespace
}  // namespace thenar::test
