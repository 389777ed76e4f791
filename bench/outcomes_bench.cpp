// Outcomes of somebody who massages daily for years, 27 ratings a session. A page for all of it below 1 s,
// twelve weeks below 100 ms.
#include <benchmark/benchmark.h>

#include "thenar/outcomes/outcomes.hpp"
#include "thenar/outcomes/pdf.hpp"
#include "thenar/outcomes/tables.hpp"
#include "thenar/practice/embedded.hpp"

namespace thenar {
namespace {

constexpr int kYear = 365;

const Practice& practice_of_all() {
  static const Practice loaded = practice::embedded_practice();
  return loaded;
}

/// 3,650 sessions and 98,550 ratings in ten years.
outcomes::Record years(int count) {
  outcomes::Record record;
  record.now = 1'900'000'000'000;
  for (int day = 0; day < count * kYear; ++day) {
    outcomes::RatedSession rated;
    const auto at = record.now - (count * kYear - day) * journal::kDayMs;
    rated.session.started_at = at;
    journal::Ending ending;
    ending.at = at + 600'000;
    for (const Hand hand : kHands) {
      ending.given.seconds[hand] = 300;
      ending.given.by_technique[hand] = {{"EFFL", 100}, {"KNEAD", 100}, {"CIRC", 100}};
      ending.given.by_zone[hand] = {{"THEN", 150}, {"MIDP", 150}};
    }
    rated.session.ending = ending;
    int value = day;
    for (const auto moment : {journal::Moment::before, journal::Moment::after}) {
      for (const char* measure : {"pain", "tingling", "stiffness", "swelling", "warmth"})
        for (const Hand hand : kHands)
          rated.ratings.push_back({measure, hand, moment, static_cast<double>(value++ * 7 % 11), at});
      for (const char* measure : {"stress", "sleep", "mood"})
        rated.ratings.push_back({measure, {}, moment, static_cast<double>(value++ * 5 % 11), at});
    }
    rated.ratings.push_back({"skin", Hand::left, journal::Moment::before, static_cast<double>(day % 11), at});
    record.sessions.push_back(std::move(rated));
  }
  return record;
}

void outcomes_of_all_years(benchmark::State& state) {
  const auto record = years(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(outcomes::outcomes_of(practice_of_all(), record));
}
BENCHMARK(outcomes_of_all_years)->Arg(10)->Arg(20)->Arg(40)->Unit(benchmark::kMillisecond);

void outcomes_of_twelve_weeks(benchmark::State& state) {
  auto record = years(10);
  record.weeks = 12;
  for (auto _ : state) benchmark::DoNotOptimize(outcomes::outcomes_of(practice_of_all(), record));
}
BENCHMARK(outcomes_of_twelve_weeks)->Unit(benchmark::kMillisecond);

void report_of_ten_years(benchmark::State& state) {
  const auto record = years(10);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        outcomes::report_pdf(practice_of_all(), outcomes::outcomes_of(practice_of_all(), record)));
}
BENCHMARK(report_of_ten_years)->Unit(benchmark::kMillisecond);

void tables_of_ten_years(benchmark::State& state) {
  const auto record = years(10);
  for (auto _ : state) benchmark::DoNotOptimize(outcomes::csv_of(practice_of_all(), record));
}
BENCHMARK(tables_of_ten_years)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace thenar
