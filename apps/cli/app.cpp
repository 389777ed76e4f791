#include "cli/app.hpp"

#include <CLI/CLI.hpp>

#include "cli/io.hpp"
#include "cli/page.hpp"
#include "cli/verbs/verbs.hpp"

namespace thenar::cli {

CommandLine::CommandLine(const std::string& version)
    : verb(give_massage),
      app("A hand massage that fits your hands and your minutes. Without a command: from the first question "
          "to "
          "the last stroke.",
          "thenar") {
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", "thenar " + version, "Print the version and exit");
  app.add_option("--practice", globals.practice_dir,
                 "Directory of your own practice files, which replace or extend the built-in ones")
      ->type_name("DIR");
  app.add_option("--journal", globals.journal_file, "Journal file instead of the usual one")
      ->type_name("FILE");
  app.add_option("--language", globals.language,
                 "Language of the massage: en, de or es; usually that of the locale")
      ->type_name("CODE");

  app.add_subcommand("massage", "The same in the terminal: from the first question to the last stroke")
      ->callback([this] { verb = give_massage; });
  add_screen(app, verb);
  add_plan(app, verb);
  add_explain(app, verb);
  add_guide(app, verb);
  add_resume(app, verb);
  add_listings(app, verb);
  add_practice(app, verb);
  add_measure(app, verb);
  add_outcomes(app, verb);
  add_report(app, verb);
  add_remind(app, verb);
  add_journal(app, verb);
  add_motion(app, verb);
  add_serve(app, verb, version);
  add_site(app, verb);
  add_version(app, verb, version);
  for (CLI::App* each : app.get_subcommands({})) {
    each->fallthrough();
    for (CLI::App* below : each->get_subcommands({})) below->fallthrough();
  }
  app.footer(
      "Exit codes: 0 done, 1 the input is wrong, 2 usage, 3 refused on safety grounds,\n"
      "4 the journal or a file could not be read or written, 5 a check found faults.");
}

int run(int argc, char** argv, const std::string& version) {
  CommandLine line(version);
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return finish_with("-", fitted(line.app.help()));
  } catch (const CLI::CallForAllHelp&) {
    return finish_with("-", fitted(line.app.help("", CLI::AppFormatMode::All)));
  } catch (const CLI::CallForVersion& call) {
    return finish_with("-", std::string(call.what()) + "\n");
  } catch (const CLI::ParseError& error) {
    warn("thenar: " + std::string(error.what()) + "\nTry thenar --help.\n");
    return kUsage;
  }
  return line.verb(line.globals);
}

}  // namespace thenar::cli
