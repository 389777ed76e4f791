// A left hand.
#include "hand/baked.hpp"

namespace thenar::hand::test {
namespace {

Vec3 image(const Vec3& p) {
  return {-p.x(), p.y(), p.z()};
}

TEST(Mirror, ALeftHandInAPoseIsTheMirrorImageOfARightOneInTheSame) {
  const HandModel left = mirrored(adult());
  Pose pose = adult().skeleton.rest_pose();
  for (std::size_t i = 0; i < kAngles; ++i)
    pose.angles[i] = limits().least[i] +
                     (0.2 + 0.6 * static_cast<double>(i % 5) / 4) * (limits().most[i] - limits().least[i]);
  const auto right = skinned(adult(), pose);
  const auto mirror = skinned(left, pose);
  for (std::size_t v = 0; v < right.size(); v += 7) EXPECT_LT((image(right[v]) - mirror[v]).norm(), 1e-12);
}

TEST(Mirror, ItsSkinFacesOutward) {
  const HandModel left = mirrored(adult());
  const auto right_normals = vertex_normals(adult().positions, adult().triangles);
  const auto left_normals = vertex_normals(left.positions, left.triangles);
  for (std::size_t v = 0; v < left_normals.size(); v += 7)
    EXPECT_LT((image(right_normals[v]) - left_normals[v]).norm(), 1e-9);
  EXPECT_EQ(left.triangles, triangles_of({left.positions, left.quads}).triangles);
}

TEST(Mirror, TwiceIsTheHandItself) {
  const HandModel again = mirrored(mirrored(adult()));
  EXPECT_EQ(again.triangles, adult().triangles);
  for (std::size_t v = 0; v < again.positions.size(); v += 7)
    EXPECT_EQ(again.positions[v], adult().positions[v]);
}

}  // namespace
}  // namespace thenar::hand::test
