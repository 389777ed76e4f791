// Going through the steps: which cue is due when, and what happens at the end of a step.
#include <algorithm>

#include "machine.hpp"

namespace thenar::guidance {
namespace {

enum class Due : std::uint8_t { nothing, words, question, step_end, item, beat, show };
struct Next {
  Due due = Due::nothing;
  std::int64_t at_ms = 0;  ///< wall time
};

/// What comes next, and when. At the same moment the order of Due holds.
Next next_event(const Machine& m) {
  Next next;
  const auto offer = [&](Due due, std::int64_t wall_ms) {
    if (next.due == Due::nothing || wall_ms < next.at_ms) next = {due, std::max(wall_ms, m.now_ms)};
  };
  if (!m.waiting.empty()) offer(Due::words, m.waiting.front().t_ms);
  if (m.silent_until_ms >= 0) offer(Due::question, m.silent_until_ms);
  if (m.state.kind != StateKind::running) return next;
  offer(Due::step_end, wall_at(m, strokes_end(m)));
  if (m.agenda_next < m.agenda.size()) offer(Due::item, wall_at(m, m.agenda[m.agenda_next].at_ms));
  if (const auto beat = beat_from(m.stretches, m.beat_from_ms)) offer(Due::beat, wall_at(m, beat->at_ms));
  offer(Due::show, wall_at(m, m.next_show_ms));
  return next;
}

void move_to(Machine& m, std::int64_t wall_ms) {
  if (m.state.kind == StateKind::running) {
    m.state.session_ms = massage_at(m, wall_ms);
  } else {
    m.deadline_ms += std::max<std::int64_t>(0, wall_ms - m.now_ms);
  }
  m.now_ms = wall_ms;
}

void fire_item(Machine& m) {
  const Item item = m.agenda[m.agenda_next++];
  switch (item.kind) {
    case ItemKind::question:
      m.asked_first = true;
      if (current(m).group.valid()) m.asked_groups[current(m).hand].add(current(m).group);
      if (item.cue == CueKind::note) break;
      return ask(m, "pressure", {"good", "softer", "firmer", "hurts"}, false);
    case ItemKind::ask_again:
      m.ask_again_ms = -1;
      ask(m, "again", {"fine", "too-firm", "sharp", "tingling", "stop"}, false);
      m.state.rule = "T03";
      return;
    case ItemKind::words:
    case ItemKind::next_step:
    case ItemKind::new_tool:
    case ItemKind::half:
      break;
  }
  m.half_chimed = m.half_chimed || item.kind == ItemKind::half;
  if (item.cue == CueKind::say) {
    say(m, item.words);
  } else {
    Cue cue;
    cue.cue = item.cue;
    cue.key = item.words.key;
    cue.text = item.words.text;
    emit(m, std::move(cue));
  }
  if (item.kind == ItemKind::next_step) {
    m.announced = m.state.step + 1;
    m.announced_until_ms = m.speech_until_ms;
  } else if (item.kind == ItemKind::new_tool) {
    if (item.tool.valid()) m.tool = current(m).tool = item.tool;
    m.tool_since_ms = massage_at(m, m.speech_until_ms);
    make_agenda(m);
  }
}

void fire_beat(Machine& m) {
  const auto beat = beat_from(m.stretches, m.beat_from_ms);
  THENAR_CHECK(beat.has_value());
  static constexpr std::array<const char*, 3> kStroke{"press", "glide", "release"};
  static constexpr std::array<double, 3> kStrength{1, 0.5, 0.25};
  const auto phase = static_cast<std::size_t>(beat->phase);
  Cue cue;
  cue.cue = CueKind::beat;
  cue.key = beat->breath ? (phase == 0 ? "in" : "out") : kStroke[phase];
  cue.index = beat->index;
  cue.strength = kStrength[phase];
  cue.phase = beat->start;
  m.beat_from_ms = beat->at_ms + 1;
  emit(m, std::move(cue));
}

void fire(Machine& m, Due due) {
  switch (due) {
    case Due::nothing:
      return;
    case Due::words:
      m.out.push_back(std::move(m.waiting.front()));
      m.waiting.pop_front();
      return;
    case Due::question:
      m.silent_until_ms = -1;
      ask(m, "offered", {"yes", "no"}, true);
      m.state.rule = "T08";
      return;
    case Due::step_end:
      return begin_step(m, position(m) + 1, strokes_end(m));
    case Due::item:
      return fire_item(m);
    case Due::beat:
      return fire_beat(m);
    case Due::show:
      m.next_show_ms += 1000;
      return show(m);
  }
}

/// The fullest announcement that ends in time, or the shortest one.
Sentence announcement(const Machine& m, std::size_t position, std::int64_t begin_ms, std::int64_t end_ms) {
  const auto texts = announcements(*m.practice, m.plan, m.steps, position);
  for (const auto& text : texts)
    if (begin_ms + speech_ms(*m.practice, text.text) <= end_ms) return text;
  return texts.back();
}

std::int64_t quiet_from(const Machine& m) {
  return m.speech_until_ms > m.now_ms ? m.speech_until_ms + kSpeechGapMs : m.now_ms;
}

void announce(Machine& m, const Sentence& words) {
  say_after(m, words);
  m.announced = m.state.step;
  m.announced_until_ms = m.speech_until_ms;
}

/// Announces the step that has just begun, in its changeover. What does not fit there delays the step by
/// whole seconds, which come off what is left.
void announce_in_time(Machine& m, std::size_t position) {
  const std::int64_t begin = quiet_from(m);
  const std::int64_t strokes = wall_at(m, strokes_begin(m));
  Sentence words = announcement(m, position, begin, strokes);
  const std::int64_t late = begin + speech_ms(*m.practice, words.text) - strokes;
  if (late > 0) {
    const auto seconds = static_cast<int>((late + 999) / 1000);
    m.step_begin_ms += std::int64_t{1000} * seconds;
    m.lost_seconds[current(m).hand] += seconds;
    const Hand hand = current(m).hand;
    trim(m, position);
    if (position >= m.steps.size()) {
      m.lost_seconds[hand] -= seconds;
      return;
    }
    words = announcement(m, position, begin, strokes + std::int64_t{1000} * seconds);
  }
  announce(m, words);
}

/// Announces the current step while massage time stands still, for as long as it must.
void announce_first(Machine& m, bool excused) {
  announce(m, announcements(*m.practice, m.plan, m.steps, position(m)).front());
  hold(m, excused);
}

void note_tool(Machine& m) {
  const Step& step = current(m);
  const bool loads = step.tool.valid() && m.practice->at(step.tool).needs_giver && step.level.value_or(0) > 0;
  const ToolId tool = loads ? step.tool : ToolId{};
  const bool same_giver = m.plan.request.checkin.mode == Mode::partner || m.tool_hand == step.hand;
  if (tool == m.tool && same_giver) return;
  m.tool = tool;
  m.tool_hand = step.hand;
  m.tool_since_ms = strokes_begin(m);
}

}  // namespace

void pass(Machine& m, std::int64_t t_ms) {
  for (Next next = next_event(m); next.due != Due::nothing && next.at_ms <= t_ms; next = next_event(m)) {
    move_to(m, next.at_ms);
    fire(m, next.due);
  }
  move_to(m, std::max(t_ms, m.now_ms));
}

void begin_step(Machine& m, std::size_t position, std::int64_t from_ms) {
  const bool standing = m.state.kind != StateKind::running;
  const StateKind then = after_command(m);
  close_question(m);
  if (position >= m.steps.size()) return finish(m);
  m.state.kind = then;
  std::erase_if(m.skips, [&](const Skip& skip) { return skip.then != static_cast<int>(position); });
  m.state.step = then == StateKind::preparing ? -1 : static_cast<int>(position);
  m.step_begin_ms = from_ms;
  m.agenda.clear();
  m.agenda_next = 0;
  if (then == StateKind::preparing) return refresh(m);
  if (then == StateKind::running) {
    if (position > 0) chime(m, "change");
    if (standing) {
      drop_hold(m);
      announce_first(m, true);
    } else if (m.announced != m.state.step) {
      announce_in_time(m, position);
      if (position >= m.steps.size()) return finish(m);
    } else if (m.announced_until_ms > wall_at(m, strokes_begin(m))) {
      hold(m, false);  // sent for while it was still being announced
      if (position >= m.steps.size()) return finish(m);
    }
  } else {
    m.announced = -1;
  }
  m.beat_from_ms = strokes_begin(m);
  m.next_show_ms = (m.state.session_ms + 999) / 1000 * 1000;
  note_tool(m);
  make_agenda(m);
  refresh(m);
}

void take_up(Machine& m, bool excused) {
  refresh(m);
  if (m.state.kind != StateKind::running) return;
  if (m.announced != m.state.step && m.state.session_ms < strokes_begin(m)) announce_first(m, excused);
  if (position(m) >= m.steps.size()) return finish(m);
  make_agenda(m);
  refresh(m);
}

void go_on(Machine& m) {
  if (m.steps.empty()) return end_here(m, {}, sentence(*m.practice, "cue.stopped"));
  if (!may_go_on(m)) return leave_step(m, {}, sentence(*m.practice, "cue.leave"));
  const StateKind then = after_command(m);
  const bool standing = m.state.kind != StateKind::running;
  if (standing) close_question(m);
  m.state.kind = then;
  if (then != StateKind::running || !standing) return;
  drop_hold(m);
  hold(m, true);
  m.next_show_ms = (m.state.session_ms + 999) / 1000 * 1000;
}

void finish(Machine& m) {
  close_question(m);
  m.state.kind = StateKind::finished;
  m.state.step = static_cast<int>(m.steps.size()) - 1;
  drop_hold(m);
  m.agenda.clear();
  m.agenda_next = 0;
  m.silent_until_ms = -1;
  chime(m, "end");
  say_after(m, sentence(*m.practice, "cue.finished"));
  refresh(m);
}

void stop(Machine& m, std::string_view rule, const Sentence& words) {
  if (m.state.kind == StateKind::preparing) {
    m.steps.clear();
  } else if (m.state.kind != StateKind::finished && m.state.kind != StateKind::stopped) {
    m.steps.resize(cut_current(m).keep);
  }
  end_here(m, rule, words);
}

void end_here(Machine& m, std::string_view rule, const Sentence& words) {
  close_question(m);
  m.state.kind = StateKind::stopped;
  m.state.step = static_cast<int>(m.steps.size()) - 1;
  m.state.rule = rule;
  m.state.reason = words.text;
  drop_hold(m);
  m.agenda.clear();
  m.agenda_next = 0;
  m.silent_until_ms = -1;
  chime(m, "stop");
  tell(m, rule, words);
  refresh(m);
}

void leave_place(Machine& m, std::string_view rule, const Sentence& words, const ZoneSet& zones) {
  if (current(m).zones.intersects(zones) && !leave_parts(m, zones)) return leave_step(m, rule, words);
  rebalance(m);
  tell(m, rule, words);
  go_on(m);
}

}  // namespace thenar::guidance
