// The two clocks of a live session: where it is now, and what is about to be heard.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "thenar/guidance/session.hpp"

namespace thenar::cli::live {

/// Session time, from a clock that never jumps. A turn that took very long (the process or the machine slept)
/// counts as a moment only.
class SessionClock {
 public:
  SessionClock(std::int64_t start_ms, double speed);
  /// Session time now.
  std::int64_t now();
  /// True once when time was left out since the last question.
  bool slept();

 private:
  std::chrono::steady_clock::time_point last_;
  double reached_ms_;
  double speed_;
  bool slept_ = false;
};

/// The beats of the next second, for the sound card.
class BeatsAhead {
 public:
  explicit BeatsAhead(const guidance::Session& session) : session_(session) {}
  /// Everything planned is off: a command has changed the session.
  void start_again();
  /// Cues to sound, due until `until_ms` and not yet returned.
  std::vector<guidance::Cue> take(std::int64_t now_ms, std::int64_t until_ms);

 private:
  const guidance::Session& session_;
  std::int64_t taken_ms_ = 0;
};

}  // namespace thenar::cli::live
