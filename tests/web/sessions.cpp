// Sessions of the conformance set, and calls that must be refused.
#include <algorithm>

#include "recorder.hpp"
#include "support/random_checkin.hpp"
#include "thenar/base/json.hpp"
#include "thenar/guidance/log.hpp"

namespace thenar::test {
namespace {

constexpr std::size_t kSessions = 60;
constexpr std::int64_t kLongestMs = 2 * 3600 * 1000;

/// A session in two: in the web engine, and straight in the room of guidance. Both must say the same.
class Pair {
 public:
  Pair(const Practice& practice, Recorder& recorder, std::string about, const std::string& plan)
      : practice_(practice),
        recorder_(recorder),
        about_(std::move(about)),
        session_(guidance::Session::open(practice,
                                         *planning::read_plan(practice, std::string_view(plan), "plan"))) {
    number_ = number_in(recorder.call(about_, "open_session", plan));
  }

  void step(const guidance::TimedCommand& command, bool only_time) {
    now_ms_ = std::max(now_ms_, command.t_ms);
    const auto line =
        only_time ? guidance::time_line(command.t_ms) : guidance::command_line(practice_, command);
    const auto ahead = only_time ? recorder_.call(about_, "session_ahead", line, number_) : web::Answer{};
    const auto answer = recorder_.call(about_, "step_session", line, number_);
    std::string cues;
    for (const auto& cue : only_time ? session_->advance(command.t_ms) : session_->give(command))
      cues += (cues.empty() ? "" : ",") + guidance::cue_line(cue);
    if (!answer.text.starts_with("{\"cues\":[" + cues + "],\"state\":{"))
      recorder_.fault(about_ + ": other cues at " + std::to_string(command.t_ms));
    if (only_time && ahead.text != "{\"cues\":[" + cues + "]}")
      recorder_.fault(about_ + ": other cues were told ahead of " + std::to_string(command.t_ms));
  }
  void pass(int ms) { step({now_ms_ + ms, {}}, true); }
  void give(guidance::Command command) { step({now_ms_, std::move(command)}, false); }
  const guidance::State& state() const { return session_->state(); }
  std::int64_t now_ms() const { return now_ms_; }

  /// Looks at its steps and log, opens it again from there, and closes both.
  void finish() {
    recorder_.call(about_, "session_steps", {}, number_);
    recorder_.call(about_, "session_given", {}, number_);
    const auto log = recorder_.call(about_, "session_log", {}, number_);
    const int again = number_in(recorder_.call(about_, "resume_session", log.text));
    if (recorder_.call(about_, "session_log", {}, again).text != log.text)
      recorder_.fault(about_ + ": the session resumed from the log has another log");
    recorder_.call(about_, "step_session", guidance::time_line(now_ms_ + 5000), again);
    recorder_.call(about_, "close_session", {}, again);
    recorder_.call(about_, "close_session", {}, number_);
  }

 private:
  int number_in(const web::Answer& answer) {
    const auto json = Json::parse(answer.text, nullptr, false);
    if (!answer.ok) recorder_.fault(about_ + ": " + answer.text);
    return json.value("session", 0);
  }

