#include "holdings.hpp"

#include <algorithm>

namespace thenar::screening {
namespace {

std::string_view answer_of(const Holding& holding, const std::string& key) {
  if (holding.answers == nullptr) return "unsure";
  const auto found = holding.answers->find(key);
  return found == holding.answers->end() ? std::string_view("unsure") : found->second;
}

bool answers_match(const Guard& guard, const Holding& holding) {
  return std::all_of(guard.answers.begin(), guard.answers.end(), [&](const auto& wanted) {
    const auto given = answer_of(holding, wanted.first);
    return std::find(wanted.second.begin(), wanted.second.end(), given) != wanted.second.end();
  });
}

bool age_matches(const Guard& guard, const CheckIn& checkin, bool missing_fact) {
  if (!guard.age_from && !guard.age_below) return true;
  if (!checkin.age_years) return missing_fact;
  return (!guard.age_from || *checkin.age_years >= *guard.age_from) &&
         (!guard.age_below || *checkin.age_years < *guard.age_below);
}

/// Whether some hand of the holding is rated at least as painful as the guard says.
bool pain_matches(const Guard& guard, const CheckIn& checkin, const Holding& holding, bool missing_fact) {
  if (!guard.pain_from) return true;
  return std::any_of(kHands.begin(), kHands.end(), [&](Hand hand) {
    const auto& pain = checkin.ratings.pain[hand];
    return holding.hands[hand] && (pain ? *pain >= *guard.pain_from : missing_fact);
  });
}

bool rays_match(const Guard& guard, const Practice& practice, const Holding& holding) {
  if (guard.rays.empty() || holding.zones.empty()) return true;
  bool found = false;
  holding.zones.each([&](ZoneId id) {
    const auto ray = practice.at(id).ray;
    found = found || std::find(guard.rays.begin(), guard.rays.end(), ray) != guard.rays.end();
  });
  return found;
}

bool heads_family(const Practice& practice, RuleId id) {
  return std::any_of(practice.rules.begin(), practice.rules.end(),
                     [&](const Rule& rule) { return rule.asked_with == id; });
}

RuleId id_of(std::size_t index) {
  return RuleId{static_cast<std::int16_t>(index)};
}

/// Adds the rule; of a family the members that the answers describe, or the head where they describe none: a
/// member that the answers do not bear out is the strictest of its family.
void add_resolved(const Practice& practice, const CheckIn& checkin, Holding holding,
                  std::vector<Holding>& out) {
  const auto head = head_of(practice, holding.rule);
  if (!heads_family(practice, head)) {
    out.push_back(holding);
    return;
  }
  bool some = false;
  for (std::size_t i = 0; i < practice.rules.size(); ++i) {
    const auto& member = practice.rules[i];
    if (member.asked_with != head || !holds(member.applies_when, practice, checkin, holding, true)) continue;
    some = true;
    holding.rule = id_of(i);
    out.push_back(holding);
  }
  if (some) return;
  holding.rule = head;
  out.push_back(holding);
}

Holding from_condition(const Practice& practice, const Condition& condition) {
  Holding holding;
  holding.rule = condition.rule;
  const bool whole_person = !practice.at(head_of(practice, condition.rule)).asks_hand;
  for (auto hand : kHands) holding.hands[hand] = whole_person || !condition.hand || *condition.hand == hand;
  for (auto zone : condition.zones) holding.zones.add(zone);
  holding.answers = &condition.answers;
  holding.unsure = condition.unsure;
  return holding;
}

/// The rule a mark brings, and the rules it asks about unless they were answered "no". A "yes" is worked out
/// by the condition that carries its details, where there is one.
void add_mark(const Practice& practice, const CheckIn& checkin, const Mark& mark, std::vector<Holding>& out) {
  const auto* meaning = mark_rule(practice, mark.as);
  if (meaning == nullptr) return;
  const auto at_mark = [&](RuleId id) {
    Holding holding;
    holding.rule = id;
    const auto& rule = practice.at(id);
    for (auto hand : kHands) holding.hands[hand] = !rule.asks_hand || hand == mark.hand;
    if (rule.asks_zones) holding.zones.add(mark.zone);
    return holding;
  };
  if (meaning->rule.valid()) add_resolved(practice, checkin, at_mark(meaning->rule), out);
  for (auto asked : meaning->asks) {
    const auto found = mark.answers.find(asked);
    const bool yes = found != mark.answers.end() && found->second == "yes";
    if (found != mark.answers.end() && found->second == "no") continue;
    if (yes && std::any_of(checkin.conditions.begin(), checkin.conditions.end(),
                           [&](const Condition& each) { return covers(each, asked, mark.hand); }))
      continue;
    auto holding = at_mark(asked);
    holding.unsure = !yes;
    add_resolved(practice, checkin, holding, out);
  }
}

void add_computed(const Practice& practice, const CheckIn& checkin, std::vector<Holding>& out) {
  for (std::size_t i = 0; i < practice.rules.size(); ++i) {
    const auto& rule = practice.rules[i];
    if (!rule.computed) continue;
    Holding holding;
    holding.rule = id_of(i);
    for (auto hand : kHands) {
      Holding one;
      one.hands[hand] = true;
      holding.hands[hand] = holds(*rule.computed, practice, checkin, one, false);
    }
    if (holding.hands.left || holding.hands.right) out.push_back(holding);
    // Of the giver nothing else is known that a rule could be computed from.
    if (checkin.mode == Mode::partner && rule.computed->allergies && !checkin.giver_allergies.empty()) {
      holding.hands = {true, true};
      holding.of_giver = true;
      out.push_back(holding);
    }
  }
}

}  // namespace

bool holds(const Guard& guard, const Practice& practice, const CheckIn& checkin, const Holding& holding,
           bool missing_fact) {
  const int weeks = checkin.history ? checkin.history->weeks_since_first : 0;
  return answers_match(guard, holding) && age_matches(guard, checkin, missing_fact) &&
         pain_matches(guard, checkin, holding, missing_fact) &&
         (!guard.weeks_below || weeks < *guard.weeks_below) && (!guard.mode || checkin.mode == *guard.mode) &&
         (!guard.allergies || !allergies_of(checkin, holding).empty() || missing_fact) &&
         (!guard.unsure || holding.unsure == *guard.unsure) && rays_match(guard, practice, holding);
}

std::vector<Holding> holdings(const Practice& practice, const CheckIn& checkin) {
  std::vector<Holding> out;
  for (const auto& condition : checkin.conditions)
    add_resolved(practice, checkin, from_condition(practice, condition), out);
  for (const auto& condition : checkin.giver_conditions) {
    auto holding = from_condition(practice, condition);
    holding.of_giver = checkin.mode == Mode::partner;  // alone, the giver is the same person
    add_resolved(practice, checkin, holding, out);
  }
  for (const auto& mark : checkin.marked) add_mark(practice, checkin, mark, out);
  add_computed(practice, checkin, out);
  return out;
}

bool covers(const Condition& condition, RuleId rule, Hand hand) {
  return condition.rule == rule && (!condition.hand || *condition.hand == hand);
}

bool may_be_said_of_giver(const Practice& practice, RuleId id) {
  const auto head = head_of(practice, id);
  if (practice.at(head).gate.empty()) return false;
  for (std::size_t i = 0; i < practice.rules.size(); ++i) {
    const auto& rule = practice.rules[i];
    if ((id_of(i) == head || rule.asked_with == head) &&
        std::any_of(rule.effects.begin(), rule.effects.end(), concerns_giving))
      return true;
  }
  return false;
}

const MarkRule* mark_rule(const Practice& practice, MarkKind as) {
  const auto& marks = practice.screening.marks;
  const auto found =
      std::find_if(marks.begin(), marks.end(), [&](const MarkRule& each) { return each.as == as; });
  return found == marks.end() ? nullptr : &*found;
}

}  // namespace thenar::screening
