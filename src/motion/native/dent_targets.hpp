// The dents of a clip as a few shapes that are mixed: what morph targets can do.
#pragma once

#include "thenar/motion/yielding.hpp"

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

/// One of the two hands of a clip as its skin yields.
struct YieldingHand {
  const hand::HandModel& model;
  std::vector<double> deepest;  ///< of each vertex, as deepest_m has it
  Pose Sample::* pose;
  std::vector<Dent> (*dents)(std::span<const Contact>);
};

/// The dents that all contacts of a clip make in a hand. Dents of some samples are taken as they are, those
/// that differ most from what the ones before can be mixed to; at most kMostTargets, none where nothing
/// yields.
DentTargets dent_targets(const YieldingHand& hand, const Clip& clip);

inline constexpr std::size_t kMostTargets = 10;

}  // namespace thenar::motion
