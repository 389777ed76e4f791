// How long a person's command takes until it survives a power cut: one append to a session, on the disk of
// the temporary folder. The same without a disk tells what of it is ours.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>

#include "thenar/journal/history.hpp"
#include "thenar/journal/sqlite.hpp"

namespace thenar::journal {
namespace {

constexpr TimeMs kEvening = 1'772'388'000'000;

SessionId begin(Journal& journal) {
  const auto person = journal.add_person("Ada", kEvening);
  const auto plan = journal.add_plan(*person, kEvening, {{"format", "thenar.plan/1"}});
  return *journal.open_session(*plan, kEvening);
}

void append_all(benchmark::State& state, Journal& journal) {
  const auto session = begin(journal);
  const Json command{{"command", "hurts"}, {"value", 6}, {"kind", "sharp"}};
  std::int64_t t_ms = 0;
  for (auto _ : state)
    if (!journal.append_command(session, ++t_ms, command)) state.SkipWithError("a command was not kept");
}

void append_command_durably(benchmark::State& state) {
  std::string folder = (std::filesystem::temp_directory_path() / "thenar-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return state.SkipWithError("no temporary folder");
  if (auto journal = open_journal({.path = folder + "/journal.db"})) append_all(state, **journal);
  std::filesystem::remove_all(folder);
}
BENCHMARK(append_command_durably)->Unit(benchmark::kMicrosecond)->UseRealTime();

void append_command_in_memory(benchmark::State& state) {
  append_all(state, **open_journal_in_memory());
}
BENCHMARK(append_command_in_memory)->Unit(benchmark::kMicrosecond)->UseRealTime();

/// The history of somebody with three years of daily sessions.
void history_of_a_thousand_sessions(benchmark::State& state) {
  auto journal = *open_journal_in_memory();
  const auto first = begin(*journal);
  const auto kept = *journal->session(first);
  Ending ending;
  ending.given.seconds = {240, 240};
  ending.given.by_technique.left = {{"EFFL", 90}, {"KNEAD", 150}};
  for (int day = 0; day < 1000; ++day) {
    const auto session = *journal->open_session(kept.plan, kEvening + day * TimeMs{86'400'000});
    ending.at = kEvening + day * TimeMs{86'400'000} + 600'000;
    if (!journal->end_session(session, ending)) return state.SkipWithError("a session was not kept");
  }
  for (auto _ : state) benchmark::DoNotOptimize(history(*journal, kept.person, ending.at, 0));
}
BENCHMARK(history_of_a_thousand_sessions)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace thenar::journal
