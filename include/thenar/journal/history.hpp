// The history of a request, from the sessions that were kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "thenar/base/result.hpp"
#include "thenar/journal/journal.hpp"

namespace thenar::journal {

/// A point or a zone of one hand.
struct PointOfHand {
  std::string point;
  Hand hand = Hand::left;
};
struct ZoneOfHand {
  Hand hand = Hand::left;
  std::string zone;
};

/// What a request's `history` says, field by field (thenar.request/1).
struct History {
  int weeks_since_first = 0;   ///< whole weeks since the first session in which anything was given
  PerHand<int> seconds_today;  ///< of sessions that ended today
  int next_day_soreness = 0;   ///< 0–10, the latest answer
  int a01_count = 0;           ///< latest sessions in a row that were felt too long; unanswered ones skipped
  std::vector<PointOfHand> trigger_points_24h;
  std::vector<ZoneOfHand> zones_stopped_today;
  int numb_stops_today = 0;  ///< sessions of today with a numbness stop
};

/// The history of the person whose sessions these are, in the order they were begun; none before the first
/// session in which anything was given.
/// now: milliseconds UTC. utc_offset_minutes: of the local clock, east positive, so that "today" is the
/// person's own day. Sessions that have not ended are not counted: end those that were cut off first. After a
/// clock was set back, a session that seems to lie in the future counts as today's.
std::optional<History> history_of(const std::vector<Session>& sessions, TimeMs now, int utc_offset_minutes);

/// The same, read from a journal.
Result<std::optional<History>> history(Journal& journal, PersonId person, TimeMs now, int utc_offset_minutes);

template <class A>
void describe(A& a, PointOfHand& v) {
  a.required("point", v.point);
  a.required("hand", v.hand);
}
template <class A>
void describe(A& a, ZoneOfHand& v) {
  a.required("hand", v.hand);
  a.required("zone", v.zone);
}
template <class A>
void describe(A& a, History& v) {
  a.required("weeks_since_first", v.weeks_since_first);
  a.required("seconds_today", v.seconds_today);
  a.required("next_day_soreness", v.next_day_soreness);
  a.required("a01_count", v.a01_count);
  a.required("trigger_points_24h", v.trigger_points_24h);
  a.required("zones_stopped_today", v.zones_stopped_today);
  a.required("numb_stops_today", v.numb_stops_today);
}

}  // namespace thenar::journal
