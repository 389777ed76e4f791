// Guidance: a plan being given. A deterministic state machine: the caller brings time and commands, the
// session answers with cues. No clock inside; replaying the log of (time, command) gives the same states and
// cues.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/ids.hpp"
#include "thenar/base/result.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::guidance {

/// preparing  the checklist; `start` begins
/// running    strokes or changeovers; a question may be open meanwhile
/// paused     stands still until `resume`
/// checking   stands still until the question is answered (no answer: it stays so)
/// finished   given to its end
/// stopped    ended before; `reason` says what to do now
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
/// ("skip-zone", "too-firm"). A zone left out means where the massage is now.
struct Command {
  CommandKind command = CommandKind::start;
  std::optional<int> value;      ///< hurts, numb, giver-tired: 0–10; answer: a number
  std::optional<PainKind> kind;  ///< hurts
  ZoneId zone;                   ///< numb, skip-zone
  std::string answer;            ///< answer: one of the values of the question asked
};

/// A command at a moment of the session, in milliseconds since the session was opened. One that lies before
/// the moment already reached counts as given now.
struct TimedCommand {
  std::int64_t t_ms = 0;
  Command command;
};

enum class CueKind : std::uint8_t { say, beat, show, ask, warn, note, chime };

/// What the session says, beats or shows at a moment. Fields that a kind does not use stay empty.
///   say    key + parameters + the finished sentence; the only kind that is spoken. It ends before the action
///   it
///          names. `interrupts`: cuts off what is being said; otherwise that has ended
///   beat   key press | glide | release (in | out for breaths), index of the stroke in the step, strength
///   0–1,
///          phase of the stroke
///   show   each second: index = position in steps(), phase of the stroke 0–1, seconds left of step and
///   session ask    key, sentence and the answers offered warn   key = the rule that acts (T01–T10), sentence
///   note   sentence to be seen, never spoken
///   chime  key start | change | half | end | stop
struct Cue {
  std::int64_t t_ms = 0;
  CueKind cue = CueKind::say;
  std::string key;
  std::map<std::string, std::string> parameters;
  std::string text;
  bool interrupts = false;
  std::vector<std::string> answers;
  int index = 0;
  double strength = 0;
  double phase = 0;
  int remaining_seconds = 0;
  int session_seconds = 0;
  bool operator==(const Cue&) const = default;
};

/// What the caller draws from, at any moment.
struct State {
  StateKind kind = StateKind::preparing;
  int step = -1;                     ///< position in steps(); -1 before the first
  std::int64_t elapsed_ms = 0;       ///< in the step, changeover included, pauses not
  std::int64_t session_ms = 0;       ///< massage time since the first changeover, pauses not
  int remaining_seconds = 0;         ///< until the end of the session as it is planned now, rounded up
  std::string question;              ///< key of the open question; empty: none
  std::vector<std::string> answers;  ///< answers offered
  std::string reason;                ///< stopped: what to do now, as a sentence
  std::string rule;                  ///< the T rule that stopped it or made it wait; empty: none
  bool operator==(const State&) const = default;
};

/// Seconds really given, for the journal.
struct Given {
  PerHand<int> seconds;  ///< changeovers included, as they count against the limits of a hand
  PerHand<std::map<TechniqueId, int>> by_technique;  ///< strokes only
  PerHand<std::map<ZoneId, int>> by_zone;            ///< strokes, shared out over the zones by their size
  PerHand<ZoneSet> stopped_zones;                    ///< off for the rest of the day (T01)
  PerHand<std::vector<PointId>> trigger_points;
  bool numb_stop = false;
};

struct Machine;

/// A plan being given. Moves, never copied; `practice` must outlive it.
class Session {
 public:
  /// Opens a session: screens the plan's request again and refuses a plan with a step beyond the clearance, a
  /// plan from another practice version, or a plan without steps.
  static Loaded<Session> open(const Practice& practice, Plan plan);

  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;
  ~Session();

  /// Lets time pass to t_ms and returns the cues due up to it, in order. Beats and shows included. The same
  /// cues come whether the time passes at once or in slices.
  std::vector<Cue> advance(std::int64_t t_ms);

  /// The cues that advance would give; the session stays where it is.
  std::vector<Cue> ahead(std::int64_t t_ms) const;

  /// Gives a command at t_ms (time passes first) and returns the cues it brings, those of the passing first.
  /// A command that makes no sense now, or names an unknown thing, changes nothing and is answered in words.
  std::vector<Cue> give(const TimedCommand& command);

  const State& state() const;
  /// The steps as they are now: those done, the current one, those to come. A step that was ended early holds
  /// the seconds it really had.
  const std::vector<Step>& steps() const;
  const Plan& plan() const;
  /// What is allowed from here on; only ever shrinks.
  const Clearance& clearance() const;
  /// Every command given so far: with the plan, the whole session.
  const std::vector<TimedCommand>& log() const;
  Given given() const;

 private:
  explicit Session(std::unique_ptr<Machine> machine);
  std::unique_ptr<Machine> machine_;
};

}  // namespace thenar::guidance

namespace thenar {
template <>
struct EnumWords<guidance::StateKind> {
  static constexpr std::array<std::string_view, 6> words{"preparing", "running",  "paused",
                                                         "checking",  "finished", "stopped"};
};
template <>
struct EnumWords<guidance::CommandKind> {
  static constexpr std::array<std::string_view, 23> words{
      "start",      "pause",   "resume",    "next",    "back",        "repeat",        "softer",   "firmer",
      "longer",     "shorter", "skip-zone", "hurts",   "numb",        "colour-change", "swelling", "dizzy",
      "breathless", "clunk",   "withdrew",  "refused", "giver-tired", "answer",        "stop"};
};
template <>
struct EnumWords<guidance::PainKind> {
  static constexpr std::array<std::string_view, 6> words{"too-firm", "sharp", "electric",
                                                         "burning",  "ache",  "pressing"};
};
template <>
struct EnumWords<guidance::CueKind> {
  static constexpr std::array<std::string_view, 7> words{"say",  "beat", "show", "ask",
                                                         "warn", "note", "chime"};
};
}  // namespace thenar
