#include "cli/lines.hpp"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace thenar::cli {
namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};
constexpr std::size_t kLongestLine = std::size_t{1} << 16U;

volatile sig_atomic_t caught_signal = 0;
std::array<struct sigaction, kSignals.size()> former;

/// Waits until the file can be read, with the signals let in only meanwhile: none can slip in between the
/// look at caught_signal and the waiting.
bool wait_for_input(int file) {
  sigset_t ours;
  sigset_t outside;
  ::sigemptyset(&ours);
  for (const int each : kSignals) ::sigaddset(&ours, each);
  ::sigprocmask(SIG_BLOCK, &ours, &outside);
  struct pollfd waiting{};
  waiting.fd = file;
  waiting.events = POLLIN;
  int ready = 0;
  while (caught_signal == 0) {
    ready = ::ppoll(&waiting, 1, nullptr, &outside);
    if (ready >= 0 || errno != EINTR) break;
  }
  const bool can_read = caught_signal == 0 && ready > 0;
  ::sigprocmask(SIG_SETMASK, &outside, nullptr);
  return can_read;
}

}  // namespace

std::optional<std::string> read_line_of(int file) {
  std::string line;
  while (wait_for_input(file)) {
    char byte = 0;
    const auto count = ::read(file, &byte, 1);
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) break;
    if (byte == '\n') return line;
    if (line.size() < kLongestLine) line += byte;
  }
  if (line.empty() || caught_signal != 0) return std::nullopt;
  return line;
}

SignalGuard::SignalGuard() {
  caught_signal = 0;
  struct sigaction action{};
  action.sa_handler = [](int signal) { caught_signal = signal; };
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &action, &former[i]);
}

SignalGuard::~SignalGuard() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &former[i], nullptr);
}

int SignalGuard::caught() {
  return caught_signal;
}

}  // namespace thenar::cli
