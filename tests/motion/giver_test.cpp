// The giving hand: pads, and poses that meet the receiver's skin without entering it.
#include "thenar/motion/giver.hpp"

#include "hand/baked.hpp"

namespace thenar::motion {
namespace {

using hand::test::adult;
using hand::test::degrees;
using thenar::test::kSanitized;
using thenar::test::shipped_practice;

/// A receiving hand and a giving one of the same size.
struct Pair {
  Pair()
      : receiver(hand::test::adult()),
        normals(hand::vertex_normals(receiver.positions, receiver.triangles)),
        map(shipped_practice(), receiver),
        field(map.surface(), 0.002, 0.015) {
    auto made = giver_body(shipped_practice(), hand::test::model_of());
    if (!made) ADD_FAILURE() << to_text(made.error());
    if (made) body = std::move(*made);
  }
  Touch touch(Pad pad, const Placement& placement, double depth_m) const {
    const auto at = map.surface_point(placement);
    EXPECT_TRUE(at);
    return {pad, at->on(receiver.positions, receiver.triangles),
            at->on(normals, receiver.triangles).normalized(), depth_m};
  }
  /// The pose for one touch, the forearm towards `way`.
  GiverPose solve(const Touch& touch, const Vec3& way, std::vector<Pad> resting = {}) const {
    GiverTask task;
    task.touches = {touch};
    task.resting = std::move(resting);
    task.forearm = way.normalized();
    task.skin = receiver.positions;
    task.ease = relaxed(body.limits);
    task.starts = starts_around(body, touch, 12);
    if (kSanitized) task.starts = {task.starts[15], task.starts[16]};  // those that do best for its one case
    for (Pose& start : task.starts) start.angles = task.ease;
    return solve_giver(body, field, task);
  }
  /// How deep the giver's skin is inside the receiver's, away from the patch around a pad, metres.
  double inside(const GiverPose& giver, Pad pad) const {
    std::vector<Vec3> skin(body.model.positions.size());
    hand::skin(body.model, hand::bones_at(body.model.skeleton, giver.pose), skin);
    double deepest = 0;
    for (std::size_t v = 0; v < skin.size(); ++v) {
      const Vec3& rest = body.model.positions[v];
      if (rest.y() < -0.08 || (rest - body.pads[static_cast<std::size_t>(pad)].point).norm() < patch_m(pad))
        continue;
      deepest = std::max(deepest, -field.at(skin[v]).distance);
    }
    return deepest;
  }

