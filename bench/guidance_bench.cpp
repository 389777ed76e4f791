// How long a session takes to answer: time passing, a beat, a softer, a replanning.
#include <benchmark/benchmark.h>

#include "thenar/guidance/session.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/load.hpp"

namespace thenar::guidance {
namespace {

const Practice& practice() {
  static const Practice loaded = *practice::load_text(practice::embedded_json());
  return loaded;
}

Plan half_an_hour() {
  Request request;
  request.checkin.age_years = 45;
  request.checkin.history.emplace().weeks_since_first = 52;
  request.wishes.goals = {{Goal::pain, 1.0}};
  request.wishes.minutes = 30;
  request.wishes.hands = {Hand::left, Hand::right};
  return planning::compose(practice(), request);
}

Command command(CommandKind kind) {
  Command c;
  c.command = kind;
  return c;
}

/// One call of advance, a sixtieth of a second each, through whole sessions of half an hour: cues included.
void BM_Step(benchmark::State& state) {
  const Plan plan = half_an_hour();
  auto session = Session::open(practice(), plan);
  std::int64_t t = 0;
  session->give({0, command(CommandKind::start)});
  for (auto _ : state) {
    benchmark::DoNotOptimize(session->advance(t += 16));
    if (session->state().kind != StateKind::running) {
      state.PauseTiming();
      session = Session::open(practice(), plan);
      session->give({t = 0, command(CommandKind::start)});
      state.ResumeTiming();
    }
  }
}
BENCHMARK(BM_Step);

/// A rule that plans the rest of a half-hour session anew.
void BM_NumbnessReplans(benchmark::State& state) {
  const Plan plan = half_an_hour();
  Command numb = command(CommandKind::numb);
  numb.zone = practice().ids.zones.find("HYPO");
  for (auto _ : state) {
    state.PauseTiming();
    auto session = Session::open(practice(), plan);
    session->give({0, command(CommandKind::start)});
    session->advance(100'000);
    state.ResumeTiming();
    benchmark::DoNotOptimize(session->give({100'000, numb}));
  }
}
BENCHMARK(BM_NumbnessReplans);

void BM_WholeSession(benchmark::State& state) {
  const Plan plan = half_an_hour();
  for (auto _ : state) {
    auto session = Session::open(practice(), plan);
    session->give({0, command(CommandKind::start)});
    benchmark::DoNotOptimize(session->advance(2'000'000));
  }
}
BENCHMARK(BM_WholeSession);

}  // namespace
}  // namespace thenar::guidance
