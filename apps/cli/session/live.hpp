// The loop of a session given to a person: time, keys and signals in; display, voice and beat out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/session/click.hpp"
#include "cli/session/front.hpp"
#include "cli/session/keys.hpp"
#include "cli/session/pace.hpp"
#include "cli/session/session.hpp"
#include "cli/session/speaker.hpp"
#include "cli/session/stroke_clock.hpp"
#include "cli/session/terminal.hpp"
#include "thenar/base/json.hpp"

namespace thenar::cli::live {

/// A session being given to a person.
class Live {
 public:
  Live(const Practice& practice, guidance::Session& session, const SessionKeeper& keeper,
       const SessionOptions& options);
  int run();

 private:
  enum class End : std::uint8_t { none, over, signal, no_answer };

  void turn();
  void wait();
  void hear_signals();
  void hear_keys();
  void on_key(Key key);
  bool on_open_stop(Key key, const KeyMeaning* meaning);
  bool on_answer(Key key);
  void on_meaning(const KeyMeaning& meaning);
  void command(guidance::Command command);
  void command(guidance::CommandKind kind) { command(guidance::Command{kind, {}, {}, {}, {}}); }
  void keep(const Result<void>& kept);
  void absorb(const std::vector<guidance::Cue>& cues);
  void pass_time();
  void sound();
  void notice(const std::string& text);
  void draw();
  void suspend();
  void end(End how, int signal = 0);
  void wait_for_voice();
  int farewell();

  const Practice& practice_;
  guidance::Session& session_;
  const SessionKeeper& keeper_;
  const SessionOptions& options_;
  Signals signals_;
  Keyboard keyboard_;
  std::unique_ptr<Front> front_;
  std::optional<Speaker> speaker_;
  std::optional<Click> click_;
  std::optional<BeatsAhead> ahead_;
  SessionClock clock_;
  KeyReader keys_;
  Ui ui_;
  StrokeClock strokes_;
  std::int64_t now_ms_ = 0;
  std::int64_t kept_second_ = -1;
  std::int64_t warned_ms_ = 0;
  std::int64_t said_ms_ = 0;
  std::int64_t noticed_ms_ = 0;
  std::vector<std::string> notices_;
  bool keyboard_open_ = true;
  bool resume_after_question_ = false;
  bool all_kept_ = true;
  bool no_voice_said_ = false;
  bool no_sound_said_ = false;
  End end_ = End::none;
  int signal_ = 0;
};

}  // namespace thenar::cli::live
