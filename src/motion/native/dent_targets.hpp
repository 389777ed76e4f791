// The dents of a clip as a few shapes that are mixed: what morph targets can do.
#pragma once

#include "thenar/motion/clip.hpp"

namespace thenar::motion {

/// Where some vertices move, and how their normals change, in the frame of the hand at rest.
struct DentTarget {
  std::vector<std::uint32_t> vertices;  ///< rising
  std::vector<Vec3> moves;
  std::vector<Vec3> normals;
};

/// Shapes, and for each sample of the clip how much of each.
struct DentTargets {
  std::vector<DentTarget> targets;
  std::vector<std::vector<double>> weights;  ///< by sample, 0 to 1 each
  double off_m = 0;                          ///< how far the skin at most is from where add_dents has it
};

/// The dents of all contacts of a clip. Dents of some samples are taken as they are, those that differ most
/// from what the ones before can be mixed to; at most kMostTargets, none where nothing yields.
DentTargets dent_targets(const hand::HandModel& model, const Clip& clip);

inline constexpr std::size_t kMostTargets = 10;

}  // namespace thenar::motion
