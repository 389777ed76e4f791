#include "thenar/outcomes/change.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include "numbers.hpp"

namespace thenar::outcomes {
namespace {

/// Reading to the nearest step moves a value by this much (standard deviation of an even spread over one
/// step): no estimate of an error falls below it, however alike the values are.
double reading_error(const Measure& measure) {
  return measure.resolution / std::sqrt(12.0);
}

/// Whether a series began so badly that it would have got better by itself. Only a scale of points has a
/// worst end; lengths and forces have limits of what is believed.
bool entry_is_bad(const Practice& practice, const Measure& measure, double from) {
  if (measure.unit != "points") return false;
  const double share = (from - measure.low) / (measure.high - measure.low);
  if (measure.better == Better::low) return share >= practice.outcomes.bad_entry;
  return measure.better == Better::high && share <= 1 - practice.outcomes.bad_entry;
}

/// Whether a change is as large as one that mattered to people; never by a number that is only a guess of our
/// own.
bool is_important(const Measure& measure, double from, double change) {
  if (measure.important_change_confidence == Confidence::L) return false;
  const double size = std::abs(change);
  if (measure.important_change) return size >= *measure.important_change;
  return measure.important_change_percent && from != 0 &&
         size >= std::abs(from) * *measure.important_change_percent / kPercent;
}

/// The error of one measurement and of a difference of two, as published; none where nobody has.
struct Published {
  double sem = 0;
  double mdc95 = 0;
};
std::optional<Published> published_of(const Measure& measure, bool two_people) {
  const auto sem = two_people ? measure.sem_other : published_sem(measure);
  if (!sem) return {};
  const auto& mdc95 = two_people ? measure.mdc95_other : measure.mdc95;
  return Published{*sem, mdc95.value_or(normal_z(kAlpha) * std::numbers::sqrt2 * *sem)};
}

/// Fills in what follows from the means and the error.
Change told(const Practice& practice, const Series& series, Change change, double half_width) {
  const auto& measure = practice.at(series.measure);
  const auto better = better_of(measure, series.site);
  change.change = told_number(change.to - change.from);
  change.from = told_number(change.from);
  change.to = told_number(change.to);
  change.error = told_number(change.error);
  change.interval = {told_number(change.change - half_width), told_number(change.change + half_width)};
  change.measurable = std::abs(change.change) > change.error && !change.interval.has(0);
  if (change.measurable && better != Better::none)
    change.better = (change.change < 0) == (better == Better::low);
  change.may_matter = change.measurable && is_important(measure, change.from, change.change);
  change.bad_entry = entry_is_bad(practice, measure, change.from);
  return change;
}

/// The same where the error is estimated from the values. A difference of less than a step of reading is
/// none, however sure the mean is.
Change told_of_own(const Practice& practice, const Series& series, Change change, double half_width) {
  change.error_of = ErrorOf::own;
  change.error = std::max(half_width, practice.at(series.measure).resolution);
  return told(practice, series, change, half_width);
}

std::vector<double> values_of(const std::vector<Point>& points) {
  std::vector<double> values;
  for (const auto& point : points) values.push_back(point.value);
  return values;
}

bool by_another(const Point& point) {
  return point.by_another;
}

/// The points that can be compared: what two people measured only where the error between them is known, else
/// what the usual one did.
std::vector<Point> comparable(const Measure& measure, const std::vector<Point>& points) {
  const auto others = std::count_if(points.begin(), points.end(), by_another);
  if (measure.sem_other || others == 0 || others == std::ssize(points)) return points;
  std::vector<Point> own;
  std::remove_copy_if(points.begin(), points.end(), std::back_inserter(own), by_another);
  return own;
}

/// Points of the first and of the last days, at least so many at either end; empty where they overlap.
std::pair<std::vector<Point>, std::vector<Point>> windows_of(const std::vector<Point>& points, int days,
                                                             int least) {
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
  const auto published = published_of(practice.at(series.measure), false);
  const auto count = series.pairs.size();
  std::vector<double> differences;
  Change change;
  for (const auto& pair : series.pairs) {
    differences.push_back(pair.after - pair.before);
    change.from += pair.before / static_cast<double>(count);
    change.to += pair.after / static_cast<double>(count);
  }
  change.values = static_cast<int>(2 * count);
  if (published && count > 0) {
    change.error_of = ErrorOf::published;
    change.error = published->mdc95;
    return told(practice, series, change,
                normal_z(kAlpha) * published->sem * std::sqrt(2 / static_cast<double>(count)));
  }
  if (count < static_cast<std::size_t>(practice.outcomes.estimated_from)) return {};
  const double degrees = static_cast<double>(count) - 1;
  const double reading = reading_error(practice.at(series.measure));
  const double variance = std::max(squares_of(differences) / degrees, 2 * reading * reading);
  return told_of_own(practice, series, change,
                     student_t(kAlpha, degrees) * std::sqrt(variance / static_cast<double>(count)));
}

std::optional<Change> change_over(const Practice& practice, const Series& series) {
  const auto& measure = practice.at(series.measure);
  const auto points = comparable(measure, series.points);
  const auto others = std::count_if(points.begin(), points.end(), by_another);
  const auto published = published_of(measure, others > 0 && others < std::ssize(points));
  const auto [first, last] =
      windows_of(points, practice.outcomes.window_days, published ? 1 : practice.outcomes.window_values);
  if (first.empty() || last.empty()) return {};
  const auto before = values_of(first);
  const auto after = values_of(last);
  Change change;
  change.from = mean_of(before);
  change.to = mean_of(after);
  change.values = static_cast<int>(before.size() + after.size());
  const double share = 1 / static_cast<double>(before.size()) + 1 / static_cast<double>(after.size());
  if (published) {
    change.error_of = ErrorOf::published;
    change.error = published->mdc95;
    return told(practice, series, change, normal_z(kAlpha) * published->sem * std::sqrt(share));
  }
  if (change.values < practice.outcomes.estimated_from || before.size() < 2 || after.size() < 2) return {};
  const double degrees = change.values - 2;
  const double reading = reading_error(measure);
  const double variance = std::max((squares_of(before) + squares_of(after)) / degrees, reading * reading);
  return told_of_own(practice, series, change, student_t(kAlpha, degrees) * std::sqrt(variance * share));
}

namespace {

/// A local day with the mean of its values.
struct Day {
  std::int64_t day = 0;
  double sum = 0;
  int count = 0;
};
std::vector<Day> days_of(const std::vector<Point>& points) {
  std::vector<Day> days;
  for (const auto& point : points) {
    const auto day = (point.at + point.utc_offset_minutes * kMinuteMs) / journal::kDayMs;
    if (days.empty() || days.back().day != day) days.push_back({day, 0, 0});
    days.back().sum += point.value;
    ++days.back().count;
  }
  return days;
}

/// Where in its step of reading a value is put, as a share of the step: evenly spread (van der Corput 1935).
/// A value in whole steps stands for any within the step; slopes between values that repeat would else be 0
/// far too often.
double within_step(std::size_t index) {
  double share = 0;
  for (double digit = 0.5; index > 0; index /= 2, digit /= 2)
    if (index % 2 == 1) share += digit;
  return share - 0.5;
}

}  // namespace

std::optional<Trend> trend_of(const Practice& practice, const Series& series) {
  constexpr double kWeekDays = 7;
  const auto& measure = practice.at(series.measure);
  auto days = days_of(comparable(measure, series.points));
  if (days.size() < static_cast<std::size_t>(practice.outcomes.trend_days)) return {};
  if (days.size() > kMostTrendDays) days.erase(days.begin(), days.end() - kMostTrendDays);
  std::vector<std::pair<double, double>> points;
  for (const auto& day : days)
    points.emplace_back(static_cast<double>(day.day) / kWeekDays,
                        day.sum / day.count + measure.resolution * within_step(points.size()));
  const auto found = theil_sen(points);
  Trend trend;
  trend.per_week = told_number(found.slope);
  trend.interval = {told_number(found.interval.low), told_number(found.interval.high)};
  trend.days = static_cast<int>(days.size());
  const double whole = std::abs(found.slope) * (points.back().first - points.front().first);
  const auto published = published_of(measure, false);
  trend.measurable = !trend.interval.has(0) && whole > (published ? published->mdc95 : measure.resolution);
  const auto better = better_of(measure, series.site);
  if (trend.measurable && better != Better::none)
    trend.better = (trend.per_week < 0) == (better == Better::low);
  return trend;
}

}  // namespace thenar::outcomes
