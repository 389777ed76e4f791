// What a person may ask for: pause, another step, another pressure, another length.
#include <algorithm>

#include "machine.hpp"

namespace thenar::guidance {
namespace {

/// A limit was reached: nothing changes, and the person hears why.
void at_limit(Machine& m, std::string key) {
  warn(m, "T10", told(m, std::move(key)));
}

std::string level_words(const Machine& m, int level) {
  return m.practice->say("level." + std::to_string(level) + ".how");
}

void start(Machine& m) {
  chime(m, "start");
  say(m, told(m, "cue.start"));
  m.back_to = StateKind::running;
  m.state.kind = StateKind::checking;  // stands until the first announcement is over
  begin_step(m, 0, 0);
}

void pause(Machine& m) {
  m.state.kind = StateKind::paused;
  drop_hold(m);
  say(m, told(m, "cue.paused"));
}

void resume(Machine& m) {
  const bool begun = m.state.session_ms >= strokes_begin(m);
  say(m, begun && !nothing_touches(m)
             ? told(m, "cue.resume.strokes", {{"where", where_words(*m.practice, m.plan, current(m))}})
             : told(m, "cue.resume.step"));
  m.back_to = StateKind::running;
  m.state.kind = StateKind::checking;
  go_on(m);
}

/// The most seconds, at most `wanted`, for which `step` may follow the steps that stay; 0 when none.
int room_for(const Machine& m, const std::vector<Step>& kept, const Step& step, int wanted,
             std::int64_t from_ms) {
  const int quantum = m.practice->planning.quantum_seconds;
  int seconds =
      std::min(wanted, static_cast<int>((m.promised_ms - from_ms) / 1000) - step.changeover_seconds);
  for (; seconds >= quantum; seconds -= quantum) {
    std::vector<Step> steps = kept;
    steps.push_back(step);
    scale(steps.back(), seconds);
    if (within_limits(m, steps, kept.size())) return seconds;
  }
  return 0;
}

void back(Machine& m) {
  if (take_back(m)) return;
  if (position(m) == 0) return reply(m, "cue.reply.first_step");
  const Step rest = rest_of(m, {});
  again(m, m.steps[position(m) - 1], &rest);
}

void longer(Machine& m) {
  const int quantum = m.practice->planning.quantum_seconds;
  const std::vector<Step> before(m.steps.begin(), m.steps.begin() + static_cast<std::ptrdiff_t>(position(m)));
  for (int more = m.practice->guidance.longer_shorter_seconds; more >= quantum; more -= quantum) {
    auto longer = lengthened(m, more);
    const bool in_time = strokes_end(m) + std::int64_t{1000} * more <= m.promised_ms;
    if (!longer || !in_time) continue;
    std::vector<Step> steps = before;
    steps.push_back(*longer);
    if (!within_limits(m, steps, position(m))) continue;
    current(m) = std::move(*longer);
    m.end_ms = std::min(m.promised_ms, m.end_ms + std::int64_t{1000} * more);
    rebalance(m);
    return reply(m, "cue.reply.longer", {{"seconds", std::to_string(more)}});
  }
  at_limit(m, "cue.limit.longer");
}

void shorter(Machine& m) {
  Step& step = current(m);
  const int given =
      static_cast<int>((std::max<std::int64_t>(0, m.state.session_ms - strokes_begin(m)) + 999) / 1000);
  const int seconds = step.seconds - m.practice->guidance.longer_shorter_seconds;
  if (seconds <= given || seconds < 1) return next(m);
  reply(m, "cue.reply.shorter", {{"seconds", std::to_string(step.seconds - seconds)}});
  shorten(step, seconds);
  rebalance(m);
}

/// Takes out of a step the parts that may no longer be touched, or are left out by wish; false when nothing
/// stays.
bool spare_parts(const Machine& m, Step& step) {
  const bool protocol = !m.practice->at(step.technique).composite.empty();
  if (step.parts.empty() || protocol || !step.points.empty()) return true;
  ZoneSet off = m.skipped_zones[step.hand];
  for (std::size_t i = 0; i < m.practice->zones.size(); ++i)
    if (m.clearance.hands[step.hand].zones[i].excluded) off.add(ZoneId{static_cast<std::int16_t>(i)});
  std::erase_if(step.parts,
                [&](const StepPart& part) { return part.zones.empty() || part.zones.intersects(off); });
  step.zones = {};
  step.seconds = 0;
  for (const StepPart& part : step.parts) {
    step.zones |= part.zones;
    step.seconds += part.seconds;
  }
  return step.seconds > 0;
}

/// The session is over: only what keeps somebody safe is still said.
void obey_after_end(Machine& m, const Command& command) {
  if (obey_symptom(m, command)) return;
  if (m.state.kind == StateKind::stopped) return say(m, {"cue.stopped", {}, m.state.reason});
  reply(m, "cue.reply.over");
}

bool sensible(const Machine& m, const Command& command) {
  const bool zone = !command.zone.valid() || command.zone.at() < m.practice->zones.size();
  const bool value = !command.value || (*command.value >= 0 && *command.value <= 10);
  return zone && value;
}

}  // namespace

void again(Machine& m, Step step, const Step* rest, const Sentence& words, std::int64_t latest_ms) {
  const PlanningRules& rules = m.practice->planning;
  const Cut cut = cut_here(m);
  std::vector<Step> kept = kept_steps(m, cut);
  if (!spare_parts(m, step)) return at_limit(m, "cue.limit.again");
  step.changeover_seconds = rules.step_cost_quanta * rules.quantum_seconds +
                            (step.hand == current(m).hand ? 0 : rules.hand_change_seconds);
  if (step.level) {
    step.level = std::min(*step.level, level_limit(m, step));
    step.zones.each(
        [&](ZoneId id) { step.level = std::min(*step.level, m.wished_level[step.hand][id.at()]); });
    if (*step.level < lightest(m, step)) return at_limit(m, "cue.limit.again");
  }
  const int seconds = room_for(m, kept, step, step.seconds, cut.from_ms);
  if (seconds == 0) return at_limit(m, "cue.limit.again");
  scale(step, seconds);
  const std::int64_t before_ms = strokes_end(m);
  std::int64_t end_ms = cut.from_ms + std::int64_t{1000} * (step.changeover_seconds + seconds);
  kept.push_back(std::move(step));
  if (rest != nullptr) {
    Step left = *rest;
    left.changeover_seconds = kept.back().changeover_seconds;
    const int left_seconds = room_for(m, kept, left, left.seconds, end_ms);
    if (left_seconds > 0) {
      scale(left, left_seconds);
      end_ms += std::int64_t{1000} * (left.changeover_seconds + left_seconds);
      kept.push_back(std::move(left));
    }
  }
  // What comes after the current step moves back by what has come before it.
  const std::int64_t later_ms = m.end_ms + std::max<std::int64_t>(0, end_ms - before_ms);
  m.end_ms = std::min({m.promised_ms, later_ms, std::max(m.end_ms, latest_ms)});
  cut_current(m);
  m.steps = std::move(kept);
  renumber(m);
  m.announced = -1;
  if (!words.text.empty()) say(m, words);
  replan(m, {m.steps.size(), end_ms}, 0);
  begin_step(m, cut.keep, cut.from_ms);
}

void softer(Machine& m) {
  Step& step = current(m);
  if (!step.level) return reply(m, "cue.reply.no_pressure");
  if (*step.level <= lightest(m, step)) return reply(m, "cue.reply.lightest");
  const int level = *step.level - 1;
  const ZoneSet zones = step.zones;
  zones.each([&](ZoneId id) {
    int& wished = m.wished_level[step.hand][id.at()];
    wished = std::min(wished, level);
  });
  for (std::size_t i = position(m); i < m.steps.size(); ++i) {
    Step& later = m.steps[i];
    if (later.hand == step.hand && later.level && later.zones.intersects(zones))
      later.level = std::min(*later.level, std::max(level, lightest(m, later)));
  }
  reply(m, "cue.reply.softer", {{"level", level_words(m, level)}});
}

void firmer(Machine& m) {
  Step& step = current(m);
  if (!step.level) return reply(m, "cue.reply.no_pressure");
  const int level = *step.level + 1;
  std::vector<Step> steps = m.steps;
  steps[position(m)].level = level;
  if (level > level_limit(m, step) || !within_limits(m, steps, position(m)))
    return at_limit(m, "cue.limit.firmer");
  step.level = level;
  step.zones.each([&](ZoneId id) {
    int& wished = m.wished_level[step.hand][id.at()];
    wished = std::max(wished, level);
  });
  reply(m, "cue.reply.firmer", {{"level", level_words(m, level)}});
}

void obey(Machine& m, const Command& command) {
  using Kind = CommandKind;
  if (!sensible(m, command)) return reply(m, "cue.reply.unknown");
  if (m.state.kind == StateKind::finished || m.state.kind == StateKind::stopped)
    return obey_after_end(m, command);
  if (command.command == Kind::stop) return stop(m, {}, told(m, "cue.stopped"));
  if (command.command == Kind::answer) return obey_answer(m, command);
  if (obey_symptom(m, command)) return;
  if (m.state.kind == StateKind::checking)
    return reply(m, m.silent_until_ms >= 0 ? "cue.reply.wait" : "cue.reply.answer_first");
  if (m.state.kind == StateKind::preparing)
    return command.command == Kind::start ? start(m) : reply(m, "cue.reply.not_started");
  const bool paused = m.state.kind == StateKind::paused;
  switch (command.command) {
    case Kind::start:
    case Kind::resume:
      return paused ? resume(m) : reply(m, "cue.reply.running");
    case Kind::pause:
      return paused ? reply(m, "cue.reply.paused") : pause(m);
    case Kind::next:
      return next(m);
    case Kind::back:
      return back(m);
    case Kind::repeat:
      return again(m, current(m), nullptr);
    case Kind::softer:
      return softer(m);
    case Kind::firmer:
      return firmer(m);
    case Kind::longer:
      return longer(m);
    case Kind::shorter:
      return shorter(m);
    case Kind::skip_zone:
      return skip_zone(m, command);
    default:
      return reply(m, "cue.reply.unknown");
  }
}

}  // namespace thenar::guidance
