// `thenar plan` as a process of its own, from its start to its end, and the memory it takes.
#include <benchmark/benchmark.h>

#include <algorithm>

#include "support/process.hpp"
#include "test_paths.hpp"

namespace {

using namespace thenar;

constexpr const char* kRequest = R"({"format":"thenar.request/1","checkin":{"mode":"self","age_years":54,
  "conditions":[{"rule":"S32","hand":"left","zones":["CMC1"]}],"history":{"weeks_since_first":8}},
  "wishes":{"goals":{"pain":1,"stress":0.5},"minutes":30,"hands":["left","right"],"medium":"lotion"}})";

void plan_of_thirty_minutes(benchmark::State& state) {
  test::Run run;
  run.arguments = {"plan", "-"};
  run.input = kRequest;
  long peak_kib = 0;
  for (auto _ : state) {
    const auto answer = test::run_program(test::kThenarProgram, run);
    if (answer.code != 0) return state.SkipWithError(answer.err.c_str());
    peak_kib = std::max(peak_kib, answer.peak_kib);
  }
  state.counters["peak_mib"] = static_cast<double>(peak_kib) / 1024;
}
BENCHMARK(plan_of_thirty_minutes)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
