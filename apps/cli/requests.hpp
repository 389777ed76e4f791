// Documents that verbs take: requests and plans, from a file or standard input.
#pragma once

#include <CLI/App.hpp>
#include <string>

#include "cli/outcome.hpp"
#include "thenar/planning/plan.hpp"

namespace thenar::cli {

/// Where a document comes from and where the answer goes; "-" is standard input and output.
struct DocumentFiles {
  std::string input;
  std::string output = "-";
};

/// Adds the document as an argument, and --output.
void add_document_options(CLI::App& verb, DocumentFiles& files, const std::string& name,
                          const std::string& help);

/// The request of a file, checked against the practice.
Outcome<Request> request_of(const Practice& practice, const std::string& file);

/// The plan of a file, screened again.
Outcome<Plan> plan_of(const Practice& practice, const std::string& file);

}  // namespace thenar::cli
