#include "thenar/outcomes/outcomes.hpp"

#include <algorithm>

#include "numbers.hpp"
#include "thenar/guidance/aftercare.hpp"
#include "thenar/outcomes/words.hpp"

namespace thenar::outcomes {
namespace {

int seconds_of(const journal::Given& given) {
  return given.seconds.left + given.seconds.right;
}

/// The local Monday before or at a time. The first of January 1970 was a Thursday.
TimeMs monday_of(TimeMs at, int utc_offset_minutes) {
  constexpr TimeMs kMonday = 4 * journal::kDayMs;
  const TimeMs local = at + utc_offset_minutes * kMinuteMs;
  const TimeMs since = local - kMonday;
  const TimeMs weeks = since >= 0 ? since / kWeekMs : -((kWeekMs - 1 - since) / kWeekMs);
  return kMonday + weeks * kWeekMs - utc_offset_minutes * kMinuteMs;
}

void add_session(const journal::Session& session, Outcomes& out) {
  const auto& ending = session.ending;
  if (!ending || session.started_at < out.from || session.started_at > out.to) return;
  if (ending->how == journal::How::stopped && !ending->rule.empty())
    out.events.push_back({ending->at, ending->rule});
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
  }
  const auto week = std::find_if(done.weeks.rbegin(), done.weeks.rend(),
                                 [&](const WeekDone& each) { return each.from <= session.started_at; });
  if (week != done.weeks.rend()) {
    ++week->sessions;
    week->seconds += seconds;
  }
  if (const auto& day = session.next_day) {
    auto& after = out.days_after;
    ++after.told;
    after.sore += day->soreness > 0;
    after.most = std::max(after.most, day->soreness);
    after.too_much += day->lasted_long;
  }
}

/// The newest value of the same measure and site on the other hand.
std::optional<double> other_hand(const std::vector<Series>& all, const Series& series) {
  if (!series.hand) return {};
  for (const auto& each : all)
    if (each.measure == series.measure && each.site == series.site && each.hand &&
        *each.hand != *series.hand && !each.points.empty())
      return each.points.back().value;
  return {};
}

std::optional<Band> band_for(const OutcomeRules& rules, const Measure& measure, double value,
                             const std::optional<double>& other_share) {
  if (measure.scoring == Scoring::strickland) return band_of(value, rules.strickland_bands);
  if (measure.scoring != Scoring::active_motion) return {};
  if (other_share) return band_of(*other_share, rules.share_bands);
  if (measure.of == Site::finger) return band_of(value, rules.tam_bands);
  return {};
}

MeasureOutcome outcome_of(const Practice& practice, const std::vector<Series>& all, const Series& series,
                          int utc_offset_minutes) {
  MeasureOutcome out{series,
                     change_within(practice, series),
                     change_over(practice, series),
                     trend_of(practice, series, utc_offset_minutes),
                     {},
                     {}};
  if (series.points.empty()) return out;
  const auto& measure = practice.at(series.measure);
  const double newest = series.points.back().value;
  const auto other = other_hand(all, series);
  const bool comparable = measure.scoring != Scoring::value || measure.of == Site::joint;
  if (other && *other > 0 && comparable && measure.better == Better::high)
    out.other_share = newest / *other * kPercent;
  out.band = band_for(practice.outcomes, measure, newest, out.other_share);
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
  for (TimeMs week = monday_of(out.from, record.utc_offset_minutes); week <= out.to; week += kWeekMs)
    out.done.weeks.push_back({week, 0, 0});
  TimeMs first = record.first_at > 0 ? record.first_at : out.to;
  for (const auto& each : record.sessions) {
    add_session(each.session, out);
    if (each.session.started_at >= out.from)
      if (auto lines = compared_in_words(practice, each.ratings); !lines.empty())
        out.compared.push_back({each.session.started_at, std::move(lines)});
    if (each.session.ending && seconds_of(each.session.ending->given) > 0)
      first = std::min(first, each.session.started_at);
  }
  auto [all, unscored] = series_of(practice, record);
  out.unscored = std::move(unscored);
  for (const auto& series : all)
    out.measures.push_back(outcome_of(practice, all, series, record.utc_offset_minutes));
  const auto weeks = static_cast<int>((out.to - first) / kWeekMs);
  const bool followed = std::any_of(out.measures.begin(), out.measures.end(),
                                    [](const MeasureOutcome& each) { return each.over.has_value(); });
  out.review_due = followed && guidance::review_due(practice, {}, weeks, improved(out));
  return out;
}

}  // namespace thenar::outcomes
