// From offers to the numbers of the optimisation, and the same as a document.
#include <algorithm>
#include <cmath>
#include <map>

#include "offers.hpp"

namespace thenar::planning {
namespace {

/// Worth at the three breaks. Free work: rate · typ · φ with φ(min) = phi_min, φ(typ) = 1, φ(max) = phi_max.
/// A programme: 1 a second, `programme_beyond` past its own seconds, and one quantum's worth for being there
/// at all, so that a shorter programme keeps its shape instead of losing whole steps.
void set_worth(const Brief& brief, const Offer& offer, ModelCandidate& c) {
  const auto& rules = brief.rules();
  const int quantum = rules.quantum_seconds;
  if (offer.programme_step >= 0) {
    c.worth_min = offer.rate * (offer.min_seconds + quantum);
    c.first = offer.rate * quantum;
    c.second = offer.rate * quantum * per_mille(rules.programme_beyond) / kThousand;
    return;
  }
  const std::int64_t at_typ = offer.rate * offer.typ_seconds;
  c.worth_min = c.typ > c.min ? at_typ * per_mille(rules.phi_min) / kThousand : at_typ;
  if (c.typ > c.min) c.first = (at_typ - c.worth_min) / (c.typ - c.min);
  if (c.max > c.typ) c.second = at_typ * (per_mille(rules.phi_max) - kThousand) / kThousand / (c.max - c.typ);
  // Rounding doses to quanta may bend the curve the wrong way; more time is then worth no more than before.
  if (c.typ > c.min) c.second = std::min(c.second, c.first);
}

/// A combo goes with none of its parts; the same technique is not done twice on a group; a point of a moving
/// technique neither. Where only one more work is good, none goes with another.
bool excludes(const Brief& brief, const Offer& a, const Offer& b) {
  if (a.programme_step >= 0 || a.group != b.group || a.hand != b.hand) return false;
  if (works_left(brief, a.hand, a.group) < 2) return true;
  if (a.point.valid() && b.point.valid()) return false;
  return techniques_of(a).intersects(techniques_of(b));
}

int group_number(const Brief& brief, const Offer& offer) {
  const int hand = static_cast<int>(at(offer.hand));
  const int groups = std::max<int>(static_cast<int>(brief.practice.groups.size()), kMaxIds);
  return offer.programme_step >= 0 ? 2 * groups + 2 * offer.programme_step + hand
                                   : 2 * static_cast<int>(offer.group.at()) + hand;
}

int cap_of(const Brief& brief, const Offer& offer) {
  if (offer.programme_step >= 0) return offer.max_seconds;
  int cap = brief.practice.at(offer.group).cap_seconds;
  if (brief.progress != nullptr) {
    const auto& given = brief.progress->group_seconds[offer.hand];
    if (auto it = given.find(offer.group); it != given.end()) cap -= it->second;
  }
  for (const auto& part : offer.parts)
    if (part.fit.max_seconds) cap = std::min(cap, *part.fit.max_seconds);
  return std::max(0, cap);
}

/// What the other hand must leave to this one, beyond its fixed parts.
int least_quanta(const Budget& budget, Hand hand, int quantum) {
  return (std::max(0, budget.least_seconds[hand] - budget.fixed_seconds[hand]) + quantum - 1) / quantum;
}

}  // namespace

void set_limits(const Brief& brief, const Budget& budget, Model& model) {
  const auto& rules = brief.rules();
  const int quantum = rules.quantum_seconds;
  const int left =
      budget.total_seconds - budget.changes_seconds - budget.fixed_seconds.left - budget.fixed_seconds.right;
  model.budget = std::max(0, left) / quantum;
  for (Hand hand : kHands) {
    const int cap = std::max(0, budget.cap_seconds[hand] - budget.fixed_seconds[hand]) / quantum;
    model.hand_limit[hand] =
        std::max(0, std::min(cap, model.budget - least_quanta(budget, other(hand), quantum)));
  }
  const int hand_seconds = (budget.total_seconds - budget.changes_seconds) / std::max(1, budget.hands);
  model.max_techniques_per_group = hand_seconds < rules.second_technique_from_seconds
                                       ? std::min(1, rules.max_techniques_per_group)
                                       : rules.max_techniques_per_group;
}

Model model_of(const Brief& brief, const std::vector<Offer>& offers) {
  const auto& rules = brief.rules();
  const int quantum = rules.quantum_seconds;
  const bool programme = brief.programme.valid();
  Model model;
  model.step_cost = programme ? 0 : rules.step_cost_quanta;
  model.region_cost = programme ? 0 : rules.region_cost_quanta;
  model.max_trigger_points = rules.max_trigger_points;
  model.max_acupoints_per_hand = rules.max_acupoints_per_hand;
  if (brief.progress != nullptr) {
    // What was pressed before counts too; of acupoints, those of the hand that had more.
    PerHand<int> acupoints;
    for (Hand hand : kHands)
      for (PointId point : brief.progress->points[hand]) {
        const bool trigger = brief.practice.at(point).kind == PointKind::trigger;
        acupoints[hand] += trigger ? 0 : 1;
        if (trigger && model.max_trigger_points > 0) --model.max_trigger_points;
      }
    model.max_acupoints_per_hand =
        std::max(0, model.max_acupoints_per_hand - std::max(acupoints.left, acupoints.right));
  }
  std::map<int, int> group_index;
  std::vector<std::vector<int>> members;  // of each group
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const auto& offer = offers[i];
    ModelCandidate c;
    c.hand = offer.hand;
    c.region = static_cast<int>(offer.region.at());
    const auto [it, fresh] =
        group_index.emplace(group_number(brief, offer), static_cast<int>(model.group_cap.size()));
    if (fresh) model.group_cap.push_back(cap_of(brief, offer) / quantum);
    c.group = it->second;
    auto& cap = model.group_cap[static_cast<std::size_t>(c.group)];
    cap = std::min(cap, cap_of(brief, offer) / quantum);
    c.kind = offer.kind;
    c.serves = offer.serves;
    c.min = offer.min_seconds / quantum;
    c.typ = offer.typ_seconds / quantum;
    c.max = offer.max_seconds / quantum;
    set_worth(brief, offer, c);
    members.resize(model.group_cap.size());
    auto& same = members[static_cast<std::size_t>(c.group)];
    model.candidates.push_back(std::move(c));
    for (int j : same) {
      if (!excludes(brief, offer, offers[static_cast<std::size_t>(j)])) continue;
      model.candidates[i].excludes.push_back(j);
      model.candidates[static_cast<std::size_t>(j)].excludes.push_back(static_cast<int>(i));
    }
    same.push_back(static_cast<int>(i));
  }
  return model;
}

