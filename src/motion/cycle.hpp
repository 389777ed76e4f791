// The giving hand over a whole stroke.
#pragma once

#include "thenar/motion/giver.hpp"

namespace thenar::motion {

struct Cycle {
  std::vector<GiverPose> poses;
  double cost = 0;  ///< mean of the solver's, to compare cycles
};

/// Poses for tasks that follow each other at equal steps and begin again after the last: found where the
/// hand is deepest, from `starts`, then followed round from the best `most` of them that differ. Best first;
/// one where nothing changes. The first touch of each task leads.
std::vector<Cycle> followed_cycles(const GiverBody& body, const hand::DistanceField& receiver,
                                   std::vector<GiverTask> tasks, const std::vector<Pose>& starts,
                                   std::size_t most);

/// Brings each pose nearer to the middle of its neighbours, as far as the tasks allow.
void smooth(const GiverBody& body, const hand::DistanceField& receiver, std::vector<GiverTask>& tasks,
            Cycle& cycle);

}  // namespace thenar::motion
