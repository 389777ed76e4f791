// Lines from a file descriptor, as a conversation reads them, and the signals that end one.
#pragma once

#include <optional>
#include <string>

namespace thenar::cli {

/// The next line without its newline; none at the end of the input, after an error, or when one of the
/// signals of a SignalGuard came. A line is cut at 64 KiB. Reads byte by byte, so that nothing behind the
/// line is taken from whoever reads next.
std::optional<std::string> read_line_of(int file);

/// While it lives, SIGINT, SIGTERM and SIGHUP only end the reading of lines, so that what is open can be
/// closed.
class SignalGuard {
 public:
  SignalGuard();
  SignalGuard(const SignalGuard&) = delete;
  SignalGuard& operator=(const SignalGuard&) = delete;
  ~SignalGuard();
  /// The signal that came; 0: none.
  static int caught();
};

}  // namespace thenar::cli
