// Other processes in tests: what a second Thenar does while the test is the first.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <exception>
#include <functional>
#include <string>

namespace thenar::journal {

/// A child that runs f(told, tell): it reads bytes from `told` and writes to `tell`. It ends when f returns.
class Child {
 public:
  explicit Child(const std::function<void(int told, int tell)>& f) {
    int down[2];
    int up[2];
    if (pipe(down) != 0 || pipe(up) != 0) std::abort();
    pid_ = fork();
    if (pid_ == 0) {
      close(down[1]);
      close(up[0]);
      try {
        f(down[0], up[1]);
      } catch (const std::exception& error) {
        const std::string text = std::string("!") + error.what();
        if (write(up[1], text.data(), text.size()) < 0) _exit(2);
        _exit(1);
      }
      _exit(0);
    }
    close(down[0]);
    close(up[1]);
    tell_ = down[1];
    told_ = up[0];
  }
  ~Child() {
    close(tell_);
    if (!waited_) {
      kill(pid_, SIGKILL);
      wait();
    }
    close(told_);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// The next byte it says; -1 at the end.
  int next() {
    unsigned char byte = 0;
    return read(told_, &byte, 1) == 1 ? byte : -1;
  }
  /// Everything it says until it ends.
  std::string rest() {
    std::string text;
    for (int byte = next(); byte >= 0; byte = next()) text += static_cast<char>(byte);
    return text;
  }
  void say(char byte) { static_cast<void>(!write(tell_, &byte, 1)); }
  void kill_now() {
    kill(pid_, SIGKILL);
    wait();
  }
  /// Waits for its end; its exit status, or -1 when a signal ended it.
  int wait() {
    int status = 0;
    waitpid(pid_, &status, 0);
    waited_ = true;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_ = -1;
  int tell_ = -1;
  int told_ = -1;
  bool waited_ = false;
};

/// What f says when another process runs it.
inline std::string said_by_child(const std::function<std::string()>& f) {
  Child child([&](int, int tell) {
    const std::string text = f();
    static_cast<void>(!write(tell, text.data(), text.size()));
  });
  std::string text = child.rest();
  child.wait();
  return text;
}

}  // namespace thenar::journal
