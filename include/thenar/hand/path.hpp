// A way over the skin, as a finger goes.
#pragma once

#include <span>

#include "thenar/base/result.hpp"
#include "thenar/hand/surface.hpp"

namespace thenar::hand {

/// A point of a way.
struct PathPoint {
  Vec3 point = Vec3::Zero();
  Vec3 normal = Vec3::UnitZ();   ///< out of the skin
  Vec3 forward = Vec3::UnitX();  ///< along the way, in the surface
  Vec3 left() const { return normal.cross(forward); }
};

/// A smooth way through points of the skin: a centripetal Catmull–Rom spline (Barry and Goldman, 1988) laid
/// onto the surface, in equal steps of at most a millimetre, with normals smoothed over a few of them.
class Path {
 public:
  /// Fails where there are fewer than two points, two that follow each other are the same, or one is farther
  /// than two centimetres from the surface; the place names which.
  static Result<Path> over(const Surface& surface, std::span<const Vec3> through);

  double length_m() const { return step_ * static_cast<double>(points_.size() - 1); }

  /// The point some metres from the beginning; before it and beyond the end those.
  PathPoint at(double distance_m) const;

 private:
  double step_ = 0;
  std::vector<PathPoint> points_;
};

}  // namespace thenar::hand
