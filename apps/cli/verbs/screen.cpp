// thenar screen REQUEST: the clearance.
#include "cli/io.hpp"
#include "cli/requests.hpp"
#include "cli/verbs/verbs.hpp"

namespace thenar::cli {

void add_screen(CLI::App& app, Verb& chosen) {
  auto files = std::make_shared<DocumentFiles>();
  auto* verb = app.add_subcommand("screen", "Screen a request: what is allowed, and why");
  add_document_options(*verb, *files, "REQUEST", "Request (thenar.request/1), or - for standard input");
  verb->callback([files, &chosen] {
    chosen = [files](const Globals& globals) {
      const auto practice = load_practice(globals);
      if (!practice) return report(practice.error());
      const auto request = request_of(*practice, files->input);
      if (!request) return report(request.error());
      const auto clearance = screening::screen(*practice, request->checkin);
      return finish_with(files->output, to_pretty(screening::to_document(*practice, clearance)),
                         clearance.session_refused ? kRefused : kDone);
    };
  });
}

}  // namespace thenar::cli
