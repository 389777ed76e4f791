// When strokes begin and how far each has come. Every time is computed from the index of its stroke, so
// nothing drifts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "thenar/planning/plan.hpp"

namespace thenar::guidance {

/// Equal strokes one after the other: those of a step, or of one of its parts. Times are massage time.
struct Stretch {
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;
  std::int64_t strokes_per_1000_minutes = 0;
  int strokes = 0;                       ///< whole ones that fit; 0 where there is no beat
  int first_index = 0;                   ///< index of the first stroke in the step
  std::array<std::int64_t, 3> starts{};  ///< where press, glide and release begin, thousandths of a stroke
  bool breath = false;                   ///< in and out instead of press, glide, release
};

/// The stretches of a step whose strokes begin at `strokes_begin_ms`. `slow` takes the slowest tempo where a
/// part has its own; breaths follow `breaths_per_minute` when it is positive.
std::vector<Stretch> stretches_of(const Practice& practice, const Step& step, std::int64_t strokes_begin_ms,
                                  bool slow, double breaths_per_minute);

/// One beat: the moment a phase of a stroke begins.
struct Beat {
  std::int64_t at_ms = 0;
  int index = 0;     ///< stroke of the step
  int phase = 0;     ///< 0 press, 1 glide, 2 release
  double start = 0;  ///< where in the stroke, 0–1
  bool breath = false;
};

/// The first beat at or after a time; none when there is no more.
std::optional<Beat> beat_from(const std::vector<Stretch>& stretches, std::int64_t from_ms);

/// How far the stroke under way has come, 0–1; 0 outside strokes.
double phase_at(const std::vector<Stretch>& stretches, std::int64_t at_ms);

}  // namespace thenar::guidance
