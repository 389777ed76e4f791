// The optimisation in plain numbers: what instance.hpp says in words, everything in quanta.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "thenar/base/vocabulary.hpp"
#include "thenar/planning/instance.hpp"

namespace thenar::planning {

/// A candidate of the optimisation. Worth of x quanta, min ≤ x ≤ max: worth_min + first · (x − min) up to
/// typ, then second more for each further quantum.
struct ModelCandidate {
  Hand hand = Hand::left;
  int region = 0;  ///< index of the region, in the order the regions are tried
  int group = 0;   ///< index of the group; a group lies in one region of one hand
  CandidateKind kind = CandidateKind::stroke;
  int min = 0;
  int typ = 0;
  int max = 0;
  std::int64_t worth_min = 0;  ///< millionths
  std::int64_t first = 0;      ///< millionths a quantum between min and typ
  std::int64_t second = 0;     ///< and between typ and max
  bool serves = false;         ///< works what is marked in its group
  std::vector<int> excludes;   ///< candidates of the same group that cannot go with it

  std::int64_t worth(int quanta) const {
    return quanta <= typ ? worth_min + first * (quanta - min)
                         : worth_min + first * (typ - min) + second * (quanta - typ);
  }
  /// What one quantum more than `quanta` brings; less than anything at the most.
  std::int64_t slope(int quanta) const { return quanta < typ ? first : quanta < max ? second : -1; }
};

struct Model {
  int step_cost = 1;
  int region_cost = 1;
  int budget = 0;
  PerHand<int> hand_limit;  ///< most quanta of a hand, costs included
  int max_trigger_points = 3;
  int max_acupoints_per_hand = 2;
  int max_techniques_per_group = 2;
  std::vector<int> group_cap;  ///< by group
  std::vector<ModelCandidate> candidates;
};

struct Solution {
  std::vector<int> quanta;     ///< by candidate; 0 = not chosen
  std::int64_t objective = 0;  ///< millionths
};

/// Exact, by dynamic programming: the candidates of a group make a table "best worth by quanta used", groups
/// add up to regions, regions to hands, and the hands are joined under the common budget. A group in which a
/// candidate that serves is chosen outweighs all worth. Ties: fewer steps, then the order of the candidates.
Solution solve(const Model& model);

}  // namespace thenar::planning
