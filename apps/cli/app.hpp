// The command line as a whole: every verb with its options, in one object that help, manual page and shell
// completion are compared with.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <memory>
#include <string>

#include "cli/context.hpp"

namespace thenar::cli {

/// What a verb does once its options are known; returns the exit code.
using Verb = std::function<int(const Globals&)>;

/// The options and what they chose. Does not move: the parser points into it.
struct CommandLine {
  explicit CommandLine(const std::string& version);
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  Globals globals;
  Verb verb;  ///< without a verb on the command line: the massage from start to end
  CLI::App app;
};

/// Reads the command line and does what it says; returns the exit code.
int run(int argc, char** argv, const std::string& version);

}  // namespace thenar::cli
