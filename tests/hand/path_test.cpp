// Ways over a ball, where the shortest is known, and over the hand.
#include "thenar/hand/path.hpp"

#include "hand/baked.hpp"
#include "hand/meshes.hpp"
#include "thenar/hand/map.hpp"

namespace thenar::hand::test {
namespace {

constexpr double kRadius = 0.04;

const Surface& ball() {
  static const Surface surface = [] {
    QuadMesh mesh = refined(cube(), 5);
    for (Vec3& p : mesh.positions) p = kRadius * p.normalized();
    return Surface(triangles_of(mesh));
  }();
  return surface;
}

Path path_over(const Surface& surface, const std::vector<Vec3>& through) {
  auto path = Path::over(surface, through);
  if (!path) ADD_FAILURE() << to_text(path.error());
  return path ? *path : Path{};
}

void expect_whole(const Path& path, const Surface& surface) {
  Vec3 before = path.at(0).forward;
  for (double s = 0; s <= path.length_m(); s += 0.0007) {
    const PathPoint at = path.at(s);
    const auto nearest = surface.nearest(at.point, 0.01);
    ASSERT_TRUE(nearest);
    EXPECT_LT(std::abs(nearest->distance), 0.00005) << "on the skin";
    EXPECT_NEAR(at.normal.norm(), 1, 1e-12);
    EXPECT_NEAR(at.forward.norm(), 1, 1e-12);
    EXPECT_NEAR(at.normal.dot(at.forward), 0, 1e-12);
    EXPECT_GT(at.forward.dot(before), 0.9) << "no sudden turn";
    before = at.forward;
  }
}

TEST(Path, BetweenTwoPointsOfABallItIsAsShortAsTheGreatCircle) {
  for (const double angle : {0.4, 1.0, 1.6}) {
    const Vec3 a = kRadius * Vec3(1, 0.2, -0.1).normalized();
    const Vec3 b = Eigen::AngleAxisd(angle, a.cross(Vec3::UnitZ()).normalized()) * a;
    const Path path = path_over(ball(), {a, b});
    EXPECT_NEAR(path.length_m(), kRadius * angle, 0.003 * kRadius * angle);
    expect_whole(path, ball());
  }
}

TEST(Path, ItGoesThroughItsPoints) {
  const std::vector<Vec3> through{kRadius * Vec3(1, 0, 0), kRadius * Vec3(1, 0.8, 0.3).normalized(),
                                  kRadius * Vec3(0.4, 1, 0.2).normalized(),
                                  kRadius * Vec3(0, 1, -0.5).normalized()};
  const Path path = path_over(ball(), through);
  for (const Vec3& point : through) {
    double nearest = 1;
    for (double s = 0; s <= path.length_m() + 0.001; s += 0.0002)
      nearest = std::min(nearest, (path.at(s).point - point).norm());
    EXPECT_LT(nearest, 0.0006);
  }
  expect_whole(path, ball());
}

TEST(Path, DistancesAlongItAreDistances) {
  const Path path = path_over(ball(), {kRadius * Vec3(1, 0, 0), kRadius * Vec3(0, 1, 0)});
  for (double s = 0; s + 0.01 < path.length_m(); s += 0.004)
    EXPECT_NEAR((path.at(s + 0.01).point - path.at(s).point).norm(), 0.01, 0.0002);
  EXPECT_EQ(path.at(-1).point, path.at(0).point);
  EXPECT_EQ(path.at(9).point, path.at(path.length_m()).point);
}

TEST(Path, AStrokeFromTheWristToTheElbowStaysOnTheForearm) {
  const auto& model = adult();
  const HandMap map(thenar::test::shipped_practice(), model);
  std::vector<Vec3> through;
  for (const double t : {0.05, 0.4, 0.8})
    through.push_back(map.surface_point({"FA", t, 0, Face::pal})->on(model.positions, model.triangles));
  const Path path = path_over(map.surface(), through);
  expect_whole(path, map.surface());
  EXPECT_NEAR(path.length_m(), 0.75 * model.skeleton.joints.elbow.norm(), 0.02);
}

TEST(Path, WhatIsNoWayIsNamed) {
  const auto place = [](const std::vector<Vec3>& through) {
    const auto path = Path::over(ball(), through);
    return path ? std::string() : path.error().place.path;
  };
  const Vec3 a = kRadius * Vec3(1, 0, 0);
  EXPECT_EQ(place({}), "points[0]");
  EXPECT_EQ(place({a}), "points[1]");
  EXPECT_EQ(place({a, a}), "points[1]");
  EXPECT_EQ(place({a, Vec3(1, 1, 1)}), "points[1]");
  EXPECT_EQ(place({Vec3(std::nan(""), 0, 0), a}), "points[0]");
}

}  // namespace
}  // namespace thenar::hand::test
