// Loading the practice: the one inside the program, the same checked as a stranger's, and a directory of
// files.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <vector>

#include "support/process.hpp"
#include "test_paths.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/files.hpp"

namespace {

using namespace thenar;

void load_embedded(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(practice::embedded_practice());
}
BENCHMARK(load_embedded)->Unit(benchmark::kMillisecond);

void load_and_check(benchmark::State& state) {
  for (auto _ : state) {
    if (!practice::load_text(practice::embedded_json())) state.SkipWithError("the practice has faults");
  }
}
BENCHMARK(load_and_check)->Unit(benchmark::kMillisecond);

/// What `thenar practice check DIR` does once the files are read.
void load_files_and_check(benchmark::State& state) {
  const std::filesystem::path root = std::filesystem::path(test::kSourceDir) / "practice";
  std::vector<practice::FileText> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root))
    if (entry.path().extension() == ".toml")
      files.push_back({entry.path().lexically_relative(root), test::read_whole(entry.path())});
  for (auto _ : state) {
    const auto document = practice::read_files(files);
    if (!document || !practice::load(document->json, document->places))
      state.SkipWithError("the practice has faults");
  }
}
BENCHMARK(load_files_and_check)->Unit(benchmark::kMillisecond);

}  // namespace
