// What skeleton.cpp and levers.cpp share.
#pragma once

#include "thenar/hand/skeleton.hpp"

namespace thenar::hand {

inline Quat turn(const Vec3& axis, double angle) {
  return Quat(Eigen::AngleAxisd(angle, axis));
}

/// How far an angle is from where the mesh was made.
inline double moved(const Skeleton& s, const Pose& pose, Angle angle) {
  return pose[angle] - s.rest[static_cast<std::size_t>(angle)];
}

/// Abduction of a finger as it turns the bone: flexion takes its splay away.
double effective_abduction(const Skeleton& s, const Pose& pose, int finger);

/// By how much a radian of MCP flexion changes that.
double abduction_by_flexion(const Skeleton& s, const Pose& pose, int finger);

}  // namespace thenar::hand
