// thenar version: of the program and of the practice.
#include "cli/io.hpp"
#include "cli/verbs/verbs.hpp"

namespace thenar::cli {

void add_version(CLI::App& app, Verb& chosen, const std::string& version) {
  auto* verb = app.add_subcommand("version", "Print the versions of the program and of the practice");
  verb->callback([version, &chosen] {
    chosen = [version](const Globals& globals) {
      const auto practice = load_practice(globals);
      if (!practice) return report(practice.error());
      std::string text = "thenar " + version + "\npractice " + practice->version + "\n";
      text += practice->reviewed_by.empty() ? practice->say("cli.not_reviewed") + "\n"
                                            : "reviewed by " + practice->reviewed_by + "\n";
      return finish_with("-", text);
    };
  });
}

}  // namespace thenar::cli
