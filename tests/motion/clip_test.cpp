// Clips: which there are, and whether what they show can be.
#include "thenar/motion/clip.hpp"

#include <set>

#include "motion/shipped.hpp"
#include "thenar/motion/gates.hpp"
#include "thenar/motion/playback.hpp"
#include "thenar/motion/yielding.hpp"

namespace thenar::motion {
namespace {

using test::two_hands;
using thenar::test::kSanitized;
using thenar::test::shipped_practice;

const ClipId& named(const std::string& name) {
  static const auto all = clips_of(shipped_practice());
  for (const ClipId& id : all)
    if (name_of(shipped_practice(), id) == name) return id;
  ADD_FAILURE() << "no clip " << name;
  return all.front();
}

TEST(Clips, EveryTechniqueHasOneOnEveryGroupWithEveryToolInEveryModeThatThePracticeAllows) {
  const Practice& practice = shipped_practice();
  std::set<std::string> there;
  for (const ClipId& id : clips_of(practice))
    there.insert(practice.at(id.technique).id + practice.at(group_of(practice, id)).id +
                 practice.at(id.tool).id + std::string(word(id.mode)));
  for (const Technique& technique : practice.techniques) {
    if (technique.kind == TechniqueKind::breath) continue;
    technique.groups.each([&](GroupId group) {
      // Nothing may be pressed without moving where every zone forbids it.
      bool somewhere = false;
      practice.at(group).zones.each([&](ZoneId zone) {
        somewhere = somewhere || !technique.is_static || technique.level_default == 0 ||
                    practice.at(zone).max_static_level > 0;
      });
      if (!somewhere) return;
      for (const ToolId tool : technique.tools) {
        const Tool& with = practice.at(tool);
        if (!with.groups.empty() && !with.groups.has(group)) continue;
        const std::string name = technique.id + practice.at(group).id + with.id;
        EXPECT_EQ(there.contains(name + "self"), technique.self) << name;
        EXPECT_EQ(there.contains(name + "partner"), technique.partner && with.needs_giver) << name;
      }
    });
  }
}

TEST(Clips, EachHasANameOfItsOwn) {
  std::set<std::string> names;
  for (const ClipId& id : clips_of(shipped_practice()))
    EXPECT_TRUE(names.insert(name_of(shipped_practice(), id)).second) << name_of(shipped_practice(), id);
}

TEST(Clips, APointThatMayNotBePressedStillIsAlwaysMovedOn) {
  const Practice& practice = shipped_practice();
  std::set<std::string> moving;
  for (const ClipId& id : clips_of(practice)) {
    if (!id.point.valid() || !practice.at(id.point).moving) continue;
    moving.insert(practice.at(id.point).id);
    EXPECT_FALSE(practice.at(id.technique).is_static) << name_of(practice, id);
    EXPECT_GT(practice.at(id.technique).sway_mm, 0) << name_of(practice, id);
  }
  // Circles on the heart and palm points, a moving knead on the knots of the extensors.
  EXPECT_EQ(moving, (std::set<std::string>{"HT7", "PC8", "TP.ECR", "TP.ECU", "TP.ED"}));
}

TEST(Clip, AThumbThatPressesAMoundMeetsEveryGate) {
  const auto clip = make_clip(two_hands(), named("PRESS.MOUND.thumb_pad.partner"));
  ASSERT_TRUE(clip) << to_text(clip.error());
  if (!kSanitized) {
    EXPECT_TRUE(passes(clip->figures));
  }
  ASSERT_EQ(clip->samples.size(), kSamples);
  // The thumb's pad, where skinning puts it, is as deep under the skin as the contact says.
  const GiverBody& body = two_hands().giver(Mode::partner);
  const PadPoint& pad = body.pads[static_cast<std::size_t>(Pad::thumb)];
  for (const Sample& sample : clip->samples) {
    const Vec3 at = hand::bones_at(body.model.skeleton, sample.giver)[pad.bone] * pad.point;
    const Contact& contact = sample.contacts.front();
    EXPECT_NEAR((contact.point - at).dot(contact.out), contact.depth_m + contact.give_m, 0.001);
  }
}

TEST(Clip, SoftenedPadsPressWithinTheLevelAndStandOnTheSkinThatYieldsLess) {
  const auto clip = make_clip(two_hands(), named("PRESS.MOUND.thumb_pad.partner"));
  ASSERT_TRUE(clip) << to_text(clip.error());
  ASSERT_EQ(clip->level, 2);
  const Clip soft = softened(shipped_practice(), *clip, 1);
  EXPECT_EQ(soft.level, 1);
  const GiverBody& body = two_hands().giver(Mode::partner);
  const PadPoint& pad = body.pads[static_cast<std::size_t>(Pad::thumb)];
  for (std::size_t k = 0; k < soft.samples.size(); ++k) {
    const Contact& contact = soft.samples[k].contacts.front();
    for (const Contact& each : soft.samples[k].contacts) EXPECT_LE(each.force_n, 2) << "newtons, level 1";
    EXPECT_LT(contact.depth_m, clip->samples[k].contacts.front().depth_m);
    const Vec3 at = hand::bones_at(body.model.skeleton, soft.samples[k].giver)[pad.bone] * pad.point;
    EXPECT_NEAR((contact.point - at).dot(contact.out), contact.depth_m + contact.give_m, 0.001);
  }
  EXPECT_EQ(softened(shipped_practice(), *clip, 3).level, 2) << "never harder than it was made";
}

TEST(Clip, KneadingAtLevelThreePressesHarderThanTwelveNewtonsNever) {
  if (kSanitized) return;
  const auto clip = make_clip(two_hands(), named("KNEAD.MOUND.thumb_pad.self"));
  ASSERT_TRUE(clip) << to_text(clip.error());
  double most = 0;
  for (const Sample& sample : clip->samples)
    for (const Contact& contact : sample.contacts) most = std::max(most, contact.force_n);
  EXPECT_GT(most, 5);
  EXPECT_LE(most, 12);
}

TEST(Clip, AMovedFingerTurnsInItsJointAndTheForearmStays) {
  if (kSanitized) return;
  const auto clip = make_clip(two_hands(), named("AROM.HAND.own_muscles.self"));
  ASSERT_TRUE(clip) << to_text(clip.error());
  const auto& skeleton = two_hands().model().skeleton;
  double most = 0;
  for (const Sample& sample : clip->samples) {
    const auto joints = hand::joints_at(skeleton, sample.receiver);
    EXPECT_LT((joints.elbow - skeleton.joints.elbow).norm(), 1e-9);
    most = std::max(most, sample.receiver[hand::Angle::middle_pip_flexion]);
  }
  EXPECT_GT(most, 1.2) << "radians: a fist";
}

TEST(Clip, AHandThatHoldsGoesWithTheBone) {
  if (kSanitized) return;
  const auto clip = make_clip(two_hands(), named("STRETCH.EXTENSORS.palm.partner"));
  ASSERT_TRUE(clip) << to_text(clip.error());
  const auto& skeleton = two_hands().model().skeleton;
  const auto held = [&](const Sample& sample) {
    return Vec3(hand::bones_at(skeleton, sample.receiver)[0].inverse() * sample.giver.hand.translation);
  };
  for (const Sample& sample : clip->samples)
    EXPECT_LT((held(sample) - held(clip->samples.front())).norm(), 3e-4) << "as exactly as clips are stored";
  EXPECT_GT((clip->samples[16].giver.hand.translation - clip->samples[0].giver.hand.translation).norm(),
            0.02);
}

TEST(Clip, APinchLiftsTheSkinBetweenThumbAndFinger) {
  if (kSanitized) return;
  const auto clip = make_clip(two_hands(), named("KNEAD.MOUND.pinch.partner"));
  ASSERT_TRUE(clip) << to_text(clip.error());
  double most = 0;
  for (const Sample& sample : clip->samples) {
    auto skin = hand::test::skinned(two_hands().model(), sample.receiver);
    const auto before = skin;
    add_dents(receiver_dents(sample.contacts), two_hands().deepest(), skin);
    const Vec3 out = sample.contacts.front().out;
    for (std::size_t v = 0; v < skin.size(); ++v) most = std::max(most, (skin[v] - before[v]).dot(out));
  }
  EXPECT_GT(most, 0.002) << "metres";
}

/// The clip without what its skins yield.
Clip unyielding(Clip clip) {
  for (Sample& sample : clip.samples)
    for (Contact& contact : sample.contacts) contact.depth_m = contact.give_m = 0;
  return clip;
}

TEST(Gates, SkinsThatDoNotYieldAreFoundInEachOther) {
  if (kSanitized) return;
  const auto clip = make_clip(two_hands(), named("PRESS.MOUND.thumb_pad.partner"));
  ASSERT_TRUE(clip) << to_text(clip.error());
  EXPECT_LT(clip->figures.inside_pad_mm, 1);
  EXPECT_GT(figures_of(two_hands(), unyielding(*clip)).inside_pad_mm, 2);
}

TEST(Gates, ADentThatTearsTheSkinIsFound) {
  if (kSanitized) return;
  auto clip = make_clip(two_hands(), named("PRESS.MOUND.thumb_pad.partner"));
  ASSERT_TRUE(clip) << to_text(clip.error());
  for (Sample& sample : clip->samples) {
    sample.contacts.front().radius_m = 0.0015;
    sample.contacts.front().depth_m = 0.006;
  }
  EXPECT_GT(figures_of(two_hands(), *clip).edge_stretch, 1.6);
}

TEST(Gates, AStrokeThatHardlyPressesIsFound) {
  if (kSanitized) return;
  auto clip = make_clip(two_hands(), named("PRESS.MOUND.thumb_pad.partner"));
  ASSERT_TRUE(clip) << to_text(clip.error());
  EXPECT_LT(clip->figures.force_short, 0.01);
  for (Sample& sample : clip->samples) sample.contacts.front().force_n *= 0.5;
  EXPECT_NEAR(figures_of(two_hands(), *clip).force_short, 0.5, 0.02);
}

TEST(Gates, AContactInAnExcludedZoneIsFound) {
  if (kSanitized) return;
  auto clip = make_clip(two_hands(), named("KNEAD.HYPO.thumb_pad.partner"));
  ASSERT_TRUE(clip) << to_text(clip.error());
  EXPECT_EQ(clip->figures.excluded, 0);
  const auto hook = two_hands().map().surface_point({"MC4", 0.05, 0, Face::pal});  // the hook of the hamate
  ASSERT_TRUE(hook);
  const auto& rest = two_hands().map().surface().mesh();
  clip->samples[3].contacts[0].point = hook->on(rest.positions, rest.triangles);
  clip->samples[3].contacts[0].force_n = 8;
  EXPECT_GE(figures_of(two_hands(), *clip).excluded, 1);
}

}  // namespace
}  // namespace thenar::motion
