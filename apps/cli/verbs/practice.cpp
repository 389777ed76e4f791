// thenar practice check [DIR]: validates the practice, or somebody's own on top of it.
#include <fmt/format.h>

#include "cli/io.hpp"
#include "cli/verbs/verbs.hpp"

namespace thenar::cli {
namespace {

int check(const Globals& globals, const std::string& directory) {
  const auto practice =
      load_practice_of(directory.empty() ? globals.practice_dir : directory, language_of(globals));
  if (!practice) {
    const auto& failure = practice.error();
    if (failure.code == kNotReadable) return report(failure);
    const auto count = failure.problems.size();
    return finish_with(
        "-", fmt::format("{}{} {}.\n", to_text(failure.problems), count, count == 1 ? "fault" : "faults"),
        kFaultsFound);
  }
  return finish_with(
      "-", fmt::format("Practice {}: no faults. {} zones, {} techniques, {} points, {} precautions, "
                       "{} programmes, {} claims, {} measures.\n",
                       practice->version, practice->zones.size(), practice->techniques.size(),
                       practice->points.size(), practice->rules.size(), practice->programmes.size(),
                       practice->claims.size(), practice->measures.size()));
}

}  // namespace

void add_practice(CLI::App& app, Verb& chosen) {
  auto* verb = app.add_subcommand("practice", "Look after practice files");
  verb->require_subcommand(1);
  auto directory = std::make_shared<std::string>();
  auto* below =
      verb->add_subcommand("check", "Check practice files: every fault with its file, line and key");
  below->add_option("DIR", *directory, "Directory of practice files; without it the built-in practice")
      ->option_text(" ");
  below->callback([directory, &chosen] {
    chosen = [directory](const Globals& globals) { return check(globals, *directory); };
  });
}

}  // namespace thenar::cli
