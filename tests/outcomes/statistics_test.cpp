// Statistics against printed tables and against counting every case.
#include "thenar/outcomes/statistics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace thenar::outcomes {
namespace {

TEST(Statistics, StudentsTIsThatOfTheTables) {
  const std::vector<std::pair<double, double>> table{
      {1, 12.7062}, {2, 4.30265},  {3, 3.18245},  {4, 2.77645},  {5, 2.57058},  {6, 2.44691},
      {8, 2.30600}, {12, 2.17881}, {20, 2.08596}, {30, 2.04227}, {60, 2.00030}, {120, 1.97993}};
  for (const auto& [degrees, t] : table) EXPECT_NEAR(student_t(0.05, degrees), t, 6e-5) << degrees;
  EXPECT_NEAR(student_t(0.01, 5), 4.03214, 2e-5);
  EXPECT_NEAR(student_t(0.10, 12), 1.78229, 2e-5);
}

TEST(Statistics, NormalQuantiles) {
  EXPECT_NEAR(normal_z(0.05), 1.959964, 1e-6);
  EXPECT_NEAR(normal_z(0.01), 2.575829, 1e-6);
}

int kendall_s(const std::vector<int>& values) {
  int s = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t j = i + 1; j < values.size(); ++j) s += values[j] > values[i] ? 1 : -1;
  return s;
}

TEST(Statistics, KendallsTailIsTheShareOfAllOrders) {
  for (std::size_t n = 2; n <= 7; ++n) {
    std::vector<int> order(n);
    std::iota(order.begin(), order.end(), 0);
    std::map<int, int> counts;
    int all = 0;
    do {
      ++counts[kendall_s(order)];
      ++all;
    } while (std::next_permutation(order.begin(), order.end()));
    int above = 0;
    for (auto it = counts.rbegin(); it != counts.rend(); ++it) {
      above += it->second;
      EXPECT_NEAR(kendall_tail(n, it->first), static_cast<double>(above) / all, 1e-12)
          << n << " " << it->first;
    }
  }
}

// Whatever the values are: under no trend all orders are alike, so the share of intervals without 0 is what
// was promised.
TEST(Statistics, AnIntervalOfTheilAndSenMissesNothingInAtMostOneOfTwentyOrders) {
  for (std::size_t n = 5; n <= 7; ++n) {
    std::vector<int> order(n);
    std::iota(order.begin(), order.end(), 0);
    int missed = 0;
    int all = 0;
    do {
      std::vector<std::pair<double, double>> points;
      for (std::size_t i = 0; i < n; ++i) points.emplace_back(i, order[i] * order[i] + 3 * order[i]);
      missed += !theil_sen(points).interval.has(0);
      ++all;
    } while (std::next_permutation(order.begin(), order.end()));
    EXPECT_LE(missed * 20, all) << n;
    EXPECT_GT(missed, 0) << n;
  }
}

TEST(Statistics, TheSlopeIsTheMedianOfAllPairs) {
  // Slopes: 2, 3, 3 1/3 of (0,0) (1,2) (2,6) (3,10): 2, 3, 10/3, 4, 4, 4; median (10/3 + 4) / 2.
  const std::vector<std::pair<double, double>> points{{0, 0}, {1, 2}, {2, 6}, {3, 10}};
  EXPECT_NEAR(theil_sen(points).slope, 11.0 / 3, 1e-12);
}

TEST(Statistics, OneWildValueMovesTheSlopeLittle) {
  std::vector<std::pair<double, double>> points;
  for (int i = 0; i < 15; ++i) points.emplace_back(i, -0.5 * i);
  points[7].second = 100;
  EXPECT_NEAR(theil_sen(points).slope, -0.5, 1e-9);
}

TEST(Statistics, EqualValuesHaveNoTrend) {
  std::vector<std::pair<double, double>> points;
  for (int i = 0; i < 10; ++i) points.emplace_back(i, 4);
  const auto slope = theil_sen(points);
  EXPECT_EQ(slope.slope, 0);
  EXPECT_TRUE(slope.interval.has(0));
}

}  // namespace
}  // namespace thenar::outcomes
