// Tissue against published closed forms, numerical integration and each other.
#include "thenar/motion/tissue.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <numeric>

namespace thenar::motion {
namespace {

using std::numbers::pi;

constexpr Tissue kThenar{6300, 0.5, 0.010};
constexpr double kPad = 0.0075;

/// The displacement of a patch at a distance, as the sum of forces at points all over it.
Displacement by_points(const Tissue& tissue, const Patch& patch, double distance) {
  constexpr int kRings = 400;
  constexpr int kSpokes = 400;
  Displacement sum;
  for (int i = 0; i < kRings; ++i)
    for (int j = 0; j < kSpokes; ++j) {
      const double r = patch.radius_m * (i + 0.5) / kRings;
      const double angle = 2 * pi * (j + 0.5) / kSpokes;
      const double area = r * patch.radius_m / kRings * 2 * pi / kSpokes;
      const double pressure = patch.peak_pa * std::sqrt(1 - r * r / (patch.radius_m * patch.radius_m));
      const double x = distance - r * std::cos(angle);
      const double y = r * std::sin(angle);
      const double from = std::hypot(x, y);
      const auto each = under_point(tissue, pressure * area, from);
      sum.inward_m += each.inward_m;
      sum.outward_m += each.outward_m * x / from;
    }
  return sum;
}

TEST(Tissue, APatchIsTheSumOfItsPoints) {
  for (const double poisson : {0.5, 0.3}) {
    const Tissue tissue{6000, poisson, 0.01};
    const Patch patch = patch_of(2, 0.007);
    for (const double distance : {0.0, 0.003, 0.0069, 0.0072, 0.010, 0.020}) {
      const auto closed = under_patch(tissue, patch, distance);
      const auto summed = by_points(tissue, patch, distance);
      EXPECT_NEAR(closed.inward_m, summed.inward_m, 0.005 * closed.inward_m) << distance;
      EXPECT_NEAR(closed.outward_m, summed.outward_m, 0.005 * std::abs(closed.inward_m)) << distance;
    }
  }
}

TEST(Tissue, TheForceOfAPatchIsTheIntegralOfItsPressure) {
  const Patch patch = patch_of(3, 0.006);
  double force = 0;
  constexpr int kRings = 100'000;
  for (int i = 0; i < kRings; ++i) {
    const double x = (i + 0.5) / kRings;
    force += patch.peak_pa * std::sqrt(1 - x * x) * 2 * pi * x * patch.radius_m * patch.radius_m / kRings;
  }
  EXPECT_NEAR(force, 3, 1e-4);
  EXPECT_NEAR(patch.force_n(), 3, 1e-12);
}

TEST(Tissue, UnderABallTheSkinHasTheShapeOfTheBall) {
  // Hertz (1882): a ball of radius R pressed in by d touches within a = √(Rd), with p0 = 2E*a/(πR) and F =
  // ⁴⁄₃E*√(Rd³).
  constexpr double kBall = 0.012;
  constexpr double kDepth = 0.002;
  const Tissue tissue{6000, 0.45, 0.1};
  const double plane = 2 * tissue.shear_modulus_pa / (1 - tissue.poisson);
  const double a = std::sqrt(kBall * kDepth);
  const Patch patch{a, 2 * plane * a / (pi * kBall)};
  EXPECT_NEAR(patch.force_n(), 4.0 / 3 * plane * std::sqrt(kBall * kDepth * kDepth * kDepth), 1e-9);
  for (const double r : {0.0, 0.3 * a, 0.7 * a, a})
    EXPECT_NEAR(under_patch(tissue, patch, r).inward_m, kDepth - r * r / (2 * kBall), 1e-12);
}

TEST(Tissue, PointsAllOverADiscUnderEvenPressureSinkAsLoveFound) {
  // Love (1929): 2(1 − ν²)pa/E in the middle, 4(1 − ν²)pa/(πE) at the edge.
  for (const double poisson : {0.5, 0.3}) {
    const Tissue tissue{6000, poisson, 0.01};
    const double e = 2 * tissue.shear_modulus_pa * (1 + poisson);
    constexpr double a = 0.007;
    constexpr double p = 9000;
    constexpr int kRings = 600;
    constexpr int kSpokes = 600;
    const auto sunk = [&](double distance) {
      double sum = 0;
      for (int i = 0; i < kRings; ++i)
        for (int j = 0; j < kSpokes; ++j) {
          const double r = a * (i + 0.5) / kRings;
          const double angle = 2 * pi * (j + 0.5) / kSpokes;
          const double area = r * a / kRings * 2 * pi / kSpokes;
          const double from = std::hypot(distance - r * std::cos(angle), r * std::sin(angle));
          sum += under_point(tissue, p * area, from).inward_m;
        }
      return sum;
    };
    const double middle = 2 * (1 - poisson * poisson) * p * a / e;
    EXPECT_NEAR(sunk(0), middle, 0.002 * middle);
    EXPECT_NEAR(sunk(a), 2 / pi * middle, 0.005 * middle);
  }
}

TEST(Tissue, FarAwayAPatchIsAPoint) {
  const Patch patch = patch_of(1, 0.005);
  const auto far = under_patch(kThenar, patch, 0.1);
  const auto point = under_point(kThenar, 1, 0.1);
  EXPECT_NEAR(far.inward_m, point.inward_m, 0.001 * point.inward_m);
}

TEST(Tissue, ADentIsHalfAsDeepAtTheEdgeOfItsPatchAndHasNoStepThere) {
  const Patch patch = patch_of(1, 0.006);
  const double middle = under_patch(kThenar, patch, 0).inward_m;
  EXPECT_NEAR(under_patch(kThenar, patch, 0.006).inward_m, 0.5 * middle, 1e-12);
  EXPECT_NEAR(under_patch(kThenar, patch, 0.006 - 1e-9).inward_m,
              under_patch(kThenar, patch, 0.006 + 1e-9).inward_m, 1e-8);
}

TEST(Tissue, TheBallOfTheThumbYieldsAsFarAsMeasuredHandsDo) {
  // 1 N gives 1–1.6 mm, 5 N 3.7–5 mm.
  EXPECT_GT(depth_m(kThenar, kPad, 1), 0.0010);
  EXPECT_LT(depth_m(kThenar, kPad, 1), 0.0016);
  EXPECT_GT(depth_m(kThenar, kPad, 5), 0.0037);
  EXPECT_LT(depth_m(kThenar, kPad, 5), 0.0050);
}

TEST(Tissue, HarderGoesDeeperAndNeverPastSixTenthsOfTheThickness) {
  for (const double thickness : {0.002, 0.004, 0.010, 0.012}) {
    const Tissue tissue{6000, 0.5, thickness};
    double before = -1;
    for (double force = 0; force < 40; force += 0.25) {
      const double depth = depth_m(tissue, 0.007, force);
      EXPECT_GT(depth, before);
      EXPECT_LT(depth, 0.6 * thickness);
      before = depth;
    }
  }
}

TEST(Tissue, ThinSkinOverBoneYieldsLess) {
  const Tissue back{6300, 0.5, 0.003};
  EXPECT_LT(depth_m(back, kPad, 2), depth_m(kThenar, kPad, 2));
}

TEST(Tissue, DepthAndForceAreEachOthersOpposite) {
  for (double force = 0; force <= 12; force += 0.1)
    EXPECT_NEAR(force_n(kThenar, kPad, depth_m(kThenar, kPad, force)), force, 1e-9);
  EXPECT_EQ(depth_m(kThenar, kPad, 0), 0);
  EXPECT_EQ(depth_m(kThenar, kPad, -3), 0);
  EXPECT_TRUE(std::isinf(force_n(kThenar, kPad, 0.006)));
  EXPECT_EQ(force_n(kThenar, kPad, -0.001), 0);
}

TEST(Tissue, ASteadyForceIsFeltWholeAndAFastOneOnlyInPart) {
  const std::vector<double> steady(50, 3.0);
  for (const double each : lagging(steady, 0.02, 0.3, 0.4)) EXPECT_NEAR(each, 3, 1e-12);
  std::vector<double> tapping(40);
  for (std::size_t i = 0; i < tapping.size(); ++i)
    tapping[i] = i % 2 == 0 ? 2 : 0;  // much faster than the lag
  const auto felt = lagging(tapping, 0.001, 1.0, 0.4);
  EXPECT_NEAR(felt[0] - felt[1], 0.4 * 2, 0.01) << "only the instant share follows";
  EXPECT_NEAR(std::accumulate(felt.begin(), felt.end(), 0.0) / 40, 1, 1e-9) << "the mean stays";
}

TEST(Tissue, ALaggingCycleEndsWhereItBegan) {
  std::vector<double> cycle(100);
  for (std::size_t i = 0; i < cycle.size(); ++i)
    cycle[i] = std::max(0.0, std::sin(2 * pi * static_cast<double>(i) / 100));
  const auto once = lagging(cycle, 0.02, 0.5, 0.3);
  std::vector<double> twice = cycle;
  twice.insert(twice.end(), cycle.begin(), cycle.end());
  const auto both = lagging(twice, 0.02, 0.5, 0.3);
  for (std::size_t i = 0; i < 100; ++i) {
    EXPECT_NEAR(both[i], once[i], 1e-12);
    EXPECT_NEAR(both[i + 100], once[i], 1e-12);
  }
}

/// A flat piece of skin, a vertex each millimetre.
std::vector<Vec3> sheet() {
  std::vector<Vec3> out;
  for (int x = -40; x <= 40; ++x)
    for (int y = -40; y <= 40; ++y) out.emplace_back(0.001 * x, 0.001 * y, 0);
  return out;
}

TEST(Dents, NothingMovesBeyondTheirReach) {
  auto skin = sheet();
  const auto before = skin;
  const std::vector<double> most(skin.size(), 0.006);
  const Dent dent{Vec3(0.004, 0, 0), -Vec3::UnitZ(), 0.007, 0.003, 0.025};
  add_dents(std::span(&dent, 1), most, skin);
  for (std::size_t v = 0; v < skin.size(); ++v) {
    const bool far = (before[v] - dent.centre).norm() >= dent.reach_m;
    EXPECT_TRUE(!far || skin[v] == before[v]);
    EXPECT_LE(skin[v].z(), 0);
    EXPECT_GE(skin[v].z(), -0.003);
  }
  EXPECT_NEAR(skin[44 * 81 + 40].z(), -0.003, 1e-12) << "in the middle as deep as it says";
}

TEST(Dents, AreThoseOfTheClosedFormToAMicrometre) {
  for (const double reach : {0.022, 0.04}) {
    const Dent dent{Vec3::Zero(), -Vec3::UnitZ(), 0.007, 0.006, reach};
    std::vector<Vec3> skin;
    for (int i = 0; i < 4500; ++i) skin.emplace_back(1e-5 * i, 0, 0);
    const std::vector<double> most(skin.size(), 1);
    add_dents(std::span(&dent, 1), most, skin);
    for (std::size_t i = 0; i < skin.size(); ++i) {
      const double r = 1e-5 * static_cast<double>(i);
      const double wanted = r < reach ? dent.depth_m * dent_share(r, dent.radius_m, reach) : 0;
      EXPECT_NEAR(-skin[i].z(), wanted, 1e-6) << r;
    }
  }
}

TEST(Dents, NoVertexGoesDeeperThanItMay) {
  auto skin = sheet();
  std::vector<double> most(skin.size(), 0.0012);
  const std::vector<Dent> dents(3, Dent{Vec3::Zero(), -Vec3::UnitZ(), 0.007, 0.004, 0.03});
  add_dents(dents, most, skin);
  double deepest = 0;
  for (const Vec3& p : skin) deepest = std::min(deepest, p.z());
  EXPECT_NEAR(deepest, -0.0012, 1e-12);
}

TEST(Dents, TurnWithTheSkinAndHaveMirrorImages) {
  const std::vector<Dent> dents{{Vec3(0.004, -0.002, 0), Vec3(0.1, 0.2, -1).normalized(), 0.006, 0.002, 0.02},
                                {Vec3(-0.009, 0.005, 0), -Vec3::UnitZ(), 0.008, 0.003, 0.03}};
  auto skin = sheet();
  const std::vector<double> most(skin.size(), 0.004);
  add_dents(dents, most, skin);
  const hand::Mat3 turn = Eigen::AngleAxisd(0.8, Vec3(1, 2, 3).normalized()).toRotationMatrix();
  const hand::Mat3 mirror = Vec3(-1, 1, 1).asDiagonal();
  for (const hand::Mat3& change : {turn, mirror}) {
    auto other = sheet();
    for (Vec3& p : other) p = change * p;
    auto moved = dents;
    for (Dent& dent : moved) {
      dent.centre = change * dent.centre;
      dent.inward = change * dent.inward;
    }
    add_dents(moved, most, other);
    for (std::size_t v = 0; v < skin.size(); ++v) ASSERT_LT((other[v] - change * skin[v]).norm(), 1e-15);
  }
}

}  // namespace
}  // namespace thenar::motion
