// How far the stroke under way has come, from the beats that the session gives.
#pragma once

#include <cstdint>
#include <optional>

#include "thenar/guidance/session.hpp"

namespace thenar::cli::live {

/// A stroke being paced: press, glide, release, or a breath in and out.
struct Stroke {
  double phase = 0;     ///< 0–1
  double glide_at = 0;  ///< where glide begins, 0–1; breath: where out begins
  double release_at = 1;
  double period_ms = 0;
  bool breath = false;
};

class StrokeClock {
 public:
  void beat(const guidance::Cue& cue);
  /// The strokes are interrupted: the next beat follows none.
  void stop() {
    index_ = -1;
    period_ms_ = 0;
  }
  /// The stroke at a session time; none before its tempo is known, and after the strokes ended.
  std::optional<Stroke> at(std::int64_t t_ms) const;

 private:
  std::int64_t last_ms_ = 0;
  double last_phase_ = 0;
  double period_ms_ = 0;
  double glide_at_ = 0.2;
  double release_at_ = 0.8;
  int index_ = -1;
  bool breath_ = false;
};

}  // namespace thenar::cli::live
