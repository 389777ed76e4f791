// Did it help? What was done, what changed, and how sure that is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "thenar/outcomes/change.hpp"
#include "thenar/outcomes/record.hpp"
#include "thenar/outcomes/score.hpp"

namespace thenar::outcomes {

/// A week of the period, from the local Monday.
struct WeekDone {
  TimeMs from = 0;
  int sessions = 0;
  int seconds = 0;
};

/// What was done: sessions in which anything was given.
struct Done {
  int sessions = 0;
  int finished = 0;
  int stopped = 0;
  int cut_off = 0;
  PerHand<int> seconds;
  std::map<std::string, int> by_technique;  ///< seconds, both hands
  std::map<std::string, int> by_zone;
  std::map<std::string, int> stopped_zones;  ///< how often a place was left for the day (T01)
  std::vector<WeekDone> weeks;               ///< all of the period, those without a session too
};

/// How the days after were, where somebody told.
struct DaysAfter {
  int told = 0;
  int sore = 0;      ///< of them with any soreness
  int most = 0;      ///< the worst, 0 to 10
  int too_much = 0;  ///< of them too much by A01
};

/// What was rated before and after one session, in words.
struct Compared {
  TimeMs started_at = 0;
  std::vector<std::string> lines;
};

/// A session that a rule stopped.
struct Event {
  TimeMs at = 0;
  std::string rule;            ///< T01 …
  int utc_offset_minutes = 0;  ///< of the local clock then
};

/// One measure at one place.
struct MeasureOutcome {
  Series series;
  std::optional<Change> within;
  std::optional<Change> over;
  std::optional<Trend> trend;
  std::optional<Band> band;           ///< of the newest value, where the measure has bands
  std::optional<double> other_share;  ///< of the newest value, percent of the other hand's
};

struct Outcomes {
  TimeMs from = 0;
  TimeMs to = 0;
  int utc_offset_minutes = 0;
  std::string person;
  Done done;
  DaysAfter days_after;
  std::vector<Event> events;
  std::vector<Compared> compared;  ///< sessions of the period that were rated twice
  std::vector<MeasureOutcome> measures;
  std::vector<Unscored> unscored;
  bool review_due = false;  ///< A02: weeks went by and nothing got measurably better
};

/// All of it. The same record gives the same outcomes.
Outcomes outcomes_of(const Practice& practice, const Record& record);

inline constexpr const char* kOutcomesFormat = "thenar.outcomes/1";

/// Outcomes as a document (thenar.outcomes/1), each measure with the sentences about it.
Json to_document(const Practice& practice, const Outcomes& outcomes);

}  // namespace thenar::outcomes
