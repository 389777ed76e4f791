#include "thenar/hand/geometry.hpp"

#include <cmath>

namespace thenar::hand {

std::optional<Hit> meets(const Vec3& a, const Vec3& b, const Vec3& c, const Vec3& from, const Vec3& way) {
  constexpr double kParallel = 1e-18;
  const Vec3 ab = b - a;
  const Vec3 ac = c - a;
  const Vec3 p = way.cross(ac);
  const double det = ab.dot(p);
  if (std::abs(det) < kParallel) return {};
  const Vec3 s = from - a;
  const double u = s.dot(p) / det;
  if (u < 0 || u > 1) return {};
  const Vec3 q = s.cross(ab);
  const double v = way.dot(q) / det;
  if (v < 0 || u + v > 1) return {};
  return Hit{ac.dot(q) / det, u, v};
}

TriangleMesh triangles_of(const QuadMesh& mesh) {
  TriangleMesh out{mesh.positions, {}};
  out.triangles.reserve(2 * mesh.quads.size());
  for (const Quad& q : mesh.quads) {
    out.triangles.push_back({q[0], q[1], q[2]});
    out.triangles.push_back({q[0], q[2], q[3]});
  }
  return out;
}

std::vector<Vec3> vertex_normals(const std::vector<Vec3>& positions, const std::vector<Triangle>& triangles) {
  std::vector<Vec3> normals(positions.size(), Vec3::Zero());
  for (const Triangle& t : triangles) {
    const auto a = static_cast<std::size_t>(t[0]);
    const auto b = static_cast<std::size_t>(t[1]);
    const auto c = static_cast<std::size_t>(t[2]);
    const Vec3 face = (positions[b] - positions[a]).cross(positions[c] - positions[a]);
    for (const std::size_t corner : {a, b, c}) normals[corner] += face;
  }
  for (Vec3& normal : normals) normal.normalize();
  return normals;
}

}  // namespace thenar::hand