  const hand::HandModel& receiver;
  std::vector<Vec3> normals;
  hand::HandMap map;
  hand::DistanceField field;
  GiverBody body;
};

const Pair& pair() {
  static const Pair both;
  return both;
}

struct Case {
  const char* name;
  Pad pad;
  Placement at;
  Vec3 forearm;
  double depth_m;
};

/// Somebody who sits opposite touches palm, back, wrist, forearm and a finger.
std::vector<Case> cases() {
  const Vec3 over_palm(0, 1, -0.3);
  const Vec3 over_back(0, 1, 0.3);
  if (kSanitized) return {{"thumb on the back", Pad::thumb, {"MC3", 0.6, 0, Face::dor}, over_back, 0.002}};
  return {
      {"thumb on the thenar mound", Pad::thumb, {"MC1", 0.7, 0.3, Face::pal}, over_palm, 0.003},
      {"thumb on the back", Pad::thumb, {"MC3", 0.6, 0, Face::dor}, over_back, 0.002},
      {"index finger on the back", Pad::index, {"MC4", 0.5, 0, Face::dor}, over_back, 0.002},
      {"thumb on the wrist side of the forearm", Pad::thumb, {"FA", 0.167, 0, Face::pal}, over_palm, 0.002},
      {"heel of the hand on the forearm", Pad::heel, {"FA", 0.6, 0, Face::pal}, over_palm, 0.003},
      {"palm on the forearm", Pad::palm, {"FA", 0.5, 0, Face::pal}, over_palm, 0.002}};
}

TEST(Giver, APadLooksOutOfTheSkinWhereItIsNamed) {
  const auto& body = pair().body;
  const auto& digits = body.model.skeleton.joints.digits;
  for (std::size_t digit = 0; digit < 5; ++digit) {
    const PadPoint& pad = body.pads[digit];  // thumb to little
    EXPECT_EQ(pad.bone, hand::bone_of(static_cast<int>(digit) + 1, 3));
    EXPECT_LT((pad.point - 0.5 * (digits[digit][2] + digits[digit][3])).norm(), 0.014);
  }
  EXPECT_LT(body.pads[static_cast<std::size_t>(Pad::palm)].normal.z(), -0.7);
  EXPECT_GT(body.pads[static_cast<std::size_t>(Pad::fist)].normal.z(), 0.5);
}

struct Solved {
  Case task;
  Touch touch;
  GiverPose giver;
};

/// The answers to all cases, found once.
const std::vector<Solved>& solved() {
  static const std::vector<Solved> all = [] {
    std::vector<Solved> found;
    for (const Case& each : cases()) {
      const Touch touch = pair().touch(each.pad, each.at, each.depth_m);
      found.push_back({each, touch, pair().solve(touch, each.forearm)});
    }
    return found;
  }();
  return all;
}

TEST(Giver, TouchesAreMetToAThirdOfAMillimetreWithinTheLimitsOfEveryJoint) {
  for (const auto& [task, touch, giver] : solved()) {
    EXPECT_LT(giver.contact_error_m, 0.0003) << task.name;
    EXPECT_LT(giver.beyond_limits_rad, degrees(0.5)) << task.name;
  }
}

TEST(Giver, ThePadLiesOnTheSkinAndNotOnItsSide) {
  for (const auto& [task, touch, giver] : solved()) {
    const PadPoint& pad = pair().body.pads[static_cast<std::size_t>(task.pad)];
    const auto bones = hand::bones_at(pair().body.model.skeleton, giver.pose);
    EXPECT_LT((bones[pad.bone].rotation * pad.normal).dot(touch.out), -std::cos(degrees(45))) << task.name;
  }
}

TEST(Giver, NothingButThePatchUnderThePadEntersTheReceiver) {
  for (const auto& [task, touch, giver] : solved())
    EXPECT_LT(pair().inside(giver, task.pad), 0.0012)
        << task.name << ", which both skins yield at a light touch";
}

TEST(Giver, AMomentLaterThePoseIsNearTheOneBefore) {
  const Touch first = solved().front().touch;
  const auto before = solved().front().giver;
  GiverTask task;
  task.touches = {first};
  task.touches[0].at += Vec3(0.0005, 0.0005, 0);
  task.forearm = solved().front().task.forearm.normalized();
  task.ease = relaxed(pair().body.limits);
  task.before = before.pose;
  task.skin = pair().receiver.positions;
  const auto after = solve_giver(pair().body, pair().field, task);
  EXPECT_LT(after.contact_error_m, 0.0003);
  EXPECT_LT((after.pose.hand.translation - before.pose.hand.translation).norm(), 0.004);
  for (std::size_t i = 0; i < hand::kAngles; ++i)
    EXPECT_NEAR(after.pose.angles[i], before.pose.angles[i], degrees(6));
}

TEST(Giver, TheAnswerTurnsWithTheTask) {
  // The same hands, turned together: the distance field is made anew, so the answers may differ by its grid.
  const hand::Rigid turned{hand::Quat(Eigen::AngleAxisd(0.9, Vec3(1, -2, 0.5).normalized())),
                           Vec3(0.02, -0.01, 0.03)};
  hand::TriangleMesh mesh{pair().receiver.positions, pair().receiver.triangles};
  for (Vec3& p : mesh.positions) p = turned * p;
  const hand::DistanceField field(hand::Surface(mesh), 0.002, 0.015);
  const auto& [asked, touch, here] = solved()[kSanitized ? 0 : 1];
  GiverTask task;
  task.touches = {{touch.pad, turned * touch.at, turned.rotation * touch.out, touch.depth_m}};
  task.forearm = turned.rotation * asked.forearm.normalized();
  task.ease = relaxed(pair().body.limits);
  task.before = here.pose;
  task.before->hand = turned * here.pose.hand;
  const auto there = solve_giver(pair().body, field, task);
  EXPECT_LT(there.contact_error_m, 0.0003);
  EXPECT_LT((there.pose.hand.translation - turned * here.pose.hand.translation).norm(), 0.003);
}

TEST(Giver, WithoutLimitsThereIsNoGiver) {
  Practice none = shipped_practice();
  none.joint_ranges.clear();
  const auto body = giver_body(none, hand::test::model_of());
  ASSERT_FALSE(body);
  EXPECT_EQ(body.error().size(), hand::kAngles);
}

}  // namespace
}  // namespace thenar::motion