  const Practice& practice_;
  Recorder& recorder_;
  std::string about_;
  Loaded<guidance::Session> session_;
  int number_ = 0;
  std::int64_t now_ms_ = 0;
};

guidance::Command random_command(const Practice& practice, Dice& dice) {
  using Kind = guidance::CommandKind;
  const int last = static_cast<int>(EnumWords<Kind>::words.size()) - 1;
  guidance::Command command;
  // Mostly what lets a session go on: the first words of the list.
  command.command =
      static_cast<Kind>(dice.between(1, dice.one_in(5) ? last : static_cast<int>(Kind::skip_zone)));
  if (dice.one_in(2)) command.value = dice.between(0, 10);
  if (dice.one_in(2)) command.kind = static_cast<guidance::PainKind>(dice.between(0, 5));
  if (dice.one_in(4)) command.zone = practice.ids.zones.find(dice.of(practice.ids.zones.names()));
  return command;
}

bool is_over(const guidance::State& state) {
  return state.kind == guidance::StateKind::finished || state.kind == guidance::StateKind::stopped;
}

/// One that goes on where it can: answers what is asked, resumes what is paused.
void record_session(const Practice& practice, Pair& pair, Dice& dice, bool with_commands) {
  using Kind = guidance::CommandKind;
  if (with_commands) pair.give(random_command(practice, dice));
  pair.give({Kind::start, {}, {}, {}, {}});
  while (!is_over(pair.state()) && pair.now_ms() < kLongestMs) {
    pair.pass(dice.one_in(8) ? dice.between(1, 990) : 1000 * dice.between(5, 40));
    if (!pair.state().answers.empty() && !dice.one_in(4))
      pair.give({Kind::answer, {}, {}, {}, dice.of(pair.state().answers)});
    if (pair.state().kind == guidance::StateKind::paused) pair.give({Kind::resume, {}, {}, {}, {}});
    if (with_commands && dice.one_in(5)) pair.give(random_command(practice, dice));
  }
}

}  // namespace

void record_sessions(const Practice& practice, Recorder& recorder, const std::vector<std::string>& plans) {
  for (std::size_t i = 0; i < kSessions; ++i) {
    const bool with_commands = i % 3 != 0;
    const auto& plan = plans[i * plans.size() / kSessions];
    const auto name = "session " + std::to_string(i) + (with_commands ? " with commands" : "");
    Pair pair(practice, recorder, name, plan);
    Dice dice(1000 + i);
    record_session(practice, pair, dice, with_commands);
    pair.finish();
  }
}

void record_refusals(Recorder& recorder, const std::string& plan) {
  const std::vector<std::string> calls{
      "screen",   "plan",   "instance", "next_question", "recall",         "aftermath",    "score",
      "outcomes", "tables", "explain",  "open_session",  "resume_session", "step_session", "session_ahead"};
  const std::vector<std::string> inputs{
      "",
      " ",
      "{",
      "{}",
      "[]",
      "null",
      "NaN",
      "1e400",
      "{\"a\":1,\"a\":1}",
      "\"text\"",
      plan.substr(0, plan.size() / 2),
      std::string(70, '['),
      R"({"format":"thenar.request/1","checkin":{"mode":"self"},"wishes":{"minutes":1e9,"hands":["left"]}})",
      R"({"format":"thenar.request/1","checkin":{"mode":"self"},"wishes":{"minutes":-1e308,"hands":["left"]}})",
      R"({"format":"thenar.request/1","checkin":{"mode":"self"},"wishes":{"minutes":"10","hands":"left"}})",
      R"({"format":"thenar.request/2","checkin":{"mode":1},"wishes":null,"more":true})",
      R"({"t_ms":1e300})",
      R"({"t_ms":1,"command":"fly"})",
      R"({"t_ms":-1,"command":"stop"})"};
  for (const auto& name : calls)
    for (const auto& input : inputs) recorder.call("input that is no document", name, input);
  for (const std::string name : {"session_steps", "session_log", "session_given", "close_session"})
    for (int session : {-1, 0, 1, 2147483647}) recorder.call("a session that is not open", name, {}, session);
  for (const std::string practice : {"{", "[]", "{}", R"({"format":"thenar.practice/1"})"})
    recorder.call("no practice", "load", practice);
  int opened = 0;
  for (std::size_t i = 0; i <= web::kMaxSessions; ++i) {
    const auto answer = recorder.call("more sessions than there may be", "open_session", plan);
    if (answer.ok) opened = Json::parse(answer.text, nullptr, false).value("session", 0);
  }
  for (std::size_t i = 0; opened > 0 && i < web::kMaxSessions; ++i)
    recorder.call("more sessions than there may be", "close_session", {}, opened - static_cast<int>(i));
}

}  // namespace thenar::test
