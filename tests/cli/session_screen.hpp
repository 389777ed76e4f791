// A session in a pseudo-terminal: the program, keys typed, the screen read.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "support/pty.hpp"
#include "support/vt_screen.hpp"

namespace thenar::test {

inline constexpr const char* kFourMinutes = R"({"format": "thenar.request/1", "checkin": {"mode": "self"},
  "wishes": {"minutes": 4, "hands": ["left", "right"], "medium": "lotion"}})";

/// A folder with a plan and a journal of its own.
class SessionTerminal : public testing::Test {
 protected:
  void SetUp() override {
    test::Run run;
    run.arguments = {"plan", folder_.file("request.json", kFourMinutes)};
    const auto planned = run_program(kThenarProgram, run);
    ASSERT_EQ(planned.code, 0) << planned.err;
    plan_ = folder_.file("plan.json", planned.out);
  }
  std::vector<std::string> guide(std::vector<std::string> more) const {
    std::vector<std::string> arguments{"--journal", folder_ / "journal.db", "guide", plan_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
  }
  PtyStart quiet(std::vector<std::string> more = {}) const {
    more.insert(more.end(), {"--silent", "--no-sound"});
    return {kThenarProgram, guide(more), {}, 24, 80};
  }
  PtyStart resume() const {
    return {kThenarProgram,
            {"--journal", folder_ / "journal.db", "resume", "--silent", "--no-sound"},
            {},
            24,
            80};
  }
  /// The last command that the journal holds.
  std::string last_command() const {
    const auto kept = nlohmann::json::parse(
        thenar({"--journal", folder_ / "journal.db", "journal", "export"}).out, nullptr, false);
    const auto& commands = kept["people"][0]["sessions"].back()["commands"];
    return commands.empty() ? "" : commands.back()["command"]["command"].get<std::string>();
  }

  TemporaryFolder folder_;
  std::string plan_;
};

/// A terminal somebody looks at.
class Seen {
 public:
  explicit Seen(const PtyStart& start) : pty_(start), screen_(start.rows, start.columns) {}

  bool until(const std::function<bool(const VtScreen&)>& satisfied) {
    return pty_.until([&](const std::string& shown) {
      look(shown);
      return satisfied(screen_);
    });
  }
  bool shows(const std::string& words) { return shows(std::vector{words}); }
  /// All of them at the same moment.
  bool shows(const std::vector<std::string>& words) {
    std::string missing;
    const bool seen = until([&](const VtScreen& screen) {
      missing.clear();
      for (const auto& each : words)
        if (!screen.has(each)) missing += " \"" + each + '"';
      return missing.empty();
    });
    if (!seen) ADD_FAILURE() << "never seen:" << missing << "\n" << screen_.text();
    return seen;
  }
  bool loses(const std::string& words) {
    return until([&](const VtScreen& screen) { return !screen.has(words); });
  }
  void type(const std::string& keys) { pty_.send(keys); }
  void start() {
    ASSERT_TRUE(shows("Before you start"));
    type("\r");
    ASSERT_TRUE(shows("step 1 of"));
  }
  int wait() {
    const int code = pty_.wait();
    look(pty_.shown());
    return code;
  }
  void resize(int rows, int columns) {
    pty_.resize(rows, columns);
    screen_.resize(rows, columns);
  }
  Pty& pty() { return pty_; }
  const VtScreen& screen() const { return screen_; }

 private:
  void look(const std::string& shown) {
    screen_.feed(std::string_view(shown).substr(fed_));
    fed_ = shown.size();
  }
  Pty pty_;
  VtScreen screen_;
  std::size_t fed_ = 0;
};

}  // namespace thenar::test
