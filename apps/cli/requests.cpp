#include "cli/requests.hpp"

#include "cli/io.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::cli {

void add_document_options(CLI::App& verb, DocumentFiles& files, const std::string& name,
                          const std::string& help) {
  verb.add_option(name, files.input, help)->required()->option_text(" ");
  verb.add_option("-o,--output", files.output,
                  "Write to a file, whole or not at all, instead of standard output")
      ->type_name("FILE");
}

Outcome<Request> request_of(const Practice& practice, const std::string& file) {
  const auto text = read_text(file);
  if (!text) return tl::unexpected(text.error());
  auto request = screening::read_request(practice, std::string_view(*text), file);
  if (!request) return input_wrong(std::move(request.error()));
  return std::move(*request);
}

Outcome<Plan> plan_of(const Practice& practice, const std::string& file) {
  const auto text = read_text(file);
  if (!text) return tl::unexpected(text.error());
  auto plan = planning::read_plan(practice, std::string_view(*text), file);
  if (!plan && text->find(kRequestFormat) != std::string::npos &&
      text->find("thenar.plan/") == std::string::npos)
    return input_wrong({Problem{
        {file, 0, {}}, "a request", "a plan", "Make a plan first: thenar plan " + file + " -o plan.json"}});
  if (!plan) return input_wrong(std::move(plan.error()));
  return std::move(*plan);
}

}  // namespace thenar::cli
