#include "joint_motion.hpp"

#include <algorithm>

namespace thenar::motion {
namespace {

constexpr std::size_t kSweptEvery = 4;  ///< samples
constexpr std::size_t kSkinEvery = 12;  ///< vertices

/// The receiver's pose at a moment of a joint motion.
Pose pose_at(const Scene& scene, const ClipId& id, const StrokeState& state) {
  const Practice& practice = scene.practice();
  auto turns = turns_before(practice, id);
  for (JointTurn turn : practice.joint_motions[static_cast<std::size_t>(id.joint_motion)].turns) {
    turn.deg *= turn.aside ? state.bend_aside : state.bend;
    turn.aside = false;
    const auto there = std::find_if(turns.begin(), turns.end(),
                                    [&](const JointTurn& other) { return other.joint == turn.joint; });
    if (there == turns.end())
      turns.push_back(turn);
    else
      there->deg += turn.deg;
  }
  return scene.pose(turns, 1);
}

/// The bone that is held.
std::size_t held_bone(const Scene& scene, const Ground& ground) {
  const auto& model = scene.model();
  const auto nearest = ground.receiver->surface.nearest(ground.spot.point, 0.01);
  const auto corner = model.triangles[static_cast<std::size_t>(nearest->at.triangle)][0];
  return hand::carrier_of(model.skin[static_cast<std::size_t>(corner)]);
}

/// How a bone has moved from the pose before the motion.
hand::Rigid carry_of(const Scene& scene, const Ground& ground, std::size_t bone, const Pose& pose) {
  const auto& skeleton = scene.model().skeleton;
  return hand::bones_at(skeleton, pose)[bone] *
         hand::bones_at(skeleton, ground.receiver->pose)[bone].inverse();
}

}  // namespace

void move_joints(Clip& clip, const Scene& scene, const Ground& ground) {
  const Technique& technique = scene.practice().at(clip.id.technique);
  const std::size_t bone = clip.has_giver ? held_bone(scene, ground) : 0;
  const Sample held = clip.samples.empty() ? Sample{} : clip.samples.front();
  clip.samples.clear();
  for (std::size_t k = 0; k < kSamples; ++k) {
    Sample sample = held;
    sample.receiver = pose_at(scene, clip.id, state_at(technique, k));
    if (clip.has_giver) {
      const hand::Rigid carry = carry_of(scene, ground, bone, sample.receiver);
      sample.giver.hand = carry * held.giver.hand;
      for (Contact& contact : sample.contacts) {
        contact.point = carry * contact.point;
        contact.out = carry.rotation * contact.out;
      }
    }
    clip.samples.push_back(std::move(sample));
  }
}

std::vector<Vec3> swept_skin(const Scene& scene, const ClipId& id, const Ground& ground) {
  const auto& model = scene.model();
  const Technique& technique = scene.practice().at(id.technique);
  const std::size_t bone = held_bone(scene, ground);
  std::vector<Vec3> skin(model.positions.size());
  std::vector<Vec3> out;
  for (std::size_t k = 0; k < kSamples; k += kSweptEvery) {
    const Pose pose = pose_at(scene, id, state_at(technique, k));
    const hand::Rigid back = carry_of(scene, ground, bone, pose).inverse();
    hand::skin(model, hand::bones_at(model.skeleton, pose), skin);
    for (std::size_t v = 0; v < skin.size(); v += kSkinEvery) out.push_back(back * skin[v]);
  }
  return out;
}

}  // namespace thenar::motion
