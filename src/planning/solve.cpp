// Dynamic programming over quanta. Everything is a Curve: the best score for exactly q quanta, for each count
// of acupoints and trigger points used. Adding two independent things is one max-plus convolution.
//
// Scores are worth · 1024 − steps in one integer, so that of two equal worths the one with fewer steps wins;
// and each group whose marks are served scores more than all worth together, so that marked places come
// first.
#include <algorithm>
#include <limits>

#include "model.hpp"

#include "thenar/base/result.hpp"

namespace thenar::planning {
namespace {

constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min() / 4;
constexpr std::int64_t kStepTie = 1024;

/// How many points of each kind are used. Layer = acupoints · (triggers allowed + 1) + triggers.
struct Counts {
  int acupoints = 0;
  int triggers = 0;
};

/// Best score by layer and exact quanta.
struct Curve {
  int size = 1;  ///< quanta 0 … size − 1
  Counts most;   ///< highest counts that occur
  std::vector<std::int64_t> score;

  static Curve nothing() { return {1, {}, {0}}; }
  static Curve empty(int size, Counts most) {
    Curve curve{size, most, {}};
    curve.score.assign(static_cast<std::size_t>(size * (most.acupoints + 1) * (most.triggers + 1)), kNone);
    return curve;
  }
  std::int64_t* layer(Counts at) {
    return score.data() +
           static_cast<std::ptrdiff_t>(at.acupoints * (most.triggers + 1) + at.triggers) * size;
  }
  const std::int64_t* layer(Counts at) const { return const_cast<Curve*>(this)->layer(at); }
  bool has(Counts at, int quanta) const {
    return at.acupoints >= 0 && at.triggers >= 0 && at.acupoints <= most.acupoints &&
           at.triggers <= most.triggers && quanta >= 0 && quanta < size && layer(at)[quanta] > kNone;
  }
  std::int64_t at(Counts counts, int quanta) const { return layer(counts)[quanta]; }
};

/// Calls f(Counts) for every layer of a curve.
template <class F>
void each_layer(Counts most, F&& f) {
  for (int a = 0; a <= most.acupoints; ++a)
    for (int t = 0; t <= most.triggers; ++t) f(Counts{a, t});
}

Counts counts_of(const ModelCandidate& candidate) {
  return {candidate.kind == CandidateKind::acupoint ? 1 : 0,
          candidate.kind == CandidateKind::trigger ? 1 : 0};
}

/// Best of using both: max-plus convolution, cut at `limit` quanta and at the allowed counts.
Curve add(const Curve& a, const Curve& b, int limit, Counts allowed) {
  const Counts most{std::min(a.most.acupoints + b.most.acupoints, allowed.acupoints),
                    std::min(a.most.triggers + b.most.triggers, allowed.triggers)};
  Curve sum = Curve::empty(std::min(a.size + b.size - 1, limit + 1), most);
  each_layer(b.most, [&](Counts cb) {
    each_layer(a.most, [&](Counts ca) {
      const Counts c{ca.acupoints + cb.acupoints, ca.triggers + cb.triggers};
      if (c.acupoints > most.acupoints || c.triggers > most.triggers) return;
      const std::int64_t* from = a.layer(ca);
      const std::int64_t* more = b.layer(cb);
      std::int64_t* to = sum.layer(c);
      for (int k = 0; k < b.size && k < sum.size; ++k) {
        const std::int64_t gain = more[k];
        if (gain <= kNone) continue;
        const int end = std::min(a.size, sum.size - k);
        std::int64_t* out = to + k;
        // kNone + gain stays far below every real score, so unreachable entries need no test here.
        for (int q = 0; q < end; ++q) out[q] = std::max(out[q], from[q] + gain);
      }
    });
  });
  for (auto& score : sum.score)
    if (score < kNone / 2) score = kNone;
  return sum;
}

/// One or two candidates of a group with their quanta.
struct Choice {
  int first = -1;
  int first_quanta = 0;
  int second = -1;
  int second_quanta = 0;
};

/// More than every choice that serves nothing can score.
std::int64_t score_of_serving(const Model& model) {
  std::int64_t most = 1;
  for (const auto& candidate : model.candidates) most += candidate.worth(candidate.max) * kStepTie;
  return most;
}

/// Calls f(choice, counts, quanta with costs, score) for every allowed choice of a group, in data order.
template <class F>
void each_choice(const Model& model, std::int64_t serving, const std::vector<int>& members, int cap, F&& f) {
  const auto score = [&](const ModelCandidate& c, int quanta) { return c.worth(quanta) * kStepTie - 1; };
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
      for (int x = a.min; x <= a.max; ++x)
        for (int y = b.min; y <= std::min(b.max, cap - x); ++y)
          if (!f(Choice{members[i], x, members[j], y}, counts, x + y + 2 * model.step_cost,
                 score(a, x) + score(b, y) + (a.serves || b.serves ? serving : 0)))
            return;
    }
  }
}

