// What was kept of a person as far as outcomes go: sessions with their ratings, and measurements.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thenar/journal/journal.hpp"
#include "thenar/outcomes/items.hpp"
#include "thenar/outcomes/measurement.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::outcomes {

/// A session with what was rated before and after it.
struct RatedSession {
  journal::Session session;
  std::vector<journal::Rating> ratings;
  std::optional<int> utc_offset_minutes;  ///< of the local clock then; none: that of the record
};

/// Everything up to `now` of one person. Sessions in the order they were begun.
struct Record {
  TimeMs now = 0;
  int utc_offset_minutes = 0;  ///< of the local clock, east positive: what a day is
  int weeks = 0;               ///< how far back is looked; 0: as far as there is anything
  TimeMs first_at = 0;      ///< the first session of all, where older ones are not in `sessions`; 0: they are
  std::string person;       ///< a name; may be empty
  std::vector<Goal> goals;  ///< of the latest wishes
  std::vector<RatedSession> sessions;
  std::vector<journal::Measured> measured;
  std::vector<Items> items;  ///< of measures whose items were loaded
};

inline constexpr const char* kRecordFormat = "thenar.record/1";

/// A record as a document (thenar.record/1): {"now", "utc_offset_minutes", "weeks", "first_at", "person",
/// "goals", "sessions", "measured", "items"}; sessions and measurements as thenar.journal/1 has them, a
/// session with its own utc_offset_minutes. Every fault with its place.
Loaded<Record> read_record(const Practice& practice, const Json& document, std::string_view file);

/// Minutes that the local clock is ahead of UTC at a time.
using OffsetAt = std::function<int(TimeMs)>;

/// The record of somebody in a journal. Sessions before the weeks that are asked for come without their
/// ratings.
Result<Record> record_from(journal::Journal& journal, const journal::Person& person, TimeMs now,
                           const OffsetAt& offset_at, int weeks);

/// The items that were loaded of a measure; none: null. They live as long as the record.
const Items* items_of(const Record& record, MeasureId measure);

/// For each measurement the one that was noted last of it and all its corrections.
std::vector<const journal::Measured*> last_noted(const std::vector<journal::Measured>& measured);

/// What measurements say in the end: of each with all its corrections the one that was noted last, and
/// nothing where that one takes it back.
std::vector<const journal::Measured*> in_force(const std::vector<journal::Measured>& measured);

/// A value at a time, in milliseconds UTC.
struct Point {
  TimeMs at = 0;
  double value = 0;
  int utc_offset_minutes = 0;  ///< of the local clock then
  bool by_another = false;     ///< taken by somebody else than usually
};
/// What was rated before a session and after it.
struct Pair {
  TimeMs at = 0;
  double before = 0;
  double after = 0;
};

/// All values of one measure at one place, in the order of their times. `points`: measurements, and what was
/// rated before sessions: how it is when nobody has just massaged. `pairs`: before and after.
struct Series {
  MeasureId measure;
  std::optional<Hand> hand;
  std::string site;
  std::vector<Point> points;
  std::vector<Pair> pairs;
};

/// The beginning of what a record tells of: `weeks` back, but not before the first of anything that counts.
TimeMs beginning_of(const Record& record);

/// A measurement that could not be understood, or has no score: it is kept, and told, and counts nowhere.
struct Unscored {
  std::string id;
  Problem problem;
};

/// The series of a record within its weeks, in the order of the practice's measures; and what is in none.
/// Measurements count as they are in force. Two of one moment count as their mean; of a rating that was given
/// several times before or after one session the last counts.
struct AllSeries {
  std::vector<Series> series;
  std::vector<Unscored> unscored;
};
AllSeries series_of(const Practice& practice, const Record& record);

}  // namespace thenar::outcomes
