// The program under test, as a shell would call it.
#pragma once

#include <string>
#include <vector>

#include "support/process.hpp"
#include "test_paths.hpp"

namespace thenar::test {

/// thenar with these arguments; see Run for the rest.
inline Finished thenar(std::vector<std::string> arguments, Run run = {}) {
  run.arguments = std::move(arguments);
  return run_program(kThenarProgram, run);
}

/// thenar VERB -, with a document on standard input.
inline Finished thenar_reads(const std::string& verb, const std::string& document) {
  Run run;
  run.input = document;
  return thenar({verb, "-"}, run);
}

/// A request that everyone may have: ten minutes for two hands, to ease pain.
inline const std::string kRequest = R"({
  "format": "thenar.request/1",
  "checkin": { "mode": "self", "age_years": 40, "ratings": {"pain": {"left": 3, "right": 2}} },
  "wishes": { "goals": {"pain": 1.0, "stress": 0.5}, "minutes": 10, "hands": ["left", "right"],
              "position": "desk", "medium": "lotion" }
})";

/// The same text with its first `from` replaced by `to`.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

/// A request of somebody who has this condition.
inline std::string with_condition(const std::string& condition) {
  return with(kRequest, R"("age_years": 40,)", R"("age_years": 40, "conditions": [)" + condition + "],");
}

}  // namespace thenar::test
