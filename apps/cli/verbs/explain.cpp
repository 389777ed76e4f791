// thenar explain PLAN: the plan in words.
#include "cli/explain.hpp"

#include "cli/io.hpp"
#include "cli/requests.hpp"
#include "cli/verbs/verbs.hpp"

namespace thenar::cli {

void add_explain(CLI::App& app, Verb& chosen) {
  auto files = std::make_shared<DocumentFiles>();
  auto* verb = app.add_subcommand("explain", "Tell a plan in words, with its reasons and what was left out");
  add_document_options(*verb, *files, "PLAN", "Plan (thenar.plan/1), or - for standard input");
  verb->callback([files, &chosen] {
    chosen = [files](const Globals& globals) {
      const auto practice = load_practice(globals);
      if (!practice) return report(practice.error());
      const auto plan = plan_of(*practice, files->input);
      if (!plan) return report(plan.error());
      return finish_with(files->output, plan_in_words(*practice, *plan, emergency_call(*practice)),
                         plan->steps.empty() ? kRefused : kDone);
    };
  });
}

}  // namespace thenar::cli
