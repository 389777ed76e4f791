// Planning: the figures of docs/performance.md that are about the planner.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "support/cbc.hpp"
#include "thenar/planning/planning.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/load.hpp"

namespace {

using namespace thenar;

const Practice& shipped() {
  static const Practice practice = practice::embedded_practice();
  return practice;
}

Request request_of(int minutes) {
  const std::string text = R"({"format":"thenar.request/1","checkin":{"mode":"partner","age_years":45,
    "history":{"weeks_since_first":52},"marked":[{"hand":"left","zone":"THEN","as":"knot"},
    {"hand":"right","zone":"MIDP","as":"sore"}]},
    "wishes":{"goals":{"pain":1,"stiffness":0.7,"stress":0.4,"mood":0.2,"sleep":0.1,"warmth":0.5},"minutes":)" +
                           std::to_string(minutes) +
                           R"(,"hands":["left","right"],"medium":"lotion","chosen":["PC6","LI4"]}})";
  auto request = screening::read_request(shipped(), text, "bench");
  if (!request) std::abort();
  return *request;
}

void plan(benchmark::State& state) {
  const Request request = request_of(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(planning::compose(shipped(), request));
  state.counters["candidates"] =
      static_cast<double>(planning::instance_of(shipped(), request).candidates.size());
}
BENCHMARK(plan)->Arg(5)->Arg(30)->Unit(benchmark::kMicrosecond);

/// The solver alone, and cbc on the same instance (its start as a process included).
void solve_alone(benchmark::State& state) {
  auto instance = planning::instance_of(shipped(), request_of(30));
  for (auto _ : state) {
    planning::solve(instance);
    benchmark::DoNotOptimize(instance.objective);
  }
}
BENCHMARK(solve_alone)->Unit(benchmark::kMicrosecond);

void solve_by_cbc(benchmark::State& state) {
  const auto instance = planning::instance_of(shipped(), request_of(30));
  for (auto _ : state) {
    const auto answer = test::solve_with_cbc(instance);
    if (!answer || answer->objective != instance.objective)
      return state.SkipWithError("cbc found another plan");
  }
}
BENCHMARK(solve_by_cbc)->Unit(benchmark::kMicrosecond)->UseRealTime();

void replan_five_minutes(benchmark::State& state) {
  const Plan made = planning::compose(shipped(), request_of(10));
  planning::Progress progress;
  progress.seconds_left = 300;
  progress.touched = {true, true};
  for (auto _ : state)
    benchmark::DoNotOptimize(planning::replan(shipped(), made, made.clearance, progress, 8));
}
BENCHMARK(replan_five_minutes)->Unit(benchmark::kMicrosecond);

}  // namespace
