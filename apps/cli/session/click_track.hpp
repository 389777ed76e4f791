// The sound of the beat: soft wooden ticks and low chimes at given sample frames. Pure: frames in, samples
// out.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <span>

namespace thenar::cli::live {

/// One sound: when it begins, how loud (0–1), how high, and how long it rings.
struct Tick {
  std::int64_t frame = 0;
  float loudness = 0;
  float pitch_hz = 0;
  float ring_seconds = 0;
};

/// Ticks written by one thread, sounded by another that must never wait (the audio callback).
class ClickTrack {
 public:
  explicit ClickTrack(double frames_per_second) : frames_per_second_(frames_per_second) {}

  /// Asks for a tick. False when too many wait.
  bool add(const Tick& tick);
  /// Takes back every tick that has not begun.
  void clear() { generation_.fetch_add(1, std::memory_order_release); }

  /// Writes the next frames (mono, −1 … 1, never above kLoudest). Only the audio callback calls this.
  void render(std::span<float> out);
  /// Frames rendered so far.
  std::int64_t frames() const { return frames_.load(std::memory_order_acquire); }
  double frames_per_second() const { return frames_per_second_; }

  /// No sample is louder: a click is to be felt more than heard.
  static constexpr float kLoudest = 0.35F;

 private:
  struct Asked {
    Tick tick;
    std::uint32_t generation = 0;
  };
  struct Voice {
    Tick tick;
    std::int64_t begin = 0;  ///< the frame it really began at
    std::uint32_t generation = 0;
    bool used = false;
  };
  void take_asked(std::uint32_t generation);
  float sample(const Voice& voice, std::int64_t age) const;

  static constexpr std::size_t kAsked = 64;
  double frames_per_second_;
  std::array<Asked, kAsked> asked_{};
  std::atomic<std::size_t> written_{0};
  std::atomic<std::size_t> taken_{0};
  std::atomic<std::uint32_t> generation_{0};
  std::atomic<std::int64_t> frames_{0};
  std::array<Voice, kAsked> voices_{};
};

}  // namespace thenar::cli::live
