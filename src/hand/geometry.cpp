#include "thenar/hand/geometry.hpp"

namespace thenar::hand {

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
