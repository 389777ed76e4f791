// Nearest points and rays against brute force, and distances against closed forms.
#include "thenar/hand/surface.hpp"

#include <random>

#include "hand/baked.hpp"
#include "hand/meshes.hpp"
#include "thenar/hand/distance_field.hpp"

namespace thenar::hand::test {
namespace {

/// A ball of a radius, from a cube by subdivision and projection.
TriangleMesh ball(double radius, int level) {
  QuadMesh mesh = refined(cube(), level);
  for (Vec3& p : mesh.positions) p = radius * p.normalized();
  return triangles_of(mesh);
}

/// Nearest distance to any triangle, from a fine sampling of all of them: an upper bound.
double by_sampling(const TriangleMesh& mesh, const Vec3& point) {
  double nearest = 1e9;
  constexpr int kSteps = 40;
  for (const Triangle& t : mesh.triangles)
    for (int i = 0; i <= kSteps; ++i)
      for (int j = 0; j + i <= kSteps; ++j) {
        const Vec3 w(1.0 - (i + j) / double{kSteps}, i / double{kSteps}, j / double{kSteps});
        nearest = std::min(nearest, (SurfacePoint{0, w}.on(mesh.positions, {t}) - point).norm());
      }
  return nearest;
}

TEST(Surface, TheNearestPointIsTheNearestOfAll) {
  std::mt19937_64 random(11);
  std::uniform_real_distribution<double> any(-2, 2);
  const auto mesh = triangles_of(cube());
  const Surface surface(mesh);
  for (int i = 0; i < 60; ++i) {
    const Vec3 point(any(random), any(random), any(random));
    const auto nearest = surface.nearest(point, 10);
    ASSERT_TRUE(nearest);
    EXPECT_LE(std::abs(nearest->distance), by_sampling(mesh, point) + 1e-12);
    // The distance to the cube of [-1, 1]³ has a closed form.
    const Vec3 over = point.cwiseAbs() - Vec3::Ones();
    const double expected = over.cwiseMax(0.0).norm() + std::min(over.maxCoeff(), 0.0);
    EXPECT_NEAR(nearest->distance, expected, 1e-12) << "the sign at edges and corners";
  }
}

TEST(Surface, FarFromTheSurfaceThereIsNoNearestPoint) {
  const Surface surface(triangles_of(cube()));
  EXPECT_FALSE(surface.nearest(Vec3(5, 0, 0), 1));
  EXPECT_TRUE(surface.nearest(Vec3(1.5, 0, 0), 1));
  EXPECT_FALSE(Surface(TriangleMesh{}).nearest(Vec3::Zero(), 1));
}

TEST(Surface, TheFirstPointOnAWayIsTheFirstOfAllTriangles) {
  const auto& model = adult();
  const TriangleMesh mesh{model.positions, model.triangles};
  const Surface surface(mesh);
  std::mt19937_64 random(3);
  std::uniform_real_distribution<double> any(-1, 1);
  for (int i = 0; i < 100; ++i) {
    const Vec3 from = 0.3 * Vec3(any(random), any(random), any(random));
    const Vec3 way(any(random), any(random), any(random));
    const double expected = distance_to_skin(mesh.positions, mesh.triangles, from, way);
    const auto first = surface.first_on(from, way);
    ASSERT_EQ(first.has_value(), expected >= 0);
    if (first) {
      EXPECT_NEAR((first->on(mesh.positions, mesh.triangles) - from).norm(), expected * way.norm(), 1e-9);
    }
  }
}

TEST(DistanceField, TellsTheDistanceFromABallWithinATenthOfItsSpacing) {
  constexpr double kRadius = 0.02;
  const DistanceField field(Surface(ball(kRadius, 5)), 0.002, 0.012);
  std::mt19937_64 random(5);
  std::normal_distribution<double> any;
  std::uniform_real_distribution<double> reach(0.010, 0.030);
  for (int i = 0; i < 1000; ++i) {
    const Vec3 way = Vec3(any(random), any(random), any(random)).normalized();
    const double from_middle = reach(random);
    const auto value = field.at(from_middle * way);
    EXPECT_NEAR(value.distance, from_middle - kRadius, 0.0002);
    EXPECT_GT(value.gradient.normalized().dot(way), 0.99);
    EXPECT_NEAR(value.gradient.norm(), 1, 0.1);
  }
}

TEST(DistanceField, TheGradientIsThatOfTheInterpolatedDistance) {
  const DistanceField field(Surface(ball(0.02, 3)), 0.002, 0.012);
  const Vec3 point(0.0131, 0.0087, -0.0113);
  constexpr double kStep = 1e-7;
  for (int axis = 0; axis < 3; ++axis) {
    const Vec3 step = kStep * Vec3::Unit(axis);
    const double slope = (field.at(point + step).distance - field.at(point - step).distance) / (2 * kStep);
    EXPECT_NEAR(field.at(point).gradient[axis], slope, 1e-6);
  }
}

TEST(DistanceField, BeyondTheBandItOnlyTellsTheSide) {
  const DistanceField field(Surface(ball(0.04, 4)), 0.002, 0.012);
  EXPECT_EQ(field.at(Vec3::Zero()).distance, -0.012F);
  EXPECT_EQ(field.at(Vec3(1, 0, 0)).distance, 0.012);
  EXPECT_EQ(field.at(Vec3(std::nan(""), 0, 0)).distance, 0.012);
  EXPECT_EQ(field.at(Vec3(1, 0, 0)).gradient, Vec3::Zero());
}

TEST(DistanceField, AgreesWithTheHandItself) {
  const auto& model = adult();
  const Surface surface({model.positions, model.triangles});
  const DistanceField field(surface, 0.002, 0.012);
  std::mt19937_64 random(9);
  std::uniform_int_distribution<std::size_t> vertex(0, model.positions.size() - 1);
  std::uniform_real_distribution<double> off(-0.006, 0.006);
  double worst = 0;
  for (int i = 0; i < 2000; ++i) {
    const Vec3 point = model.positions[vertex(random)] + Vec3(off(random), off(random), off(random));
    if (point.y() < -0.2) continue;  // the open end
    const auto nearest = surface.nearest(point, 0.012);
    ASSERT_TRUE(nearest);
    worst = std::max(worst, std::abs(field.at(point).distance - nearest->distance));
  }
  EXPECT_LT(worst, 0.001) << "between the fingers, where distances have a crest";
  EXPECT_LT(field.bytes(), 20'000'000U);
}

}  // namespace
}  // namespace thenar::hand::test
