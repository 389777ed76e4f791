#include "thenar/hand/levers.hpp"

#include <random>

#include "hand/baked.hpp"

namespace thenar::hand::test {
namespace {

TEST(Levers, TellHowFastEveryPointOfABoneMovesWithEveryAngle) {
  // Against central differences of the bones themselves, in random poses.
  const auto& skeleton = adult().skeleton;
  std::mt19937_64 random(7);
  std::uniform_real_distribution<double> share(0, 1);
  constexpr double kStep = 1e-5;
  for (int trial = 0; trial < 20; ++trial) {
    Pose pose = skeleton.rest_pose();
    for (std::size_t i = 0; i < kAngles; ++i)
      pose.angles[i] = limits().least[i] + share(random) * (limits().most[i] - limits().least[i]);
    pose.hand = {Quat(Eigen::AngleAxisd(3 * share(random), Vec3(1, 2, -1).normalized())),
                 Vec3(0.1, 0.2, -0.3)};
    const auto levers = levers_at(skeleton, pose);
    const auto bones = bones_at(skeleton, pose);
    for (std::size_t angle = 0; angle < kAngles; ++angle) {
      Pose less = pose;
      Pose more = pose;
      less.angles[angle] -= kStep;
      more.angles[angle] += kStep;
      const auto before = bones_at(skeleton, less);
      const auto after = bones_at(skeleton, more);
      for (std::size_t bone = 0; bone < static_cast<std::size_t>(Bone::helper_wrist); ++bone) {
        if (static_cast<Angle>(angle) == Angle::pronation && bone > 16 && bone < 19)
          continue;  // share the twist
        const Vec3 point(0.01, 0.05, -0.02);
        const Vec3 speed = (after[bone] * point - before[bone] * point) / (2 * kStep);
        const Lever& lever = levers[angle];
        const Vec3 told = lever.moves.test(bone) ? lever.axis.cross(bones[bone] * point - lever.centre)
                                                 : Vec3(Vec3::Zero());
        ASSERT_LT((speed - told).norm(), 1e-8) << word(static_cast<Angle>(angle)) << " bone " << bone;
      }
    }
  }
}

}  // namespace
}  // namespace thenar::hand::test
