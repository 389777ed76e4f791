// Joints and how bones move.
#include "hand/baked.hpp"

namespace thenar::hand::test {
namespace {

const Skeleton& skeleton() {
  return adult().skeleton;
}

Joints moved(Angle angle, double by_degrees) {
  Pose pose = skeleton().rest_pose();
  pose[angle] += degrees(by_degrees);
  return joints_at(skeleton(), pose);
}

TEST(Skeleton, TheFrameOfTheHandIsThatOfARightHand) {
  const auto& j = skeleton().joints;
  EXPECT_LT(j.wrist.norm(), 1e-12);
  EXPECT_LT(j.digits[1][0].x(), j.digits[4][0].x()) << "x from the thumb's side to the little finger's";
  EXPECT_GT(j.digits[2][3].y(), 0.15) << "y towards the fingertips";
  EXPECT_LT(j.digits[0][3].z(), j.digits[0][0].z()) << "the thumb lies before the palm, against z";
  EXPECT_LT(j.elbow.y(), -0.2);
}

TEST(Skeleton, RestAnglesAreThoseMeasuredOnTheMesh) {
  // PIP and DIP of index to little, degrees, as an independent reading of the same mesh gave them.
  const double expected[4][2] = {{12.5, 7.5}, {6.8, 7.9}, {8.4, 7.4}, {9.7, 1.6}};
  for (int finger = 2; finger <= 5; ++finger)
    for (int which = 0; which < 2; ++which)
      EXPECT_NEAR(skeleton().rest[static_cast<std::size_t>(finger_angle(finger, 2 + which))],
                  degrees(expected[finger - 2][which]), degrees(5));
}

TEST(Skeleton, BonesKeepTheirLengthInEveryPose) {
  for (std::size_t angle = 0; angle < kAngles; ++angle) {
    const Joints now = moved(static_cast<Angle>(angle), 40);
    for (std::size_t digit = 0; digit < 5; ++digit)
      for (std::size_t i = 0; i < 3; ++i) {
        const auto& rest = skeleton().joints.digits[digit];
        EXPECT_NEAR((now.digits[digit][i + 1] - now.digits[digit][i]).norm(), (rest[i + 1] - rest[i]).norm(),
                    1e-12);
      }
    EXPECT_NEAR((now.elbow - now.wrist).norm(), skeleton().joints.elbow.norm(), 1e-12);
  }
}

TEST(Skeleton, FlexionBringsFingertipsTowardsThePalm) {
  for (int finger = 2; finger <= 5; ++finger)
    for (const int which : {0, 2, 3}) {
      const auto digit = static_cast<std::size_t>(finger - 1);
      EXPECT_LT(moved(finger_angle(finger, which), 30).digits[digit][3].z(),
                skeleton().joints.digits[digit][3].z());
    }
}

TEST(Skeleton, AbductionSpreadsTheFingers) {
  const auto& rest = skeleton().joints;
  EXPECT_LT(moved(Angle::index_mcp_abduction, 10).digits[1][3].x(), rest.digits[1][3].x());
  EXPECT_GT(moved(Angle::ring_mcp_abduction, 10).digits[3][3].x(), rest.digits[3][3].x());
  EXPECT_GT(moved(Angle::little_mcp_abduction, 10).digits[4][3].x(), rest.digits[4][3].x());
}

TEST(Skeleton, TheThumbGoesOutOfThePalmAndAcrossIt) {
  const auto& rest = skeleton().joints.digits[0];
  EXPECT_LT(moved(Angle::cmc_abduction, 20).digits[0][1].z(), rest[1].z());
  EXPECT_GT(moved(Angle::cmc_flexion, 20).digits[0][3].x(), rest[3].x());
  EXPECT_GT(moved(Angle::thumb_ip_flexion, 30).digits[0][3].x(), rest[3].x());
}

TEST(Skeleton, TheWristBendsTowardsThePalmAndTheLittleFinger) {
  // The hand stands still: the elbow moves the other way.
  EXPECT_LT(moved(Angle::wrist_flexion, 30).elbow.z(), skeleton().joints.elbow.z());
  EXPECT_GT(moved(Angle::wrist_deviation, 20).elbow.x(), skeleton().joints.elbow.x());
}

TEST(Skeleton, FlexedFingersNoLongerSplay) {
  Pose fist = skeleton().rest_pose();
  for (int finger = 2; finger <= 5; ++finger) {
    fist[finger_angle(finger, 0)] = degrees(80);
    fist[finger_angle(finger, 2)] = degrees(90);
  }
  const auto now = joints_at(skeleton(), fist);
  const double tips = now.digits[4][2].x() - now.digits[1][2].x();
  const double knuckles = now.digits[4][0].x() - now.digits[1][0].x();
  EXPECT_GT(tips, 0.6 * knuckles) << "fingers do not cross";
  EXPECT_LT(tips, 1.2 * knuckles) << "nor spread";
}

TEST(Skeleton, EveryAngleHasAWordOfItsOwn) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < kAngles; ++i) words.push_back(word(static_cast<Angle>(i)));
  std::sort(words.begin(), words.end());
  EXPECT_EQ(std::adjacent_find(words.begin(), words.end()), words.end());
  EXPECT_EQ(word(finger_angle(5, 3)), "little_dip_flexion");
}

}  // namespace
}  // namespace thenar::hand::test
