// The things that touch instead of a hand: a massage ball, a thigh.
#pragma once

#include "thenar/motion/clip.hpp"
#include "tracks.hpp"

namespace thenar::motion {

/// A thing in a scene, by its middle and radius.
class RoundThing {
 public:
  RoundThing(Gltf& gltf, GltfIndex stage, Thing thing);

  /// Where it is at a time; times rise.
  void show(float time, const Vec3& middle);

  /// Adds the tracks of all that was shown, and its size at all times: 0 while it is not there.
  void add_tracks(Tracks& tracks, const Times& times, const std::vector<double>& radii) const;

 private:
  GltfIndex node_ = 0;
  Times times_;
  std::vector<Vec3> middles_;
};

}  // namespace thenar::motion
