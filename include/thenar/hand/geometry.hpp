// Points, frames and meshes. Lengths in the engine's geometry are metres, angles radians. The frame of a hand
// is that of a right hand: origin at the wrist crease, x from the thumb's side to the little finger's, y
// towards the fingertips, z out of its back; a left hand is its mirror image in x.
#pragma once

#include <Eigen/Core>
#include <Eigen/Geometry>
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace thenar::hand {

using Vec3 = Eigen::Vector3d;
using Mat3 = Eigen::Matrix3d;
using Quat = Eigen::Quaterniond;
using Triangle = std::array<std::int32_t, 3>;
using Quad = std::array<std::int32_t, 4>;

/// A rigid motion: x ↦ rotation · x + translation.
struct Rigid {
  Quat rotation = Quat::Identity();
  Vec3 translation = Vec3::Zero();

  Vec3 operator*(const Vec3& point) const { return rotation * point + translation; }
  Rigid operator*(const Rigid& inner) const {
    return {rotation * inner.rotation, rotation * inner.translation + translation};
  }
  Rigid inverse() const {
    const Quat back = rotation.conjugate();
    return {back, -(back * translation)};
  }
};

/// A surface of quads, counterclockwise seen from outside.
struct QuadMesh {
  std::vector<Vec3> positions;
  std::vector<Quad> quads;
};

/// A surface of triangles, counterclockwise seen from outside.
struct TriangleMesh {
  std::vector<Vec3> positions;
  std::vector<Triangle> triangles;
};

/// Where a ray from a point meets a triangle: at `from + along * way`, weights u and v of the second and
/// third corner.
struct Hit {
  double along = 0;
  double u = 0;
  double v = 0;
};

/// The hit of a ray with a triangle, from either side and behind or before the point (Möller and Trumbore,
/// 1997).
std::optional<Hit> meets(const Vec3& a, const Vec3& b, const Vec3& c, const Vec3& from, const Vec3& way);

/// Two triangles a quad, cut along the diagonal from its first corner.
TriangleMesh triangles_of(const QuadMesh& mesh);

/// Unit normals of the vertices, each face weighted by its area; zero where a vertex has no face.
std::vector<Vec3> vertex_normals(const std::vector<Vec3>& positions, const std::vector<Triangle>& triangles);

}  // namespace thenar::hand
