// The whole program is killed at random moments of a session. Whatever it had answered must be there, and
// thenar resume goes on at the same second.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "cli/session_screen.hpp"
#include "support/sanitized.hpp"
#include "thenar/journal/sqlite.hpp"

namespace thenar::test {
namespace {

/// Keeps one core busy for a while whose length is not asked.
void spin(std::uint64_t rounds) {
  volatile std::uint64_t sink = 0;
  for (std::uint64_t i = 0; i < rounds; ++i) sink = sink + i;
}

/// The session that was cut off, as the journal holds it.
struct Held {
  bool open = false;
  std::vector<std::string> commands;
  std::int64_t reached_ms = 0;
  std::int64_t pause_ms = -1;  ///< of the last command when that is a pause
};

Held held_in(const std::string& path) {
  Held held;
  journal::OpenOptions options;
  options.path = path;
  const auto kept = journal::open_journal(options);
  EXPECT_TRUE(kept) << (kept ? "" : to_text(kept.error()));
  if (!kept) return held;
  const auto unfinished = (*kept)->unfinished_sessions();
  if (!unfinished || unfinished->empty()) return held;
  EXPECT_EQ(unfinished->size(), 1U);
  held.open = true;
  held.reached_ms = unfinished->back().reached_ms;
  const auto commands = (*kept)->commands(unfinished->back().id);
  EXPECT_TRUE(commands);
  for (const auto& each : *commands) {
    held.commands.push_back(each.command["command"]);
    held.reached_ms = std::max(held.reached_ms, each.t_ms);
    held.pause_ms = held.commands.back() == "pause" ? each.t_ms : -1;
  }
  return held;
}

bool runs(const std::vector<std::string>& commands) {
  for (auto each = commands.rbegin(); each != commands.rend(); ++each)
    if (*each == "start" || *each == "resume" || *each == "pause") return *each != "pause";
  return false;
}

/// One start of the program that ends with a kill. Lines instead of the display: each command is answered by
/// one.
class Start {
 public:
  Start(PtyStart how, const Held& before, std::mt19937_64& random)
      : said(before.commands), acknowledged(before.commands.size()), random_(random), pty_(std::move(how)) {}

  /// Up to the moment at which it stands still and takes keys.
  bool stand() {
    if (said.empty()) {
      if (!pty_.expect("Before you start")) return false;
      return press("\r", "start", "Let us begin") && press(" ", "pause", "Paused");
    }
    if (runs(said)) said.emplace_back("pause");
    if (!pty_.expect("Paused")) return false;
    acknowledged = said.size();
    return true;
  }
  bool press(const char* key, const char* command, const char* answer) {
    said.emplace_back(command);
    pty_.send(key);
    if (!pty_.expect(answer)) return false;
    acknowledged = said.size();
    return true;
  }
  /// Some commands, each answered before the next.
  bool adjust() {
    for (auto times = random_() % 4; times > 0; --times)
      if (!press("s", "softer", "[")) return false;
    return true;
  }
  /// Keys that nobody waits for.
  void hurry() {
    for (auto times = random_() % 4; times > 0; --times) {
      said.emplace_back("softer");
      pty_.send("s");
    }
  }
  bool go_on() { return press(" ", "resume", "We go on"); }
  void kill() {
    spin(random_() % 4'000'000);
    pty_.signal(SIGKILL);
    pty_.wait();
  }
  const std::string& shown() const { return pty_.shown(); }

  std::vector<std::string> said;  ///< what the session holds if everything arrived
  std::size_t acknowledged;       ///< how many of them were answered

 private:
  std::mt19937_64& random_;
  Pty pty_;
};

TEST_F(SessionTerminal, TwoHundredKillsLoseNoAnsweredCommandAndItGoesOnAtTheSameSecond) {
  std::mt19937_64 random(20261122);
  const std::string path = folder_ / "journal.db";
  Held held;
  std::size_t resumed = 0;
  constexpr std::size_t kKills = kSanitized ? 20 : 200;
  for (std::size_t kill = 0; kill < kKills; ++kill) {
    auto how = held.open ? resume() : quiet();
    how.arguments.insert(how.arguments.end(), {"--speed", "2"});
    how.environment = {{"TERM", "dumb"}};
    Start start(how, held, random);
    const auto course = random() % 4;
    if (course > 0) {
      ASSERT_TRUE(start.stand()) << start.shown();
    }
    if (course > 1) {
      ASSERT_TRUE(start.adjust()) << start.shown();
    }
    if (course == 2) start.hurry();
    if (course == 3) {
      ASSERT_TRUE(start.go_on()) << start.shown();
    }
    start.kill();

    const auto after = held_in(path);
    if (course == 0 && !held.open && !after.open) continue;  // killed before the session was there
    ASSERT_TRUE(after.open) << "after kill " << kill << "\n" << start.shown();
    ASSERT_GE(after.commands.size(), start.acknowledged) << "after kill " << kill << "\n" << start.shown();
    if (course == 0 && runs(held.commands)) start.said.emplace_back("pause");  // it may have come that far
    ASSERT_LE(after.commands.size(), start.said.size());
    ASSERT_TRUE(std::equal(after.commands.begin(), after.commands.end(), start.said.begin()));
    ASSERT_GE(after.reached_ms, held.reached_ms);
    if (after.commands.size() == held.commands.size() + 1 && runs(held.commands)) {
      EXPECT_EQ(after.pause_ms, held.reached_ms) << "it did not go on at the same second";
      ++resumed;
    }
    held = after;
  }
  EXPECT_GT(resumed, kSanitized ? 0U : 10U) << "too few kills came while the session ran";
}

}  // namespace
}  // namespace thenar::test
