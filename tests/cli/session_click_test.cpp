#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "cli/session/click_track.hpp"
#include "cli/session/stroke_clock.hpp"

namespace thenar::cli::live {
namespace {

constexpr double kRate = 48000;

/// Renders in blocks of an uneven size, as sound cards ask for them.
std::vector<float> render(ClickTrack& track, std::size_t frames) {
  std::vector<float> out(frames);
  for (std::size_t at = 0; at < frames; at += 331)
    track.render(std::span(out).subspan(at, std::min<std::size_t>(331, frames - at)));
  return out;
}

std::size_t first_sound(const std::vector<float>& out, std::size_t from) {
  const auto found = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(),
                                  [](float each) { return std::abs(each) > 1e-4F; });
  return static_cast<std::size_t>(found - out.begin());
}

float loudest(const std::vector<float>& out) {
  float most = 0;
  for (const float each : out) most = std::max(most, std::abs(each));
  return most;
}

TEST(SessionClick, ATickBeginsWithinAMillisecondOfItsFrame) {
  ClickTrack track(kRate);
  for (const std::int64_t frame : {1000, 20000, 40000}) ASSERT_TRUE(track.add({frame, 1, 620, 0.02F}));
  const auto out = render(track, 60000);
  std::size_t from = 0;
  for (const std::size_t frame : {1000U, 20000U, 40000U}) {
    const auto begins = first_sound(out, from);
    EXPECT_GE(begins, frame);
    EXPECT_LT(begins, frame + 48);
    from = frame + 10000;
  }
}

TEST(SessionClick, NothingIsLoudAndNothingCracks) {
  ClickTrack track(kRate);
  for (int i = 0; i < 40; ++i) track.add({100 * i, 1, 830, 0.02F});
  const auto out = render(track, 48000);
  EXPECT_LE(loudest(out), ClickTrack::kLoudest);
  EXPECT_EQ(out[0], 0.0F);
  ClickTrack one(kRate);
  one.add({0, 1, 830, 0.02F});
  const auto alone = render(one, 48000);
  // A jump would be a crack: the steepest a sine of these tones gets is its amplitude times 2πf a sample.
  for (std::size_t i = 1; i < alone.size(); ++i) ASSERT_LT(std::abs(alone[i] - alone[i - 1]), 0.06F) << i;
  EXPECT_EQ(first_sound(alone, 12000), alone.size()) << "a tick is short";
}

TEST(SessionClick, AStrongerStrokeIsLouder) {
  ClickTrack soft(kRate);
  ClickTrack strong(kRate);
  soft.add({0, 0.3F, 620, 0.02F});
  strong.add({0, 0.9F, 620, 0.02F});
  EXPECT_NEAR(loudest(render(strong, 9000)) / loudest(render(soft, 9000)), 3.0, 0.01);
}

TEST(SessionClick, WhatIsTakenBackIsNeverHeard) {
  ClickTrack track(kRate);
  track.add({24000, 1, 620, 0.02F});
  render(track, 12000);
  track.clear();
  track.add({36000, 1, 620, 0.02F});
  const auto out = render(track, 48000);
  const auto begins = first_sound(out, 0);
  EXPECT_GE(begins, 24000U) << "frame 36000 lies 24000 after the 12000 rendered first";
}

TEST(SessionClick, ALateTickSoundsAtOnceAndTooManyAreRefused) {
  ClickTrack track(kRate);
  render(track, 5000);
  track.add({10, 1, 620, 0.02F});
  EXPECT_LT(first_sound(render(track, 1000), 0), 48U);
  bool refused = false;
  for (int i = 0; i < 1000; ++i) refused = refused || !track.add({100000, 1, 620, 0.02F});
  EXPECT_TRUE(refused);
}

guidance::Cue beat(std::int64_t t_ms, const char* key, int index, double phase) {
  guidance::Cue cue;
  cue.t_ms = t_ms;
  cue.cue = guidance::CueKind::beat;
  cue.key = key;
  cue.index = index;
  cue.phase = phase;
  return cue;
}

TEST(SessionStroke, ItsPhaseGrowsEvenlyFromBeatToBeat) {
  StrokeClock clock;
  clock.beat(beat(1000, "press", 0, 0));
  EXPECT_FALSE(clock.at(1100)) << "one beat has no tempo";
  clock.beat(beat(1400, "glide", 0, 0.2));  // so a stroke takes 2 s
  ASSERT_TRUE(clock.at(1400));
  EXPECT_DOUBLE_EQ(clock.at(1400)->phase, 0.2);
  EXPECT_DOUBLE_EQ(clock.at(2000)->phase, 0.5);
  EXPECT_DOUBLE_EQ(clock.at(1400)->period_ms, 2000);
  clock.beat(beat(2600, "release", 0, 0.8));
  clock.beat(beat(3000, "press", 1, 0));
  EXPECT_DOUBLE_EQ(clock.at(3000)->phase, 0);
  EXPECT_DOUBLE_EQ(clock.at(4000)->phase, 0.5);
  EXPECT_FALSE(clock.at(9000)) << "the strokes have ended";
}

TEST(SessionStroke, ABreathKnowsInAndOutOnly) {
  StrokeClock clock;
  clock.beat(beat(0, "in", 0, 0));
  clock.beat(beat(4000, "out", 0, 0.4));
  ASSERT_TRUE(clock.at(5000));
  EXPECT_TRUE(clock.at(5000)->breath);
  EXPECT_DOUBLE_EQ(clock.at(5000)->phase, 0.5);
  EXPECT_DOUBLE_EQ(clock.at(5000)->glide_at, 0.4);
  EXPECT_DOUBLE_EQ(clock.at(5000)->release_at, 1);
}

}  // namespace
}  // namespace thenar::cli::live
