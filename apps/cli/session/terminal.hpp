// The terminal underneath a session: its keyboard, the signals that reach it, and putting it back after a
// crash.
#pragma once

#include <sys/types.h>
#include <termios.h>

#include <csignal>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thenar::cli::live {

/// Where keys come from: standard input; or the terminal itself when standard input is a document ("-") and
/// the output is a terminal. A terminal gives each key at once, unechoed, until this goes out of scope, and
/// even if the program crashes.
class Keyboard {
 public:
  Keyboard();
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  int fd() const { return fd_; }
  bool is_terminal() const { return is_terminal_; }
  /// Keys at once (true), or as the terminal was before (false).
  void set_immediate(bool on);
  /// What was typed since; an empty text when nothing was, none when the keyboard is gone.
  std::optional<std::string> read() const;

 private:
  int fd_ = 0;
  bool owned_ = false;
  bool is_terminal_ = false;
  termios before_{};
};

/// Signals as something to wait for, in place of handlers that interrupt. SIGPIPE is ignored while this
/// lives.
class Signals {
 public:
  Signals();
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  /// Readable when a signal has come.
  int fd() const { return fd_; }
  std::vector<int> take() const;
  /// Stops this process as Ctrl-Z does, until somebody lets it go on.
  static void suspend();

 private:
  int fd_ = -1;
  sigset_t before_{};
  struct sigaction pipe_before_{};
};

/// For a child process that may crash by itself: its crash does not touch the terminal.
void leave_terminal_alone();

/// What a crash sends to the terminal on standard output to leave the display; empty: nothing. A keyboard
/// that is a terminal gets its modes back besides.
void on_crash_send(std::string_view leave);

}  // namespace thenar::cli::live
