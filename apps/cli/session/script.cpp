#include <poll.h>

#include <algorithm>
#include <chrono>
#include <ostream>

#include "cli/session/session.hpp"
#include "cli/session/terminal.hpp"
#include "thenar/guidance/log.hpp"

namespace thenar::cli {
namespace {

using guidance::StateKind;

constexpr std::int64_t kSliceMs = 1000;
constexpr std::int64_t kSlowSliceMs = 20;
/// How long a session that waits for somebody is watched after the last command: its own timers end sooner.
constexpr std::int64_t kPatienceMs = 120000;
constexpr int kFailed = 4;
constexpr int kSignalCodes = 128;

class Player {
 public:
  Player(guidance::Session& session, bool fast, const SessionKeeper& keeper, std::ostream& out)
      : session_(session), fast_(fast), keeper_(keeper), out_(out) {}

  int play(const std::vector<guidance::TimedCommand>& script) {
    const auto starts = [](const auto& each) { return each.command.command == guidance::CommandKind::start; };
    if (std::ranges::none_of(script, starts)) give({0, {guidance::CommandKind::start, {}, {}, {}, {}}});
    for (const auto& each : script) {
      pass_until(each.t_ms);
      if (code_ != 0 || is_over()) return code_;
      give(each);
    }
    std::int64_t waited_ms = 0;
    while (code_ == 0 && !is_over() && waited_ms < kPatienceMs) {
      waited_ms = session_.state().kind == StateKind::running ? 0 : waited_ms + kSliceMs;
      pass_until(now_ms_ + kSliceMs);
    }
    return code_;
  }

 private:
  bool is_over() const {
    return session_.state().kind == StateKind::finished || session_.state().kind == StateKind::stopped;
  }
  void write(const std::vector<guidance::Cue>& cues) {
    for (const auto& cue : cues) out_ << guidance::cue_line(cue) << '\n';
    if (!cues.empty()) out_.flush();
    if (!out_) code_ = kFailed;
  }
  void give(const guidance::TimedCommand& command) {
    const std::size_t before = session_.log().size();
    const auto cues = session_.give(command);
    now_ms_ = std::max(now_ms_, command.t_ms);
    for (std::size_t i = before; i < session_.log().size(); ++i)
      if (keeper_.command && !keeper_.command(session_.log()[i])) code_ = kFailed;
    write(cues);
  }
  void pass_until(std::int64_t t_ms) {
    while (code_ == 0 && now_ms_ < t_ms && !is_over()) {
      now_ms_ = std::min(t_ms, now_ms_ + (fast_ ? kSliceMs : kSlowSliceMs));
      if (!fast_) wait();
      write(session_.advance(now_ms_));
      if (now_ms_ % kSliceMs == 0 && keeper_.reached && !keeper_.reached(now_ms_)) code_ = kFailed;
      hear_signals();
    }
  }
  void wait() {
    const auto due = begin_ + std::chrono::milliseconds(now_ms_);
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(due - std::chrono::steady_clock::now()).count();
    pollfd signal{signals_.fd(), POLLIN, 0};
    poll(&signal, 1, static_cast<int>(std::max<std::int64_t>(left, 0)));
  }
  void hear_signals() {
    for (const int signal : signals_.take()) {
      if (signal == SIGTSTP) live::Signals::suspend();
      if (signal == SIGINT || signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT)
        code_ = kSignalCodes + signal;
    }
  }

  guidance::Session& session_;
  bool fast_;
  const SessionKeeper& keeper_;
  std::ostream& out_;
  live::Signals signals_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
  std::int64_t now_ms_ = 0;
  int code_ = 0;
};

}  // namespace

int play_script(guidance::Session& session, const std::vector<guidance::TimedCommand>& script, bool fast,
                const SessionKeeper& keeper, std::ostream& out) {
  return Player(session, fast, keeper, out).play(script);
}

}  // namespace thenar::cli
