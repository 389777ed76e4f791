#include <algorithm>

#include "compose.hpp"
#include "order.hpp"
#include "steps.hpp"
#include "tables.hpp"

namespace thenar::planning {
namespace {

int working_hands(const Brief& brief) {
  return (brief.works.left ? 1 : 0) + (brief.works.right ? 1 : 0);
}

/// The budget with `changes` changes of hand. A programme has them inside its seconds. Hands between which
/// nothing differs get the same massage, so half of the time each.
Budget budget_for(const Brief& brief, const std::vector<Offer>& offers, int total_seconds, int changes,
                  bool alike) {
  const auto& caps = brief.allowed_seconds;
  Budget budget;
  budget.hands = std::max(1, working_hands(brief));
  budget.total_seconds = total_seconds;
  budget.changes_seconds = brief.programme.valid() ? 0 : changes * brief.rules().hand_change_seconds;
  budget.cap_seconds = caps;
  if (working_hands(brief) < 2) return budget;
  const bool same = alike && caps.left == caps.right;
  const double share = brief.request.wishes.hand_share.value_or(same ? 0.5 : brief.rules().min_hand_share);
  const int shared = total_seconds - budget.changes_seconds;
  for (Hand hand : kHands) {
    // Nothing is kept for a hand for which there is nothing to do.
    const bool some =
        std::any_of(offers.begin(), offers.end(), [&](const Offer& each) { return each.hand == hand; });
    if (some)
      budget.least_seconds[hand] = std::min(static_cast<int>(share * shared), budget.cap_seconds[hand]);
  }
  return budget;
}

/// Puts the fixed steps of a hand around its chosen work.
std::vector<Step> with_fixed(const Brief& brief, Hand hand, const std::vector<FixedStep>& fixed,
                             std::vector<Step> chosen) {
  std::vector<Step> steps;
  const auto put = [&](FixedPlace place) {
    for (const auto& each : fixed)
      if (each.place == place) steps.push_back(step_of(brief, hand, each));
  };
  const auto first_moist =
      std::find_if(chosen.begin(), chosen.end(), [](const Step& s) { return s.phase != Phase::dry; });
  put(FixedPlace::opening);
  steps.insert(steps.end(), chosen.begin(), first_moist);
  put(FixedPlace::warming);
  steps.insert(steps.end(), first_moist, chosen.end());
  for (auto place : {FixedPlace::essential, FixedPlace::closing_tap, FixedPlace::closing_stroke,
                     FixedPlace::closing_touch})
    put(place);
  return steps;
}

/// Time for moving to each chosen step: the step's own cost, and the region's when it is entered first.
void set_changeovers(const Brief& brief, std::vector<Step>& chosen) {
  const auto& rules = brief.rules();
  std::vector<RegionId> entered;
  for (auto& step : chosen) {
    if (step.programme_step >= 0) continue;
    step.changeover_seconds = rules.step_cost_quanta * rules.quantum_seconds;
    if (std::find(entered.begin(), entered.end(), step.region) != entered.end()) continue;
    step.changeover_seconds += rules.region_cost_quanta * rules.quantum_seconds;
    entered.push_back(step.region);
  }
}

/// The step of a hand that takes what time is left over: the closing stroke, or in a programme its last
/// stroke.
Step* closing_stroke(std::vector<Step>& steps, bool programme, const Practice& practice) {
  for (auto it = steps.rbegin(); it != steps.rend(); ++it) {
    const auto kind = practice.at(it->technique).kind;
    if (kind != TechniqueKind::glides) continue;
    if (programme || it->phase == Phase::close) return &*it;
  }
  return nullptr;
}

/// Gives left-over time to the closing strokes, the hand with less first, as far as doses and caps allow.
void use_up(const Brief& brief, PerHand<std::vector<Step>>& hands, const Budget& budget) {
  const int quantum = brief.rules().quantum_seconds;
  int left = budget.total_seconds - budget.changes_seconds - total_of(hands.left) - total_of(hands.right);
  PerHand<Step*> closing;
  PerHand<int> room;
  for (Hand hand : kHands) {
    closing[hand] = closing_stroke(hands[hand], brief.programme.valid(), brief.practice);
    if (closing[hand] == nullptr) continue;
    const int longest = brief.practice.at(closing[hand]->technique).dose.max_seconds;
    room[hand] = std::max(
        0, std::min(longest - closing[hand]->seconds, budget.cap_seconds[hand] - total_of(hands[hand])));
  }
  PerHand<int> more;
  while (left > 0) {
    const bool can_left = more.left < room.left;
    const bool can_right = more.right < room.right;
    if (!can_left && !can_right) break;
    const bool less_left = total_of(hands.left) + more.left <= total_of(hands.right) + more.right;
    const Hand hand = can_left && (less_left || !can_right) ? Hand::left : Hand::right;
    const int piece = std::min({left, quantum, room[hand] - more[hand]});
    more[hand] += piece;
    left -= piece;
  }
  for (Hand hand : kHands)
    if (more[hand] > 0) set_seconds(brief, *closing[hand], closing[hand]->seconds + more[hand]);
}

GroupSet groups_worked(const std::vector<Step>& steps) {
  GroupSet groups;
  for (const auto& step : steps)
    if (step.group.valid()) groups.add(step.group);
  return groups;
}

/// Strokes over many zones and several steps on one zone add up: a zone never gets more than its cap.
void keep_zone_caps(const Brief& brief, std::vector<Step>& steps) {
  PerHand<std::vector<int>> given{std::vector<int>(brief.practice.zones.size()),
                                  std::vector<int>(brief.practice.zones.size())};
  for (auto& step : steps) {
    const ZoneSet zones = step.zones;
    zones.each([&](ZoneId zone) {
      const auto cap = brief.clearance.hands[step.hand].zones[zone.at()].max_seconds;
      int& so_far = given[step.hand][zone.at()];
      if (cap && so_far + step.seconds > *cap) {
        step.zones.remove(zone);
        for (auto& part : step.parts) part.zones.remove(zone);
      } else {
        so_far += step.seconds;
      }
    });
  }
  std::erase_if(steps, [](const Step& step) { return step.tool.valid() && step.zones.empty(); });
}

/// One attempt with a given number of hand changes.
void attempt(const Brief& brief, Draft& draft, const PerHand<std::vector<FixedStep>>& fixed, Model& model,
             Tables& tables) {
  set_limits(brief, draft.budget, model);
  draft.solution = solve(model, tables);
  PerHand<std::vector<Step>> hands;
  for (Hand hand : kHands) {
    std::vector<Step> chosen;
    for (std::size_t i = 0; i < draft.offers.size(); ++i)
      if (draft.offers[i].hand == hand && draft.solution.quanta[i] > 0)
        chosen.push_back(
            step_of(brief, draft.offers[i], draft.solution.quanta[i] * brief.rules().quantum_seconds));
    if (brief.programme.valid()) {
      hands[hand] = std::move(chosen);
      continue;
    }
    order_hand(brief, chosen);
    set_changeovers(brief, chosen);
    auto around = fixed[hand];
    narrow_to(brief, hand, groups_worked(chosen), around);
    hands[hand] = with_fixed(brief, hand, around, std::move(chosen));
  }
  use_up(brief, hands, draft.budget);
  draft.steps = take_turns(brief, std::move(hands));
  keep_zone_caps(brief, draft.steps);
}

}  // namespace

int total_of(const std::vector<Step>& steps) {
  int total = 0;
  for (const auto& step : steps) total += step.changeover_seconds + step.seconds;
  return total;
}

Draft draft(const Brief& brief, int total_seconds) {
  Draft result;
  const auto allowed = brief.allowed_seconds;
  result.offers = brief.programme.valid() ? programme_offers(brief, result.lost) : free_offers(brief);
  const int hands = std::max(1, working_hands(brief));
  const bool alike = brief.progress == nullptr && hands_alike(result.offers);
  const bool alternate = hands == 2 && brief.request.checkin.mode == Mode::self;
  const int longest = brief.rules().max_turn_seconds;
  int changes = hands - 1;
  if (alternate) changes = 2 * std::max(1, (total_seconds / hands + longest - 1) / longest) - 1;
  // Whole steps may need one more turn than the time alone says; then the plan is made again with that
  // change. What is planned anew within a session often needs fewer, and hands of which only one can be
  // touched none; their time is used too, so that the session ends on time.
  int least = 0;
  Model model = model_of(brief, result.offers);
  Tables tables;
  tables.ahead = changes * brief.rules().hand_change_seconds / brief.rules().quantum_seconds;
  for (int tries = 0; tries < 8; ++tries) {
    result.budget = budget_for(brief, result.offers, total_seconds, changes, alike);
    PerHand<std::vector<FixedStep>> fixed;
    for (Hand hand : kHands) {
      if (!brief.works[hand] || brief.programme.valid()) continue;
      const int time = std::min(allowed[hand], (total_seconds - result.budget.changes_seconds) / hands);
      fixed[hand] = fixed_steps(brief, hand, time);
      for (const auto& step : fixed[hand]) result.budget.fixed_seconds[hand] += step.seconds;
    }
    attempt(brief, result, fixed, model, tables);
    const int needed = static_cast<int>(hand_changes(brief.practice, result.steps).size());
    const bool fewer = (brief.progress != nullptr || needed == 0) && std::max(needed, least) < changes;
    if (brief.programme.valid() || (needed <= changes && !fewer)) break;
    if (needed > changes) least = changes + 1;
    changes = std::max(needed, least);
  }
  int index = 0;
  for (auto& step : result.steps) {
    step.index = index++;
    step.why = reasons(brief, step);
  }
  if (!brief.programme.valid())
    for (std::size_t change : hand_changes(brief.practice, result.steps))
      result.steps[change].changeover_seconds += brief.rules().hand_change_seconds;
  return result;
}

}  // namespace thenar::planning
