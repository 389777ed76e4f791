// The giving hand over a whole stroke.
#pragma once

#include "thenar/motion/giver.hpp"

namespace thenar::motion {

struct Cycle {
  std::vector<GiverPose> poses;
  double cost = 0;  ///< mean of the solver's, to compare cycles
};

/// How much is tried.
struct Effort {
  std::size_t starts = 2;  ///< that are followed round
  int steps = 60;          ///< of the solver for each pose
};

/// Poses for tasks that follow each other at equal steps and begin again after the last: found where the
/// hand is deepest, from `starts`, then followed round. The first touch of each task leads.
Cycle solve_cycle(const GiverBody& body, const hand::DistanceField& receiver, std::vector<GiverTask> tasks,
                  const std::vector<Pose>& starts, const Effort& effort);

}  // namespace thenar::motion
