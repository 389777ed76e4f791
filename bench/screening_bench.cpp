// Screening of twenty conditions: below 50 µs.
#include <benchmark/benchmark.h>

#include "thenar/practice/embedded.hpp"
#include "thenar/practice/load.hpp"
#include "thenar/screening/screening.hpp"

namespace {

/// The first twenty precautions that refuse nothing, on alternating hands, with a zone where one is asked.
thenar::CheckIn twenty_conditions(const thenar::Practice& practice) {
  thenar::CheckIn out;
  for (std::size_t i = 26; i < practice.rules.size() && out.conditions.size() < 20; ++i) {
    thenar::Condition condition;
    condition.rule = thenar::RuleId{static_cast<std::int16_t>(i)};
    if (i % 3 != 0) condition.hand = i % 2 == 0 ? thenar::Hand::left : thenar::Hand::right;
    if (practice.rules[i].asks_zones) condition.zones = {practice.ids.zones.find("PIP3")};
    out.conditions.push_back(condition);
  }
  return out;
}

void screen_twenty_conditions(benchmark::State& state) {
  const auto practice = thenar::practice::load_text(thenar::practice::embedded_json());
  const auto checkin = twenty_conditions(*practice);
  for (auto _ : state) benchmark::DoNotOptimize(thenar::screening::screen(*practice, checkin));
}
BENCHMARK(screen_twenty_conditions)->Unit(benchmark::kMicrosecond);

}  // namespace
