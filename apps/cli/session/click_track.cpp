#include "cli/session/click_track.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thenar::cli::live {
namespace {

constexpr double kAttackSeconds = 0.004;  // a shorter one would crack
constexpr double kRings = 6;              // ring times until it is faded out (e^-6)
constexpr double kOvertone = 2.4;         // a bar of wood, not a string
constexpr double kOvertoneShare = 0.25;

}  // namespace

bool ClickTrack::add(const Tick& tick) {
  const auto written = written_.load(std::memory_order_relaxed);
  if (written - taken_.load(std::memory_order_acquire) >= kAsked) return false;
  asked_[written % kAsked] = {tick, generation_.load(std::memory_order_relaxed)};
  written_.store(written + 1, std::memory_order_release);
  return true;
}

void ClickTrack::take_asked(std::uint32_t generation) {
  auto taken = taken_.load(std::memory_order_relaxed);
  const auto written = written_.load(std::memory_order_acquire);
  for (; taken != written; ++taken) {
    const Asked& asked = asked_[taken % kAsked];
    auto* free = std::ranges::find(voices_, false, &Voice::used);
    if (asked.generation != generation || free == voices_.end()) continue;
    *free = {asked.tick, std::max(asked.tick.frame, frames_.load(std::memory_order_relaxed)),
             asked.generation, true};
  }
  taken_.store(taken, std::memory_order_release);
}

float ClickTrack::sample(const Voice& voice, std::int64_t age) const {
  const double t = static_cast<double>(age) / frames_per_second_;
  const double ring = static_cast<double>(voice.tick.ring_seconds);
  const double rise = std::min(t / kAttackSeconds, 1.0);
  const double fall = std::min((kRings * ring - t) / kAttackSeconds, 1.0);
  const double shape =
      0.5 * (1 - std::cos(std::numbers::pi * rise)) * std::max(fall, 0.0) * std::exp(-t / ring);
  const double turn = 2 * std::numbers::pi * static_cast<double>(voice.tick.pitch_hz) * t;
  const double tone = (std::sin(turn) + kOvertoneShare * std::sin(kOvertone * turn)) / (1 + kOvertoneShare);
  return static_cast<float>(shape * tone) * voice.tick.loudness * kLoudest;
}

void ClickTrack::render(std::span<float> out) {
  const auto generation = generation_.load(std::memory_order_acquire);
  take_asked(generation);
  std::ranges::fill(out, 0.0F);
  const auto first = frames_.load(std::memory_order_relaxed);
  const auto end = first + static_cast<std::int64_t>(out.size());
  for (auto& voice : voices_) {
    if (!voice.used) continue;
    if (voice.begin >= first && voice.generation != generation) {
      voice.used = false;
      continue;
    }
    const auto length =
        static_cast<std::int64_t>(kRings * static_cast<double>(voice.tick.ring_seconds) * frames_per_second_);
    for (auto frame = std::max(first, voice.begin); frame < std::min(end, voice.begin + length); ++frame)
      out[static_cast<std::size_t>(frame - first)] += sample(voice, frame - voice.begin);
    if (voice.begin + length <= end) voice.used = false;
  }
  for (auto& each : out) each = std::clamp(each, -kLoudest, kLoudest);
  frames_.store(end, std::memory_order_release);
}

}  // namespace thenar::cli::live