Instance to_instance(const Brief& brief, const std::vector<Offer>& offers, const Budget& budget,
                     const Solution& solution) {
  Model model = model_of(brief, offers);
  set_limits(brief, budget, model);
  const int quantum = brief.rules().quantum_seconds;
  Instance instance;
  instance.quantum_s = quantum;
  instance.step_cost_s = model.step_cost * quantum;
  instance.region_cost_s = model.region_cost * quantum;
  instance.budget_s = model.budget * quantum;
  instance.max_trigger_points = model.max_trigger_points;
  instance.max_acupoints_per_hand = model.max_acupoints_per_hand;
  instance.max_techniques_per_group = model.max_techniques_per_group;
  for (Hand hand : kHands) {
    instance.hand_min_s[hand] = least_quanta(budget, hand, quantum) * quantum;
    instance.hand_cap_s[hand] =
        std::max(0, budget.cap_seconds[hand] - budget.fixed_seconds[hand]) / quantum * quantum;
  }
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const auto& c = model.candidates[i];
    const auto& offer = offers[i];
    InstanceCandidate out;
    out.id = offer_word(brief, offer);
    out.hand = offer.hand;
    out.region = brief.practice.at(offer.region).id;
    out.groups = {group_word(brief, offer)};
    out.technique = brief.practice.at(offer.technique()).id;
    out.kind = offer.kind;
    out.serves = offer.serves;
    out.min_s = offer.min_seconds;
    out.typ_s = offer.typ_seconds;
    out.max_s = offer.max_seconds;
    out.worth_min = c.worth(c.min);
    out.worth_typ = c.worth(c.typ);
    out.worth_max = c.worth(c.max);
    for (int other_one : c.excludes)
      out.excludes.push_back(offer_word(brief, offers[static_cast<std::size_t>(other_one)]));
    instance.group_cap_s[out.groups.front()] = model.group_cap[static_cast<std::size_t>(c.group)] * quantum;
    if (!solution.quanta.empty() && solution.quanta[i] > 0)
      instance.solution[out.id] = solution.quanta[i] * quantum;
    instance.candidates.push_back(std::move(out));
  }
  instance.objective = solution.objective;
  return instance;
}

void solve(Instance& instance) {
  Model model;
  const int quantum = instance.quantum_s;
  model.step_cost = instance.step_cost_s / quantum;
  model.region_cost = instance.region_cost_s / quantum;
  model.budget = instance.budget_s / quantum;
  for (Hand hand : kHands)
    model.hand_limit[hand] = std::max(0, std::min(instance.hand_cap_s[hand],
                                                  instance.budget_s - instance.hand_min_s[other(hand)])) /
                             quantum;
  model.max_trigger_points = instance.max_trigger_points;
  model.max_acupoints_per_hand = instance.max_acupoints_per_hand;
  model.max_techniques_per_group = instance.max_techniques_per_group;
  std::map<std::string, int> ids;
  std::map<std::string, int> groups;
  std::map<std::string, int> regions;
  for (std::size_t i = 0; i < instance.candidates.size(); ++i)
    ids[instance.candidates[i].id] = static_cast<int>(i);
  for (const auto& in : instance.candidates) {
    THENAR_CHECK(in.groups.size() == 1);
    ModelCandidate c;
    c.hand = in.hand;
    c.region = regions.emplace(in.region, static_cast<int>(regions.size())).first->second;
    const auto [it, fresh] = groups.emplace(in.groups.front(), static_cast<int>(model.group_cap.size()));
    if (fresh) model.group_cap.push_back(instance.group_cap_s.at(in.groups.front()) / quantum);
    c.group = it->second;
    c.kind = in.kind;
    c.serves = in.serves;
    c.min = in.min_s / quantum;
    c.typ = in.typ_s / quantum;
    c.max = in.max_s / quantum;
    c.worth_min = in.worth_min;
    if (c.typ > c.min) c.first = (in.worth_typ - in.worth_min) / (c.typ - c.min);
    if (c.max > c.typ) c.second = (in.worth_max - in.worth_typ) / (c.max - c.typ);
    for (const auto& id : in.excludes) c.excludes.push_back(ids.at(id));
    model.candidates.push_back(std::move(c));
  }
  const Solution solution = solve(model);
  instance.solution.clear();
  for (std::size_t i = 0; i < instance.candidates.size(); ++i)
    if (solution.quanta[i] > 0) instance.solution[instance.candidates[i].id] = solution.quanta[i] * quantum;
  instance.objective = solution.objective;
}

}  // namespace thenar::planning
