// Guidance: a plan being given. A deterministic state machine: the caller brings time and commands, the
// session answers with cues. No clock inside; replaying the log of (time, command) gives the same states and
// cues.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "thenar/planning/planning.hpp"

namespace thenar::guidance {

enum class StateKind : std::uint8_t { preparing, running, paused, checking, finished, stopped };

/// What a person says to the session.
enum class CommandKind : std::uint8_t {
  start,
  pause,
  resume,
  next,
  back,
  repeat,
  softer,
  firmer,
  longer,
  shorter,
  skip_zone,
  hurts,
  numb,
  colour_change,
  swelling,
  dizzy,
  breathless,
  clunk,
  withdrew,
  refused,
  giver_tired,
  answer,
  stop
};

enum class PainKind : std::uint8_t { too_firm, sharp, electric, burning, ache, pressing };

/// A command with its parameters; those that the kind does not take stay empty. Documents use the same words
/// ("skip-zone", "too-firm"). A zone left out means the current one.
struct Command {
  CommandKind command = CommandKind::start;
  std::optional<int> value;      ///< hurts, giver-tired: 0–10; answer: a number
  std::optional<PainKind> kind;  ///< hurts
  ZoneId zone;                   ///< numb, skip-zone
  std::string answer;            ///< answer: one of the values of the question asked
};

/// A command at a moment of the session, in milliseconds since the session was opened. Never decreasing.
struct TimedCommand {
  std::int64_t t_ms = 0;
  Command command;
};

enum class CueKind : std::uint8_t { say, beat, show, ask, warn, chime };

/// What the session says, beats or shows at a moment. Fields that a kind does not use stay empty.
///   say    text key + parameters + the finished sentence; say ends before the action it names
///   beat   index of the stroke in the step, strength 0–1, phase of the stroke
///   show   step index, stroke phase 0–1, remaining seconds of the step and of the session
///   ask    question key, sentence and the answers offered
///   warn   rule id and sentence
///   chime  start | change | half | end | stop
struct Cue {
  std::int64_t t_ms = 0;
  CueKind cue = CueKind::say;
  std::string key;
  std::map<std::string, std::string> parameters;
  std::string text;
  std::vector<std::string> answers;
  int index = 0;
  double strength = 0;
  double phase = 0;
  int remaining_seconds = 0;
  int session_seconds = 0;
};

/// What the caller draws from, at any moment.
struct State {
  StateKind kind = StateKind::preparing;
  int step = -1;                     ///< position in steps(); -1 before the first
  std::int64_t elapsed_ms = 0;       ///< in the step, changeover included, pauses not
  std::int64_t session_ms = 0;       ///< massage time since start, pauses not
  int remaining_seconds = 0;         ///< until the end of the session as it is planned now
  std::string question;              ///< checking: key of the question asked
  std::vector<std::string> answers;  ///< checking: answers offered
  std::string reason;                ///< stopped: what to do now, as a sentence
  RuleId rule;                       ///< stopped or paused by this precaution, or none
};

/// A plan being given.
class Session {
 public:
  /// Opens a session: screens the plan's request again and refuses a plan with a step beyond the clearance.
  static Loaded<Session> open(const Practice& practice, Plan plan);

  /// Lets time pass to t_ms and returns the cues due up to it, in order. Beats and shows included.
  std::vector<Cue> advance(std::int64_t t_ms);

  /// Gives a command at t_ms (time passes first) and returns the cues it brings, those of the passing first.
  /// A command that makes no sense now, or names an unknown thing, changes nothing and is answered by a say
  /// cue.
  std::vector<Cue> give(const TimedCommand& command);

  const State& state() const;
  /// The steps as they are now: those done, the current one, those to come.
  const std::vector<Step>& steps() const;
  const Plan& plan() const;
  /// What is allowed from here on; only ever shrinks.
  const Clearance& clearance() const;
  /// Every command accepted so far: with the plan, the whole session.
  const std::vector<TimedCommand>& log() const;
  /// Seconds really given, by hand, for the journal: by technique and by zone; zones stopped; points pressed.
  struct Given {
    PerHand<int> seconds;
    PerHand<std::map<TechniqueId, int>> by_technique;
    PerHand<std::map<ZoneId, int>> by_zone;
    PerHand<ZoneSet> stopped_zones;
    PerHand<std::vector<PointId>> trigger_points;
    bool numb_stop = false;
  };
  Given given() const;
};

}  // namespace thenar::guidance
