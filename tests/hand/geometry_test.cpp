#include "thenar/hand/geometry.hpp"

#include <gtest/gtest.h>

namespace thenar::hand {
namespace {

/// The cube of [-1, 1]³.
QuadMesh cube() {
  QuadMesh mesh;
  for (int i = 0; i < 8; ++i)
    mesh.positions.emplace_back((i & 1) != 0 ? 1 : -1, (i & 2) != 0 ? 1 : -1, (i & 4) != 0 ? 1 : -1);
  mesh.quads = {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}};
  return mesh;
}

TEST(Geometry, NormalsOfACubePointAlongItsDiagonals) {
  const auto mesh = triangles_of(cube());
  EXPECT_EQ(mesh.triangles.size(), 12U);
  const auto normals = vertex_normals(mesh.positions, mesh.triangles);
  for (std::size_t i = 0; i < 8; ++i) EXPECT_GT(normals[i].dot(mesh.positions[i].normalized()), 0.9);
}

TEST(Geometry, AMotionAndItsInverseCancel) {
  const Rigid motion{Quat(Eigen::AngleAxisd(0.7, Vec3(1, 2, 3).normalized())), Vec3(0.1, -0.2, 0.3)};
  const Vec3 point(0.4, 0.5, -0.6);
  EXPECT_LT((motion.inverse() * (motion * point) - point).norm(), 1e-15);
  EXPECT_LT(((motion * motion.inverse()) * point - point).norm(), 1e-15);
}

}  // namespace
}  // namespace thenar::hand
