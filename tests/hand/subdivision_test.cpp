#include "thenar/hand/subdivision.hpp"

#include <gtest/gtest.h>

#include "hand/meshes.hpp"

#include <map>

namespace thenar::hand::test {
namespace {

/// A flat sheet of n × n unit squares.
QuadMesh sheet(int n) {
  QuadMesh mesh;
  for (int y = 0; y <= n; ++y)
    for (int x = 0; x <= n; ++x) mesh.positions.emplace_back(x, y, 0);
  for (int y = 0; y < n; ++y)
    for (int x = 0; x < n; ++x) {
      const int at = y * (n + 1) + x;
      mesh.quads.push_back({at, at + 1, at + n + 2, at + n + 1});
    }
  return mesh;
}

TEST(Subdivision, CountsAreThoseOfAQuadMesh) {
  const auto once = refined(cube(), 1);
  EXPECT_EQ(once.positions.size(), 8U + 12U + 6U);
  EXPECT_EQ(once.quads.size(), 24U);
  const auto twice = refined(cube(), 2);
  EXPECT_EQ(twice.positions.size(), 26U + 48U + 24U);
}

TEST(Subdivision, WeightsOfAVertexAddUpToOne) {
  for (const QuadMesh& mesh : {cube(), sheet(3)}) {
    const auto step = refine(mesh.positions.size(), mesh.quads);
    for (const double sum : step(std::vector<double>(mesh.positions.size(), 1.0), 0.0))
      EXPECT_NEAR(sum, 1, 1e-12);
  }
}

TEST(Subdivision, TheCubesCornersMoveWhereThePublishedRuleSays) {
  // Catmull and Clark (1978): (F + 2R + (n − 3)P)/n with n = 3: F = (1,1,1)/3, R = 2(1,1,1)/3, so 5/9 of the
  // corner.
  const auto once = refined(cube(), 1);
  EXPECT_LT((once.positions[7] - Vec3::Constant(5.0 / 9)).norm(), 1e-12);
}

TEST(Subdivision, AFlatSheetStaysFlatAndKeepsItsStraightEdges) {
  const auto fine = refined(sheet(3), 2);
  for (const Vec3& p : fine.positions) {
    EXPECT_EQ(p.z(), 0);
    EXPECT_GE(p.x(), -1e-12);
    EXPECT_LE(p.x(), 3 + 1e-12);
  }
}

TEST(Subdivision, FacesStayTurnedTheSameWay) {
  const auto fine = refined(cube(), 2);
  for (const Quad& q : fine.quads) {
    const auto at = [&](std::size_t i) { return fine.positions[static_cast<std::size_t>(q[i])]; };
    EXPECT_GT((at(1) - at(0)).cross(at(2) - at(0)).dot(at(0)), 0);
  }
}

}  // namespace
}  // namespace thenar::hand::test
