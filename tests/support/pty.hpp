// A program in a pseudo-terminal, driven as a person would: type, and wait until a text appears.
#pragma once

#include <sys/types.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace thenar::test {

/// What is started, and in what terminal. The environment as in Run, with TERM=xterm-256color.
struct PtyStart {
  std::string program;
  std::vector<std::string> arguments;
  std::map<std::string, std::string> environment;
  int rows = 24;
  int columns = 80;
};

/// Never sleeps: expect() polls the terminal until the text is there, the program ends, or a deadline far
/// beyond anything healthy passes.
class Pty {
 public:
  explicit Pty(const PtyStart& start);
  Pty(const Pty&) = delete;
  Pty& operator=(const Pty&) = delete;
  ~Pty();

  /// Waits for a text in the output since the last expected one; what stood up to its end is consumed. False
  /// when it never came.
  bool expect(const std::string& text, int deadline_seconds = 60);
  /// Waits until what was shown so far satisfies somebody; asked after every piece that comes. False when it
  /// never does.
  bool until(const std::function<bool(const std::string& shown)>& satisfied, int deadline_seconds = 60);
  /// Types, without an Enter of its own.
  void send(const std::string& keys);
  /// Types an answer and Enter.
  void line(const std::string& text) { send(text + "\r"); }
  void resize(int rows, int columns);
  void signal(int number) const;
  /// Closes the terminal, as a window that is closed or a line that breaks: the program gets SIGHUP.
  void hang_up();
  /// Waits for the end: the exit code, or 128 + the signal that ended it; -1 when it never ended.
  int wait(int deadline_seconds = 60);

  /// Everything that was shown so far.
  const std::string& shown() const { return shown_; }
  pid_t process() const { return child_; }

 private:
  bool read_more(int timeout_ms);

  int terminal_ = -1;
  pid_t child_ = -1;
  std::string shown_;
  std::size_t consumed_ = 0;
};

}  // namespace thenar::test
