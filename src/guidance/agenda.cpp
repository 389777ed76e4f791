// What is said during a step, and when. Sentences never overlap: each takes its slot, the important ones
// first, and the announcement of the next step ends before its strokes begin.
#include <algorithm>

#include "machine.hpp"

namespace thenar::guidance {
namespace {

/// How many breaths are counted aloud before the beat alone goes on.
constexpr int kSpokenBreaths = 3;

struct Slot {
  std::int64_t begin_ms = 0;
  std::int64_t end_ms = 0;
};

class Agenda {
 public:
  Agenda(const Machine& m, std::int64_t from_ms) : m_(m), from_(from_ms) {}

  /// Says it at `begin_ms` or, when that slot is taken, as soon after as possible but not after `latest_ms`.
  bool put(Item item, std::int64_t begin_ms, std::int64_t latest_ms) {
    const std::int64_t length = speech_ms(*m_.practice, item.words.text);
    std::int64_t begin = std::max(begin_ms, from_);
    while (begin <= latest_ms) {
      const Slot* taken = collision(begin, begin + length);
      if (taken == nullptr) return take(std::move(item), begin, length);
      begin = taken->end_ms + kSpeechGapMs;
    }
    return false;
  }

  /// Says it so that it ends at `end_ms`, or earlier when that slot is taken, but not before `earliest_ms`.
  bool put_before(Item item, std::int64_t end_ms, std::int64_t earliest_ms) {
    const std::int64_t length = speech_ms(*m_.practice, item.words.text);
    std::int64_t begin = end_ms - length;
    while (begin >= std::max(from_, earliest_ms)) {
      const Slot* taken = collision(begin, begin + length);
      if (taken == nullptr) return take(std::move(item), begin, length);
      begin = taken->begin_ms - kSpeechGapMs - length;
    }
    return false;
  }

