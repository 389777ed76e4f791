// What can be said of few, noisy numbers. Pure functions of samples.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace thenar::outcomes {

struct Interval {
  double low = 0;
  double high = 0;
  bool has(double value) const { return low <= value && value <= high; }
};

/// The value that a Student t variable with `degrees` of freedom (1 or more) exceeds in absolute value with
/// probability `alpha` (two-sided), to 1e-6 and better (Hill 1970, Algorithm 396, with one step of Newton
/// where it is coarse).
double student_t(double alpha, double degrees);

/// The same of a standard normal variable; 1.959964 for 0.05.
double normal_z(double alpha);

double mean_of(std::span<const double> values);
/// Sum of squared deviations from the mean.
double squares_of(std::span<const double> values);

/// Probability that Kendall's S of n values without ties is at least s, when nothing goes on (exact).
double kendall_tail(std::size_t n, int s);

/// Median of the slopes of all pairs and its interval (Theil 1950, Sen 1968); the interval by the exact
/// distribution of Kendall's S, of many points by its normal approximation (Hollander and Wolfe 1999, chapter
/// 9.3). `points`: time and value, both without repeats, at least 2.
struct Slope {
  double slope = 0;
  Interval interval;  ///< 95 %
};
Slope theil_sen(std::span<const std::pair<double, double>> points);

}  // namespace thenar::outcomes
