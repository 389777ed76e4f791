#include "thenar/journal/history.hpp"

#include <algorithm>
#include <set>

namespace thenar::journal {
namespace {

constexpr TimeMs kMinute = 60'000;
constexpr TimeMs kDay = TimeMs{24} * 60 * kMinute;
/// A day has no more; a request takes no more either.
constexpr int kMaxSecondsToday = 86'400;

/// The number of the local day.
TimeMs day_of(TimeMs time, int utc_offset_minutes) {
  const TimeMs local = time + utc_offset_minutes * kMinute;
  return local / kDay - (local % kDay < 0 ? 1 : 0);
}

bool gave_something(const Session& session) {
  return session.ending &&
         (session.ending->given.seconds.left > 0 || session.ending->given.seconds.right > 0);
}

template <class T, class Make>
void add_new(std::vector<T>& list, std::set<std::pair<Hand, std::string>>& seen, Hand hand,
             const std::vector<std::string>& names, Make make) {
  for (const auto& name : names)
    if (seen.emplace(hand, name).second) list.push_back(make(name));
}

/// What the day after the latest sessions says.
void add_next_days(const std::vector<Session>& sessions, History& history) {
  bool in_a_row = true;
  bool latest = true;
  for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
    if (!session->next_day) continue;
    if (latest) history.next_day_soreness = session->next_day->soreness;
    latest = false;
    in_a_row = in_a_row && session->next_day->lasted_long;
    if (in_a_row) ++history.a01_count;
  }
}

}  // namespace

std::optional<History> history_of(const std::vector<Session>& sessions, TimeMs now, int utc_offset_minutes) {
  const auto first = std::find_if(sessions.begin(), sessions.end(), gave_something);
  if (first == sessions.end()) return std::nullopt;
  History history;
  history.weeks_since_first = static_cast<int>(std::max<TimeMs>(now - first->started_at, 0) / (7 * kDay));
  const TimeMs today = day_of(now, utc_offset_minutes);
  std::set<std::pair<Hand, std::string>> points;
  std::set<std::pair<Hand, std::string>> zones;
  for (const auto& session : sessions) {
    if (!session.ending) continue;
    const auto& given = session.ending->given;
    const TimeMs day = std::min(day_of(session.ending->at, utc_offset_minutes), today);
    if (given.numb_stop && day == today) ++history.numb_stops_today;
    for (Hand hand : kHands) {
      if (session.ending->at > now - kDay)
        add_new(history.trigger_points_24h, points, hand, given.trigger_points[hand],
                [&](const std::string& point) { return PointOfHand{point, hand}; });
      if (day < today) continue;
      history.seconds_today[hand] =
          std::min(history.seconds_today[hand] + given.seconds[hand], kMaxSecondsToday);
      add_new(history.zones_stopped_today, zones, hand, given.stopped_zones[hand],
              [&](const std::string& zone) { return ZoneOfHand{hand, zone}; });
    }
  }
  add_next_days(sessions, history);
  return history;
}

Result<std::optional<History>> history(Journal& journal, PersonId person, TimeMs now,
                                       int utc_offset_minutes) {
  auto sessions = journal.sessions(person);
  if (!sessions) return tl::unexpected(sessions.error());
  return history_of(*sessions, now, utc_offset_minutes);
}

}  // namespace thenar::journal
