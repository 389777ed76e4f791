// Techniques that move the receiver's joints.
#pragma once

#include "place.hpp"

namespace thenar::motion {

/// Joints move, and the hand that holds, as the first sample of the clip has it, goes with the bone.
void move_joints(Clip& clip, Scene& scene, const Ground& ground);

/// The state of a stroke at a sample.
inline StrokeState state_at(const Technique& technique, std::size_t sample) {
  return stroke_at(technique, 1, static_cast<double>(sample) / double{kSamples});
}

}  // namespace thenar::motion
