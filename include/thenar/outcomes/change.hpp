// Change with its error: within a massage, over weeks, and as a trend.
#pragma once

#include <optional>

#include "thenar/outcomes/record.hpp"
#include "thenar/outcomes/statistics.hpp"

namespace thenar::outcomes {

/// Whose error a change is held against. published: of the measure (SEM, MDC95). own: estimated from how much
/// these very values vary.
enum class ErrorOf : std::uint8_t { published, own };

/// A difference of two means with its error; there is no change without one.
struct Change {
  double from = 0;    ///< mean before, or of the first days
  double to = 0;      ///< mean after, or of the last days
  double change = 0;  ///< to − from
  Interval interval;  ///< 95 % of the change
  double error = 0;   ///< a change up to here is none that can be measured: MDC95, or half the interval and a
                      ///< step of reading at least
  ErrorOf error_of = ErrorOf::own;
  int values = 0;           ///< how many numbers it rests on
  bool measurable = false;  ///< more than its error
  std::optional<bool>
      better;               ///< measurable, and for the better or the worse; none where neither can be said
  bool may_matter = false;  ///< measurable and at least as large as what mattered to people in studies
  bool bad_entry = false;   ///< the beginning was so bad that it would have got better by itself
};

/// From before to after a massage, on the mean over the pairs of a series: paired differences (Student 1908),
/// or the published error of the measure. None where there are too few pairs for an interval.
std::optional<Change> change_within(const Practice& practice, const Series& series);

/// From the first days to the last days of a series (OutcomeRules::window_days each, not overlapping; without
/// a published error at least window_values at either end): the difference of the means, by the published
/// error of the measure, or by the pooled variance of both windows. None where the two windows are not apart,
/// or hold too few values for an interval. What somebody else measured counts where the error between two
/// people is published, with that error; else it is left out.
std::optional<Change> change_over(const Practice& practice, const Series& series);

/// A steady change by the days: robust slope with its interval (theil_sen).
struct Trend {
  double per_week = 0;
  Interval interval;  ///< 95 %, per week
  int days = 0;
  bool measurable =
      false;  ///< the interval is without 0, and over all days it is more than the measure's error
  std::optional<bool>
      better;  ///< measurable, and for the better or the worse; none where neither can be said
};

/// None from fewer days than OutcomeRules::trend_days. Values of one local day count as their mean, spread
/// over the step that they are read in; of more than kMostTrendDays the newest count.
std::optional<Trend> trend_of(const Practice& practice, const Series& series);

inline constexpr std::size_t kMostTrendDays = 120;

/// The standard error of one measurement as published: sem, or mdc95 / (1.96 · √2).
std::optional<double> published_sem(const Measure& measure);

}  // namespace thenar::outcomes

namespace thenar {
template <>
struct EnumWords<outcomes::ErrorOf> {
  static constexpr std::array<std::string_view, 2> words{"published", "own"};
};
}  // namespace thenar
