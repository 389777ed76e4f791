// The sound card: PortAudio, loaded only when a session with sound begins.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace thenar::cli::live {

/// Sounds at moments of the steady clock. Opening a sound card may take long, so it happens beside the
/// session.
class Click {
 public:
  Click();
  ~Click();
  Click(const Click&) = delete;
  Click& operator=(const Click&) = delete;

  enum class State : std::uint8_t { opening, open, failed };
  State state() const;
  /// A stroke's beat, `in_seconds` from now, loudness 0–1. `press` is the lower, fuller one.
  void beat(double in_seconds, double loudness, bool press);
  /// A low chime, `in_seconds` from now; the key of its cue says how low.
  void chime(double in_seconds, std::string_view key);
  /// Takes back all that has not sounded.
  void clear();

 private:
  struct Card;
  std::unique_ptr<Card> card_;
};

}  // namespace thenar::cli::live
