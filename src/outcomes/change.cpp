#include "thenar/outcomes/change.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "numbers.hpp"

namespace thenar::outcomes {
namespace {

/// Reading to the nearest step moves a value by this much (standard deviation of an even spread over one
/// step): no estimate of an error falls below it, however alike the values are.
double reading_error(const Measure& measure) {
  return measure.resolution / std::sqrt(12.0);
}

bool entry_is_high(const Practice& practice, const Measure& measure, double from) {
  const double share = (from - measure.low) / (measure.high - measure.low);
  if (measure.better == Better::low) return share >= practice.outcomes.high_entry;
  return measure.better == Better::high && share <= 1 - practice.outcomes.high_entry;
}

/// Whether a change is as large as one that mattered to people; never by a number that is only a guess of our
/// own.
bool is_important(const Measure& measure, double from, double change) {
  if (measure.source.confidence == Confidence::L) return false;
  const double size = std::abs(change);
  if (measure.important_change) return size >= *measure.important_change;
  return measure.important_change_percent && from != 0 &&
         size >= std::abs(from) * *measure.important_change_percent / kPercent;
}

/// Fills in what follows from the means and the error.
Change told(const Practice& practice, const Measure& measure, Change change, double half_width) {
  change.change = told_number(change.to - change.from);
  change.from = told_number(change.from);
  change.to = told_number(change.to);
  change.error = told_number(change.error);
  change.interval = {told_number(change.change - half_width), told_number(change.change + half_width)};
  change.measurable = std::abs(change.change) > change.error && !change.interval.has(0);
  if (change.measurable && measure.better != Better::none)
    change.better = (change.change < 0) == (measure.better == Better::low);
  change.may_matter = change.measurable && is_important(measure, change.from, change.change);
  change.high_entry = entry_is_high(practice, measure, change.from);
  return change;
}

/// The smallest difference of two single measurements that is more than their error.
double published_mdc(const Measure& measure, double sem) {
  return measure.mdc95.value_or(normal_z(kAlpha) * std::numbers::sqrt2 * sem);
}

std::vector<double> values_of(const std::vector<Point>& points) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(point.value);
  return values;
}

/// Points of the first and of the last days, at least so many at either end; empty where they overlap.
std::pair<std::vector<Point>, std::vector<Point>> windows_of(const Series& series, int days, int least) {
  const auto& points = series.points;
  if (points.empty()) return {};
  const auto span = days * journal::kDayMs;
  const auto at_least = static_cast<std::size_t>(least);
  std::size_t first = 0;
  while (first < points.size() && (first < at_least || points[first].at < points.front().at + span)) ++first;
  std::size_t last = 0;
  while (last < points.size() &&
         (last < at_least || points[points.size() - 1 - last].at > points.back().at - span))
    ++last;
  const bool apart = first + last <= points.size() && points.back().at - points.front().at >= 2 * span;
  if (!apart) return {};
  const auto end = static_cast<std::ptrdiff_t>(first);
  const auto begin = static_cast<std::ptrdiff_t>(points.size() - last);
  return {{points.begin(), points.begin() + end}, {points.begin() + begin, points.end()}};
}

}  // namespace

std::optional<double> published_sem(const Measure& measure) {
  if (measure.sem) return measure.sem;
  if (measure.mdc95) return *measure.mdc95 / (normal_z(kAlpha) * std::numbers::sqrt2);
  return {};
}

std::optional<Change> change_within(const Practice& practice, const Series& series) {
  const auto& measure = practice.at(series.measure);
  const auto count = series.pairs.size();
  std::vector<double> differences;
  Change change;
  for (const auto& pair : series.pairs) {
    differences.push_back(pair.after - pair.before);
    change.from += pair.before / static_cast<double>(count);
    change.to += pair.after / static_cast<double>(count);
  }
  change.values = static_cast<int>(2 * count);
  if (const auto sem = published_sem(measure); sem && count > 0) {
    change.error_of = ErrorOf::published;
    change.error = published_mdc(measure, *sem);
    return told(practice, measure, change,
                normal_z(kAlpha) * *sem * std::sqrt(2 / static_cast<double>(count)));
  }
  if (count < static_cast<std::size_t>(practice.outcomes.estimated_from)) return {};
  const double degrees = static_cast<double>(count) - 1;
  const double reading = reading_error(measure);
  const double variance = std::max(squares_of(differences) / degrees, 2 * reading * reading);
  change.error = student_t(kAlpha, degrees) * std::sqrt(variance / static_cast<double>(count));
  return told(practice, measure, change, change.error);
}

std::optional<Change> change_over(const Practice& practice, const Series& series) {
  const auto& measure = practice.at(series.measure);
  const auto sem = published_sem(measure);
  const auto [first, last] =
      windows_of(series, practice.outcomes.window_days, sem ? 1 : practice.outcomes.window_values);
  if (first.empty() || last.empty()) return {};
  const auto before = values_of(first);
  const auto after = values_of(last);
  Change change;
  change.from = mean_of(before);
  change.to = mean_of(after);
  change.values = static_cast<int>(before.size() + after.size());
  const double share = 1 / static_cast<double>(before.size()) + 1 / static_cast<double>(after.size());
  if (sem) {
    change.error_of = ErrorOf::published;
    change.error = published_mdc(measure, *sem);
    return told(practice, measure, change, normal_z(kAlpha) * *sem * std::sqrt(share));
  }
  if (change.values < practice.outcomes.estimated_from || before.size() < 2 || after.size() < 2) return {};
  const double degrees = change.values - 2;
  const double reading = reading_error(measure);
  const double variance = std::max((squares_of(before) + squares_of(after)) / degrees, reading * reading);
  change.error = student_t(kAlpha, degrees) * std::sqrt(variance * share);
  return told(practice, measure, change, change.error);
}

std::optional<Trend> trend_of(const Practice& practice, const Series& series, int utc_offset_minutes) {
  constexpr double kWeekDays = 7;
  struct Day {
    std::int64_t day = 0;
    double sum = 0;
    int count = 0;
  };
  std::vector<Day> days;
  for (const auto& point : series.points) {
    const auto day = (point.at + utc_offset_minutes * kMinuteMs) / journal::kDayMs;
    if (days.empty() || days.back().day != day) days.push_back({day, 0, 0});
    days.back().sum += point.value;
    ++days.back().count;
  }
  if (days.size() < static_cast<std::size_t>(practice.outcomes.trend_days)) return {};
  if (days.size() > kMostTrendDays) days.erase(days.begin(), days.end() - kMostTrendDays);
  std::vector<std::pair<double, double>> points;
  for (const auto& day : days)
    points.emplace_back(static_cast<double>(day.day) / kWeekDays, day.sum / day.count);
  const auto found = theil_sen(points);
  const double slope = told_number(found.slope);
  const Interval interval{told_number(found.interval.low), told_number(found.interval.high)};
  Trend trend{slope, interval, static_cast<int>(days.size()), {}};
  const auto better = practice.at(series.measure).better;
  if (!interval.has(0) && better != Better::none) trend.better = (slope < 0) == (better == Better::low);
  return trend;
}

}  // namespace thenar::outcomes
