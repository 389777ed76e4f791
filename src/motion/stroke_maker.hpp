// What a stroke asks of the giving hand at each moment, and what touches in the pose that answers it.
#pragma once

#include "place.hpp"
#include "thenar/motion/arrangement.hpp"
#include "thenar/motion/yielding.hpp"

namespace thenar::motion {

/// One arrangement of a tool on the ground of a clip.
struct StrokeMaker {
  Scene& scene;
  const ClipId& id;
  const Ground& ground;
  const Arrangement& arrangement;
  double pad_force_n = 0;     ///< of a full press
  double thing_radius_m = 0;  ///< of the thing under the pads

  GiverTask task_at(const StrokeState& state) const;

  /// The moment in which the hand is in a pose: what touches, how hard, and how both skins yield. A hand that
  /// leads with a broad pad is let down until what lies there bears the force of the stroke.
  Sample sample_at(const GiverTask& task, const StrokeState& state, const Pose& pose) const;

 private:
  Touch touch_of(const hand::PathPoint& at, const StrokeState& state, const PadAt& pad) const;
  /// A pad beside the middle on a finger or a fold.
  Touch aside(const hand::PathPoint& at, const StrokeState& state, const PadAt& pad) const;
  /// What a pad does to both skins where it presses.
  Yield yield_of(const PadAt& pad, const StrokeState& state, const Vec3& at) const;
  /// What touches with the pads.
  std::vector<Contact> contacts(const GiverTask& task, const StrokeState& state, const Pose& pose) const;
  /// What leads is over its place and presses as deep as it comes.
  Contact lead_contact(const Touch& touch, const PadAt& pad, const StrokeState& state, const Vec3& at) const;
  /// Another pad is as deep as the hand has it, and presses as hard as that takes, never harder than what
  /// leads.
  std::optional<Contact> other_contact(const PadAt& pad, const StrokeState& state, const Vec3& at) const;
  Yield yield_as_deep(const PadAt& pad, const Vec3& at, double overlap_m, double most_n) const;
  /// Skin that is gathered rises between the pads.
  void add_fold(const StrokeState& state, std::vector<Contact>& contacts) const;
  Sample as_posed(const GiverTask& task, const StrokeState& state, const Pose& pose) const;
  /// What all contacts within the patch of the lead bear, newtons.
  double borne_n(const Sample& sample) const;
};

}  // namespace thenar::motion
