#include "machine.hpp"

#include <algorithm>
#include <utility>

namespace thenar::guidance {
namespace {

/// From now on (or from a wall time) something is being said.
Cue spoken(Machine& m, const Sentence& words, std::int64_t at_ms) {
  Cue cue;
  cue.t_ms = at_ms;
  cue.cue = CueKind::say;
  cue.key = words.key;
  cue.parameters = words.parameters;
  cue.text = words.text;
  cue.interrupts = std::exchange(m.hushed, false) || at_ms < m.speech_until_ms;
  m.speech_until_ms = at_ms + speech_ms(*m.practice, words.text);
  return cue;
}

}  // namespace

void emit(Machine& m, Cue cue) {
  cue.t_ms = m.now_ms;
  m.out.push_back(std::move(cue));
}

void hush(Machine& m) {
  m.hushed = m.speech_until_ms > m.now_ms;
  m.waiting.clear();
  if (m.announced_until_ms > m.now_ms) m.announced = -1;
  m.speech_until_ms = m.announced_until_ms = m.now_ms;
}

void say(Machine& m, const Sentence& words) {
  m.waiting.clear();
  if (m.announced_until_ms > m.now_ms) m.announced = -1;
  m.announced_until_ms = 0;
  m.out.push_back(spoken(m, words, m.now_ms));
}

void say_after(Machine& m, const Sentence& words) {
  if (m.speech_until_ms <= m.now_ms) {
    m.out.push_back(spoken(m, words, m.now_ms));
  } else {
    m.waiting.push_back(spoken(m, words, m.speech_until_ms + kSpeechGapMs));
  }
}

void warn(Machine& m, std::string_view rule, const Sentence& words) {
  Cue cue;
  cue.cue = CueKind::warn;
  cue.key = rule;
  cue.parameters = words.parameters;
  cue.text = words.text;
  emit(m, std::move(cue));
  if (m.silent_until_ms < 0) say(m, words);
}

void tell(Machine& m, std::string_view rule, const Sentence& words) {
  if (rule.empty()) return say(m, words);
  warn(m, rule, words);
}

void chime(Machine& m, std::string_view key) {
  Cue cue;
  cue.cue = CueKind::chime;
  cue.key = key;
  emit(m, std::move(cue));
}

void show(Machine& m) {
  if (m.state.step < 0 || m.steps.empty()) return;
  refresh(m);
  Cue cue;
  cue.cue = CueKind::show;
  cue.index = m.state.step;
  cue.phase = phase_at(m.stretches, m.state.session_ms);
  cue.remaining_seconds =
      static_cast<int>((std::max<std::int64_t>(0, strokes_end(m) - m.state.session_ms) + 999) / 1000);
  cue.session_seconds = m.state.remaining_seconds;
  emit(m, std::move(cue));
}

void ask(Machine& m, std::string key, std::vector<std::string> answers, bool wait) {
  const Sentence words = sentence(*m.practice, "question." + key + ".text");
  Cue cue;
  cue.cue = CueKind::ask;
  cue.key = key;
  cue.text = words.text;
  cue.answers = answers;
  emit(m, std::move(cue));
  m.state.question = std::move(key);
  m.state.answers = std::move(answers);
  if (wait && m.state.kind != StateKind::checking) {
    m.back_to = m.state.kind;
    m.state.kind = StateKind::checking;
  }
  if (!hushed(m)) say(m, words);
}

void close_question(Machine& m) {
  m.state.question.clear();
  m.state.answers.clear();
  m.state.rule.clear();
}

bool hushed(const Machine& m) {
  return (m.plan.quiet || m.clearance.quiet) && m.plan.request.checkin.mode == Mode::partner;
}

void reply(Machine& m, std::string key, std::map<std::string, std::string> parameters) {
  const Sentence words = sentence(*m.practice, std::move(key), std::move(parameters));
  if (m.silent_until_ms < 0) return say(m, words);
  Cue cue;
  cue.cue = CueKind::note;
  cue.key = words.key;
  cue.parameters = words.parameters;
  cue.text = words.text;
  emit(m, std::move(cue));
}

std::int64_t strokes_begin(const Machine& m) {
  return m.step_begin_ms + std::int64_t{1000} * current(m).changeover_seconds;
}

std::int64_t strokes_end(const Machine& m) {
  return strokes_begin(m) + std::int64_t{1000} * current(m).seconds;
}

int current_part(const Machine& m) {
  const auto& parts = current(m).parts;
  std::int64_t end = strokes_begin(m);
  if (m.state.session_ms < end) return -1;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    end += std::int64_t{1000} * parts[i].seconds;
    if (m.state.session_ms < end) return static_cast<int>(i);
  }
  return static_cast<int>(parts.size()) - 1;
}

ZoneSet current_zones(const Machine& m) {
  const int part = current_part(m);
  return part < 0 ? current(m).zones : current(m).parts[static_cast<std::size_t>(part)].zones;
}

ZoneSet meant(const Machine& m, const Command& command) {
  if (!command.zone.valid()) return current_zones(m);
  ZoneSet zones;
  zones.add(command.zone);
  return zones;
}

std::string where_of(const Machine& m, const ZoneSet& zones) {
  // A step at points is left with its points; elsewhere exactly these zones are named.
  const bool points = zones == current_zones(m) && current(m).points.size() == 1;
  return points ? where_words(*m.practice, m.plan, current(m)) : where_words(*m.practice, zones);
}

bool over_many_places(const Machine& m, const Step& step) {
  const Practice& practice = *m.practice;
  if (step.group.valid() && practice.at(step.group).of.empty()) return false;
  RegionId region;
  bool many = false;
  for (const Group& group : practice.groups) {
    if (!group.of.empty() || !group.zones.intersects(step.zones)) continue;
    many = many || (region.valid() && region != group.region);
    region = group.region;
  }
  return many;
}

void renumber(Machine& m) {
  for (std::size_t i = 0; i < m.steps.size(); ++i) m.steps[i].index = static_cast<int>(i);
}

std::int64_t massage_at(const Machine& m, std::int64_t wall_ms) {
  return m.state.session_ms + std::max<std::int64_t>(0, wall_ms - std::max(m.now_ms, m.hold_until_ms));
}

std::int64_t wall_at(const Machine& m, std::int64_t massage_ms) {
  return std::max(m.now_ms, m.hold_until_ms) + (massage_ms - m.state.session_ms);
}

StateKind after_command(const Machine& m) {
  return m.state.kind == StateKind::checking ? m.back_to : m.state.kind;
}

void refresh(Machine& m) {
  for (Step& step : m.steps) planning::set_part_levels(*m.practice, step);
  std::int64_t end = m.step_begin_ms;
  for (std::size_t i = position(m); i < m.steps.size(); ++i)
    end += std::int64_t{1000} * (m.steps[i].changeover_seconds + m.steps[i].seconds);
  const bool over = m.state.kind == StateKind::finished || m.state.kind == StateKind::stopped;
  m.state.remaining_seconds =
      over ? 0 : static_cast<int>((std::max<std::int64_t>(0, end - m.state.session_ms) + 999) / 1000);
  m.state.elapsed_ms = m.state.step < 0 ? 0 : std::max<std::int64_t>(0, m.state.session_ms - m.step_begin_ms);
}

}  // namespace thenar::guidance
