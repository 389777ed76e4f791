// The hand as a whole: shape, size, and skin that follows its bones.
#include "hand/baked.hpp"

namespace thenar::hand::test {
namespace {

/// Breadth of the palm over the knuckles of index and little finger.
double breadth(const HandModel& model) {
  const Vec3& index = model.skeleton.joints.digits[1][0];
  const Vec3& little = model.skeleton.joints.digits[4][0];
  return (little - index).norm() + distance_to_skin(model.positions, model.triangles, index, -Vec3::UnitX()) +
         distance_to_skin(model.positions, model.triangles, little, Vec3::UnitX());
}

TEST(HandModel, AtRestTheSkinIsWhereItWasMade) {
  const auto& model = adult();
  const auto posed = skinned(model, model.skeleton.rest_pose());
  for (std::size_t v = 0; v < posed.size(); ++v) ASSERT_LT((posed[v] - model.positions[v]).norm(), 1e-7);
}

TEST(HandModel, TheAverageAdultHandIsAsLongAsPeoplesHandsAre) {
  EXPECT_NEAR(length_of(model_of()), 0.185, 0.004);
}

TEST(HandModel, AWishedLengthIsMetExactlyInEveryShape) {
  for (const double length : {0.10, 0.155, 0.185, 0.215})
    for (const double man : {0.0, 1.0})
      for (const double years : {6.0, 12.0, 30.0, 85.0}) {
        HandShape shape;
        shape.man = man;
        shape.years = years;
        shape.length_m = length;
        EXPECT_NEAR(length_of(model_of(shape, 0)), length, 1e-9);
      }
}

TEST(HandModel, AtTheSameLengthAMansHandIsBroaderThanAWomans) {
  HandShape woman;
  woman.man = 0;
  woman.length_m = 0.185;
  HandShape man = woman;
  man.man = 1;
  EXPECT_GT(breadth(model_of(man, 0)), breadth(model_of(woman, 0)));
}

TEST(HandModel, FreeShapesDoWhatTheyAreCalled) {
  const auto radius = [](const HandModel& model) {  // of the index finger, between MCP and PIP
    const auto& j = model.skeleton.joints.digits[1];
    const Vec3 out = Vec3::UnitZ();
    return distance_to_skin(model.positions, model.triangles, 0.5 * (j[0] + j[1]), out);
  };
  const auto finger = [](const HandModel& model) {
    const auto& j = model.skeleton.joints.digits[1];
    return (j[3] - j[0]).norm();
  };
  const auto with = [](const std::string& name) {
    HandShape shape;
    shape.shapes[name] = 0.3;
    return model_of(shape, 0);
  };
  EXPECT_GT(radius(with("fingers_thicker")), radius(with("fingers_thinner")));
  EXPECT_GT(finger(with("fingers_longer")), finger(with("fingers_shorter")));
}

TEST(HandModel, WhatNoHandHasIsRefusedWithThePlace) {
  const auto place = [](const HandShape& shape) {
    const auto made = make_model(baked(), shape, 0);
    return made ? std::string() : made.error().place.path;
  };
  HandShape shape;
  shape.length_m = 0.005;
  EXPECT_EQ(place(shape), "length_m");
  shape.length_m = 5;
  EXPECT_EQ(place(shape), "length_m");
  shape.length_m = std::nan("");
  EXPECT_EQ(place(shape), "length_m");
  shape = {};
  shape.years = 3;
  EXPECT_EQ(place(shape), "years");
  shape = {};
  shape.man = -0.1;
  EXPECT_EQ(place(shape), "man");
  shape = {};
  shape.shapes["six_fingers"] = 0.1;
  EXPECT_EQ(place(shape), "shapes");
  shape.shapes = {{"fingers_longer", 7.0}};
  EXPECT_EQ(place(shape), "shapes.fingers_longer");
}

/// Distance between the two sides of the skin through a point.
double through(const std::vector<Vec3>& positions, const HandModel& model, const Vec3& point,
               const Vec3& way) {
  return distance_to_skin(positions, model.triangles, point, way) +
         distance_to_skin(positions, model.triangles, point, -way);
}

TEST(HandModel, SkinKeepsItsThicknessInARightAngleOrAsFarAsTheJointGoes) {
  const HandModel model = model_of({}, thenar::test::kSanitized ? 1 : 2);
  for (int finger = 2; finger <= 5; ++finger)
    for (const int part : {2, 3}) {  // PIP, DIP
      const auto at = static_cast<std::size_t>(finger - 1);
      const auto joint = static_cast<std::size_t>(part - 1);
      const auto& j = model.skeleton.joints.digits[at];
      const Vec3 along =
          ((j[joint] - j[joint - 1]).normalized() + (j[joint + 1] - j[joint]).normalized()).normalized();
      const Vec3 side = model.skeleton.flexion[at][joint];
      const Vec3 back = along.cross(side).normalized();
      Pose bent = model.skeleton.rest_pose();
      const auto angle = static_cast<std::size_t>(finger_angle(finger, part));
      bent.angles[angle] = std::min(degrees(90), limits().most[angle]);
      const auto posed = skinned(model, bent);
      const Rigid half =
          bones_at(model.skeleton, bent)[helper_of(finger, part)];  // turns by half of the bend
      for (const Vec3& way : {back, side}) {
        const double rest = through(model.positions, model, j[joint], way);
        const double now = through(posed, model, half * j[joint], half.rotation * way);
        EXPECT_GT(now, 0.95 * rest) << "finger " << finger << " part " << part;
        EXPECT_LT(now, 1.10 * rest) << "finger " << finger << " part " << part;
      }
    }
}

TEST(HandModel, AFingerThatBendsLeavesTheOtherFingersAlone) {
  const auto& model = adult();
  for (int finger = 2; finger <= 5; ++finger) {
    Pose bent = model.skeleton.rest_pose();
    bent[finger_angle(finger, 2)] = degrees(90);
    const auto posed = skinned(model, bent);
    for (int other = 1; other <= 5; ++other) {
      if (other == finger) continue;
      const auto& j = model.skeleton.joints.digits[static_cast<std::size_t>(other - 1)];
      for (std::size_t v = 0; v < posed.size(); ++v) {
        const bool on_other =
            (model.positions[v] - j[3]).norm() < 0.012 || (model.positions[v] - j[2]).norm() < 0.009;
        if (!on_other) continue;
        ASSERT_LT((posed[v] - model.positions[v]).norm(), 1e-4) << finger << " moved " << other;
      }
    }
  }
}

TEST(HandModel, AWholeHandMovesAsOneThing) {
  const auto& model = adult();
  Pose pose = model.skeleton.rest_pose();
  for (double& angle : pose.angles) angle += 0.1;
  const auto here = skinned(model, pose);
  const Rigid motion{Quat(Eigen::AngleAxisd(1.1, Vec3(3, -1, 2).normalized())), Vec3(0.3, -0.2, 0.5)};
  pose.hand = motion;
  const auto there = skinned(model, pose);
  for (std::size_t v = 0; v < here.size(); ++v) ASSERT_LT((there[v] - motion * here[v]).norm(), 1e-6);
}

TEST(HandModel, AtTheLimitsOfOneJointHardlyAnySkinIsStretchedByMoreThanSixtyPercent) {
  const auto& model = adult();
  for (std::size_t angle = 0; angle < kAngles; ++angle)
    for (const double to : {limits().least[angle], limits().most[angle]}) {
      Pose pose = model.skeleton.rest_pose();
      pose.angles[angle] = to;
      const auto posed = skinned(model, pose);
      std::size_t over = 0;
      double worst = 0;
      for (const Quad& quad : model.quads)
        for (std::size_t c = 0; c < 4; ++c) {
          const auto a = static_cast<std::size_t>(quad[c]);
          const auto b = static_cast<std::size_t>(quad[(c + 1) % 4]);
          const double rest = (model.positions[a] - model.positions[b]).norm();
          const double stretch = (posed[a] - posed[b]).norm() / rest;
          over += stretch > 1.6 ? 1 : 0;
          worst = std::max(worst, stretch);
        }
      EXPECT_LT(over, 4 * model.quads.size() / 80) << word(static_cast<Angle>(angle)) << " " << to * 57.3;
      EXPECT_LT(worst, 3.5) << "a web torn by one finger alone: " << word(static_cast<Angle>(angle));
    }
}

}  // namespace
}  // namespace thenar::hand::test
