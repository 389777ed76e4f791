// The journal: everything a household keeps of its massages. Documents (check-ins, plans, commands) are kept
// as the plain JSON they are; the journal knows only what it must to find them again and to fill a request's
// history. Times are milliseconds since 1970-01-01 UTC, given by the caller.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thenar/base/ids.hpp"
#include "thenar/base/json.hpp"
#include "thenar/base/result.hpp"
#include "thenar/base/vocabulary.hpp"

namespace thenar::journal {

/// Milliseconds since 1970-01-01 UTC.
using TimeMs = std::int64_t;
inline constexpr TimeMs kDayMs = 86'400'000;

/// Done, or the problem that prevented it.
using Status = Result<void>;

// What is kept has a number that is never used again, not even after erasing.
enum class PersonId : std::int64_t {};
enum class CheckInId : std::int64_t {};
enum class PlanId : std::int64_t {};
enum class SessionId : std::int64_t {};

/// The number of an id, as people see it.
template <class Id>
constexpr std::int64_t number_of(Id id) {
  return static_cast<std::int64_t>(id);
}

/// Somebody of the household. Exactly one is the default as soon as there is anybody.
struct Person {
  PersonId id{};
  std::string name;
  TimeMs created_at = 0;
  bool is_default = false;
};

/// An answer that may be used again while it is fresh; how long that is, the rule says, not the journal.
struct Answer {
  std::string rule;  ///< S32
  Json answer;       ///< as the caller wants it back
  TimeMs answered_at = 0;
};

struct CheckIn {
  CheckInId id{};
  TimeMs at = 0;
  Json document;
};

struct Plan {
  PlanId id{};
  PersonId person{};
  TimeMs at = 0;
  Json document;
};

/// What was really given, in the words of the practice: seconds by hand, by technique and by zone, zones that
/// were stopped, trigger points that were pressed, whether numbness stopped something.
struct Given {
  PerHand<int> seconds;
  PerHand<std::map<std::string, int>> by_technique;
  PerHand<std::map<std::string, int>> by_zone;
  PerHand<std::vector<std::string>> stopped_zones;
  PerHand<std::vector<std::string>> trigger_points;
  bool numb_stop = false;
};

/// finished: to its end. stopped: by a command or a precaution. cut_off: never continued after an
/// interruption.
enum class How : std::uint8_t { finished, stopped, cut_off };

struct Ending {
  How how = How::finished;
  TimeMs at = 0;
  std::string rule;  ///< precaution that stopped it (T05), or empty
  Given given;
};

/// How the hands were on the day after a session.
struct NextDay {
  int soreness = 0;          ///< 0–10
  bool lasted_long = false;  ///< A01: pain later than two hours after, or soreness beyond the day
  TimeMs answered_at = 0;
};

/// A plan that is or was being given to a person.
struct Session {
  SessionId id{};
  PersonId person{};
  PlanId plan{};
  TimeMs started_at = 0;
  std::int64_t reached_ms = 0;   ///< furthest moment of the session known, since it was opened
  std::optional<Ending> ending;  ///< none: running, or cut off and not continued yet
  std::optional<NextDay> next_day;
};

/// Something said to a session. `command` is the caller's document.
struct Command {
  std::int64_t t_ms = 0;  ///< since the session was opened; never decreasing
  Json command;
};

/// Whether a measure was taken before or after the massage.
enum class Moment : std::uint8_t { before, after };

struct Rating {
  std::string measure;       ///< pain, stiffness, stress, …
  std::optional<Hand> hand;  ///< none: of the person
  Moment moment = Moment::before;
  double value = 0;
  TimeMs at = 0;
};

/// Something that was measured, as it was typed in: what it means, the outcomes say. Nothing is ever
/// overwritten: another one corrects it.
struct Measured {
  std::string id;                             ///< its own for ever (8 to 64 letters, digits and hyphens)
  std::string measure;                        ///< grip, tam, … of the practice
  std::optional<Hand> hand;                   ///< none: of the person
  std::string site;                           ///< a finger or a joint; empty: the whole
  std::vector<std::optional<double>> values;  ///< in the order of the measure's items; none: left out
  std::string unit;                           ///< as it was typed in; empty: the measure's own
  TimeMs at = 0;                              ///< when it was measured
  int utc_offset_minutes = 0;                 ///< of the clock there, east positive
  bool by_another = false;                    ///< taken by somebody else than usually
  std::string corrects;                       ///< id of the one that was wrong; empty: none
  bool withdrawn = false;                     ///< the correction is that it never was
  TimeMs noted_at = 0;                        ///< when it was noted down
};

/// Something that happened, as an app tells it (entries.hpp). `what` has a kind and its fields.
struct Entry {
  std::string id;  ///< its own for ever
  TimeMs at = 0;
  Json what;
};
struct NumberedEntry {
  std::int64_t number = 0;  ///< in the order they came
  Entry entry;
};

/// Where a household's people, check-ins, plans and sessions are kept.
///
/// Every method that writes returns only when what it wrote survives a crash and a power cut; after a problem
/// nothing of it is kept. Lists are in the order in which things were added. A journal is used from one
/// thread at a time; several programs may use the same file.
///
/// A session that is being given is held by the journal that opened or resumed it, until it is ended or left
/// or that journal closes (the end of the process included, however it ends). Nobody else can hold it
/// meanwhile, and only the holder adds commands.
class Journal {
 public:
  Journal() = default;
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  virtual ~Journal() = default;

