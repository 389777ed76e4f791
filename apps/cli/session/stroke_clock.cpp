#include "cli/session/stroke_clock.hpp"

#include <algorithm>

namespace thenar::cli::live {

void StrokeClock::beat(const guidance::Cue& cue) {
  // Two beats that follow each other say how long a stroke is.
  const int strokes = cue.index - index_;
  const double share = strokes + cue.phase - last_phase_;
  const bool follows = index_ >= 0 && (strokes == 0 || strokes == 1) && share > 0 && cue.t_ms > last_ms_;
  period_ms_ = follows ? static_cast<double>(cue.t_ms - last_ms_) / share : 0;
  breath_ = cue.key == "in" || cue.key == "out";
  if (cue.key == "glide" || cue.key == "out") glide_at_ = cue.phase;
  if (cue.key == "release") release_at_ = cue.phase;
  if (breath_) release_at_ = 1;
  last_ms_ = cue.t_ms;
  last_phase_ = cue.phase;
  index_ = cue.index;
}

std::optional<Stroke> StrokeClock::at(std::int64_t t_ms) const {
  if (period_ms_ <= 0) return std::nullopt;
  const double phase = last_phase_ + static_cast<double>(t_ms - last_ms_) / period_ms_;
  constexpr double kOver = 1.5;  // the next beat did not come
  if (phase > kOver) return std::nullopt;
  return Stroke{std::clamp(phase, 0.0, 1.0), glide_at_, release_at_, period_ms_, breath_};
}

}  // namespace thenar::cli::live
