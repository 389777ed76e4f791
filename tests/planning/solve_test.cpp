// The solver against another one that was written by others and works in another way.
#include <gtest/gtest.h>

#include <random>

#include "support/cbc.hpp"
#include "thenar/planning/instance.hpp"

namespace thenar {
namespace {

using planning::CandidateKind;
using planning::Instance;
using planning::InstanceCandidate;

int pick(std::mt19937& random, int low, int high) {
  return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
}

/// A random instance in the shape and size of real ones, with the awkward ones among them: tight caps,
/// points, exclusions, zero costs, doses without room.
Instance random_instance(unsigned seed) {
  std::mt19937 random(seed);
  Instance in;
  in.step_cost_s = 5 * pick(random, 0, 2);
  in.region_cost_s = 5 * pick(random, 0, 2);
  in.budget_s = 5 * pick(random, 4, 240);
  in.max_trigger_points = pick(random, 0, 3);
  in.max_acupoints_per_hand = pick(random, 0, 2);
  in.max_techniques_per_group = pick(random, 1, 2);
  for (Hand hand : kHands) {
    in.hand_cap_s[hand] = 5 * pick(random, 0, 200);
    in.hand_min_s[hand] = pick(random, 0, 1) == 0 ? 0 : in.budget_s * 2 / 5 / 5 * 5;
    const int regions = pick(random, 0, 6);
    for (int r = 0; r < regions; ++r)
      for (int g = 0; g < pick(random, 1, 3); ++g) {
        const std::string group = std::string(word(hand)) + "/G" + std::to_string(r) + std::to_string(g);
        in.group_cap_s[group] = 5 * pick(random, 2, 40);
        std::vector<std::string> ids;
        const int count = pick(random, 1, 5);
        for (int t = 0; t < count; ++t) {
          InstanceCandidate c;
          c.id = group + "/T" + std::to_string(t);
          c.hand = hand;
          c.region = "R" + std::to_string(r);
          c.groups = {group};
          c.technique = "T" + std::to_string(t);
          const int kind = pick(random, 0, 9);
          c.kind = kind < 7   ? CandidateKind::stroke
                   : kind < 9 ? CandidateKind::acupoint
                              : CandidateKind::trigger;
          const int first = pick(random, 0, 8);
          const int second = pick(random, 0, 16);
          c.min_s = 5 * pick(random, 1, 8);
          c.typ_s = c.min_s + 5 * first;
          c.max_s = c.typ_s + 5 * second;
          const std::int64_t steep = pick(random, 0, 20'000'000);
          const std::int64_t flat = steep * pick(random, 0, 100) / 100;
          c.worth_min = pick(random, 0, 300'000'000);
          c.worth_typ = c.worth_min + steep * first;
          c.worth_max = c.worth_typ + (first > 0 ? flat : pick(random, 0, 20'000'000)) * second;
          c.serves = pick(random, 0, 7) == 0;
          if (!ids.empty() && pick(random, 0, 2) == 0) c.excludes.push_back(ids[random() % ids.size()]);
          ids.push_back(c.id);
          in.candidates.push_back(std::move(c));
        }
      }
  }
  return in;
}

TEST(Solve, EqualsAnIndependentSolverOnThreeHundredRandomInstances) {
  for (unsigned seed = 1; seed <= 300; ++seed) {
    Instance instance = random_instance(seed);
    planning::solve(instance);
    ASSERT_EQ(test::broken_constraints(instance, instance.solution), "") << "seed " << seed;
    const auto cbc = test::solve_with_cbc(instance);
    ASSERT_TRUE(cbc) << "cbc must be installed and prove its answer; seed " << seed;
    ASSERT_EQ(test::broken_constraints(instance, cbc->seconds), "") << "seed " << seed;
    EXPECT_EQ(instance.objective, cbc->objective) << "seed " << seed;
    EXPECT_EQ(test::groups_served(instance, instance.solution), test::groups_served(instance, cbc->seconds))
        << "seed " << seed;
  }
}

TEST(Solve, CountsItsObjectiveFromItsOwnSolution) {
  for (unsigned seed = 1000; seed < 1200; ++seed) {
    Instance instance = random_instance(seed);
    planning::solve(instance);
    std::int64_t worth = 0;
    for (const auto& c : instance.candidates)
      if (auto it = instance.solution.find(c.id); it != instance.solution.end())
        worth += test::worth_at(instance, c, it->second);
    EXPECT_EQ(instance.objective, worth) << "seed " << seed;
  }
}

TEST(Solve, MoreTimeIsNeverWorthLess) {
  for (unsigned seed = 2000; seed < 2100; ++seed) {
    Instance instance = random_instance(seed);
    instance.hand_min_s = {};
    planning::solve(instance);
    // Marked groups count before worth.
    const auto value = [&] {
      return std::pair(test::groups_served(instance, instance.solution), instance.objective);
    };
    const auto before = value();
    instance.budget_s += 30;
    planning::solve(instance);
    EXPECT_GE(value(), before) << "seed " << seed;
  }
}

TEST(Solve, OfTwoEqualWorthsTheOneWithFewerStepsWins) {
  Instance in;
  in.step_cost_s = 0;
  in.region_cost_s = 0;
  in.budget_s = 20;
  in.hand_cap_s = {20, 20};
  in.group_cap_s = {{"left/A", 20}, {"left/B", 20}};
  const auto candidate = [](std::string id, std::string group, int seconds, std::int64_t worth) {
    return InstanceCandidate{std::move(id), Hand::left,
                             "R",           {std::move(group)},
                             "T",           CandidateKind::stroke,
                             seconds,       seconds,
                             seconds,       worth,
                             worth,         worth,
                             false,         {}};
  };
  in.candidates = {candidate("a", "left/A", 10, 50), candidate("b", "left/A", 10, 50),
                   candidate("c", "left/B", 20, 100)};
  planning::solve(in);
  EXPECT_EQ(in.solution, (std::map<std::string, int>{{"c", 20}}));
  in.candidates[0].serves = true;
  planning::solve(in);
  EXPECT_EQ(in.solution, (std::map<std::string, int>{{"a", 10}, {"b", 10}})) << "what is marked comes first";
}

}  // namespace
}  // namespace thenar
