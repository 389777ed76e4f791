#include "thenar/hand/skeleton.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "kinematics.hpp"

namespace thenar::hand {
namespace {

constexpr double kStraightenedBy = std::numbers::pi / 3;  ///< MCP flexion at which fingers no longer splay
constexpr double kSplayLost = 0.9;                        ///< share of the splay that flexion takes away

/// A rotation about a point.
Rigid about(const Vec3& point, const Quat& rotation) {
  return {rotation, point - rotation * point};
}

Vec3 across(const Vec3& axis, const Vec3& direction) {
  return (axis - axis.dot(direction) * direction).normalized();
}

/// Angle from a to b about an axis.
double angle_between(const Vec3& a, const Vec3& b, const Vec3& axis) {
  return std::atan2(a.cross(b).dot(axis), a.dot(b));
}

void set_thumb(Skeleton& s) {
  const auto& j = s.joints.digits[0];
  const Vec3 metacarpal = (j[1] - j[0]).normalized();
  // The phalanges, a little bent at rest, show which way the thumb bends; its base bends that way across the
  // metacarpal.
  const Vec3 bend = (j[2] - j[1]).cross(j[3] - j[2]).normalized();
  s.flexion[0] = {across(bend, metacarpal), bend, bend};
  s.cmc_rotation = metacarpal;
  // Out of the palm: the metacarpal moves away from it, against z.
  const Vec3 out = s.flexion[0][0].cross(metacarpal);
  s.abduction[0] = out.cross(metacarpal).z() < 0 ? out : Vec3(-out);
  const auto rest = [&](std::size_t joint) {
    return angle_between(j[joint] - j[joint - 1], j[joint + 1] - j[joint], bend);
  };
  s.rest[static_cast<std::size_t>(Angle::thumb_mcp_flexion)] = rest(1);
  s.rest[static_cast<std::size_t>(Angle::thumb_ip_flexion)] = rest(2);
}

void set_finger(Skeleton& s, int finger) {
  const auto at = static_cast<std::size_t>(finger - 1);
  const auto& j = s.joints.digits[at];
  const Vec3 proximal = (j[1] - j[0]).normalized();
  const Vec3 lateral = across(Vec3::UnitX(), proximal);
  s.flexion[at] = {-lateral, -lateral, -lateral};
  const double away = finger <= 3 ? 1 : -1;  // the thumb's side of the middle finger, or the other
  s.abduction[at] = away * lateral.cross(proximal);
  s.splay[at] = std::atan2(-away * proximal.x(), proximal.y());
  for (std::size_t joint = 1; joint <= 2; ++joint)
    s.rest[static_cast<std::size_t>(finger_angle(finger, static_cast<int>(joint) + 1))] =
        angle_between(j[joint] - j[joint - 1], j[joint + 1] - j[joint], -lateral);
}

/// Rotations of the three joints of a digit since the mesh was made.
std::array<Quat, 3> turns_of(const Skeleton& s, const Pose& pose, int digit) {
  const auto at = static_cast<std::size_t>(digit - 1);
  const auto& axes = s.flexion[at];
  const auto by = [&](Angle angle) { return moved(s, pose, angle); };
  if (digit == 1)
    return {turn(s.abduction[0], by(Angle::cmc_abduction)) * turn(axes[0], by(Angle::cmc_flexion)) *
                turn(s.cmc_rotation, by(Angle::cmc_rotation)),
            turn(axes[1], by(Angle::thumb_mcp_flexion)), turn(axes[2], by(Angle::thumb_ip_flexion))};
  return {
      turn(s.abduction[at], effective_abduction(s, pose, digit)) * turn(axes[0], by(finger_angle(digit, 0))),
      turn(axes[1], by(finger_angle(digit, 2))), turn(axes[2], by(finger_angle(digit, 3)))};
}

void move_forearm(const Skeleton& s, const Pose& pose, std::array<Rigid, kBones>& bones) {
  const Vec3& wrist = s.joints.wrist;
  const Quat hand_from_forearm = turn(s.wrist_flexion, pose[Angle::wrist_flexion]) *
                                 turn(s.wrist_deviation, pose[Angle::wrist_deviation]);
  const Quat back = hand_from_forearm.conjugate();
  const auto first = static_cast<std::size_t>(Bone::forearm_1);
  const Rigid forearm = pose.hand * about(wrist, back);
  for (std::size_t i = 0; i < 4; ++i)
    bones[first + i] =
        forearm * about(wrist, turn(s.pronation, pose[Angle::pronation] * static_cast<double>(i) / 3));
  bones[static_cast<std::size_t>(Bone::helper_wrist)] =
      pose.hand * about(wrist, Quat::Identity().slerp(0.5, back));
}

}  // namespace

Vec3 metacarpal_base(const Joints& joints, std::size_t digit) {
  if (digit == 0) return joints.digits[0][0];
  const double t = (static_cast<double>(digit) - 1) / 3;
  return joints.carpus_radial + t * (joints.carpus_ulnar - joints.carpus_radial);
}

double effective_abduction(const Skeleton& s, const Pose& pose, int finger) {
  const double x = std::clamp(moved(s, pose, finger_angle(finger, 0)) / kStraightenedBy, 0.0, 1.0);
  const double gone = kSplayLost * x * x * (3 - 2 * x);  // without a corner
  return moved(s, pose, finger_angle(finger, 1)) - gone * s.splay[static_cast<std::size_t>(finger - 1)];
}

double abduction_by_flexion(const Skeleton& s, const Pose& pose, int finger) {
  const double x = std::clamp(moved(s, pose, finger_angle(finger, 0)) / kStraightenedBy, 0.0, 1.0);
  return -kSplayLost * 6 * x * (1 - x) / kStraightenedBy * s.splay[static_cast<std::size_t>(finger - 1)];
}

std::string_view word(Angle angle) {
  static constexpr std::array<std::string_view, kAngles> kWords{
      "wrist_flexion",      "wrist_deviation",      "pronation",          "cmc_flexion",
      "cmc_abduction",      "cmc_rotation",         "thumb_mcp_flexion",  "thumb_ip_flexion",
      "index_mcp_flexion",  "index_mcp_abduction",  "index_pip_flexion",  "index_dip_flexion",
      "middle_mcp_flexion", "middle_mcp_abduction", "middle_pip_flexion", "middle_dip_flexion",
      "ring_mcp_flexion",   "ring_mcp_abduction",   "ring_pip_flexion",   "ring_dip_flexion",
      "little_mcp_flexion", "little_mcp_abduction", "little_pip_flexion", "little_dip_flexion"};
  return kWords[static_cast<std::size_t>(angle)];
}

Rigid hand_frame(const Joints& joints) {
  const Vec3 y = (joints.digits[2][0] - joints.wrist).normalized();
  const Vec3 x = across(joints.digits[4][0] - joints.digits[1][0], y);
  Mat3 axes;
  axes << x, y, x.cross(y);
  return {Quat(axes), joints.wrist};
}

Skeleton skeleton_of(const Joints& joints) {
  Skeleton s;
  s.joints = joints;
  set_thumb(s);
  for (int finger = 2; finger <= 5; ++finger) set_finger(s, finger);
  const Vec3 forearm = (joints.wrist - joints.elbow).normalized();
  s.pronation = forearm;
  s.wrist_flexion = -across(Vec3::UnitX(), forearm);
  s.wrist_deviation = s.wrist_flexion.cross(forearm);
  return s;
}

std::array<Rigid, kBones> bones_at(const Skeleton& s, const Pose& pose) {
  std::array<Rigid, kBones> bones;
  bones[static_cast<std::size_t>(Bone::hand)] = pose.hand;
  for (int digit = 1; digit <= 5; ++digit) {
    const auto turns = turns_of(s, pose, digit);
    Rigid parent = pose.hand;
    for (int part = 1; part <= 3; ++part) {
      const Quat& rotation = turns[static_cast<std::size_t>(part - 1)];
      const Vec3& joint =
          s.joints.digits[static_cast<std::size_t>(digit - 1)][static_cast<std::size_t>(part - 1)];
      bones[helper_of(digit, part)] = parent * about(joint, Quat::Identity().slerp(0.5, rotation));
      parent = parent * about(joint, rotation);
      bones[bone_of(digit, part)] = parent;
    }
  }
  move_forearm(s, pose, bones);
  return bones;
}

Joints joints_at(const Skeleton& s, const Pose& pose) {
  const auto bones = bones_at(s, pose);
  Joints out = s.joints;
  out.elbow = bones[static_cast<std::size_t>(Bone::forearm_1) + 3] * s.joints.elbow;
  for (Vec3* joint : {&out.wrist, &out.carpus_ulnar, &out.carpus_radial}) *joint = pose.hand * *joint;
  for (int digit = 1; digit <= 5; ++digit)
    for (int joint = 0; joint <= 3; ++joint) {
      Vec3& at = out.digits[static_cast<std::size_t>(digit - 1)][static_cast<std::size_t>(joint)];
      at = (joint == 0 ? pose.hand : bones[bone_of(digit, joint)]) * at;
    }
  return out;
}

}  // namespace thenar::hand
