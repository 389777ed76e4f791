// Techniques that move the receiver's joints.
#pragma once

#include "place.hpp"

namespace thenar::motion {

/// The state of a stroke at a sample.
inline StrokeState state_at(const Technique& technique, std::size_t sample) {
  return stroke_at(technique, 1, static_cast<double>(sample) / double{kSamples});
}

/// Joints move, and the hand that holds, as the first sample of the clip has it, goes with the bone.
void move_joints(Clip& clip, const Scene& scene, const Ground& ground);

/// Where the receiver's skin goes as the hand that holds sees it: some of its points, at some moments of the
/// motion, in the frame of the pose before it. What is held must stay out of them all.
std::vector<Vec3> swept_skin(const Scene& scene, const ClipId& id, const Ground& ground);

}  // namespace thenar::motion
