// Keeping to the time that was promised. Massage time stands still while a sentence that has to come first is
// still being said; pauses, questions and the first announcement come on top of what was promised, all other
// standing still comes off what is left.
#include <algorithm>

#include "machine.hpp"

namespace thenar::guidance {
namespace {

constexpr std::int64_t kSecondMs = 1000;

/// The least that a step keeps when time has to come from somewhere.
int least_seconds(const Machine& m, const Step& step) {
  constexpr int kLeast = 10;
  return std::max(kLeast, m.practice->at(step.technique).dose.min_seconds);
}

/// How much of a step can go: strokes on one place beyond their least; nothing of a tour or a point.
int spare_seconds(const Machine& m, std::size_t i) {
  const Step& step = m.steps[i];
  if (!step.parts.empty() || !step.points.empty()) return 0;
  int given = 0;
  if (i == position(m) && m.state.step >= 0)
    given = static_cast<int>((std::max<std::int64_t>(0, m.state.session_ms - strokes_begin(m)) + 999) /
                             kSecondMs);
  return std::max(0, step.seconds - std::max(given, least_seconds(m, step)));
}

/// The step with most to spare, those to come before the one under way; the number of steps: none.
std::size_t most_to_spare(const Machine& m, std::size_t position) {
  std::size_t best = m.steps.size();
  for (std::size_t i = position + 1; i < m.steps.size(); ++i)
    if (spare_seconds(m, i) > (best == m.steps.size() ? 0 : spare_seconds(m, best))) best = i;
  if (best == m.steps.size() && position < m.steps.size() && spare_seconds(m, position) > 0) return position;
  return best;
}

/// What is promised in massage time shrinks with every second that is lost.
void keep_deadline(Machine& m) {
  const std::int64_t left_ms = m.deadline_ms - std::max(m.now_ms, m.hold_until_ms);
  const std::int64_t latest = (m.state.session_ms + left_ms) / kSecondMs * kSecondMs;
  if (latest >= m.promised_ms) return;
  m.promised_ms = std::max(m.step_begin_ms, latest);
  m.end_ms = std::min(m.end_ms, m.promised_ms);
  trim(m, position(m));
}

}  // namespace

void hold(Machine& m, bool excused) {
  const std::int64_t changeover = std::max<std::int64_t>(0, strokes_begin(m) - m.state.session_ms);
  const std::int64_t before = std::max(m.now_ms, m.hold_until_ms);
  m.hold_until_ms = std::max(m.now_ms, m.speech_until_ms - changeover);
  m.hold_excused = excused;
  if (excused) {
    m.deadline_ms += m.hold_until_ms - before;
  } else {
    keep_deadline(m);
  }
}

void drop_hold(Machine& m) {
  if (m.hold_excused) m.deadline_ms -= std::max<std::int64_t>(0, m.hold_until_ms - m.now_ms);
  m.hold_until_ms = 0;
  m.hold_excused = false;
}

std::int64_t end_of(const Machine& m, std::size_t position, std::int64_t from_ms) {
  for (std::size_t i = position; i < m.steps.size(); ++i)
    from_ms += kSecondMs * (m.steps[i].changeover_seconds + m.steps[i].seconds);
  return from_ms;
}

void trim(Machine& m, std::size_t position) {
  std::int64_t over_ms = end_of(m, position, m.step_begin_ms) - m.promised_ms;
  while (over_ms > 0 && m.steps.size() > position) {
    const auto seconds = static_cast<int>((over_ms + 999) / kSecondMs);
    if (const std::size_t i = most_to_spare(m, position); i < m.steps.size()) {
      const int less = std::min(seconds, spare_seconds(m, i));
      shorten(m.steps[i], m.steps[i].seconds - less);
      over_ms -= kSecondMs * less;
      continue;
    }
    Step& last = m.steps.back();
    const int left = last.seconds - seconds;
    const int least = m.steps.size() == position + 1 ? 1 : m.practice->planning.quantum_seconds;
    if (left >= least) return shorten(last, left);
    over_ms -= kSecondMs * (last.changeover_seconds + last.seconds);
    m.steps.pop_back();
  }
}

}  // namespace thenar::guidance
