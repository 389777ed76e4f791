// thenar plan REQUEST: the plan, and with --instance the optimisation behind it.
#include "cli/io.hpp"
#include "cli/requests.hpp"
#include "cli/verbs/verbs.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::cli {
namespace {

struct PlanFiles {
  DocumentFiles document;
  std::string instance;
};

int plan(const Globals& globals, const PlanFiles& files) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  const auto request = request_of(*practice, files.document.input);
  if (!request) return report(request.error());
  const auto composed = planning::compose(*practice, *request);
  if (!files.instance.empty()) {
    const auto instance = planning::instance_of(*practice, *request);
    const auto written = write_text(files.instance, to_pretty(to_json(instance, &practice->ids)));
    if (!written) return report(written.error());
  }
  return finish_with(files.document.output, to_pretty(planning::to_document(*practice, composed)),
                     composed.steps.empty() ? kRefused : kDone);
}

}  // namespace

void add_plan(CLI::App& app, Verb& chosen) {
  auto files = std::make_shared<PlanFiles>();
  auto* verb = app.add_subcommand("plan", "Compose the plan of a request");
  add_document_options(*verb, files->document, "REQUEST",
                       "Request (thenar.request/1), or - for standard input");
  verb->add_option("--instance", files->instance, "Also write the optimisation instance and its solution")
      ->type_name("FILE");
  verb->callback(
      [files, &chosen] { chosen = [files](const Globals& globals) { return plan(globals, *files); }; });
}

}  // namespace thenar::cli
