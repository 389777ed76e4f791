// A session to try things on: plans of the built-in practice, commands at seconds, and everything that was
// said.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "thenar/guidance/log.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/load.hpp"

namespace thenar::guidance::test {

inline const Practice& practice() {
  static const Practice loaded = [] {
    auto result = practice::load_text(practice::embedded_json());
    if (!result) ADD_FAILURE() << to_text(result.error());
    return result ? std::move(*result) : Practice{};
  }();
  return loaded;
}

inline Request request(double minutes = 10, std::map<Goal, double> goals = {{Goal::pain, 1.0}}) {
  Request r;
  r.checkin.age_years = 45;
  r.checkin.history.emplace().weeks_since_first = 52;
  r.wishes.goals = std::move(goals);
  r.wishes.minutes = minutes;
  r.wishes.hands = {Hand::left, Hand::right};
  r.wishes.medium = practice().ids.media.find("lotion");
  return r;
}

/// The request of a programme for its published minutes, in its first mode.
inline Request programme(const std::string& id) {
  const ProgrammeId found = practice().ids.programmes.find(id);
  const Programme& p = practice().at(found);
  Request r = request(p.published_seconds / 60.0, {});
  for (Goal goal : p.goals) r.wishes.goals[goal] = 1;
  r.wishes.programme = found;
  r.checkin.mode = p.modes.front();
  r.wishes.position = p.position;
  if (p.hands == 1) r.wishes.hands = {Hand::left};
  return r;
}

inline std::int64_t speech_ms(const std::string& text) {
  const auto letters =
      std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0U) != 0x80U; });
  return std::llround(
      std::ceil(static_cast<double>(letters) * 1000 / practice().guidance.speech_chars_per_second));
}

inline Command command(CommandKind kind) {
  Command c;
  c.command = kind;
  return c;
}
inline Command hurts(std::optional<int> value, std::optional<PainKind> kind) {
  Command c = command(CommandKind::hurts);
  c.value = value;
  c.kind = kind;
  return c;
}
inline Command answer(std::string value) {
  Command c = command(CommandKind::answer);
  c.answer = std::move(value);
  return c;
}

/// A session with everything that came out of it.
class Scene {
 public:
  explicit Scene(const Request& r) : Scene(planning::compose(practice(), r)) {}
  explicit Scene(Plan plan) : session_(open(std::move(plan))) {}

  std::vector<Cue> advance(double seconds) { return keep(session_.advance(ms(seconds))); }
  std::vector<Cue> give(double seconds, Command c) {
    return keep(session_.give({ms(seconds), std::move(c)}));
  }
  std::vector<Cue> give(double seconds, CommandKind kind) { return give(seconds, command(kind)); }
  /// Lets it run to its end (or until it waits), and says when that was.
  double run_out(double from) {
    double t = from;
    while (running() && t < from + 7200) advance(t += 1);
    return t;
  }
  bool running() const { return state().kind == StateKind::running; }

  /// Lets time pass in steps of a tenth until something holds; the second at which it did.
  double until(double from, const std::function<bool(const Session&)>& holds) {
    double t = from;
    for (; t < from + 7200; t += 0.1) {
      advance(t);
      if (holds(session_)) return t;
    }
    ADD_FAILURE() << "never came";
    return t;
  }
  /// Lets time pass until the strokes of a step that satisfies the condition are under way for some seconds.
  double until_step(double from, const std::function<bool(const Step&)>& wanted, double seconds_in = 2) {
    return until(from, [&](const Session& s) {
      if (s.state().kind != StateKind::running || s.state().step < 0) return false;
      const Step& step = s.steps()[static_cast<std::size_t>(s.state().step)];
      return wanted(step) &&
             static_cast<double>(s.state().elapsed_ms) > 1000 * (step.changeover_seconds + seconds_in);
    });
  }

