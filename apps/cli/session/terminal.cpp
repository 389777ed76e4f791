#include "cli/session/terminal.hpp"

#include <fcntl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace thenar::cli::live {
namespace {

constexpr std::array kCrashes{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

/// What a crash needs: only plain memory, for a handler may touch nothing else.
struct CrashState {
  int keyboard = -1;
  termios modes{};
  std::array<char, 256> leave{};
  std::size_t leave_length = 0;
  std::array<struct sigaction, kCrashes.size()> before{};
};
CrashState crash_state;

void put_handlers_back() {
  for (std::size_t i = 0; i < kCrashes.size(); ++i) sigaction(kCrashes[i], &crash_state.before[i], nullptr);
}

void put_terminal_back(int signal) {
  static_cast<void>(!write(STDOUT_FILENO, crash_state.leave.data(), crash_state.leave_length));
  tcsetattr(crash_state.keyboard, TCSANOW, &crash_state.modes);
  put_handlers_back();
  raise(signal);
}

void guard_crashes(int keyboard, const termios& modes) {
  crash_state.keyboard = keyboard;
  crash_state.modes = modes;
  struct sigaction action{};
  action.sa_handler = put_terminal_back;
  for (std::size_t i = 0; i < kCrashes.size(); ++i) sigaction(kCrashes[i], &action, &crash_state.before[i]);
}

}  // namespace

void leave_terminal_alone() {
  put_handlers_back();
}

void on_crash_send(std::string_view leave) {
  crash_state.leave_length = leave.copy(crash_state.leave.data(), crash_state.leave.size());
}

Keyboard::Keyboard() {
  if (isatty(STDIN_FILENO) == 0 && isatty(STDOUT_FILENO) == 1) {
    const int terminal = open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (terminal >= 0) {
      fd_ = terminal;
      owned_ = true;
    }
  }
  is_terminal_ = isatty(fd_) == 1 && tcgetattr(fd_, &before_) == 0;
  if (is_terminal_) guard_crashes(fd_, before_);
  set_immediate(true);
}

Keyboard::~Keyboard() {
  if (is_terminal_) put_handlers_back();
  set_immediate(false);
  if (owned_) close(fd_);
}

void Keyboard::set_immediate(bool on) {
  if (!is_terminal_) return;
  termios modes = before_;
  if (on) {
    modes.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    modes.c_iflag &= ~static_cast<tcflag_t>(IXON);  // Ctrl-S would freeze the session with the clock running
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
  }
  tcsetattr(fd_, TCSADRAIN, &modes);
}

std::optional<std::string> Keyboard::read() const {
  std::array<char, 256> buffer{};
  const ssize_t count = ::read(fd_, buffer.data(), buffer.size());
  if (count > 0) return std::string(buffer.data(), static_cast<std::size_t>(count));
  if (count < 0 && (errno == EINTR || errno == EAGAIN)) return std::string();
  return std::nullopt;
}

namespace {

constexpr std::array kSessionSignals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH, SIGCHLD};

}  // namespace

Signals::Signals() {
  sigset_t wanted;
  sigemptyset(&wanted);
  for (const int each : kSessionSignals) sigaddset(&wanted, each);
  pthread_sigmask(SIG_BLOCK, &wanted, &before_);
  fd_ = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
  struct sigaction ignore{};
  ignore.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &ignore, &pipe_before_);
}

Signals::~Signals() {
  take();  // what came while we were leaving must not strike after we left
  close(fd_);
  sigaction(SIGPIPE, &pipe_before_, nullptr);
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

std::vector<int> Signals::take() const {
  std::vector<int> signals;
  signalfd_siginfo info{};
  while (::read(fd_, &info, sizeof info) == sizeof info) signals.push_back(static_cast<int>(info.ssi_signo));
  return signals;
}

void Signals::suspend() {
  struct sigaction usual{};
  struct sigaction before{};
  usual.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &usual, &before);
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  raise(SIGTSTP);  // waits, because it is blocked
  pthread_sigmask(SIG_UNBLOCK, &stop, nullptr);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);
  sigaction(SIGTSTP, &before, nullptr);
}

}  // namespace thenar::cli::live
