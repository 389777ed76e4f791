#include "cli/session/live.hpp"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "cli/explain.hpp"
#include "cli/page.hpp"
#include "thenar/base/text.hpp"

namespace thenar::cli::live {
namespace {

using guidance::CommandKind;
using guidance::CueKind;
using guidance::StateKind;

constexpr int kDrawEveryMs = 50;    // a stroke that moves
constexpr int kLinesEveryMs = 100;  // plain lines
constexpr int kStillEveryMs = 500;  // nothing moves
constexpr int kKeySequenceMs = 50;  // the rest of an escape sequence comes at once or never
constexpr std::int64_t kSecondMs = 1000;
constexpr std::int64_t kSeenMs = 15000;  // what is said must be readable, then leave the screen calm
constexpr std::int64_t kAheadMs = 1200;  // of sound

bool is_over(const guidance::State& state) {
  return state.kind == StateKind::finished || state.kind == StateKind::stopped;
}

}  // namespace

Live::Live(const Practice& practice, guidance::Session& session, const SessionKeeper& keeper,
           const SessionOptions& options)
    : practice_(practice),
      session_(session),
      keeper_(keeper),
      options_(options),
      clock_(options.start_ms, options.speed),
      now_ms_(options.start_ms) {
  if (!options.plain) front_ = open_display(keyboard_.fd());
  if (front_ == nullptr) front_ = open_lines();
  const std::string voice = options.voice.empty() ? practice.say("language.code") : options.voice;
  if (!options.silent) speaker_.emplace(voice, options.words_per_minute);
  if (!options.no_sound) {
    click_.emplace();
    ahead_.emplace(session);
  }
}

int Live::run() {
  if (session_.state().kind == StateKind::running) command(CommandKind::pause);
  if (!session_.state().question.empty())
    ui_.question = practice_.say("question." + session_.state().question + ".text");
  draw();
  while (end_ == End::none) turn();
  draw();
  return farewell();
}

/// One turn of the loop. A key acts within the turn that it wakes.
void Live::turn() {
  wait();
  pass_time();
  hear_signals();
  hear_keys();
  if (speaker_) speaker_->look();
  sound();
  draw();
  if (end_ == End::none && is_over(session_.state())) end(End::over);
}

void Live::wait() {
  int timeout_ms = kStillEveryMs;
  if (session_.state().kind == StateKind::running)
    timeout_ms = front_->moves() ? kDrawEveryMs : kLinesEveryMs;
  if (keys_.waiting()) timeout_ms = std::min(timeout_ms, kKeySequenceMs);
  std::array<pollfd, 2> waits{pollfd{signals_.fd(), POLLIN, 0},
                              pollfd{keyboard_open_ ? keyboard_.fd() : -1, POLLIN, 0}};
  const int ready = poll(waits.data(), waits.size(), timeout_ms);
  if (ready == 0 && keys_.waiting())
    for (const Key key : keys_.flush()) on_key(key);
}

void Live::pass_time() {
  now_ms_ = std::max(clock_.now(), now_ms_);
  const bool running = session_.state().kind == StateKind::running;
  if (clock_.slept() && running) command(CommandKind::pause);
  absorb(session_.advance(now_ms_));
  if (session_.state().kind != StateKind::running) strokes_.stop();
  if (now_ms_ - noticed_ms_ > kSeenMs) ui_.notice.clear();
  if (running && now_ms_ - said_ms_ > kSeenMs) ui_.caption.clear();
  if (running && now_ms_ - warned_ms_ > kSeenMs) ui_.warning.clear();
  const std::int64_t second = now_ms_ / kSecondMs;
  if (!running || second == kept_second_ || !keeper_.reached) return;
  kept_second_ = second;
  keep(keeper_.reached(now_ms_));
}

void Live::hear_signals() {
  for (const int signal : signals_.take()) {
    if (signal == SIGTSTP) suspend();
    if (signal == SIGCONT) front_->come_back();
    if (signal == SIGINT || signal == SIGTERM || signal == SIGHUP || signal == SIGQUIT)
      end(End::signal, signal);
  }
}

void Live::hear_keys() {
  if (!keyboard_open_) return;
  pollfd wait{keyboard_.fd(), POLLIN, 0};
  if (poll(&wait, 1, 0) <= 0) return;
  const auto bytes = keyboard_.read();
  if (!bytes) {
    keyboard_open_ = false;
    if (keyboard_.is_terminal()) return end(End::signal, SIGHUP);
  } else {
    for (const Key key : keys_.read(*bytes)) on_key(key);
  }
  // Without a keyboard a session that runs goes on; one that waits for somebody would wait for ever.
  if (!keyboard_open_ && session_.state().kind != StateKind::running && !is_over(session_.state()))
    end(End::no_answer);
}

void Live::on_key(Key key) {
  if (end_ != End::none || is_over(session_.state())) return;
  const KeyMeaning* meaning = meaning_of(key);
  if (ui_.help || key == '?') {
    ui_.help = !ui_.help;
    if (meaning == nullptr) return;
  }
  if (ui_.confirms_stop && !on_open_stop(key, meaning)) return;
  if (on_answer(key)) return;
  const StateKind kind = session_.state().kind;
  if (key == kEnter && kind == StateKind::preparing) return command(CommandKind::start);
  if (key == kEnter && kind == StateKind::paused) return command(CommandKind::resume);
  if (meaning != nullptr) on_meaning(*meaning);
}

/// A key while "stop?" is open. True when it means something beyond that: symptoms always do.
bool Live::on_open_stop(Key key, const KeyMeaning* meaning) {
  if (key == 'q') {
    command(CommandKind::stop);
    return false;
  }
  const bool goes_on = key == ' ' || key == kEnter || key == kEscape;
  const bool symptom = meaning != nullptr && meaning->safety;
  if (goes_on || symptom) ui_.confirms_stop = false;
  if (goes_on && std::exchange(resume_after_question_, false)) command(CommandKind::resume);
  return symptom;
}

bool Live::on_answer(Key key) {
  const auto& state = session_.state();
  if (state.question.empty()) return false;
  const auto position = answer_of(state.answers, key);
  if (!position) return false;
  command({CommandKind::answer, {}, {}, {}, state.answers[*position]});
  return true;
}

void Live::on_meaning(const KeyMeaning& meaning) {
  const StateKind kind = session_.state().kind;
  if (speaker_ && (meaning.safety || meaning.command == CommandKind::pause)) speaker_->hush();
  const int turns = meaning.command == CommandKind::next ? 1 : meaning.command == CommandKind::back ? -1 : 0;
  if (kind == StateKind::preparing && turns != 0) {
    ui_.list_page = std::max(ui_.list_page + turns, 0);
    return;
  }
  if (meaning.command == CommandKind::pause) {
    if (kind == StateKind::preparing) return command(CommandKind::start);
    return command(kind == StateKind::paused ? CommandKind::resume : CommandKind::pause);
  }
  if (meaning.command == CommandKind::stop && kind != StateKind::preparing) {
    ui_.confirms_stop = true;
    resume_after_question_ = kind == StateKind::running;
    if (resume_after_question_) command(CommandKind::pause);
    return;
  }
  command(meaning.command);
}

/// Gives a command. What the session accepted is kept before its answer is seen or heard.
void Live::command(guidance::Command command) {
  const std::size_t before = session_.log().size();
  const auto cues = session_.give({now_ms_, std::move(command)});
  for (std::size_t i = before; i < session_.log().size(); ++i)
    if (keeper_.command) keep(keeper_.command(session_.log()[i]));
  if (ahead_) ahead_->start_again();
  if (click_) click_->clear();
  absorb(cues);
}

void Live::keep(const Result<void>& kept) {
  if (kept || !all_kept_) return;
  all_kept_ = false;
  notice(practice_.say("session.notice.not_kept") + " " + to_text(kept.error()));
}

void Live::absorb(const std::vector<guidance::Cue>& cues) {
  std::string heard;
  bool at_once = false;
  for (const auto& cue : cues) {
    switch (cue.cue) {
      case CueKind::say:
        ui_.caption = cue.text;
        ui_.announced = announced_by(cue, session_);
        said_ms_ = now_ms_;
        if (cue.interrupts) heard.clear();
        at_once = at_once || cue.interrupts;
        heard += (heard.empty() ? "" : " ") + cue.text;
        break;
      case CueKind::note:
        ui_.caption = cue.text;
        said_ms_ = now_ms_;
        break;
      case CueKind::ask:
        ui_.question = cue.text;
        break;
      case CueKind::warn:
        ui_.warning = cue.text;
        warned_ms_ = now_ms_;
        break;
      case CueKind::beat:
        strokes_.beat(cue);
        break;
      case CueKind::show:
      case CueKind::chime:
        break;
    }
    const bool told = cue.cue != CueKind::beat && cue.cue != CueKind::show && cue.cue != CueKind::chime;
    if (told && !front_->tell(practice_, cue)) end(End::signal, SIGHUP);
  }
  if (speaker_) speaker_->say(std::move(heard), at_once);
}

/// Hands the beats of the next second to the sound card.
void Live::sound() {
  if (!click_) return;
  if (click_->state() == Click::State::failed) {
    if (!std::exchange(no_sound_said_, true)) notice(practice_.say("session.notice.no_sound"));
    return;
  }
  if (click_->state() != Click::State::open || session_.state().kind != StateKind::running) return;
  for (const auto& cue : ahead_->take(now_ms_, now_ms_ + kAheadMs)) {
    const double in_seconds = static_cast<double>(cue.t_ms - now_ms_) / (1000 * options_.speed);
    if (cue.cue == CueKind::chime) {
      click_->chime(in_seconds, cue.key);
    } else {
      click_->beat(in_seconds, cue.strength, cue.key == "press" || cue.key == "in");
    }
  }
}

/// Something about the program itself: seen for a while, and again at the end.
void Live::notice(const std::string& text) {
  ui_.notice += (ui_.notice.empty() ? "" : " ") + text;
  noticed_ms_ = now_ms_;
  notices_.push_back(text);
}

void Live::draw() {
  if (speaker_ && speaker_->failed() && !std::exchange(no_voice_said_, true))
    notice(practice_.say("session.notice.no_voice"));
  const View view =
      make_view(practice_, session_.plan(), session_.steps(), session_.state(), strokes_.at(now_ms_), ui_);
  if (!front_->draw(view)) end(End::signal, SIGHUP);
}

/// Ctrl-Z: the session pauses, the terminal is given back, and on return it waits to be resumed.
void Live::suspend() {
  if (session_.state().kind == StateKind::running) command(CommandKind::pause);
  if (speaker_) speaker_->hush();
  front_->leave();
  keyboard_.set_immediate(false);
  Signals::suspend();
  keyboard_.set_immediate(true);
  front_->come_back();
  clock_.now();
  clock_.slept();
}

void Live::end(End how, int signal) {
  if (end_ != End::none) return;
  end_ = how;
  signal_ = signal;
  if (how == End::over) return;
  if (speaker_) speaker_->hush();
  if (click_) click_->clear();
  if (keeper_.reached) keep(keeper_.reached(now_ms_));
}

/// Lets the last sentence be said; any key or signal cuts it off.
void Live::wait_for_voice() {
  constexpr int kLongestWaits = 40;
  for (int waits = 0; speaker_ && speaker_->speaking() && waits < kLongestWaits; ++waits) {
    std::array<pollfd, 2> ready{pollfd{signals_.fd(), POLLIN, 0},
                                pollfd{keyboard_open_ ? keyboard_.fd() : -1, POLLIN, 0}};
    poll(ready.data(), ready.size(), kStillEveryMs);
    speaker_->look();
    const auto signals = signals_.take();
    const bool cut =
        std::ranges::any_of(signals, [](int signal) { return signal != SIGCHLD && signal != SIGWINCH; });
    if (cut) return;
    if (ready[1].revents != 0) {
      keyboard_.read();
      return;
    }
  }
}

/// What stays on the screen. Returns the exit code.
int Live::farewell() {
  const auto& state = session_.state();
  front_.reset();
  auto print = [](const std::string& text) { std::printf("%s", wrapped(text).c_str()); };
  if (end_ == End::over) {
    print(practice_.say(state.kind == StateKind::finished ? "session.finished" : "session.stopped"));
    if (!state.reason.empty()) print(state.reason);
    if (!state.rule.empty()) notices_.clear();  // the advice stands alone
    if (state.rule.empty()) std::printf("%s", checklist_in_words(session_.plan().aftercare).c_str());
  } else {
    const bool kept = keeper_.command && all_kept_;
    print(fill(practice_.say(kept ? "session.cut_off.kept" : "session.cut_off.lost"),
               {{"time", clock_text(static_cast<int>(state.session_ms / kSecondMs))}}));
    if (end_ == End::no_answer) print(practice_.say("session.cut_off.no_keys"));
  }
  for (const auto& text : notices_) print(text);
  std::fflush(stdout);
  if (end_ != End::over) return end_ == End::signal ? 128 + signal_ : int{kNotReadable};
  wait_for_voice();
  return kDone;
}

}  // namespace thenar::cli::live

namespace thenar::cli {

int give_session(const Practice& practice, guidance::Session& session, const SessionKeeper& keeper,
                 const SessionOptions& options) {
  return live::Live(practice, session, keeper, options).run();
}

}  // namespace thenar::cli
