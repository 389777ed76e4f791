#include "thenar/hand/levers.hpp"

#include "kinematics.hpp"

namespace thenar::hand {
namespace {

using Levers = std::array<Lever, kAngles>;
using Bones = std::array<Rigid, kBones>;

/// The bones of a digit from a part on.
std::bitset<kBones> from(int digit, int part) {
  std::bitset<kBones> bones;
  for (; part <= 3; ++part) bones.set(bone_of(digit, part));
  return bones;
}

Lever& of(Levers& levers, Angle angle) {
  return levers[static_cast<std::size_t>(angle)];
}

void set_thumb(Levers& levers, const Skeleton& s, const Pose& pose, const Bones& bones) {
  const auto& joints = s.joints.digits[0];
  const Quat& hand = pose.hand.rotation;
  const Quat abducted = hand * turn(s.abduction[0], moved(s, pose, Angle::cmc_abduction));
  const Quat flexed = abducted * turn(s.flexion[0][0], moved(s, pose, Angle::cmc_flexion));
  const Vec3 base = pose.hand * joints[0];
  of(levers, Angle::cmc_abduction) = {hand * s.abduction[0], base, from(1, 1)};
  of(levers, Angle::cmc_flexion) = {abducted * s.flexion[0][0], base, from(1, 1)};
  of(levers, Angle::cmc_rotation) = {flexed * s.cmc_rotation, base, from(1, 1)};
  for (int part = 2; part <= 3; ++part) {
    const Rigid& parent = bones[bone_of(1, part - 1)];
    const auto at = static_cast<std::size_t>(part - 1);
    of(levers, part == 2 ? Angle::thumb_mcp_flexion : Angle::thumb_ip_flexion) = {
        parent.rotation * s.flexion[0][at], parent * joints[at], from(1, part)};
  }
}

void set_finger(Levers& levers, const Skeleton& s, const Pose& pose, const Bones& bones, int finger) {
  const auto digit = static_cast<std::size_t>(finger - 1);
  const auto& joints = s.joints.digits[digit];
  const Vec3 knuckle = pose.hand * joints[0];
  const Vec3 away = pose.hand.rotation * s.abduction[digit];
  const Quat abducted = pose.hand.rotation * turn(s.abduction[digit], effective_abduction(s, pose, finger));
  of(levers, finger_angle(finger, 1)) = {away, knuckle, from(finger, 1)};
  const Vec3 bend = abducted * s.flexion[digit][0] + abduction_by_flexion(s, pose, finger) * away;
  of(levers, finger_angle(finger, 0)) = {bend, knuckle, from(finger, 1)};
  for (int part = 2; part <= 3; ++part) {
    const Rigid& parent = bones[bone_of(finger, part - 1)];
    const auto at = static_cast<std::size_t>(part - 1);
    of(levers, finger_angle(finger, part)) = {parent.rotation * s.flexion[digit][at], parent * joints[at],
                                              from(finger, part)};
  }
}

/// The hand stands still and the forearm moves: the other way round, the outer turn first.
void set_wrist(Levers& levers, const Skeleton& s, const Pose& pose, const Bones& bones) {
  const Vec3 wrist = pose.hand * s.joints.wrist;
  const auto first = static_cast<std::size_t>(Bone::forearm_1);
  std::bitset<kBones> forearm;
  for (std::size_t i = 0; i < 4; ++i) forearm.set(first + i);
  const Quat& hand = pose.hand.rotation;
  const Quat deviated = hand * turn(s.wrist_deviation, -pose[Angle::wrist_deviation]);
  of(levers, Angle::wrist_deviation) = {-(hand * s.wrist_deviation), wrist, forearm};
  of(levers, Angle::wrist_flexion) = {-(deviated * s.wrist_flexion), wrist, forearm};
  std::bitset<kBones> elbow;
  elbow.set(first + 3);  // of the bones that share the twist, the one that takes all of it
  of(levers, Angle::pronation) = {bones[first].rotation * s.pronation, wrist, elbow};
}

}  // namespace

std::array<Lever, kAngles> levers_at(const Skeleton& skeleton, const Pose& pose) {
  const Bones bones = bones_at(skeleton, pose);
  Levers levers;
  set_thumb(levers, skeleton, pose, bones);
  for (int finger = 2; finger <= 5; ++finger) set_finger(levers, skeleton, pose, bones, finger);
  set_wrist(levers, skeleton, pose, bones);
  return levers;
}

}  // namespace thenar::hand
