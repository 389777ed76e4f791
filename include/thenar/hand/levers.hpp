// How each angle of a pose moves the bones: what an inverse-kinematics solver needs.
#pragma once

#include <bitset>

#include "thenar/hand/skeleton.hpp"

namespace thenar::hand {

/// An angle as a hinge of the world: a point p of a bone it moves goes at axis × (p − centre) metres a
/// radian.
struct Lever {
  Vec3 axis = Vec3::Zero();  ///< its length is 1 but where one angle turns a bone more or less than by itself
  Vec3 centre = Vec3::Zero();
  std::bitset<kBones> moves;  ///< bones without helpers, which blend two of them
};

/// The levers of all angles in a pose.
std::array<Lever, kAngles> levers_at(const Skeleton& skeleton, const Pose& pose);

}  // namespace thenar::hand