  /// Adds somebody; the first one becomes the default. The name is trimmed, 1–100 bytes, and nobody else's.
  virtual Result<PersonId> add_person(std::string_view name, TimeMs at) = 0;
  virtual Result<std::vector<Person>> people() = 0;
  virtual Status rename_person(PersonId person, std::string_view name) = 0;
  virtual Status set_default_person(PersonId person) = 0;

  /// Adds a check-in and remembers its answers, each in place of an older answer to the same rule.
  virtual Result<CheckInId> add_checkin(PersonId person, TimeMs at, const Json& document,
                                        const std::vector<Answer>& answers) = 0;
  virtual Result<std::vector<CheckIn>> checkins(PersonId person) = 0;
  virtual Result<std::vector<Answer>> answers(PersonId person) = 0;

  virtual Result<PlanId> add_plan(PersonId person, TimeMs at, const Json& document) = 0;
  virtual Result<Plan> plan(PlanId plan) = 0;
  virtual Result<std::vector<Plan>> plans(PersonId person) = 0;

  /// Begins a session of this plan and holds it.
  virtual Result<SessionId> open_session(PlanId plan, TimeMs started_at) = 0;
  /// Holds a session that was cut off. Refused when it has ended or somebody else is giving it now.
  virtual Status resume_session(SessionId session) = 0;
  /// Adds a command to a held session. t_ms must not lie before the last command.
  virtual Status append_command(SessionId session, std::int64_t t_ms, const Json& command) = 0;
  /// Notes how far a held session has come, so that it can go on at the same second. Never goes back.
  virtual Status mark_reached(SessionId session, std::int64_t t_ms) = 0;
  /// Ends a session: a held one, or one that was cut off and that nobody holds.
  virtual Status end_session(SessionId session, const Ending& ending) = 0;
  /// Lets go of a held session without ending it.
  virtual Status leave_session(SessionId session) = 0;

  /// Adds ratings of a session, all or none.
  virtual Status add_ratings(SessionId session, const std::vector<Rating>& ratings) = 0;
  /// Notes how the day after an ended session was; a later answer replaces an earlier one.
  virtual Status set_next_day(SessionId session, const NextDay& next_day) = 0;

  virtual Result<Session> session(SessionId session) = 0;
  virtual Result<std::vector<Session>> sessions(PersonId person) = 0;
  /// Sessions of anybody that have not ended: cut off, or being given somewhere now.
  virtual Result<std::vector<Session>> unfinished_sessions() = 0;
  virtual Result<std::vector<Command>> commands(SessionId session) = 0;
  virtual Result<std::vector<Rating>> ratings(SessionId session) = 0;

  /// Notes something measured of a person.
  virtual Status add_measured(PersonId person, const Measured& measured) = 0;
  /// Everything measured, corrections too, in the order it was noted.
  virtual Result<std::vector<Measured>> measured(PersonId person) = 0;

  /// Takes what apps tell, all of it or nothing; what is there already changes nothing. How many were new.
  /// Whoever is erased by it goes as by erase_person.
  virtual Result<int> take_entries(const std::vector<Entry>& entries) = 0;
  /// What happened after a number, oldest first; what was kept here otherwise is told as entries too.
  virtual Result<std::vector<NumberedEntry>> entries(std::int64_t after, std::size_t most) = 0;

  /// Erases somebody with everything of theirs, without a trace in the files. If it was the default person,
  /// the one added first becomes the default. Refused while another program has the journal open.
  virtual Status erase_person(PersonId person) = 0;
  /// Erases everything, files set aside included, and closes: every later call is a problem. Refused while
  /// another program has the journal open.
  virtual Status erase_everything() = 0;
};

}  // namespace thenar::journal

namespace thenar {

template <>
struct EnumWords<journal::How> {
  static constexpr std::array<std::string_view, 3> words{"finished", "stopped", "cut-off"};
};
template <>
struct EnumWords<journal::Moment> {
  static constexpr std::array<std::string_view, 2> words{"before", "after"};
};

}  // namespace thenar

namespace thenar::journal {

inline constexpr std::size_t kMaxNameBytes = 100;

/// To the end of the year 9999.
inline constexpr Range kTimes{0, 253402300799999};

template <class A>
void describe(A& a, Given& v) {
  constexpr Range kSeconds{0, 86400};
  a.required("seconds", v.seconds, kSeconds);
  a.required("by_technique", v.by_technique, kSeconds);
  a.required("by_zone", v.by_zone, kSeconds);
  a.required("stopped_zones", v.stopped_zones);
  a.required("trigger_points", v.trigger_points);
  a.required("numb_stop", v.numb_stop);
}
template <class A>
void describe(A& a, Measured& v) {
  constexpr int kMostOffset = 1440;
  a.required("id", v.id);
  a.required("measure", v.measure);
  a.optional("hand", v.hand);
  a.optional("site", v.site);
  a.required("values", v.values, Range{-1e6, 1e6});
  a.optional("unit", v.unit);
  a.required("at", v.at, kTimes);
  a.optional("utc_offset_minutes", v.utc_offset_minutes, Range{-kMostOffset, kMostOffset});
  a.optional("by_another", v.by_another);
  a.optional("corrects", v.corrects);
  a.optional("withdrawn", v.withdrawn);
  a.required("noted_at", v.noted_at, kTimes);
}
template <class A>
void describe(A& a, Ending& v) {
  a.required("how", v.how);
  a.required("at", v.at, kTimes);
  a.required("rule", v.rule);
  a.required("given", v.given);
}
template <class A>
void describe(A& a, NextDay& v) {
  a.required("soreness", v.soreness, Range{0, 10});
  a.required("lasted_long", v.lasted_long);
  a.required("answered_at", v.answered_at, kTimes);
}

}  // namespace thenar::journal
