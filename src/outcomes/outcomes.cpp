#include "thenar/outcomes/outcomes.hpp"

#include <algorithm>
#include <cstdlib>

#include "numbers.hpp"
#include "thenar/guidance/aftercare.hpp"
#include "thenar/outcomes/words.hpp"

namespace thenar::outcomes {
namespace {

int seconds_of(const journal::Given& given) {
  return given.seconds.left + given.seconds.right;
}

/// The number of the local week that a time lies in, from Monday on. The first of January 1970 was a
/// Thursday.
std::int64_t week_of(TimeMs at, int utc_offset_minutes) {
  constexpr TimeMs kMonday = 4 * journal::kDayMs;
  const TimeMs since = at + utc_offset_minutes * kMinuteMs - kMonday;
  return since >= 0 ? since / kWeekMs : -((kWeekMs - 1 - since) / kWeekMs);
}
TimeMs monday_of(std::int64_t week, int utc_offset_minutes) {
  return 4 * journal::kDayMs + week * kWeekMs - utc_offset_minutes * kMinuteMs;
}

void add_session(const RatedSession& rated, Outcomes& out) {
  const auto& session = rated.session;
  const auto& ending = session.ending;
  if (!ending || session.started_at < out.from || session.started_at > out.to) return;
  const int offset = rated.utc_offset_minutes.value_or(out.utc_offset_minutes);
  if (ending->how == journal::How::stopped && !ending->rule.empty())
    out.events.push_back({ending->at, ending->rule, offset});
  const int seconds = seconds_of(ending->given);
  if (seconds == 0) return;
  auto& done = out.done;
  ++done.sessions;
  done.finished += ending->how == journal::How::finished;
  done.stopped += ending->how == journal::How::stopped;
  done.cut_off += ending->how == journal::How::cut_off;
  for (const Hand hand : kHands) {
    done.seconds[hand] += ending->given.seconds[hand];
    for (const auto& [id, spent] : ending->given.by_technique[hand]) done.by_technique[id] += spent;
    for (const auto& [id, spent] : ending->given.by_zone[hand]) done.by_zone[id] += spent;
    for (const auto& id : ending->given.stopped_zones[hand]) ++done.stopped_zones[id];
  }
  const auto week = week_of(session.started_at, offset) - week_of(out.from, out.utc_offset_minutes);
  auto& of_week = done.weeks.at(static_cast<std::size_t>(
      std::clamp<std::int64_t>(week, 0, static_cast<std::int64_t>(done.weeks.size()) - 1)));
  ++of_week.sessions;
  of_week.seconds += seconds;
  if (const auto& day = session.next_day) {
    auto& after = out.days_after;
    ++after.told;
    after.sore += day->soreness > 0;
    after.most = std::max(after.most, day->soreness);
    after.too_much += day->lasted_long;
  }
}

/// The newest point of the same measure and site on the other hand.
const Point* other_hand(const std::vector<Series>& all, const Series& series) {
  if (!series.hand) return nullptr;
  for (const auto& each : all)
    if (each.measure == series.measure && each.site == series.site && each.hand &&
        *each.hand != *series.hand && !each.points.empty())
      return &each.points.back();
  return nullptr;
}

/// The share of the other hand, where both were measured in the same days and more is better.
std::optional<double> share_of_other(const Practice& practice, const std::vector<Series>& all,
                                     const Series& series) {
  const auto& measure = practice.at(series.measure);
  const auto* other = other_hand(all, series);
  const bool comparable = (measure.scoring != Scoring::value || measure.of == Site::joint) &&
                          better_of(measure, series.site) == Better::high;
  if (other == nullptr || other->value <= 0 || !comparable) return {};
  const auto apart = std::abs(series.points.back().at - other->at);
  if (apart > practice.outcomes.window_days * journal::kDayMs) return {};
  return series.points.back().value / other->value * kPercent;
}

MeasureOutcome outcome_of(const Practice& practice, const std::vector<Series>& all, const Series& series) {
  MeasureOutcome out{
      series, change_within(practice, series), change_over(practice, series), trend_of(practice, series), {},
      {}};
  if (series.points.empty()) return out;
  out.other_share = share_of_other(practice, all, series);
  out.band = band_for(practice, practice.at(series.measure), series.points.back().value);
  return out;
}

bool improved(const Outcomes& outcomes) {
  const auto better = [](const std::optional<Change>& change) {
    return change && change->better.value_or(false);
  };
  return std::any_of(outcomes.measures.begin(), outcomes.measures.end(),
                     [&](const MeasureOutcome& each) { return better(each.over); });
}

}  // namespace

Outcomes outcomes_of(const Practice& practice, const Record& record) {
  Outcomes out;
  out.from = beginning_of(record);
  out.to = record.now;
  out.utc_offset_minutes = record.utc_offset_minutes;
  out.person = record.person;
  for (auto week = week_of(out.from, out.utc_offset_minutes); week <= week_of(out.to, out.utc_offset_minutes);
       ++week)
    out.done.weeks.push_back({monday_of(week, out.utc_offset_minutes), 0, 0});
  TimeMs first = record.first_at > 0 ? record.first_at : out.to;
  for (const auto& each : record.sessions) {
    add_session(each, out);
    if (each.session.started_at >= out.from)
      if (auto lines = compared_in_words(practice, each.ratings); !lines.empty())
        out.compared.push_back({each.session.started_at, std::move(lines)});
    if (each.session.ending && seconds_of(each.session.ending->given) > 0)
      first = std::min(first, each.session.started_at);
  }
  auto [all, unscored] = series_of(practice, record);
  out.unscored = std::move(unscored);
  for (const auto& series : all) out.measures.push_back(outcome_of(practice, all, series));
  const auto weeks = static_cast<int>((out.to - first) / kWeekMs);
  const bool followed = std::any_of(out.measures.begin(), out.measures.end(),
                                    [](const MeasureOutcome& each) { return each.over.has_value(); });
  out.review_due = followed && guidance::review_due(practice, {}, weeks, improved(out));
  return out;
}

}  // namespace thenar::outcomes
