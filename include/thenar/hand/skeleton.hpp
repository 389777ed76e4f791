// The joints of a hand and how its bones move. A pose names 24 anatomical angles (radians; 0 is straight, in
// the middle or as the mesh rests) and where the hand is; the frame and units are those of geometry.hpp.
#pragma once

#include <string_view>

#include "thenar/hand/geometry.hpp"

namespace thenar::hand {

/// Centres of joints and tips. Digit 1 is the thumb: its joints are CMC, MCP, IP and tip; a finger's are MCP,
/// PIP, DIP and tip.
struct Joints {
  Vec3 elbow = Vec3::Zero();
  Vec3 wrist = Vec3::Zero();
  Vec3 carpus_ulnar = Vec3::Zero();   ///< base of the fourth and fifth metacarpal
  Vec3 carpus_radial = Vec3::Zero();  ///< base of the second and third metacarpal
  std::array<std::array<Vec3, 4>, 5> digits{};

  /// All of them as one list, in this order; the same for changing them.
  template <class Function>
  void each(Function function) {
    for (Vec3* joint : {&elbow, &wrist, &carpus_ulnar, &carpus_radial}) function(*joint);
    for (auto& digit : digits)
      for (Vec3& joint : digit) function(joint);
  }
};
inline constexpr std::size_t kJoints = 24;

/// Where the metacarpal of a digit, 0 the thumb's, begins: a finger's between the two joints of the carpus.
Vec3 metacarpal_base(const Joints& joints, std::size_t digit);

/// The angles of a pose. Flexion is towards the palm; abduction of a finger is away from the middle finger,
/// of the middle finger towards the thumb; deviation is towards the little finger; pronation turns the back
/// of the hand up against the elbow, 0 as the mesh rests. CMC: flexion across the palm, abduction out of it,
/// rotation turns the pad towards the fingers.
enum class Angle : std::uint8_t {
  wrist_flexion,
  wrist_deviation,
  pronation,
  cmc_flexion,
  cmc_abduction,
  cmc_rotation,
  thumb_mcp_flexion,
  thumb_ip_flexion,
  index_mcp_flexion,
  index_mcp_abduction,
  index_pip_flexion,
  index_dip_flexion,
  middle_mcp_flexion,
  middle_mcp_abduction,
  middle_pip_flexion,
  middle_dip_flexion,
  ring_mcp_flexion,
  ring_mcp_abduction,
  ring_pip_flexion,
  ring_dip_flexion,
  little_mcp_flexion,
  little_mcp_abduction,
  little_pip_flexion,
  little_dip_flexion,
};
inline constexpr std::size_t kAngles = 24;

/// "index_pip_flexion".
std::string_view word(Angle angle);

/// The four angles of a finger, 2 (index) to 5 (little): 0 MCP flexion, 1 MCP abduction, 2 PIP, 3 DIP.
constexpr Angle finger_angle(int finger, int which) {
  return static_cast<Angle>(static_cast<int>(Angle::index_mcp_flexion) + 4 * (finger - 2) + which);
}

struct Pose {
  Rigid hand;                            ///< the frame of the hand in the world
  std::array<double, kAngles> angles{};  ///< radians
  double& operator[](Angle angle) { return angles[static_cast<std::size_t>(angle)]; }
  double operator[](Angle angle) const { return angles[static_cast<std::size_t>(angle)]; }
};

/// Bones that skin follows. The forearm is four, from the wrist to the elbow, that share its twist. A helper
/// turns by half the angle of its joint: with it blended skin keeps its thickness in a bend.
enum class Bone : std::uint8_t {
  hand = 0,
  thumb_1 = 1,     ///< metacarpal, proximal, distal: 1–3
  finger_1 = 4,    ///< three phalanges each, index to little: 4–15
  forearm_1 = 16,  ///< 16–19
  helper_wrist = 20,
  helper_thumb_1 = 21,   ///< before thumb_1 … : 21–23
  helper_finger_1 = 24,  ///< 24–35
};
inline constexpr std::size_t kBones = 36;

/// Phalanx 1–3 of finger 2–5, or bone 1–3 of the thumb (digit 1), and the helper of the joint before it.
constexpr std::size_t bone_of(int digit, int part) {
  return static_cast<std::size_t>(Bone::thumb_1) + static_cast<std::size_t>(3 * (digit - 1) + part - 1);
}
constexpr std::size_t helper_of(int digit, int part) {
  return static_cast<std::size_t>(Bone::helper_thumb_1) +
         static_cast<std::size_t>(3 * (digit - 1) + part - 1);
}

/// What does not change with the pose. All in the frame of the hand.
struct Skeleton {
  Joints joints;
  std::array<std::array<Vec3, 3>, 5> flexion{};  ///< axes, by digit and joint
  std::array<Vec3, 5> abduction{};               ///< axes, of CMC and of the fingers' MCP
  Vec3 cmc_rotation = Vec3::Zero();
  Vec3 wrist_flexion = Vec3::Zero();
  Vec3 wrist_deviation = Vec3::Zero();
  Vec3 pronation = Vec3::Zero();
  std::array<double, 5> splay{};       ///< rest angle of a finger from straight ahead, towards abduction
  std::array<double, kAngles> rest{};  ///< the angles in which the mesh was made
  Pose rest_pose() const { return {{}, rest}; }
};

/// The skeleton of a right hand whose joints are in the frame of the hand.
Skeleton skeleton_of(const Joints& joints);

/// The frame of a hand in the world of its joints: origin wrist, y to the middle of the third MCP, x along
/// the knuckles from the second to the fifth MCP.
Rigid hand_frame(const Joints& joints);

/// How the bones moved since the mesh was made, as motions of the world.
std::array<Rigid, kBones> bones_at(const Skeleton& skeleton, const Pose& pose);

/// Where joints and tips are in a pose.
Joints joints_at(const Skeleton& skeleton, const Pose& pose);

}  // namespace thenar::hand