  const State& state() const { return session_.state(); }
  const Session& session() const { return session_; }
  const Step& step() const { return session_.steps()[static_cast<std::size_t>(state().step)]; }
  const std::vector<Step>& steps() const { return session_.steps(); }
  const std::vector<Cue>& cues() const { return cues_; }
  int promised() const {
    int seconds = 0;
    for (const Step& s : session_.plan().steps) seconds += s.changeover_seconds + s.seconds;
    return seconds;
  }

 private:
  static Session open(Plan plan) {
    auto session = Session::open(practice(), std::move(plan));
    if (!session) ADD_FAILURE() << to_text(session.error());
    return std::move(*session);
  }
  static std::int64_t ms(double seconds) { return std::llround(seconds * 1000); }
  std::vector<Cue> keep(std::vector<Cue> cues) {
    cues_.insert(cues_.end(), cues.begin(), cues.end());
    return cues;
  }

  Session session_;
  std::vector<Cue> cues_;
};

inline std::vector<Cue> of_kind(const std::vector<Cue>& cues, CueKind kind) {
  std::vector<Cue> out;
  std::copy_if(cues.begin(), cues.end(), std::back_inserter(out),
               [&](const Cue& c) { return c.cue == kind; });
  return out;
}
inline bool says(const std::vector<Cue>& cues, const std::string& key) {
  return std::any_of(cues.begin(), cues.end(),
                     [&](const Cue& c) { return c.key == key && c.cue == CueKind::say; });
}
inline bool warns(const std::vector<Cue>& cues, const std::string& rule) {
  return std::any_of(cues.begin(), cues.end(),
                     [&](const Cue& c) { return c.key == rule && c.cue == CueKind::warn; });
}
inline ZoneId zone(const char* id) {
  return practice().ids.zones.find(id);
}
inline bool touches_steps(const std::vector<Step>& steps, std::size_t from, Hand hand, const ZoneSet& zones) {
  for (std::size_t i = from; i < steps.size(); ++i)
    if (steps[i].hand == hand && steps[i].zones.intersects(zones)) return true;
  return false;
}

inline bool kneads(const Step& s) {
  return s.level.value_or(0) >= 2 && s.phase == Phase::knead && s.parts.empty();
}

/// A session that kneads somewhere for some seconds.
struct Kneading {
  Scene scene;
  double t;
  Step step;
  std::size_t from() const { return static_cast<std::size_t>(scene.state().step); }
};
inline Kneading kneading(const Request& r = request(15)) {
  Kneading k{Scene(r), 0, {}};
  k.scene.give(0, CommandKind::start);
  k.t = k.scene.until_step(0, kneads, 4);
  k.step = k.scene.step();
  return k;
}
inline void ends_in_time(Kneading& k) {
  k.scene.run_out(k.t);
  EXPECT_EQ(k.scene.state().kind, StateKind::finished);
  EXPECT_LE(k.scene.state().session_ms, 1000 * k.scene.promised());
  EXPECT_GE(k.scene.state().session_ms, 1000 * (k.scene.promised() - 120));
}

/// Sentences that are spoken at the same time although nothing cut the earlier one off; and cutting off where
/// nobody said anything. `commands`: the moments at which something was said to the session.
inline std::string overlaps(const std::vector<Cue>& cues, const std::vector<TimedCommand>& commands) {
  std::int64_t since = 0;
  std::int64_t until = 0;
  std::string last;
  for (const Cue& cue : of_kind(cues, CueKind::say)) {
    const bool commanded = std::any_of(commands.begin(), commands.end(),
                                       [&](const TimedCommand& c) { return c.t_ms == cue.t_ms; });
    for (const TimedCommand& c : commands)  // silence begins at once
      if (c.command.command == CommandKind::withdrew && c.t_ms >= since && c.t_ms <= cue.t_ms)
        until = std::min(until, c.t_ms);
    if (cue.t_ms < until && !(cue.interrupts && commanded))
      return "\"" + cue.text + "\" at " + std::to_string(cue.t_ms) + " talks into \"" + last + "\"";
    since = cue.t_ms;
    until = since + speech_ms(cue.text);
    last = cue.text;
  }
  return {};
}

}  // namespace thenar::guidance::test
