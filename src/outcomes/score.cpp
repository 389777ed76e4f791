#include "thenar/outcomes/score.hpp"

#include <algorithm>
#include <cmath>

#include "numbers.hpp"

namespace thenar::outcomes {
namespace {

using Values = std::vector<std::optional<double>>;

/// Values that were given, of some items.
std::vector<double> answered(const Values& values, std::size_t from = 0, std::size_t count = SIZE_MAX) {
  std::vector<double> out;
  for (std::size_t i = from; i < values.size() && i - from < count; ++i)
    if (values[i]) out.push_back(*values[i]);
  return out;
}

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}

double mean(const std::vector<double>& values) {
  return sum(values) / static_cast<double>(values.size());
}

tl::unexpected<Problem> refused(std::string path, std::string found, std::string expected) {
  return tl::unexpected(Problem{{{}, 0, std::move(path)}, std::move(found), std::move(expected), {}});
}

bool is_reversed(const std::vector<int>& reverse, std::size_t index) {
  return std::find(reverse.begin(), reverse.end(), static_cast<int>(index) + 1) != reverse.end();
}

/// Values with those of some items turned round within their range.
Values turned(const Measure& measure, const Values& values, const std::vector<int>& reverse) {
  Values out = values;
  const double low = measure.item_low.value_or(measure.low);
  const double high = measure.item_high.value_or(measure.high);
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i] && is_reversed(reverse, i)) *out[i] = low + high - *out[i];
  return out;
}

/// The sum of a subscale; what is missing takes the mean of the others, where at least half are there.
Result<double> subscale(const Values& values, std::size_t from, std::size_t count) {
  const auto there = answered(values, from, count);
  if (there.size() * 2 < count)
    return refused("values",
                   std::to_string(there.size()) + " of items " + std::to_string(from + 1) + " to " +
                       std::to_string(from + count),
                   "at least half of them");
  return mean(there) * static_cast<double>(count);
}

/// Patient-Rated Wrist Evaluation (MacDermid 1998): pain of 5 items, function of 6 specific and 4 usual ones.
Result<double> prwe(const Values& values) {
  const auto pain = subscale(values, 0, 5);
  const auto specific = subscale(values, 5, 6);
  const auto usual = subscale(values, 11, 4);
  for (const auto* each : {&pain, &specific, &usual})
    if (!*each) return *each;
  return *pain + (*specific + *usual) / 2;
}

/// Flexion of all joints less what is missing to straight: pairs of values, hyperextension counting as
/// straight.
double active_motion(const Values& values) {
  double total = 0;
  for (std::size_t i = 0; i + 1 < values.size(); i += 2) total += *values[i] - std::max(0.0, *values[i + 1]);
  return total;
}

Result<double> from_table(double raw, const Items* items) {
  if (items == nullptr || items->table.empty())
    return refused("measure", "no items of this measure", "its items and their table, loaded from a file");
  for (const auto& [at, score] : items->table)
    if (at == raw) return score;
  return refused("values", "a sum of " + to_line(Json(raw)), "a sum that the table has");
}

/// Beats that were left out have no neighbours.
Result<double> rmssd(const Values& intervals) {
  double squares = 0;
  int pairs = 0;
  for (std::size_t i = 1; i < intervals.size(); ++i) {
    if (!intervals[i] || !intervals[i - 1]) continue;
    squares += (*intervals[i] - *intervals[i - 1]) * (*intervals[i] - *intervals[i - 1]);
    ++pairs;
  }
  if (pairs == 0) return refused("values", "no two heartbeats in a row", "heartbeats in a row");
  return std::sqrt(squares / pairs);
}

