// Both skins under a press: how the hand's tissue is spread, and how two skins share what brings them
// together.
#include "thenar/motion/yielding.hpp"

#include "hand/baked.hpp"
#include "thenar/motion/tissues.hpp"

namespace thenar::motion {
namespace {

using thenar::test::shipped_practice;

/// The tissue at a place of a hand.
Tissue at(const hand::HandModel& model, const Placement& placement) {
  const auto on = hand::HandMap(shipped_practice(), model).surface_point(placement);
  EXPECT_TRUE(on);
  return tissue_at(tissues_of(shipped_practice(), model), model.triangles, *on);
}

constexpr Tissue kPalm{5500, 0.5, 0.010};
constexpr Tissue kFinger{4000, 0.5, 0.0045};

TEST(Tissues, TheBallOfTheThumbIsThickFingersAreThinnerTheBackThinnest) {
  const auto& adult = hand::test::adult();
  const Tissue ball = at(adult, {"MC1", 0.6, 0.3, Face::pal});
  const Tissue pulp = at(adult, {"P3.2", 0.5, 0, Face::pal});
  const Tissue back = at(adult, {"MC3", 0.6, 0, Face::dor});
  EXPECT_GT(ball.thickness_m, 0.0075);
  EXPECT_LT(ball.thickness_m, 0.0121);
  EXPECT_GT(pulp.thickness_m, 0.0039);
  EXPECT_LT(pulp.thickness_m, 0.0051);
  EXPECT_GT(back.thickness_m, 0.0019);
  EXPECT_LT(back.thickness_m, 0.0041);
}

TEST(Tissues, UnderOneToFiveNewtonsTheBallOfTheThumbYieldsOneToFiveMillimetres) {
  // 1 to 1.6 mm, and 3.7 to 5 mm, under a pad of 6 to 8 mm.
  const Tissue ball = at(hand::test::adult(), {"MC1", 0.6, 0.3, Face::pal});
  EXPECT_GT(depth_m(ball, 0.007, 1), 0.0010);
  EXPECT_LT(depth_m(ball, 0.007, 1), 0.0018);
  EXPECT_GT(depth_m(ball, 0.007, 5), 0.0036);
  EXPECT_LT(depth_m(ball, 0.007, 5), 0.0052);
}

TEST(Tissues, GrowWithTheHand) {
  hand::HandShape small;
  small.length_m = 0.15;
  hand::HandShape large;
  large.length_m = 0.20;
  const Placement pulp{"P3.3", 0.5, 0, Face::pal};
  const double ratio =
      at(hand::test::model_of(large), pulp).thickness_m / at(hand::test::model_of(small), pulp).thickness_m;
  EXPECT_NEAR(ratio, 0.20 / 0.15, 0.02);
}

TEST(Tissues, WithoutWordsOfThePracticeAreTheUsualOnes) {
  Practice silent = shipped_practice();
  silent.tissues.clear();
  for (const Tissue& tissue : tissues_of(silent, hand::test::adult()))
    EXPECT_EQ(tissue.thickness_m, Tissue{}.thickness_m);
}

TEST(Yield, SkinsThatMeetMakeUpForTheOverlapTogetherUnderOneForce) {
  for (const double overlap : {0.0002, 0.001, 0.003}) {
    const Yield yield = met(kPalm, kFinger, 0.008, overlap, 50);
    EXPECT_NEAR(yield.sum_m(), overlap, 1e-7);
    EXPECT_NEAR(force_n(kPalm, 0.008, yield.depth_m), yield.force_n, 1e-4 * yield.force_n);
    EXPECT_NEAR(force_n(kFinger, 0.008, yield.give_m), yield.force_n, 1e-4 * yield.force_n);
    EXPECT_GT(yield.depth_m, yield.give_m) << "the thicker one more";
  }
}

TEST(Yield, NothingPressesHarderThanItMayAndNothingPulls) {
  EXPECT_EQ(met(kPalm, kFinger, 0.008, 0.02, 2).force_n, 2);
  EXPECT_LT(met(kPalm, kFinger, 0.008, 0.02, 2).sum_m(), 0.02);
  EXPECT_EQ(met(kPalm, kFinger, 0.008, -0.001, 2).force_n, 0);
  EXPECT_EQ(met(kPalm, kFinger, 0.008, std::numeric_limits<double>::quiet_NaN(), 2).sum_m(), 0);
}

TEST(Yield, AtTheMiddleOfAContactSkinsYieldWhatItSaysAndBeyondItsReachNothing) {
  Contact contact{Pad::thumb, Vec3(0.01, 0.02, 0), Vec3::UnitZ()};
  contact.radius_m = 0.008;
  contact.depth_m = 0.002;
  contact.give_m = 0.001;
  const std::vector<Contact> one{contact};
  EXPECT_NEAR(yielded(one, contact.point, Vec3::UnitZ(), kPalm, kFinger), 0.003, 1e-12);
  EXPECT_EQ(yielded(one, contact.point + Vec3(3.3 * 0.008, 0, 0), Vec3::UnitZ(), kPalm, kFinger), 0);
  EXPECT_EQ(yielded(one, contact.point, -Vec3::UnitZ(), kPalm, kFinger), 0) << "skin that faces away";
  // Many dents together still stop over the bone.
  const std::vector<Contact> many(20, contact);
  EXPECT_NEAR(yielded(many, contact.point, Vec3::UnitZ(), kPalm, kFinger),
              kDeepest * (kPalm.thickness_m + kFinger.thickness_m), 1e-12);
}

TEST(Yield, TheGiversSkinIsDentedWhereItsPadStandsInTheReceivers) {
  Contact contact{Pad::thumb, Vec3(0, 0, 0.01), Vec3::UnitZ()};
  contact.radius_m = 0.008;
  contact.depth_m = 0.002;
  contact.give_m = 0.001;
  const std::vector<Contact> one{contact};
  const auto dents = giver_dents(one);
  ASSERT_EQ(dents.size(), 1U);
  EXPECT_NEAR(dents[0].centre.z(), 0.007, 1e-12);
  EXPECT_EQ(dents[0].inward, Vec3::UnitZ());
  // Both skins end at the same height.
  const auto under = receiver_dents(one);
  EXPECT_NEAR(under[0].centre.z() + under[0].depth_m * under[0].inward.z(),
              dents[0].centre.z() + dents[0].depth_m * dents[0].inward.z(), 1e-12);
}

}  // namespace
}  // namespace thenar::motion
