// How a verb ends: the exit codes, and failures on the way to main.
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "thenar/base/result.hpp"

namespace thenar::cli {

/// What the shell sees. A program ended by a signal exits with 128 + its number instead.
enum ExitCode : int {
  kDone = 0,
  kInputWrong = 1,   ///< the message names the file, the place, what was found and what was expected
  kUsage = 2,        ///< the command line makes no sense
  kRefused = 3,      ///< on safety grounds; the advice is on standard output
  kNotReadable = 4,  ///< the journal or a file could not be read or written
  kFaultsFound = 5   ///< a check found faults
};

/// Why a verb cannot go on: its exit code and what to print on standard error.
struct Failure {
  ExitCode code = kInputWrong;
  Problems problems;
};

/// A value, or why the verb ends here.
template <class T>
using Outcome = tl::expected<T, Failure>;

/// Every problem of an input as a failure.
inline tl::unexpected<Failure> input_wrong(Problems problems) {
  return tl::unexpected(Failure{kInputWrong, std::move(problems)});
}
inline tl::unexpected<Failure> not_readable(Problem problem) {
  return tl::unexpected(Failure{kNotReadable, {std::move(problem)}});
}

/// Prints each problem on a line of standard error and returns the failure's exit code.
int report(const Failure& failure);

}  // namespace thenar::cli
