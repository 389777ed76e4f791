#include "thenar/outcomes/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "numbers.hpp"

namespace thenar::outcomes {
namespace {

/// Up to so many values orders are counted; beyond, the normal approximation is as good.
constexpr std::size_t kMostCounted = 40;

/// Of all orders of n values, the share that has each number of inversions; the i-th value adds 0 to i − 1
/// evenly.
std::vector<double> inversion_shares(std::size_t n) {
  std::vector<double> shares{1};
  for (std::size_t i = 2; i <= n; ++i) {
    std::vector<double> next(i * (i - 1) / 2 + 1);
    double window = 0;
    for (std::size_t inversions = 0; inversions < next.size(); ++inversions) {
      if (inversions < shares.size()) window += shares[inversions];
      if (inversions >= i) window -= shares[inversions - i];
      next[inversions] = window / static_cast<double>(i);
    }
    shares = std::move(next);
  }
  return shares;
}

/// How many slopes at either end lie outside the interval, less one.
std::size_t outside(std::size_t n, std::size_t slopes) {
  if (n <= kMostCounted) {
    // As many as there may be inversions before they are no longer rare.
    const auto shares = inversion_shares(n);
    std::size_t out = 0;
    double tail = 0;
    while (tail + shares[out] <= kAlpha / 2) tail += shares[out++];
    return out > 0 ? out - 1 : 0;
  }
  const auto of = static_cast<double>(n);
  const double reach = normal_z(kAlpha) * std::sqrt(of * (of - 1) * (2 * of + 5) / 18);
  const double rank = std::floor((static_cast<double>(slopes) - reach) / 2);
  return rank < 1 ? 0 : static_cast<std::size_t>(rank) - 1;
}

}  // namespace

double normal_z(double alpha) {
  // Newton on the error function, from a start that is right to a few percent.
  double z = std::sqrt(-2 * std::log(alpha / 2));
  for (int i = 0; i < 50; ++i) {
    const double above = std::erfc(z / std::numbers::sqrt2);
    const double density = 2 * std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
    const double step = (above - alpha) / density;
    z += step;
    if (std::abs(step) < 1e-14) break;
  }
  return z;
}

double student_t(double alpha, double degrees) {
  if (degrees <= 1) return 1 / std::tan(alpha * std::numbers::pi / 2);
  if (degrees == 2) return std::sqrt(2 / (alpha * (2 - alpha)) - 2);
  // Hill 1970.
  const double a = 1 / (degrees - 0.5);
  const double b = 48 / (a * a);
  const double c = ((20700 * a / b - 98) * a - 16) * a + 96.36;
  const double d = ((94.5 / (b + c) - 3) / b + 1) * std::sqrt(a * std::numbers::pi / 2) * degrees;
  double y = std::pow(d * alpha, 2 / degrees);
  if (y > 0.05 + a) {
    const double x = -normal_z(alpha);
    y = x * x;
    const double e = degrees < 5 ? 0.3 * (degrees - 4.5) * (x + 0.6) : 0;
    const double f = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c + e;
    y = std::expm1(a * std::pow((((((0.4 * y + 6.3) * y + 36) * y + 94.5) / f - y - 3) / b + 1) * x, 2));
  } else {
    y = ((1 / (((degrees + 6) / (degrees * y) - 0.089 * d - 0.822) * (degrees + 2) * 3) +
          0.5 / (degrees + 4)) *
             y -
         1) *
            (degrees + 1) / (degrees + 2) +
        1 / y;
  }
  return std::sqrt(degrees * y);
}

double mean_of(std::span<const double> values) {
  double total = 0;
  for (const double value : values) total += value;
  return total / static_cast<double>(values.size());
}

double squares_of(std::span<const double> values) {
  const double mean = mean_of(values);
  double total = 0;
  for (const double value : values) total += (value - mean) * (value - mean);
  return total;
}

double kendall_tail(std::size_t n, int s) {
  const auto shares = inversion_shares(n);
  const int most = static_cast<int>(shares.size()) - 1;
  double tail = 0;
  for (int inversions = 0; inversions <= most && most - 2 * inversions >= s; ++inversions)
    tail += shares[static_cast<std::size_t>(inversions)];
  return tail;
}

Slope theil_sen(std::span<const std::pair<double, double>> points) {
  std::vector<double> slopes;
  slopes.reserve(points.size() * (points.size() - 1) / 2);
  for (std::size_t i = 0; i < points.size(); ++i)
    for (std::size_t j = i + 1; j < points.size(); ++j)
      slopes.push_back((points[j].second - points[i].second) / (points[j].first - points[i].first));
  std::sort(slopes.begin(), slopes.end());
  const std::size_t middle = slopes.size() / 2;
  const double median = slopes.size() % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
  const auto out = outside(points.size(), slopes.size());
  return {median, {slopes[out], slopes[slopes.size() - 1 - out]}};
}

}  // namespace thenar::outcomes
