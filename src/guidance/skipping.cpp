// Leaving a place, a stroke or a step out by wish, and taking that back. What was left out because it hurt is
// in the clearance and never comes back.
#include <algorithm>

#include "machine.hpp"

namespace thenar::guidance {
namespace {

Skip skip_here(const Machine& m) {
  Skip skip;
  skip.hand = current(m).hand;
  skip.end_ms = m.end_ms;
  skip.programme_steps_over = m.programme_steps_over[skip.hand];
  skip.passed_over = m.passed_over[skip.hand];
  return skip;
}

void remember(Machine& m, Skip skip) {
  if (m.state.kind == StateKind::finished || m.state.kind == StateKind::stopped) return;
  skip.then = m.state.step;
  m.skips.push_back(std::move(skip));
}

void go_to_next(Machine& m) {
  const Cut cut = cut_current(m);
  m.end_ms = std::min(m.end_ms, end_of(m, cut.keep, cut.from_ms));
  begin_step(m, cut.keep, cut.from_ms);
}

/// Long strokes are no place: this stroke and those like it are left out, the places stay.
void skip_stroke(Machine& m) {
  Skip skip = skip_here(m);
  skip.stroke = current(m).technique;
  skip.rest = rest_of(m, {});
  m.skipped_strokes[skip.hand].add(skip.stroke);
  for (std::size_t i = m.steps.size(); --i > position(m);)
    if (left_out(m, m.steps[i])) m.steps.erase(m.steps.begin() + static_cast<std::ptrdiff_t>(i));
  renumber(m);
  m.announced = -1;
  say(m, told(m, "cue.skip_stroke"));
  go_to_next(m);
  remember(m, std::move(skip));
}

/// A step over many places goes on without those named.
bool narrow(Machine& m, const ZoneSet& zones) {
  Step& step = current(m);
  if (!over_many_places(m, step) || !step.parts.empty() || zones.contains(step.zones)) return false;
  step.zones -= zones;
  return true;
}

}  // namespace

Step rest_of(const Machine& m, const ZoneSet& zones) {
  Step rest = current(m);
  std::int64_t begin = strokes_begin(m);
  const auto left_of = [&](int seconds) {
    const std::int64_t end = begin + std::int64_t{1000} * seconds;
    const std::int64_t left = end - std::max(begin, std::min(end, m.state.session_ms));
    begin = end;
    return static_cast<int>(left / 1000);
  };
  const bool protocol = !m.practice->at(rest.technique).composite.empty();
  if (rest.parts.empty() || protocol) {
    const int left = left_of(rest.seconds);
    if (left > 0) shorten(rest, left);
    rest.seconds = left;
    return rest;
  }
  ZoneSet places;
  rest.seconds = 0;
  for (StepPart& part : rest.parts) {
    part.seconds = left_of(part.seconds);
    if (!zones.empty() && !part.zones.intersects(zones)) part.seconds = 0;
    if (part.seconds > 0) places |= part.zones;
    rest.seconds += part.seconds;
  }
  std::erase_if(rest.parts, [](const StepPart& part) { return part.seconds == 0; });
  if (!rest.parts.empty()) rest.technique = rest.parts.front().technique;
  if (!places.empty()) rest.zones = places;
  rest.strokes = static_cast<int>(rest.seconds * rest.tempo_per_minute / 60 + 0.5);
  return rest;
}

bool left_out(const Machine& m, const Step& step) {
  if (no_place(m, step) && m.skipped_strokes[step.hand].has(step.technique)) return true;
  return step.zones.intersects(m.skipped_zones[step.hand]);
}

void skip_zone(Machine& m, const Command& command) {
  if (!command.zone.valid() && no_place(m, current(m))) return skip_stroke(m);
  Skip skip = skip_here(m);
  const ZoneSet zones = meant(m, command);
  skip.zones = zones - m.skipped_zones[skip.hand];
  const Sentence words = told(m, "cue.skip", {{"where", where_of(m, zones)}});
  m.skipped_zones[skip.hand] |= zones;
  if (current(m).zones.intersects(zones)) {
    skip.rest = rest_of(m, zones);
    skip.narrowed = narrow(m, zones);
  }
  if (skip.narrowed) {
    rebalance(m);
    say(m, words);
    go_on(m);
  } else {
    leave_place(m, {}, words, zones);
  }
  remember(m, std::move(skip));
}

void next(Machine& m) {
  const Step& step = current(m);
  // What is told of a step that is passed over would be heard in the next ones, and hold up the last.
  if (m.announced <= m.state.step) hush(m);
  if (cut_here(m).keep > position(m)) return go_to_next(m);
  Skip skip = skip_here(m);
  skip.rest = step;
  if (step.group.valid()) m.passed_over[step.hand][step.group] |= techniques_in(step);
  go_to_next(m);
  remember(m, std::move(skip));
}

/// Gives the step under way the zones back that were taken from it, where it is still the same and may have
/// them.
void widen(Machine& m, const Skip& skip) {
  Step wide = current(m);
  if (wide.technique != skip.rest.technique || wide.group != skip.rest.group || wide.hand != skip.hand)
    return;
  skip.zones.each([&](ZoneId id) {
    const bool wished = wide.level.value_or(0) <= m.wished_level[skip.hand][id.at()];
    if (skip.rest.zones.has(id) && !m.clearance.hands[skip.hand].zones[id.at()].excluded && wished)
      wide.zones.add(id);
  });
  std::vector<Step> steps(m.steps.begin(), m.steps.begin() + static_cast<std::ptrdiff_t>(position(m)));
  steps.push_back(wide);
  if (within_limits(m, steps, position(m))) current(m) = std::move(wide);
}

bool take_back(Machine& m) {
  if (m.skips.empty() || m.skips.back().then != m.state.step) return false;
  const Skip skip = std::move(m.skips.back());
  m.skips.pop_back();
  m.skipped_zones[skip.hand] -= skip.zones;
  if (skip.stroke.valid()) m.skipped_strokes[skip.hand].remove(skip.stroke);
  m.programme_steps_over[skip.hand] = skip.programme_steps_over;
  m.passed_over[skip.hand] = skip.passed_over;
  const Sentence words = told(m, "cue.skip_back");
  const std::int64_t end_ms = std::max(m.end_ms, skip.end_ms);
  if (!skip.narrowed && skip.rest.seconds >= m.practice->planning.quantum_seconds) {
    const Step under_way = current(m);
    again(m, skip.rest, &under_way, words, end_ms);
    return true;
  }
  m.end_ms = std::min(m.promised_ms, end_ms);
  if (skip.narrowed) widen(m, skip);
  rebalance(m);
  say(m, words);
  return true;
}

}  // namespace thenar::guidance
