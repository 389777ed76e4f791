#include "cli/session/pace.hpp"

#include <utility>

namespace thenar::cli::live {
namespace {

constexpr std::int64_t kAheadLowMs = 600;

}  // namespace

SessionClock::SessionClock(std::int64_t start_ms, double speed)
    : last_(std::chrono::steady_clock::now()), reached_ms_(static_cast<double>(start_ms)), speed_(speed) {}

std::int64_t SessionClock::now() {
  constexpr double kLongestTurnMs = 5000;
  const auto now = std::chrono::steady_clock::now();
  const double passed_ms = std::chrono::duration<double, std::milli>(now - last_).count();
  last_ = now;
  if (passed_ms > kLongestTurnMs) {
    slept_ = true;
  } else {
    reached_ms_ += passed_ms * speed_;
  }
  return static_cast<std::int64_t>(reached_ms_);
}

bool SessionClock::slept() {
  return std::exchange(slept_, false);
}

void BeatsAhead::start_again() {
  taken_ms_ = 0;
}

std::vector<guidance::Cue> BeatsAhead::take(std::int64_t now_ms, std::int64_t until_ms) {
  if (taken_ms_ - now_ms > kAheadLowMs) return {};
  const auto from_ms = std::max(taken_ms_, now_ms);
  taken_ms_ = until_ms;
  auto cues = session_.ahead(until_ms);
  std::erase_if(cues, [&](const auto& cue) {
    return cue.t_ms <= from_ms || (cue.cue != guidance::CueKind::beat && cue.cue != guidance::CueKind::chime);
  });
  return cues;
}

}  // namespace thenar::cli::live
