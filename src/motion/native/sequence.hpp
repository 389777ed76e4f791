// Stretches as moments in time: what the two files that are exported share.
#pragma once

#include "thenar/motion/export.hpp"

namespace thenar::motion {

/// Whose hand gives, where one does.
struct GivenBy {
  bool gives = false;
  Mode mode = Mode::partner;
  bool operator==(const GivenBy&) const = default;
};

/// A moment of a sequence.
struct Frame {
  double time_s = 0;
  std::size_t stretch = 0;  ///< whose hands are shown
  Hand hand = Hand::right;  ///< that receives
  GivenBy giver;
  Thing thing = Thing::none;
  double thing_radius_m = 0;
  const Clip* clip = nullptr;  ///< whose skin is dented, as at …
  std::size_t sample = 0;      ///< … this sample, …
  double pressed = 0;          ///< … by a share of that
  Pose giver_pose;
  Pose receiver_pose;
  Vec3 thing_at = Vec3::Zero();
};

/// How a stretch is played.
struct Played {
  double from_s = 0;       ///< where its strokes begin
  double until_s = 0;      ///< and where they end
  double period_s = 0;     ///< of one stroke
  double force_share = 1;  ///< what its level is of the clip's
};

struct Sequence {
  std::vector<Frame> frames;   ///< times rise
  std::vector<Played> played;  ///< by stretch
};

/// Lays stretches one after the other. Fails as glb_of does.
Result<Sequence> sequence_of(Scene& scene, std::span<const Stretch> stretches);

}  // namespace thenar::motion
