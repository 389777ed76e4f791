#include "support/pty.hpp"

#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>

#include "support/process.hpp"

namespace thenar::test {

namespace {

using Clock = std::chrono::steady_clock;

winsize size_of(int rows, int columns) {
  winsize size{};
  size.ws_row = static_cast<unsigned short>(rows);
  size.ws_col = static_cast<unsigned short>(columns);
  return size;
}

int milliseconds_until(Clock::time_point end) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
  return left < 0 ? 0 : static_cast<int>(left);
}

}  // namespace

Pty::Pty(const PtyStart& start) {
  std::vector<std::string> arguments{start.program};
  arguments.insert(arguments.end(), start.arguments.begin(), start.arguments.end());
  auto wanted = start.environment;
  wanted.try_emplace("TERM", "xterm-256color");
  auto environment = environment_of(wanted);
  const auto argv = pointers_to(arguments);
  const auto envp = pointers_to(environment);
  auto size = size_of(start.rows, start.columns);
  child_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
  if (child_ < 0) throw std::runtime_error("forkpty");
  if (child_ == 0) {
    ::execve(start.program.c_str(), argv.data(), envp.data());
    ::_exit(127);
  }
}

Pty::~Pty() {
  if (terminal_ >= 0) ::close(terminal_);
  if (child_ <= 0) return;
  ::kill(child_, SIGKILL);
  ::waitpid(child_, nullptr, 0);
}

bool Pty::read_more(int timeout_ms) {
  if (terminal_ < 0) return false;
  pollfd waiting{terminal_, POLLIN, 0};
  if (::poll(&waiting, 1, timeout_ms) <= 0) return false;
  char block[4096];
  const auto count = ::read(terminal_, block, sizeof block);
  if (count <= 0) return false;  // EIO: the other side is closed
  shown_.append(block, static_cast<std::size_t>(count));
  return true;
}

bool Pty::expect(const std::string& text, int deadline_seconds) {
  const auto end = Clock::now() + std::chrono::seconds(deadline_seconds);
  for (;;) {
    const auto found = shown_.find(text, consumed_);
    if (found != std::string::npos) {
      consumed_ = found + text.size();
      return true;
    }
    if (!read_more(milliseconds_until(end))) return false;
  }
}

bool Pty::until(const std::function<bool(const std::string&)>& satisfied, int deadline_seconds) {
  const auto end = Clock::now() + std::chrono::seconds(deadline_seconds);
  while (!satisfied(shown_))
    if (!read_more(milliseconds_until(end))) return false;
  return true;
}

void Pty::send(const std::string& keys) {
  std::size_t sent = 0;
  while (sent < keys.size()) {
    const auto count = ::write(terminal_, keys.data() + sent, keys.size() - sent);
    if (count <= 0) return;
    sent += static_cast<std::size_t>(count);
  }
}

void Pty::resize(int rows, int columns) {
  const auto size = size_of(rows, columns);
  ::ioctl(terminal_, TIOCSWINSZ, &size);
}

void Pty::signal(int number) const {
  ::kill(child_, number);
}

void Pty::hang_up() {
  ::close(terminal_);
  terminal_ = -1;
}

int Pty::wait(int deadline_seconds) {
  const auto end = Clock::now() + std::chrono::seconds(deadline_seconds);
  while (read_more(milliseconds_until(end))) {
  }
  int status = 0;
  // The terminal is closed by the end of the program; with a hung-up one there is only the process to look
  // at.
  while (::waitpid(child_, &status, WNOHANG) == 0) {
    if (Clock::now() > end) return -1;
    ::poll(nullptr, 0, 1);
  }
  child_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace thenar::test
