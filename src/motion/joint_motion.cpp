#include "joint_motion.hpp"

#include <algorithm>

namespace thenar::motion {

void move_joints(Clip& clip, Scene& scene, const Ground& ground) {
  const Practice& practice = scene.practice();
  const Technique& technique = practice.at(clip.id.technique);
  const auto& motion = practice.joint_motions[static_cast<std::size_t>(clip.id.joint_motion)];
  const auto before = turns_before(practice, clip.id);
  const auto& model = scene.model();
  std::size_t bone = 0;
  hand::Rigid base;
  if (clip.has_giver) {
    const auto nearest = ground.receiver->surface.nearest(ground.spot.point, 0.01);
    const auto corner = model.triangles[static_cast<std::size_t>(nearest->at.triangle)][0];
    bone = hand::carrier_of(model.skin[static_cast<std::size_t>(corner)]);
    base = hand::bones_at(model.skeleton, ground.receiver->pose)[bone].inverse();
  }
  const Sample held = clip.samples.empty() ? Sample{} : clip.samples.front();
  clip.samples.clear();
  for (std::size_t k = 0; k < kSamples; ++k) {
    const StrokeState state = state_at(technique, k);
    auto turns = before;
    for (JointTurn turn : motion.turns) {
      turn.deg *= turn.aside ? state.bend_aside : state.bend;
      turn.aside = false;
      const auto there = std::find_if(turns.begin(), turns.end(),
                                      [&](const JointTurn& other) { return other.joint == turn.joint; });
      if (there == turns.end())
        turns.push_back(turn);
      else
        there->deg += turn.deg;
    }
    Sample sample = held;
    sample.receiver = scene.pose(turns, 1);
    if (clip.has_giver) {
      const hand::Rigid carry = hand::bones_at(model.skeleton, sample.receiver)[bone] * base;
      sample.giver.hand = carry * held.giver.hand;
      for (Contact& contact : sample.contacts) {
        contact.point = carry * contact.point;
        contact.out = carry.rotation * contact.out;
      }
    }
    clip.samples.push_back(std::move(sample));
  }
}

}  // namespace thenar::motion
