#include "thenar/hand/geometry.hpp"

#include <gtest/gtest.h>

#include "hand/meshes.hpp"

namespace thenar::hand::test {
namespace {

TEST(Geometry, NormalsOfACubePointAlongItsDiagonals) {
  const auto mesh = triangles_of(cube());
  EXPECT_EQ(mesh.triangles.size(), 12U);
  const auto normals = vertex_normals(mesh.positions, mesh.triangles);
  for (std::size_t i = 0; i < 8; ++i) EXPECT_GT(normals[i].dot(mesh.positions[i].normalized()), 0.9);
}

TEST(Geometry, ARayMeetsATriangleWhereThePlaneAndTheEdgesSay) {
  const Vec3 a(0, 0, 1);
  const Vec3 b(2, 0, 1);
  const Vec3 c(0, 2, 1);
  const auto hit = meets(a, b, c, Vec3(0.5, 0.25, 0), Vec3(0, 0, 2));
  ASSERT_TRUE(hit);
  EXPECT_NEAR(hit->along, 0.5, 1e-15);
  EXPECT_NEAR(hit->u, 0.25, 1e-15);
  EXPECT_NEAR(hit->v, 0.125, 1e-15);
  EXPECT_FALSE(meets(a, b, c, Vec3(1.5, 1.5, 0), Vec3(0, 0, 1))) << "beside it";
  EXPECT_FALSE(meets(a, b, c, Vec3(0, 0, 0), Vec3(1, 0, 0))) << "along it";
  EXPECT_LT(meets(a, b, c, Vec3(0.5, 0.5, 2), Vec3(0, 0, 1))->along, 0) << "behind";
}

TEST(Geometry, AMotionAndItsInverseCancel) {
  const Rigid motion{Quat(Eigen::AngleAxisd(0.7, Vec3(1, 2, 3).normalized())), Vec3(0.1, -0.2, 0.3)};
  const Vec3 point(0.4, 0.5, -0.6);
  EXPECT_LT((motion.inverse() * (motion * point) - point).norm(), 1e-15);
  EXPECT_LT(((motion * motion.inverse()) * point - point).norm(), 1e-15);
}

}  // namespace
}  // namespace thenar::hand::test