Result<double> scored(const Measure& measure, const Values& values, const Items* items) {
  const auto given = answered(values);
  constexpr double kStricklandDegrees = 175;
  switch (measure.scoring) {
    case Scoring::value:
      return given.front();
    case Scoring::mean:
      return mean(given);
    case Scoring::mean_scaled:
      return (mean(given) - 1) * 25;
    case Scoring::sum:
      return sum(answered(turned(measure, values, measure.reverse)));
    case Scoring::prwe:
      return prwe(values);
    case Scoring::share_of_range: {
      if (items == nullptr)
        return refused("measure", "no items of this measure",
                       "its items, loaded from a file: they say which are turned round");
      const double low = measure.item_low.value_or(measure.low);
      const double high = measure.item_high.value_or(measure.high);
      return (mean(answered(turned(measure, values, items->reverse))) - low) / (high - low) * 100;
    }
    case Scoring::table:
      return from_table(sum(given), items);
    case Scoring::active_motion:
      return active_motion(values);
    case Scoring::strickland:
      return active_motion(values) / kStricklandDegrees * 100;
    case Scoring::rate:
      if (*values[1] <= 0) return refused("values[1]", "no time", "the seconds that it took");
      return *values[0] / *values[1];
    case Scoring::heart_rate:
      return kMinuteMs / mean(given);
    case Scoring::rmssd:
      if (sum(given) < kMinuteMs)
        return refused("values", to_line(Json(sum(given) / 1000)) + " s of heartbeats", "at least 60 s");
      return rmssd(values);
    case Scoring::none:
    case Scoring::grid:
      break;
  }
  return refused("measure", "\"" + measure.id + "\"", "a measure that has a score");
}

/// Measures whose values stand for themselves cannot do without one; PROMIS counts what its file has.
int needed(const Measure& measure, const Items* items) {
  if (measure.scoring == Scoring::table && items != nullptr) return static_cast<int>(items->items.size());
  return measure.min_items;
}

}  // namespace

Result<double> score(const Measure& measure, const Values& values, const Items* items) {
  const auto given = static_cast<int>(answered(values).size());
  const int least = needed(measure, items);
  if (items != nullptr && !items->items.empty() && values.size() > items->items.size())
    return refused("values", std::to_string(values.size()), "at most " + std::to_string(items->items.size()));
  if (given < least)
    return refused("values", std::to_string(given) + " answered",
                   least == measure.items
                       ? "all " + std::to_string(least)
                       : "at least " + std::to_string(least) + " of " + std::to_string(measure.items));
  const auto value = scored(measure, values, items);
  if (value && (*value < measure.low || *value > measure.high))
    return refused("values", "a score of " + to_line(Json(*value)),
                   to_line(Json(measure.low)) + " to " + to_line(Json(measure.high)));
  return value;
}

Band band_of(double value, const std::array<double, 3>& lower_ends) {
  if (value >= lower_ends[0]) return Band::excellent;
  if (value >= lower_ends[1]) return Band::good;
  return value >= lower_ends[2] ? Band::fair : Band::poor;
}

std::optional<Band> band_for(const Practice& practice, const Measure& measure, double score) {
  if (measure.scoring == Scoring::strickland) return band_of(score, practice.outcomes.strickland_bands);
  if (measure.scoring == Scoring::active_motion && measure.of == Site::finger)
    return band_of(score, practice.outcomes.tam_bands);
  return {};
}

std::optional<GripPlace> grip_place(const GripRules& rules, double kg, int age, Sex sex, Hand hand) {
  for (const auto& norm : rules.norms) {
    if (age < norm.age_low || age > norm.age_high) continue;
    const bool man = sex == Sex::man;
    const auto& [mean_kg, sd_kg] = hand == Hand::right ? (man ? norm.men_right : norm.women_right)
                                                       : (man ? norm.men_left : norm.women_left);
    return GripPlace{mean_kg, sd_kg, (kg - mean_kg) / sd_kg,
                     age >= rules.low_from_age && kg < (man ? rules.low_men_kg : rules.low_women_kg)};
  }
  return {};
}

}  // namespace thenar::outcomes
