#include "tables.hpp"

#include <algorithm>

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

/// The curve of one group, from all its choices.
Curve group_curve(const Model& model, double serving, const GroupTable& group, int limit, Counts allowed) {
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

}  // namespace

int hand_limit(const Model& model, Hand hand) {
  return std::max(0, std::min(model.hand_limit[hand], model.budget));
}

HandTable table_of(const Model& model, Hand hand, int limit) {
  const double serving = score_of_serving(model);
  THENAR_CHECK(serving * static_cast<double>(model.group_cap.size() + 1) < kExact);
  HandTable plan;
  plan.serving = serving;
  plan.limit = limit;
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
    auto g = std::find_if(groups.begin(), groups.end(), [&](const GroupTable& group) {
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

void trace(const Model& model, const HandTable& hand, Counts counts, int quanta, Solution& solution) {
  hand.sum.trace(counts, quanta, [&](std::size_t r, Counts region_counts, int region_quanta) {
    if (region_quanta == 0) return;
    const auto& region = hand.regions[r];
    region.sum.trace(
        region_counts, region_quanta - model.region_cost,
        [&](std::size_t g, Counts group_counts, int group_quanta) {
          if (group_quanta == 0) return;
          const double wanted = region.sum.parts[g].at(group_counts, group_quanta);
          each_choice(model, hand.serving, region.groups[g].members, region.groups[g].cap,
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

}  // namespace thenar::planning
