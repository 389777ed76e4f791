// The tables of the dynamic programming: for each hand the best score of every number of quanta and points.
//
// Scores are worth · 1024 − steps, so that of two equal worths the one with fewer steps wins; and each group
// whose marks are served scores more than all worth together, so that marked places come first.
#pragma once

#include <vector>

#include "curve.hpp"
#include "model.hpp"

namespace thenar::planning {

struct GroupTable {
  std::vector<int> members;  ///< candidates
  int cap = 0;               ///< most quanta
};
struct RegionTable {
  std::vector<GroupTable> groups;
  Sum sum;  ///< of the groups
};
struct HandTable {
  std::vector<RegionTable> regions;
  Sum sum;             ///< of the regions
  double serving = 0;  ///< the score of a group that serves
  int limit = -1;      ///< most quanta that were looked at; −1: none yet
};

/// The tables of both hands, kept for models that differ in nothing but their budget, limits and techniques a
/// group.
struct Tables {
  PerHand<HandTable> hands;
  int techniques_per_group = -1;
  int ahead = 0;  ///< quanta by which later limits may be higher
};

/// Most quanta of a hand.
int hand_limit(const Model& model, Hand hand);

/// The table of a hand up to a limit. What it holds for fewer quanta does not depend on the limit.
HandTable table_of(const Model& model, Hand hand, int limit);

/// Writes the quanta of the candidates that make a hand's best for exactly these counts and quanta.
void trace(const Model& model, const HandTable& hand, Counts counts, int quanta, Solution& solution);

/// The same as solve(model), with the tables that an earlier solution left, as far as they fit.
Solution solve(const Model& model, Tables& kept);

}  // namespace thenar::planning
