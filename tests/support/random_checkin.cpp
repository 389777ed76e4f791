#include "support/random_checkin.hpp"

#include <algorithm>

#include "thenar/screening/screening.hpp"

namespace thenar::test {
namespace {

ZoneId random_zone(const Practice& practice, Dice& dice) {
  return ZoneId{static_cast<std::int16_t>(dice.between(0, static_cast<int>(practice.zones.size()) - 1))};
}

Hand random_hand(Dice& dice) {
  return dice.one_in(2) ? Hand::left : Hand::right;
}

std::optional<int> rating(Dice& dice) {
  if (dice.one_in(3)) return std::nullopt;
  return dice.between(0, 10);
}

void add_answers(const Practice& practice, Dice& dice, Condition& condition) {
  const auto& rule = practice.at(condition.rule);
  const auto& asked = rule.asked_with.valid() ? practice.at(rule.asked_with) : rule;
  for (const auto& each : asked.follow_ups) {
    if (dice.one_in(5)) continue;
    condition.answers[each.key] = dice.one_in(5) ? "unsure" : dice.of(each.values);
  }
}

History random_history(const Practice& practice, Dice& dice) {
  History out;
  out.weeks_since_first = dice.between(0, 12);
  if (dice.one_in(4))
    for (auto hand : kHands) out.seconds_today[hand] = dice.between(0, 2000);
  out.next_day_soreness = dice.one_in(3) ? dice.between(0, 10) : 0;
  out.a01_count = dice.one_in(6) ? dice.between(1, 2) : 0;
  if (dice.one_in(5))
    out.trigger_points_24h.push_back(
        {practice.ids.points.find(dice.of(practice.ids.points.names())), random_hand(dice)});
  if (dice.one_in(5)) out.zones_stopped_today.push_back({random_hand(dice), random_zone(practice, dice)});
  out.numb_stops_today = dice.one_in(10) ? dice.between(1, 2) : 0;
  return out;
}

void add_ratings(Dice& dice, Ratings& out) {
  for (auto* each : {&out.pain, &out.stiffness, &out.tingling, &out.swelling, &out.warmth, &out.skin}) {
    if (dice.one_in(2)) continue;
    for (auto hand : kHands) (*each)[hand] = rating(dice);
  }
  out.stress = rating(dice);
  out.sleep = rating(dice);
  out.mood = rating(dice);
}

}  // namespace

std::uint64_t Dice::next() {
  std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31U);
}

int Dice::between(int low, int high) {
  return low + static_cast<int>(next() % (static_cast<std::uint64_t>(high - low) + 1));
}

Condition random_condition(const Practice& practice, Dice& dice) {
  Condition out;
  out.rule = RuleId{static_cast<std::int16_t>(dice.between(0, static_cast<int>(practice.rules.size()) - 1))};
  const auto& rule = practice.at(out.rule);
  if (rule.asks_hand && !dice.one_in(4)) out.hand = random_hand(dice);
  if (rule.asks_zones && !dice.one_in(4))
    for (int i = dice.between(1, 3); i > 0; --i) out.zones.push_back(random_zone(practice, dice));
  add_answers(practice, dice, out);
  out.unsure = dice.one_in(6);
  return out;
}

Condition random_giver_condition(const Practice& practice, Dice& dice) {
  Condition out;
  do {
    out = random_condition(practice, dice);
  } while (!screening::may_be_said_of_giver(practice, out.rule));
  return out;
}

Mark random_mark(const Practice& practice, Dice& dice) {
  Mark out;
  out.hand = random_hand(dice);
  out.zone = random_zone(practice, dice);
  out.as = static_cast<MarkKind>(dice.between(0, static_cast<int>(EnumWords<MarkKind>::words.size()) - 1));
  for (const auto& meaning : practice.screening.marks)
    if (meaning.as == out.as)
      for (auto asked : meaning.asks)
        if (!dice.one_in(10)) out.answers[asked] = dice.one_in(6) ? "yes" : dice.one_in(10) ? "unsure" : "no";
  return out;
}

CheckIn random_checkin(const Practice& practice, Dice& dice, Health health) {
  CheckIn out;
  out.mode = dice.one_in(3) ? Mode::partner : Mode::self;
  if (!dice.one_in(4)) out.age_years = dice.one_in(10) ? dice.between(0, 17) : dice.between(18, 100);
  if (dice.one_in(2)) out.dominant_hand = random_hand(dice);
  if (dice.one_in(2)) out.hand_length_mm = dice.between(120, 220);
  for (int i = dice.between(0, health.max_conditions); i > 0;) {
    auto condition = random_condition(practice, dice);
    if (practice.at(condition.rule).rule_class == RuleClass::emergency &&
        !dice.one_in(health.emergencies_one_in))
      continue;
    out.conditions.push_back(std::move(condition));
    --i;
  }
  if (out.mode == Mode::partner && dice.one_in(4)) {
    auto condition = random_giver_condition(practice, dice);
    while (!practice.at(condition.rule).asks_giver && !dice.one_in(health.emergencies_one_in))
      condition = random_giver_condition(practice, dice);
    out.giver_conditions.push_back(std::move(condition));
    if (dice.one_in(3)) out.giver_allergies.push_back(dice.one_in(2) ? "nut" : "latex");
  }
  for (int i = dice.one_in(2) ? dice.between(1, 3) : 0; i > 0; --i)
    out.marked.push_back(random_mark(practice, dice));
  add_ratings(dice, out.ratings);
  if (dice.one_in(6))
    out.allergies.push_back(dice.of(std::vector<std::string>{"nut", "fragrance", "latex", "wax"}));
  if (!dice.one_in(3)) out.history = random_history(practice, dice);
  return out;
}

Wishes random_wishes(const Practice& practice, Dice& dice) {
  Wishes out;
  for (int i = dice.between(1, 3); i > 0; --i)
    out.goals[static_cast<Goal>(dice.between(0, static_cast<int>(kGoalCount) - 1))] =
        dice.between(1, 4) / 4.0;
  out.minutes = dice.one_in(10) ? dice.between(1, 60) : dice.between(3, 30);
  const int which = dice.between(0, 3);
  if (which != 1) out.hands.push_back(Hand::left);
  if (which != 2) out.hands.push_back(Hand::right);
  out.position =
      static_cast<Position>(dice.between(0, static_cast<int>(EnumWords<Position>::words.size()) - 1));
  out.medium = practice.ids.media.find(dice.one_in(3)   ? "none"
                                       : dice.one_in(3) ? dice.of(practice.ids.media.names())
                                                        : "lotion");
  for (int i = dice.one_in(4) ? dice.between(1, 2) : 0; i > 0; --i)
    out.chosen.push_back(dice.one_in(2) ? dice.of(practice.ids.techniques.names())
                                        : dice.of(practice.ids.points.names()));
  if (dice.one_in(6)) out.hand_share = dice.between(0, 5) / 10.0;
  if (dice.one_in(4)) out.programme = practice.ids.programmes.find(dice.of(practice.ids.programmes.names()));
  return out;
}

Request random_request(const Practice& practice, std::uint64_t seed, Health health) {
  Dice dice(seed);
  Request out;
  out.checkin = random_checkin(practice, dice, health);
  out.wishes = random_wishes(practice, dice);
  return out;
}

}  // namespace thenar::test
