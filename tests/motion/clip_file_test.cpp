// Clips in a file, and played from it.
#include "thenar/motion/clip_file.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>

#include "motion/shipped.hpp"
#include "thenar/motion/gates.hpp"
#include "thenar/motion/playback.hpp"

namespace thenar::motion {
namespace {

using test::shipped_clips;
using thenar::test::shipped_practice;

/// A clip that says something everywhere, without a hand being solved for.
Clip drawn_clip() {
  Clip clip;
  clip.id = clips_of(shipped_practice()).front();
  clip.period_s = 2.5;
  clip.level = 2;
  for (int k = 0; k < 8; ++k) {
    const double phase = 2 * std::numbers::pi * k / 8;
    Sample sample;
    sample.giver.hand = {hand::Quat(Eigen::AngleAxisd(2 + 0.3 * std::sin(phase), Vec3(1, 2, 3).normalized())),
                         Vec3(0.1 * std::cos(phase), 0.05, -0.2)};
    for (std::size_t i = 0; i < hand::kAngles; ++i)
      sample.giver.angles[i] = 0.5 * std::sin(phase + static_cast<double>(i));
    sample.receiver.angles[4] = 0.2 * std::cos(phase);
    Contact contact;
    contact.pad = Pad::thumb;
    contact.point = Vec3(0.01, 0.02 * k, -0.03);
    contact.force_n = 3.5;
    contact.depth_m = 0.002;
    contact.give_m = 0.001;
    contact.radius_m = 0.009;
    sample.contacts.push_back(contact);
    clip.samples.push_back(sample);
  }
  return clip;
}

std::vector<std::uint8_t> drawn_bytes() {
  return write_clips(shipped_practice(), {42, {drawn_clip()}});
}

TEST(ClipFile, WhatWasWrittenIsReadToATwentiethOfAMillimetreAndAHundredthOfADegree) {
  const Clip clip = drawn_clip();
  const auto read = read_clips(shipped_practice(), drawn_bytes(), "clips.bin");
  ASSERT_TRUE(read) << to_text(read.error());
  EXPECT_EQ(read->made_from, 42U);
  ASSERT_EQ(read->clips.size(), 1U);
  const Clip& back = read->clips[0];
  EXPECT_EQ(back.id, clip.id);
  EXPECT_EQ(back.level, 2);
  ASSERT_EQ(back.samples.size(), clip.samples.size());
  for (std::size_t k = 0; k < clip.samples.size(); ++k) {
    const Sample& a = clip.samples[k];
    const Sample& b = back.samples[k];
    EXPECT_LT((a.giver.hand.translation - b.giver.hand.translation).norm(), 5e-5);
    EXPECT_LT(a.giver.hand.rotation.angularDistance(b.giver.hand.rotation), 2e-4);
    for (std::size_t i = 0; i < hand::kAngles; ++i) {
      EXPECT_NEAR(a.giver.angles[i], b.giver.angles[i], 1.01e-4);
      EXPECT_NEAR(a.receiver.angles[i], b.receiver.angles[i], 1.01e-4);
    }
    ASSERT_EQ(b.contacts.size(), 1U);
    EXPECT_EQ(b.contacts[0].pad, Pad::thumb);
    EXPECT_LT((a.contacts[0].point - b.contacts[0].point).norm(), 5e-5);
    EXPECT_NEAR(b.contacts[0].force_n, 3.5, 0.003);
    EXPECT_NEAR(b.contacts[0].depth_m, 0.002, 6e-6);
    EXPECT_NEAR(b.contacts[0].give_m, 0.001, 6e-6);
  }
}

TEST(ClipFile, EveryDamagedByteAndEveryCutIsNoticed) {
  const auto bytes = drawn_bytes();
  for (std::size_t i = 0; i < bytes.size(); i += 5) {
    auto damaged = bytes;
    damaged[i] ^= 0x10;
    EXPECT_FALSE(read_clips(shipped_practice(), damaged, "x")) << i;
    EXPECT_FALSE(read_clips(shipped_practice(), std::span(bytes).first(i), "x")) << i;
  }
}

TEST(ClipFile, AnotherVersionIsNamedAndAClipThatIsNotAllowedRefused) {
  auto bytes = drawn_bytes();
  bytes[16] = 9;
  const auto newer = read_clips(shipped_practice(), bytes, "clips.bin");
  ASSERT_FALSE(newer);
  EXPECT_NE(to_text(newer.error()).find("version 9"), std::string::npos) << to_text(newer.error());
  Practice without = shipped_practice();
  without.techniques[clips_of(without).front().technique.at()].self = false;
  EXPECT_FALSE(read_clips(without, drawn_bytes(), "clips.bin"));
}

TEST(ShippedClips, AreMadeFromThisPracticeAndThisHand) {
  EXPECT_EQ(shipped_clips().made_from,
            origin_of(shipped_practice(), hand::test::model_of({}, kReceiverLevel)))
      << "make them anew: thenar motion bake -o assets/motion/clips.bin";
}

TEST(ShippedClips, AreAtLeastNineteenOfTwentyThatThePracticeAllows) {
  EXPECT_GE(20 * shipped_clips().clips.size(), 19 * clips_of(shipped_practice()).size());
}

TEST(ShippedClips, MeetTheGatesStillAfterTheyWereStored) {
  if (thenar::test::kSanitized) return;
  auto body = giver_body(shipped_practice(), hand::test::model_of({}, kGiverLevel));
  ASSERT_TRUE(body) << to_text(body.error());
  Scene scene(shipped_practice(), hand::test::model_of({}, kReceiverLevel), std::move(*body));
  const ClipSet set = shipped_clips();
  ASSERT_GT(set.clips.size(), 500U);
  for (std::size_t i = 7; i < set.clips.size(); i += 40)
    for (const Gate& gate : gates_of(figures_of(scene, set.clips[i])))
      EXPECT_LE(gate.value, gate.most) << name_of(shipped_practice(), set.clips[i].id) << ' ' << gate.word;
}

TEST(Playback, AtItsSamplesAClipIsTheSampleItselfAndOneStrokeLaterTheSameAgain) {
  const Clip clip = drawn_clip();
  for (std::size_t k = 0; k < clip.samples.size(); ++k)
    for (const double turns : {-2.0, 0.0, 5.0}) {
      const Sample now = moment_at(clip, turns + static_cast<double>(k) / 8);
      EXPECT_LT((now.giver.hand.translation - clip.samples[k].giver.hand.translation).norm(), 1e-9);
      EXPECT_LT(now.giver.hand.rotation.angularDistance(clip.samples[k].giver.hand.rotation), 1e-6);
      EXPECT_NEAR(now.contacts[0].depth_m, 0.002, 1e-9);
    }
}

TEST(Playback, BetweenSamplesNothingJumps) {
  const Clip clip = drawn_clip();
  Sample before = moment_at(clip, -0.001);
  for (int i = 0; i <= 1000; ++i) {
    const Sample now = moment_at(clip, i / 1000.0);
    EXPECT_LT((now.giver.hand.translation - before.giver.hand.translation).norm(), 0.001);
    EXPECT_LT(now.giver.hand.rotation.angularDistance(before.giver.hand.rotation), 0.005);
    before = now;
  }
}

TEST(Playback, AContactThatIsNotInTheNextSampleGoesWithItsDepth) {
  Clip clip = drawn_clip();
  clip.samples[3].contacts.clear();
  EXPECT_NEAR(moment_at(clip, 2.5 / 8).contacts[0].depth_m, 0.001, 1e-9);
  EXPECT_NEAR(moment_at(clip, 2.999 / 8).contacts[0].depth_m, 0, 1e-5);
  EXPECT_NEAR(moment_at(clip, 3.5 / 8).contacts[0].depth_m, 0.001, 1e-9);
}

TEST(Playback, ATimeThatIsNoNumberIsTheBeginningAndNoClipIsNothing) {
  const Clip clip = drawn_clip();
  EXPECT_EQ(moment_at(clip, std::numeric_limits<double>::quiet_NaN()).giver.angles,
            moment_at(clip, 0).giver.angles);
  EXPECT_TRUE(moment_at(Clip{}, 0.3).contacts.empty());
}

}  // namespace
}  // namespace thenar::motion
