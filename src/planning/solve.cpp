// The hands' tables joined under the common budget.
#include <algorithm>

#include "tables.hpp"

namespace thenar::planning {
namespace {

/// Best of a hand for at most q quanta (and the hand's limit) and exactly t trigger points, and where it is
/// reached.
struct Best {
  double score = kNone;
  Counts counts;
  int quanta = 0;
};
std::vector<Best> best_up_to(const Curve& curve, int triggers, int hand_limit, int limit) {
  std::vector<Best> best(static_cast<std::size_t>(limit + 1));
  for (int q = 0; q <= limit; ++q) {
    auto& here = best[static_cast<std::size_t>(q)];
    if (q > 0) here = best[static_cast<std::size_t>(q - 1)];
    for (int a = 0; q <= hand_limit && a <= curve.most.acupoints; ++a)
      if (curve.has({a, triggers}, q) && curve.at({a, triggers}, q) > here.score)
        here = {curve.at({a, triggers}, q), {a, triggers}, q};
  }
  return best;
}

/// The hand's table, made anew unless the kept one reaches far enough.
const HandTable& table(const Model& model, Hand hand, Tables& kept) {
  auto& table = kept.hands[hand];
  const int limit = hand_limit(model, hand);
  if (table.limit < limit) table = table_of(model, hand, limit + kept.ahead);
  return table;
}

}  // namespace

Solution solve(const Model& model, Tables& kept) {
  if (kept.techniques_per_group != model.max_techniques_per_group) kept.hands = {};
  kept.techniques_per_group = model.max_techniques_per_group;
  const HandTable& left = table(model, Hand::left, kept);
  const HandTable& right = table(model, Hand::right, kept);
  const int budget = std::max(0, model.budget);
  Solution solution;
  solution.quanta.assign(model.candidates.size(), 0);
  Best best_left;
  Best best_right;
  double best = kNone;
  for (int tl = 0; tl <= left.sum.total().most.triggers; ++tl) {
    const auto of_left = best_up_to(left.sum.total(), tl, hand_limit(model, Hand::left), budget);
    for (int tr = 0; tr <= right.sum.total().most.triggers && tl + tr <= model.max_trigger_points; ++tr) {
      const auto of_right = best_up_to(right.sum.total(), tr, hand_limit(model, Hand::right), budget);
      for (int q = 0; q <= budget; ++q) {
        const auto& l = of_left[static_cast<std::size_t>(q)];
        const auto& r = of_right[static_cast<std::size_t>(budget - q)];
        if (l.score <= kNone || r.score <= kNone || l.score + r.score <= best) continue;
        best = l.score + r.score;
        best_left = l;
        best_right = r;
      }
    }
  }
  trace(model, left, best_left.counts, best_left.quanta, solution);
  trace(model, right, best_right.counts, best_right.quanta, solution);
  for (std::size_t i = 0; i < model.candidates.size(); ++i)
    if (solution.quanta[i] > 0) solution.objective += model.candidates[i].worth(solution.quanta[i]);
  return solution;
}

Solution solve(const Model& model) {
  Tables none;
  return solve(model, none);
}

}  // namespace thenar::planning
