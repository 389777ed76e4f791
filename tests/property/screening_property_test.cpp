// What screening promises about any check-in: order never matters, and more said never allows more.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "support/random_checkin.hpp"
#include "support/shipped_practice.hpp"
#include "thenar/base/json.hpp"
#include "thenar/planning/planning.hpp"
#include "thenar/screening/screening.hpp"

namespace thenar::test {
namespace {

const Practice& p() {
  return shipped_practice();
}
Clearance screened(const CheckIn& checkin) {
  return screening::screen(p(), checkin);
}
Dice arbitrary_dice() {
  // A seed has nothing to shrink to; the full range at every size of the test.
  return Dice(*rc::gen::noShrink(
      rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::uint64_t>(0, std::uint64_t{1} << 40U))));
}

template <class T>
bool no_more(const std::optional<T>& more, const std::optional<T>& less) {
  return !less || (more && *more <= *less);
}

/// Throws a RapidCheck failure unless `strict` allows nothing that `free` does not.
void expect_allows_no_more(const GiverClearance& strict, const GiverClearance& free) {
  RC_ASSERT(!strict.can_give || free.can_give);
  RC_ASSERT(strict.tools_off.contains(free.tools_off));
  RC_ASSERT(strict.max_level <= free.max_level);
  RC_ASSERT(no_more(strict.max_seconds, free.max_seconds));
}
void expect_allows_no_more(const HandClearance& strict, const HandClearance& free) {
  RC_ASSERT(!strict.allowed || free.allowed);
  RC_ASSERT(strict.max_seconds <= free.max_seconds);
  RC_ASSERT(strict.max_firm_seconds <= free.max_firm_seconds);
  RC_ASSERT(strict.max_programme_seconds <= free.max_programme_seconds);
  RC_ASSERT(strict.techniques_off.contains(free.techniques_off));
  RC_ASSERT(strict.points_off.contains(free.points_off));
  RC_ASSERT(strict.programmes_off.contains(free.programmes_off));
  RC_ASSERT(strict.feedback_unreliable || !free.feedback_unreliable);
  for (std::size_t i = 0; i < free.zones.size(); ++i) {
    const auto& a = strict.zones[i];
    const auto& b = free.zones[i];
    RC_ASSERT(a.max_level <= b.max_level);
    RC_ASSERT(a.excluded || !b.excluded);
    RC_ASSERT(!a.static_allowed || b.static_allowed);
    RC_ASSERT(a.techniques_off.contains(b.techniques_off));
    RC_ASSERT(no_more(a.max_seconds, b.max_seconds));
    RC_ASSERT(no_more(a.max_force_n, b.max_force_n));
  }
}
void expect_allows_no_more(const Clearance& strict, const Clearance& free) {
  RC_ASSERT(!free.session_refused || strict.session_refused);
  if (strict.session_refused) return;  // nothing at all is allowed
  RC_ASSERT(strict.max_seconds <= free.max_seconds);
  for (auto hand : kHands) {
    expect_allows_no_more(strict.hands[hand], free.hands[hand]);
    expect_allows_no_more(strict.giver[hand], free.giver[hand]);
  }
  expect_allows_no_more(strict.partner, free.partner);
  for (std::size_t i = 0; i < p().media.size(); ++i) {
    const MediumId id{static_cast<std::int16_t>(i)};
    RC_ASSERT(strict.products_off.has(id) || !free.products_off.has(id));
  }
  for (auto flag : {&Clearance::heat_off, &Clearance::lubricant_required, &Clearance::gloves,
                    &Clearance::latex_off, &Clearance::slow, &Clearance::quiet})
    RC_ASSERT((strict.*flag || !(free.*flag)));
}

RC_GTEST_PROP(ScreeningProperty, TheOrderOfWhatIsSaidNeverMatters, ()) {
  auto dice = arbitrary_dice();
  auto checkin = random_checkin(p(), dice, {8, 5});
  const auto before = screened(checkin);
  dice.shuffle(checkin.conditions);
  dice.shuffle(checkin.giver_conditions);
  dice.shuffle(checkin.marked);
  RC_ASSERT(screened(checkin) == before);
}

RC_GTEST_PROP(ScreeningProperty, SayingItTwiceChangesNothing, ()) {
  auto dice = arbitrary_dice();
  auto checkin = random_checkin(p(), dice, {8, 5});
  const auto before = screened(checkin);
  const auto again = checkin.conditions;
  checkin.conditions.insert(checkin.conditions.end(), again.begin(), again.end());
  RC_ASSERT(screened(checkin) == before);
}

/// Something said in addition, `more(checkin, dice)`, never allows more.
template <class F>
void expect_allows_no_more_with(F more) {
  auto dice = arbitrary_dice();
  auto checkin = random_checkin(p(), dice);
  const auto before = screened(checkin);
  more(checkin, dice);
  const auto after = screened(checkin);
  expect_allows_no_more(after, before);
  RC_ASSERT(after.verdict >= before.verdict);
}

RC_GTEST_PROP(ScreeningProperty, OneConditionMoreNeverAllowsMore, ()) {
  expect_allows_no_more_with(
      [](CheckIn& checkin, auto& dice) { checkin.conditions.push_back(random_condition(p(), dice)); });
}

RC_GTEST_PROP(ScreeningProperty, OneConditionOfTheGiverMoreNeverAllowsMoreAndIsNeverLost, ()) {
  auto dice = arbitrary_dice();
  auto checkin = random_checkin(p(), dice);
  checkin.mode = Mode::partner;
  const auto before = screened(checkin);
  checkin.giver_conditions.push_back(random_giver_condition(p(), dice));
  const auto after = screened(checkin);
  expect_allows_no_more(after, before);
  RC_ASSERT(after.verdict >= before.verdict);
  const auto rule = checkin.giver_conditions.back().rule;
  const auto of_family = [&](RuleId id) {
    const auto head = p().at(rule).asked_with.valid() ? p().at(rule).asked_with : rule;
    return id == head || p().at(id).asked_with == head;
  };
  RC_ASSERT(std::any_of(after.rules.begin(), after.rules.end(),
                        [&](const AppliedRule& applied) { return of_family(applied.rule); }));
}

RC_GTEST_PROP(ScreeningProperty, AnAllergyOfOnePersonNeverGivesBackWhatTheOtherMustAvoid, ()) {
  auto dice = arbitrary_dice();
  auto checkin = random_checkin(p(), dice);
  checkin.mode = Mode::partner;
  const auto before = screened(checkin);
  const bool of_giver = dice.one_in(2);
  auto& named = of_giver ? checkin.giver_allergies : checkin.allergies;
  const auto& conditions = of_giver ? checkin.giver_conditions : checkin.conditions;
  // Naming the first allergen of one's own unnamed allergy is its answer, and narrows what is kept away.
  const bool answers =
      named.empty() && std::any_of(conditions.begin(), conditions.end(), [](const auto& each) {
        return p().at(each.rule).computed && p().at(each.rule).computed->allergies;
      });
  if (answers) return;
  named.push_back(dice.of(std::vector<std::string>{"nut", "soy", "latex", "fragrance"}));
  expect_allows_no_more(screened(checkin), before);
}

/// Whether a plan lasts long enough to warm the hand for.
bool long_enough_to_warm(const Plan& plan) {
  const auto& list = p().checklist;
  const auto warm_up =
      std::find_if(list.begin(), list.end(), [](const auto& item) { return item.id == "warm_up"; });
  return plan.total_seconds >= 60 * warm_up->numbers.at("from_minutes");
}

bool warms(const Plan& plan) {
  const auto start = p().say("preparation.warm_up").substr(0, 13);
  return std::any_of(plan.preparation.begin(), plan.preparation.end(),
                     [&](const std::string& line) { return line.starts_with(start); });
}

RC_GTEST_PROP(ScreeningProperty, MoreSaidNeverBringsAWarmUpOrAProductBack, ()) {
  auto dice = arbitrary_dice();
  Request request;
  request.checkin = random_checkin(p(), dice);
  request.wishes = random_wishes(p(), dice);
  const auto before = planning::compose(p(), request);
  request.checkin.conditions.push_back(random_condition(p(), dice));
  const auto after = planning::compose(p(), request);
  RC_ASSERT(!warms(after) || warms(before) || !long_enough_to_warm(before));
  RC_ASSERT(!warms(after) || !after.clearance.heat_off);
  for (const auto& step : after.steps)
    RC_ASSERT(!step.medium.valid() || !before.clearance.products_off.has(step.medium) ||
              before.clearance.session_refused);
}

RC_GTEST_PROP(ScreeningProperty, OneMarkMoreNeverAllowsMore, ()) {
  expect_allows_no_more_with(
      [](CheckIn& checkin, auto& dice) { checkin.marked.push_back(random_mark(p(), dice)); });
}

RC_GTEST_PROP(ScreeningProperty, MorePainOrAnAllergyNeverAllowsMore, ()) {
  auto dice = arbitrary_dice();
  auto checkin = random_checkin(p(), dice);
  const auto before = screened(checkin);
  const auto hand = dice.one_in(2) ? Hand::left : Hand::right;
  checkin.ratings.pain[hand] = std::max(checkin.ratings.pain[hand].value_or(0), dice.between(0, 10));
  // Naming the first allergy of somebody who said only "an allergy" narrows what had to be kept away.
  if (!checkin.allergies.empty()) checkin.allergies.push_back("soy");
  expect_allows_no_more(screened(checkin), before);
}

/// What is left out altogether counts as having every limit there is.
void fill_in_what_is_left_out(Clearance& strict, const Clearance& free) {
  for (auto hand : kHands) {
    auto& a = strict.hands[hand];
    const auto& b = free.hands[hand];
    if (!a.allowed) {
      a = b;
      a.allowed = false;
    }
    for (std::size_t i = 0; i < b.zones.size(); ++i)
      if (a.zones[i].excluded) {
        a.zones[i] = b.zones[i];
        a.zones[i].excluded = true;
      }
    if (!strict.giver[hand].can_give) {
      strict.giver[hand] = free.giver[hand];
      strict.giver[hand].can_give = false;
    }
  }
  strict.lubricant_required = strict.lubricant_required || free.lubricant_required;
  strict.products_off |= free.products_off;  // no cream is a matter where nothing is rubbed
}

/// Not knowing, or not answering, is at least as strict as any answer that is no emergency.
RC_GTEST_PROP(ScreeningProperty, NotKnowingAllowsNoMoreThanAnyAnswerShortOfAnEmergency, ()) {
  auto dice = arbitrary_dice();
  CheckIn checkin;
  checkin.mode = dice.one_in(2) ? Mode::self : Mode::partner;
  Condition condition;
  while (condition.answers.empty()) condition = random_condition(p(), dice);
  condition.unsure = false;
  checkin.conditions = {condition};
  const auto answered = screened(checkin);
  if (answered.verdict == Verdict::emergency) return;
  auto chosen = condition.answers.begin();
  std::advance(chosen, dice.between(0, static_cast<int>(condition.answers.size()) - 1));
  auto unsure = condition;
  unsure.answers[chosen->first] = "unsure";
  auto missing = condition;
  missing.answers.erase(chosen->first);
  checkin.conditions = {unsure};
  const auto not_sure = screened(checkin);
  auto strict = not_sure;
  fill_in_what_is_left_out(strict, answered);
  expect_allows_no_more(strict, answered);
  RC_ASSERT(not_sure.verdict != Verdict::emergency);
  checkin.conditions = {missing};
  RC_ASSERT(screened(checkin) == not_sure);
}

RC_GTEST_PROP(ScreeningProperty, ARefusalLeavesNoTimeAndARestrictionHasAReason, ()) {
  auto dice = arbitrary_dice();
  const auto checkin = random_checkin(p(), dice, {6, 5});
  const auto got = screened(checkin);
  for (auto hand : kHands)
    if (!got.hands[hand].allowed) {
      RC_ASSERT(got.hands[hand].max_seconds == 0);
    }
  RC_ASSERT(got.session_refused == (!got.hands.left.allowed && !got.hands.right.allowed));
  if (got.session_refused) {
    RC_ASSERT(got.max_seconds == 0);
    RC_ASSERT(got.verdict >= Verdict::refer);
    RC_ASSERT((!got.advice.empty() && !got.advice.front().text.empty()));
  }
  if (got.verdict == Verdict::emergency) {
    RC_ASSERT(got.session_refused && got.advice.front().urgency == Urgency::now);
  }
  for (std::size_t i = 1; i < got.advice.size(); ++i)
    RC_ASSERT(got.advice[i - 1].urgency >= got.advice[i].urgency);
}

RC_GTEST_PROP(ScreeningProperty, ARandomRequestIsReadAsItWasWritten, (std::uint64_t seed)) {
  const auto request = random_request(p(), seed);
  auto json = to_json(request, &p().ids);
  const auto read = screening::read_request(p(), json, "request.json");
  if (!read) RC_FAIL(to_text(read.error()));
  RC_ASSERT(to_json(*read, &p().ids) == json);
  RC_ASSERT(screened(read->checkin) == screened(request.checkin));
}

}  // namespace
}  // namespace thenar::test