/// A sum of curves that remembers its partial sums, to find the way back.
struct Sum {
  std::vector<Curve> parts;
  std::vector<Curve> partial{Curve::nothing()};  ///< partial[i]: the first i parts together

  void put(Curve part, int limit, Counts allowed) {
    partial.push_back(add(partial.back(), part, limit, allowed));
    parts.push_back(std::move(part));
  }
  const Curve& total() const { return partial.back(); }

  /// How much of each part makes total()[counts][quanta]. Calls f(part index, counts, quanta).
  template <class F>
  void trace(Counts counts, int quanta, F&& f) const {
    for (std::size_t i = parts.size(); i-- > 0;) {
      const std::int64_t wanted = partial[i + 1].at(counts, quanta);
      bool found = false;
      each_layer(parts[i].most, [&](Counts used) {
        for (int k = 0; !found && k < parts[i].size; ++k) {
          const Counts rest{counts.acupoints - used.acupoints, counts.triggers - used.triggers};
          if (!parts[i].has(used, k) || !partial[i].has(rest, quanta - k)) continue;
          if (partial[i].at(rest, quanta - k) + parts[i].at(used, k) != wanted) continue;
          f(i, used, k);
          counts = rest;
          quanta -= k;
          found = true;
        }
      });
      THENAR_CHECK(found);
    }
  }
};

struct GroupPlan {
  std::vector<int> members;
  int cap = 0;
};
struct RegionPlan {
  std::vector<GroupPlan> groups;
  Sum sum;
};

/// The curve of one group, from all its choices.
Curve group_curve(const Model& model, std::int64_t serving, const GroupPlan& group, int limit,
                  Counts allowed) {
  Counts most;
  for (int member : group.members) {
    const Counts c = counts_of(model.candidates[static_cast<std::size_t>(member)]);
    most.acupoints = std::min(most.acupoints + c.acupoints, std::min(2, allowed.acupoints));
    most.triggers = std::min(most.triggers + c.triggers, std::min(2, allowed.triggers));
  }
  Curve curve = Curve::empty(std::min(limit, group.cap + 2 * model.step_cost) + 1, most);
  curve.layer({})[0] = 0;
  each_choice(
      model, serving, group.members, group.cap,
      [&](const Choice&, Counts counts, int quanta, std::int64_t score) {
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

HandPlan plan_hand(const Model& model, std::int64_t serving, Hand hand) {
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
void trace_hand(const Model& model, std::int64_t serving, const HandPlan& hand, Counts counts, int quanta,
                Solution& solution) {
  hand.sum.trace(counts, quanta, [&](std::size_t r, Counts region_counts, int region_quanta) {
    if (region_quanta == 0) return;
    const auto& region = hand.regions[r];
    region.sum.trace(
        region_counts, region_quanta - model.region_cost,
        [&](std::size_t g, Counts group_counts, int group_quanta) {
          if (group_quanta == 0) return;
          const std::int64_t wanted = region.sum.parts[g].at(group_counts, group_quanta);
          each_choice(model, serving, region.groups[g].members, region.groups[g].cap,
                      [&](const Choice& choice, Counts c, int q, std::int64_t score) {
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
  std::int64_t score = kNone;
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
  const std::int64_t serving = score_of_serving(model);
  const HandPlan left = plan_hand(model, serving, Hand::left);
  const HandPlan right = plan_hand(model, serving, Hand::right);
  const int budget = std::max(0, model.budget);
  Best best_left;
  Best best_right;
  std::int64_t best = kNone;
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