  /// Drops what lies after a moment: something more important needs the time.
  void clear_from(std::int64_t at_ms) {
    for (std::size_t i = slots_.size(); i-- > 0;) {
      if (slots_[i].end_ms + kSpeechGapMs <= at_ms) continue;
      slots_.erase(slots_.begin() + static_cast<std::ptrdiff_t>(i));
      items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  /// Something that makes no sound.
  void put_silent(Item item) { silent_.push_back(std::move(item)); }

  std::vector<Item> items() && {
    for (auto& item : silent_) items_.push_back(std::move(item));
    std::stable_sort(items_.begin(), items_.end(),
                     [](const Item& a, const Item& b) { return a.at_ms < b.at_ms; });
    return std::move(items_);
  }

 private:
  const Slot* collision(std::int64_t begin, std::int64_t end) const {
    for (const Slot& slot : slots_)
      if (begin < slot.end_ms + kSpeechGapMs && slot.begin_ms < end + kSpeechGapMs) return &slot;
    return nullptr;
  }
  bool take(Item item, std::int64_t begin, std::int64_t length) {
    item.at_ms = begin;
    slots_.push_back({begin, begin + length});
    items_.push_back(std::move(item));
    return true;
  }

  const Machine& m_;
  std::int64_t from_;
  std::vector<Slot> slots_;  ///< of items_, same order
  std::vector<Item> items_;
  std::vector<Item> silent_;
};

Item words(Sentence text, ItemKind kind = ItemKind::words) {
  Item item;
  item.kind = kind;
  item.words = std::move(text);
  return item;
}

bool quiet(const Machine& m) {
  return m.plan.quiet || m.clearance.quiet;
}

void put_parts(const Machine& m, Agenda& agenda) {
  const Step& step = current(m);
  std::int64_t begin = strokes_begin(m);
  for (std::size_t i = 0; i < step.parts.size(); ++i) {
    const Sentence text = part_announcement(*m.practice, step, i);
    if (!text.text.empty() && begin > m.state.session_ms) agenda.put_before(words(text), begin, 0);
    begin += std::int64_t{1000} * step.parts[i].seconds;
  }
}

void put_countdown(const Machine& m, Agenda& agenda) {
  if (quiet(m)) return;
  const GuidanceRules& rules = m.practice->guidance;
  const Step& step = current(m);
  const std::int64_t now = m.state.session_ms;
  const std::int64_t half = strokes_begin(m) + std::int64_t{500} * step.seconds;
  const std::int64_t ending = strokes_end(m) - std::int64_t{1000} * rules.ending_notice_seconds;
  if (step.seconds >= rules.ending_from_seconds && ending > now)
    agenda.put(words(sentence(*m.practice, "cue.ending",
                              {{"seconds", std::to_string(rules.ending_notice_seconds)}})),
               ending, ending);
  if (step.seconds >= rules.halfway_from_seconds && half > now)
    agenda.put(words(sentence(*m.practice, "cue.halfway")), half, half + 1000);
  const std::int64_t session_half = m.promised_ms / 2;
  if (!m.half_chimed && session_half >= now && session_half < strokes_end(m)) {
    Item item = words({"half", {}, {}}, ItemKind::half);
    item.cue = CueKind::chime;
    item.at_ms = session_half;
    agenda.put_silent(std::move(item));
  }
}

/// The next step's announcement; when there is no room for the shortest one, what is in its way gives way.
/// What is longer than this step is said at the beginning of the next.
void put_next(const Machine& m, Agenda& agenda) {
  const std::size_t next = position(m) + 1;
  if (next >= m.steps.size() || m.announced == static_cast<int>(next)) return;
  const std::int64_t end = strokes_end(m) + std::int64_t{1000} * m.steps[next].changeover_seconds;
  const auto texts = announcements(*m.practice, m.plan, m.steps, next);
  for (const auto& text : texts)
    if (agenda.put_before(words(text, ItemKind::next_step), end, strokes_begin(m))) return;
  agenda.clear_from(end - speech_ms(*m.practice, texts.back().text));
  agenda.put_before(words(texts.back(), ItemKind::next_step), end, strokes_begin(m));
}

void put_tool(const Machine& m, Agenda& agenda) {
  const std::int64_t limit = std::int64_t{1000} * m.practice->guidance.tool_change_seconds;
  if (!m.tool.valid() || limit <= 0) return;
  const Step& step = current(m);
  const ToolId other = other_tool(m, step, false);
  const Sentence text =
      other.valid()
          ? sentence(*m.practice, m.practice->at(other).uses_thumb ? "cue.tool.to" : "cue.tool.change",
                     {{"with", m.practice->say("tool." + m.practice->at(other).id + ".with")}})
          : sentence(*m.practice, "cue.tool.rest");
  const std::int64_t length = speech_ms(*m.practice, text.text);
  const std::int64_t due = m.tool_since_ms + limit;
  if (due + length >= strokes_end(m)) return;
  Item item = words(text, ItemKind::new_tool);
  item.tool = other;
  agenda.put(std::move(item), std::max(due - length, strokes_begin(m)), strokes_end(m) - 2 * length);
}

void put_ask_again(const Machine& m, Agenda& agenda) {
  if (m.ask_again_ms < 0) return;
  const Sentence text = sentence(*m.practice, "question.again.text");
  agenda.put(words(text, ItemKind::ask_again), std::max(m.ask_again_ms, strokes_begin(m)),
             strokes_end(m) - speech_ms(*m.practice, text.text));
}

/// Partner mode: asks at first and at each new place; in quiet sessions the giver sees what to look for
/// instead.
void put_question(Machine& m, Agenda& agenda) {
  const Step& step = current(m);
  if (m.plan.request.checkin.mode != Mode::partner || !step.level || !m.state.question.empty()) return;
  const std::int64_t first = std::int64_t{1000} * m.practice->guidance.partner_ask_seconds;
  const std::int64_t begin = strokes_begin(m);
  const std::int64_t end = strokes_end(m);
  const bool new_place = step.group.valid() && !m.asked_groups[step.hand].has(step.group);
  std::int64_t at = begin + std::min((end - begin) / 3, first);
  if (!m.asked_first) {
    if (first >= end) return;
    at = std::max(first, begin);
  } else if (!new_place) {
    return;
  }
  if (at < m.state.session_ms) return;
  const Sentence text = sentence(*m.practice, quiet(m) ? "cue.look" : "question.pressure.text");
  if (quiet(m)) {
    Item item = words(text, ItemKind::question);
    item.cue = CueKind::note;
    item.at_ms = at;
    agenda.put_silent(std::move(item));
  } else {
    agenda.put(words(text, ItemKind::question), at, end - speech_ms(*m.practice, text.text));
  }
}

void put_breaths(const Machine& m, Agenda& agenda) {
  const Sentence in = sentence(*m.practice, "cue.breath.in");
  const Sentence out = sentence(*m.practice, "cue.breath.out");
  std::int64_t from = strokes_begin(m);
  while (const auto beat = beat_from(m.stretches, from)) {
    if (!beat->breath || beat->index >= kSpokenBreaths) return;
    const Sentence& text = beat->phase == 0 ? in : out;
    const std::int64_t at = beat->at_ms - speech_ms(*m.practice, text.text);
    if (at > m.state.session_ms) agenda.put(words(text), at, at);
    from = beat->at_ms + 1;
  }
}

/// Breaths a minute where the step is paced by them; 0 elsewhere.
double breaths(const Machine& m) {
  const TechniqueKind kind = m.practice->at(current(m).technique).kind;
  const ProgrammeId programme = m.plan.request.wishes.programme;
  const bool paced = programme.valid() && m.practice->at(programme).paced_breathing;
  return kind == TechniqueKind::breath || (paced && kind == TechniqueKind::still)
             ? m.practice->guidance.breaths_per_minute
             : 0;
}

}  // namespace

void make_agenda(Machine& m) {
  m.stretches =
      stretches_of(*m.practice, current(m), strokes_begin(m), m.clearance.slow || quiet(m), breaths(m));
  m.agenda.clear();
  m.agenda_next = 0;
  if (m.state.kind != StateKind::running) return;
  const bool speaking = m.speech_until_ms > m.now_ms;
  Agenda agenda(m, speaking ? massage_at(m, m.speech_until_ms + kSpeechGapMs) : m.state.session_ms);
  put_ask_again(m, agenda);
  put_parts(m, agenda);
  put_countdown(m, agenda);
  put_next(m, agenda);
  put_tool(m, agenda);
  put_question(m, agenda);
  put_breaths(m, agenda);
  m.agenda = std::move(agenda).items();
}

}  // namespace thenar::guidance
