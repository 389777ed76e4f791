#include "beats.hpp"

#include <algorithm>
#include <cmath>

namespace thenar::guidance {
namespace {

constexpr std::int64_t kMsPer1000Minutes = 60'000'000;

std::int64_t stroke_begin(const Stretch& stretch, std::int64_t stroke) {
  return stretch.begin_ms + stroke * kMsPer1000Minutes / stretch.strokes_per_1000_minutes;
}

std::int64_t beat_at(const Stretch& stretch, std::int64_t stroke, std::size_t phase) {
  const std::int64_t begin = stroke_begin(stretch, stroke);
  const std::int64_t length = stroke_begin(stretch, stroke + 1) - begin;
  return begin + length * stretch.starts[phase] / 1000;
}

/// Fits whole strokes of a tempo into the stretch; a stretch shorter than one stroke gets one that fills it.
void set_tempo(Stretch& stretch, double per_minute) {
  stretch.strokes_per_1000_minutes = std::llround(per_minute * 1000);
  const std::int64_t length = stretch.end_ms - stretch.begin_ms;
  if (stretch.strokes_per_1000_minutes <= 0 || length <= 0) return;
  stretch.strokes = static_cast<int>(length * stretch.strokes_per_1000_minutes / kMsPer1000Minutes);
  if (stretch.strokes == 0) {
    stretch.strokes = 1;
    stretch.strokes_per_1000_minutes = kMsPer1000Minutes / length;
  }
}

/// The stroke under way at a time, or none.
std::optional<std::int64_t> stroke_at(const Stretch& stretch, std::int64_t at_ms) {
  if (stretch.strokes == 0 || at_ms < stretch.begin_ms) return std::nullopt;
  std::int64_t stroke = (at_ms - stretch.begin_ms) * stretch.strokes_per_1000_minutes / kMsPer1000Minutes;
  if (stroke_begin(stretch, stroke + 1) <= at_ms) ++stroke;  // the division above rounds down
  if (stroke >= stretch.strokes) return std::nullopt;
  return stroke;
}

}  // namespace

std::vector<Stretch> stretches_of(const Practice& practice, const Step& step, std::int64_t strokes_begin_ms,
                                  bool slow, double breaths_per_minute) {
  const std::vector<StepPart> whole{{{}, step.technique, step.zones, step.seconds, {}}};
  std::vector<Stretch> out;
  std::int64_t begin = strokes_begin_ms;
  int index = 0;
  for (const StepPart& part : step.parts.empty() ? whole : step.parts) {
    const Technique& technique = practice.at(part.technique);
    Stretch stretch;
    stretch.begin_ms = begin;
    stretch.end_ms = begin + std::int64_t{1000} * part.seconds;
    stretch.first_index = index;
    stretch.breath = breaths_per_minute > 0;
    const std::int64_t press = std::llround(technique.stroke_phases[0] * 1000);
    stretch.starts = {0, press, press + std::llround(technique.stroke_phases[1] * 1000)};
    double tempo = step.tempo_per_minute;
    if (part.technique != step.technique)
      tempo = slow ? technique.tempo.min_per_minute : technique.tempo.typ_per_minute;
    set_tempo(stretch, stretch.breath ? breaths_per_minute : tempo);
    begin = stretch.end_ms;
    index += stretch.strokes;
    out.push_back(stretch);
  }
  return out;
}

std::optional<Beat> beat_from(const std::vector<Stretch>& stretches, std::int64_t from_ms) {
  for (const Stretch& stretch : stretches) {
    if (stretch.end_ms <= from_ms || stretch.strokes == 0) continue;
    const std::int64_t first =
        stroke_at(stretch, std::max(from_ms, stretch.begin_ms)).value_or(stretch.strokes);
    for (std::int64_t stroke = first; stroke < std::min<std::int64_t>(first + 2, stretch.strokes); ++stroke) {
      for (std::size_t phase = 0; phase < 3; ++phase) {
        if (stretch.breath && phase == 1) continue;
        const std::int64_t at = beat_at(stretch, stroke, phase);
        if (at < from_ms) continue;
        return Beat{at, stretch.first_index + static_cast<int>(stroke), static_cast<int>(phase),
                    static_cast<double>(stretch.starts[phase]) / 1000, stretch.breath};
      }
    }
  }
  return std::nullopt;
}

double phase_at(const std::vector<Stretch>& stretches, std::int64_t at_ms) {
  for (const Stretch& stretch : stretches) {
    if (at_ms < stretch.begin_ms || at_ms >= stretch.end_ms) continue;
    const auto stroke = stroke_at(stretch, at_ms);
    if (!stroke) return 0;
    const std::int64_t begin = stroke_begin(stretch, *stroke);
    const std::int64_t length = stroke_begin(stretch, *stroke + 1) - begin;
    return length <= 0 ? 0 : static_cast<double>(at_ms - begin) / static_cast<double>(length);
  }
  return 0;
}

}  // namespace thenar::guidance
