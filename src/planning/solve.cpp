// Dynamic programming over quanta: a Curve for each group, added up to regions, hands and both hands.
//
// Scores are worth · 1024 − steps, so that of two equal worths the one with fewer steps wins; and each group
// whose marks are served scores more than all worth together, so that marked places come first.
#include <algorithm>

#include "curve.hpp"
#include "model.hpp"

#include "thenar/base/result.hpp"

namespace thenar::planning {
namespace {

constexpr std::int64_t kStepTie = 1024;

Counts counts_of(const ModelCandidate& candidate) {
  return {candidate.kind == CandidateKind::acupoint ? 1 : 0,
          candidate.kind == CandidateKind::trigger ? 1 : 0};
}

/// One or two candidates of a group with their quanta.
struct Choice {
  int first = -1;
  int first_quanta = 0;
  int second = -1;
  int second_quanta = 0;
};

/// More than every choice that serves nothing can score.
double score_of_serving(const Model& model) {
  std::int64_t most = 1;
  for (const auto& candidate : model.candidates) most += candidate.worth(candidate.max) * kStepTie;
  return static_cast<double>(most);
}

/// Calls f(choice, counts, quanta with costs, score) for the choices of a group that can be best, in data
/// order. Of two candidates together these are one for each length: worth rises less and less with time, so
/// the best of one quantum more holds the best of one less.
template <class F>
void each_choice(const Model& model, double serving, const std::vector<int>& members, int cap, F&& f) {
  const auto score = [&](const ModelCandidate& c, int quanta) {
    return static_cast<double>(c.worth(quanta) * kStepTie - 1);
  };
  for (std::size_t i = 0; i < members.size() && model.max_techniques_per_group >= 1; ++i) {
    const auto& a = model.candidates[static_cast<std::size_t>(members[i])];
    for (int x = a.min; x <= std::min(a.max, cap); ++x)
      if (!f(Choice{members[i], x, -1, 0}, counts_of(a), x + model.step_cost,
             score(a, x) + (a.serves ? serving : 0)))
        return;
  }
  for (std::size_t i = 0; i < members.size() && model.max_techniques_per_group >= 2; ++i) {
    const auto& a = model.candidates[static_cast<std::size_t>(members[i])];
    for (std::size_t j = i + 1; j < members.size(); ++j) {
      const auto& b = model.candidates[static_cast<std::size_t>(members[j])];
      if (std::find(a.excludes.begin(), a.excludes.end(), members[j]) != a.excludes.end()) continue;
      if (std::find(b.excludes.begin(), b.excludes.end(), members[i]) != b.excludes.end()) continue;
      const Counts counts{counts_of(a).acupoints + counts_of(b).acupoints,
                          counts_of(a).triggers + counts_of(b).triggers};
      int x = a.min;
      int y = b.min;
      while (x + y <= cap) {
        if (!f(Choice{members[i], x, members[j], y}, counts, x + y + 2 * model.step_cost,
               score(a, x) + score(b, y) + (a.serves || b.serves ? serving : 0)))
          return;
        if (x == a.max && y == b.max) break;
        ++(a.slope(x) > b.slope(y) ? x : y);
      }
    }
  }
}

struct GroupPlan {
  std::vector<int> members;
  int cap = 0;
};
struct RegionPlan {
  std::vector<GroupPlan> groups;
  Sum sum;
};

/// The curve of one group, from all its choices.
Curve group_curve(const Model& model, double serving, const GroupPlan& group, int limit, Counts allowed) {
  Counts most;
  for (int member : group.members) {
    const Counts c = counts_of(model.candidates[static_cast<std::size_t>(member)]);
    most.acupoints = std::min(most.acupoints + c.acupoints, std::min(2, allowed.acupoints));
    most.triggers = std::min(most.triggers + c.triggers, std::min(2, allowed.triggers));
  }
  Curve curve = Curve::empty(std::min(limit, group.cap + 2 * model.step_cost) + 1, most);
  curve.layer({})[0] = 0;
  each_choice(
      model, serving, group.members, group.cap, [&](const Choice&, Counts counts, int quanta, double score) {
        if (counts.acupoints <= most.acupoints && counts.triggers <= most.triggers && quanta < curve.size) {
          auto& best = curve.layer(counts)[quanta];
          best = std::max(best, score);
        }
        return true;
      });
  return curve;
}

/// A region costs its entry as soon as anything is done there.
Curve with_entry(const Curve& region, int cost, int limit) {
  Curve curve = Curve::empty(std::min(region.size + cost, limit + 1), region.most);
  each_layer(region.most, [&](Counts c) {
    for (int q = 1; q < region.size && q + cost < curve.size; ++q)
      curve.layer(c)[q + cost] = region.layer(c)[q];
  });
  curve.layer({})[0] = 0;
  return curve;
}

/// One hand: its regions, and the best score for every number of quanta.
struct HandPlan {
  std::vector<RegionPlan> regions;
  Sum sum;
};

HandPlan plan_hand(const Model& model, double serving, Hand hand) {
  HandPlan plan;
  const int limit = std::max(0, std::min(model.hand_limit[hand], model.budget));
  const Counts allowed{model.max_acupoints_per_hand, model.max_trigger_points};
  std::vector<int> region_of;  // region and group numbers in order of first appearance
  std::vector<int> group_of;
  for (std::size_t i = 0; i < model.candidates.size(); ++i) {
    const auto& candidate = model.candidates[i];
    if (candidate.hand != hand) continue;
    auto r = std::find(region_of.begin(), region_of.end(), candidate.region) - region_of.begin();
    if (r == static_cast<std::ptrdiff_t>(region_of.size())) {
      region_of.push_back(candidate.region);
      plan.regions.emplace_back();
    }
    auto& groups = plan.regions[static_cast<std::size_t>(r)].groups;
    auto g = std::find_if(groups.begin(), groups.end(), [&](const GroupPlan& group) {
      return model.candidates[static_cast<std::size_t>(group.members.front())].group == candidate.group;
    });
    if (g == groups.end()) {
      groups.push_back({{}, model.group_cap[static_cast<std::size_t>(candidate.group)]});
      g = std::prev(groups.end());
    }
    g->members.push_back(static_cast<int>(i));
  }
  for (auto& region : plan.regions) {
    for (const auto& group : region.groups)
      region.sum.put(group_curve(model, serving, group, limit, allowed), limit, allowed);
    plan.sum.put(with_entry(region.sum.total(), model.region_cost, limit), limit, allowed);
  }
  return plan;
}

/// Writes the quanta of the candidates that make a hand's best for counts and quanta.
void trace_hand(const Model& model, double serving, const HandPlan& hand, Counts counts, int quanta,
                Solution& solution) {
  hand.sum.trace(counts, quanta, [&](std::size_t r, Counts region_counts, int region_quanta) {
    if (region_quanta == 0) return;
    const auto& region = hand.regions[r];
    region.sum.trace(
        region_counts, region_quanta - model.region_cost,
        [&](std::size_t g, Counts group_counts, int group_quanta) {
          if (group_quanta == 0) return;
          const double wanted = region.sum.parts[g].at(group_counts, group_quanta);
          each_choice(model, serving, region.groups[g].members, region.groups[g].cap,
                      [&](const Choice& choice, Counts c, int q, double score) {
                        if (q != group_quanta || score != wanted || c.acupoints != group_counts.acupoints ||
                            c.triggers != group_counts.triggers)
                          return true;
                        solution.quanta[static_cast<std::size_t>(choice.first)] = choice.first_quanta;
                        if (choice.second >= 0)
                          solution.quanta[static_cast<std::size_t>(choice.second)] = choice.second_quanta;
                        return false;
                      });
        });
  });
}

/// Best of a hand for at most q quanta and exactly t trigger points, and where it is reached.
struct Best {
  double score = kNone;
  Counts counts;
  int quanta = 0;
};
std::vector<Best> best_up_to(const Curve& curve, int triggers, int limit) {
  std::vector<Best> best(static_cast<std::size_t>(limit + 1));
  for (int q = 0; q <= limit; ++q) {
    auto& here = best[static_cast<std::size_t>(q)];
    if (q > 0) here = best[static_cast<std::size_t>(q - 1)];
    for (int a = 0; a <= curve.most.acupoints; ++a)
      if (curve.has({a, triggers}, q) && curve.at({a, triggers}, q) > here.score)
        here = {curve.at({a, triggers}, q), {a, triggers}, q};
  }
  return best;
}

}  // namespace

Solution solve(const Model& model) {
  Solution solution;
  solution.quanta.assign(model.candidates.size(), 0);
  const double serving = score_of_serving(model);
  THENAR_CHECK(serving * static_cast<double>(model.group_cap.size() + 1) < kExact);
  const HandPlan left = plan_hand(model, serving, Hand::left);
  const HandPlan right = plan_hand(model, serving, Hand::right);
  const int budget = std::max(0, model.budget);
  Best best_left;
  Best best_right;
  double best = kNone;
  for (int tl = 0; tl <= left.sum.total().most.triggers; ++tl) {
    const auto of_left = best_up_to(left.sum.total(), tl, budget);
    for (int tr = 0; tr <= right.sum.total().most.triggers && tl + tr <= model.max_trigger_points; ++tr) {
      const auto of_right = best_up_to(right.sum.total(), tr, budget);
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
  trace_hand(model, serving, left, best_left.counts, best_left.quanta, solution);
  trace_hand(model, serving, right, best_right.counts, best_right.quanta, solution);
  for (std::size_t i = 0; i < model.candidates.size(); ++i)
    if (solution.quanta[i] > 0) solution.objective += model.candidates[i].worth(solution.quanta[i]);
  return solution;
}

}  // namespace thenar::planning
