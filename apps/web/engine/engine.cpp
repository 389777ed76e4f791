#include "engine.hpp"

#include <algorithm>

#include "thenar/base/json.hpp"
#include "thenar/guidance/aftercare.hpp"
#include "thenar/guidance/given.hpp"
#include "thenar/guidance/log.hpp"
#include "thenar/interview/recall.hpp"
#include "thenar/interview/recorded.hpp"
#include "thenar/planning/words.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/languages.hpp"

namespace thenar {

namespace guidance {
template <class A>
void describe(A& a, State& v) {
  a.required("kind", v.kind);
  a.required("step", v.step);
  a.required("elapsed_ms", v.elapsed_ms);
  a.required("session_ms", v.session_ms);
  a.required("remaining_seconds", v.remaining_seconds);
  a.required("question", v.question);
  a.required("answers", v.answers);
  a.required("reason", v.reason);
  a.required("rule", v.rule);
}
}  // namespace guidance

namespace guidance {
template <class A>
void describe(A& a, Aftermath& v) {
  a.required("soreness_hours", v.soreness_hours, Range{0, 240});
  a.required("extra_pain_hours", v.extra_pain_hours, Range{0, 240});
}
}  // namespace guidance

namespace web {
namespace {

/// A line that only lets time pass.
struct Moment {
  std::int64_t t_ms = 0;
};
template <class A>
void describe(A& a, Moment& v) {
  a.required("t_ms", v.t_ms, Range{0, 1e12});
}

Answer no_practice() {
  return refused("no practice", "a practice that was loaded", "Load one first");
}

Answer no_session(std::int32_t session) {
  return refused("session " + std::to_string(session), "the number of an open session");
}

Loaded<guidance::TimedCommand> read_line(const Practice& practice, std::string_view line, bool& only_time) {
  auto json = parse_json(line, "command");
  if (!json) return tl::unexpected(Problems{std::move(json.error())});
  only_time = json->is_object() && !json->contains("command");
  if (!only_time) return guidance::read_command(practice, *json, "command");
  auto moment = read_document<Moment>(*json, "command", nullptr);
  if (!moment) return tl::unexpected(std::move(moment.error()));
  return guidance::TimedCommand{moment->t_ms, {}};
}

/// Each step in words, in full: what shows one need not have shown those before.
Json in_words(const Practice& practice, const Plan& plan, const std::vector<Step>& steps) {
  Json words = Json::array();
  for (const Step& step : steps)
    words.push_back(
        to_json(planning::StepTeller(practice, plan.clearance, plan.request.wishes).tell(step), nullptr));
  return words;
}

/// Cues are written as the log writes them, so that each can be appended to it as it is.
std::string cue_lines(const std::vector<guidance::Cue>& cues) {
  std::string text;
  for (const auto& cue : cues) text += (text.empty() ? "" : ",") + guidance::cue_line(cue);
  return text;
}

Answer told(const std::vector<guidance::Cue>& cues, const guidance::State& state) {
  return {true, "{\"cues\":[" + cue_lines(cues) + "],\"state\":" + to_line(to_json(state, nullptr)) + "}"};
}

/// Whether a document is the words of a language rather than a whole practice.
bool is_words(std::string_view text) {
  const auto json = parse_json(text, "practice");
  if (!json || !json->is_object()) return false;
  const auto format = json->find("format");
  return format != json->end() && *format == Json(practice::kWordsFormat);
}

}  // namespace

Answer Engine::load(std::string_view practice_json) {
  std::string own(practice_json);
  if (is_words(own)) {
    auto document =
        practice::in_language(*parse_json(practice::embedded_json(), "practice"), *parse_json(own, "words"));
    if (!document) return refused(document.error());
    own = to_line(*document);
  }
  auto loaded = own.empty()
                    ? practice::load_text(practice::embedded_json(), practice::Trust::checked_when_built)
                    : practice::load_text(own);
  if (!loaded) return refused(loaded.error());
  practice_ = std::make_shared<const Practice>(std::move(*loaded));
  own_ = std::move(own);
  return given({{"version", practice_->version}, {"reviewed_by", practice_->reviewed_by}});
}

Answer Engine::practice() const {
  if (!practice_) return no_practice();
  return {true, own_.empty() ? std::string(practice::embedded_json()) : own_};
}

Answer Engine::of_request(std::string_view text, Json (*give)(const Practice&, const Request&)) const {
  if (!practice_) return no_practice();
  const auto request = screening::read_request(*practice_, text, "request");
  return request ? given(give(*practice_, *request)) : refused(request.error());
}

Answer Engine::screen(std::string_view request) const {
  return of_request(request, [](const Practice& practice, const Request& read) {
    return screening::to_document(practice, screening::screen(practice, read.checkin));
  });
}

Answer Engine::plan(std::string_view request) const {
  return of_request(request, [](const Practice& practice, const Request& read) {
    return planning::to_document(practice, planning::compose(practice, read));
  });
}

Answer Engine::instance(std::string_view request) const {
  return of_request(request, [](const Practice& practice, const Request& read) {
    return to_json(planning::instance_of(practice, read), &practice.ids);
  });
}

Answer Engine::explain(std::string_view plan) const {
  if (!practice_) return no_practice();
  const auto read = planning::read_plan(*practice_, plan, "plan");
  if (!read) return refused(read.error());
  return given({{"title", planning::title_in_words(*practice_, *read)},
                {"summary", planning::summary_in_words(*practice_, *read)},
                {"changes", planning::changes_in_words(*practice_, read->clearance)},
                {"steps", in_words(*practice_, *read, read->steps)},
                {"giver", Writer(nullptr).write(planning::giver_in_words(*practice_, *read))},
                {"evidence", planning::evidence_in_words(*practice_, *read)},
                {"left_out", planning::left_out_in_words(*practice_, *read)}});
}

Answer Engine::of_document(std::string_view text, const char* file,
                           Loaded<Json> (*give)(const Practice&, const Json&, std::string_view)) const {
  if (!practice_) return no_practice();
  auto json = parse_json(text, file);
  if (!json) return refused(Problems{std::move(json.error())});
  const auto made = give(*practice_, *json, file);
  return made ? given(*made) : refused(made.error());
}

Answer Engine::next_question(std::string_view interview) const {
  return of_document(interview, "interview", interview::next_question);
}

Answer Engine::aftermath(std::string_view hours) const {
  if (!practice_) return no_practice();
  const auto read = parse_document<guidance::Aftermath>(hours, "hours", nullptr);
  if (!read) return refused(read.error());
  return given({{"lasted_long", guidance::too_much(*practice_, *read)}});
}

Answer Engine::recall(std::string_view kept) const {
  return of_document(kept, "kept", interview::recall_document);
}

Answer Engine::open_session(std::string_view plan) {
  if (!practice_) return no_practice();
  auto read = planning::read_plan(*practice_, plan, "plan");
  if (!read) return refused(read.error());
  return keep(guidance::Session::open(*practice_, std::move(*read)), 0);
}

Answer Engine::resume_session(std::string_view log) {
  if (!practice_) return no_practice();
  const auto read = guidance::read_log(*practice_, guidance::complete_lines(log), "log");
  if (!read) return refused(read.error());
  return keep(guidance::replay(*practice_, *read), read->reached_ms);
}

Answer Engine::keep(Loaded<guidance::Session> session, std::int64_t reached_ms) {
  if (!session) return refused(session.error());
  if (sessions_.size() >= kMaxSessions)
    return refused(std::to_string(sessions_.size()) + " open sessions", "fewer", "Close one first");
  const auto& state = session->state();
  const auto answer =
      given({{"session", ++last_session_}, {"reached_ms", reached_ms}, {"state", to_json(state, nullptr)}});
  sessions_.emplace(last_session_, Open{practice_, std::move(*session), reached_ms});
  return answer;
}

Answer Engine::step_session(std::int32_t session, std::string_view line) {
  const auto found = sessions_.find(session);
  if (found == sessions_.end()) return no_session(session);
  auto& [practice, machine, reached_ms] = found->second;
  bool only_time = false;
  const auto command = read_line(*practice, line, only_time);
  if (!command) return refused(command.error());
  const auto cues = only_time ? machine.advance(command->t_ms) : machine.give(*command);
  reached_ms = std::max(reached_ms, command->t_ms);
  return told(cues, machine.state());
}

Answer Engine::session_ahead(std::int32_t session, std::string_view line) const {
  const auto found = sessions_.find(session);
  if (found == sessions_.end()) return no_session(session);
  bool only_time = false;
  const auto time = read_line(*found->second.practice, line, only_time);
  if (!time) return refused(time.error());
  if (!only_time) return refused("a command", "a time alone");
  return {true, "{\"cues\":[" + cue_lines(found->second.session.ahead(time->t_ms)) + "]}"};
}

Answer Engine::session_steps(std::int32_t session) const {
  const auto found = sessions_.find(session);
  if (found == sessions_.end()) return no_session(session);
  const auto& [practice, machine, reached_ms] = found->second;
  return given({{"steps", Writer(&practice->ids).write(machine.steps())},
                {"words", in_words(*practice, machine.plan(), machine.steps())}});
}

Answer Engine::session_log(std::int32_t session) const {
  const auto found = sessions_.find(session);
  if (found == sessions_.end()) return no_session(session);
  const auto& [practice, machine, reached_ms] = found->second;
  std::string text = guidance::plan_line(*practice, machine.plan()) + "\n";
  for (const auto& command : machine.log()) text += guidance::command_line(*practice, command) + "\n";
  return {true, text + guidance::time_line(reached_ms) + "\n"};
}

Answer Engine::session_given(std::int32_t session) const {
  const auto found = sessions_.find(session);
  if (found == sessions_.end()) return no_session(session);
  const auto& [practice, machine, reached_ms] = found->second;
  return given(to_json(guidance::in_words(practice->ids, machine.given()), nullptr));
}

Answer Engine::close_session(std::int32_t session) {
  if (sessions_.erase(session) == 0) return no_session(session);
  return given({{"session", session}});
}

}  // namespace web
}  // namespace thenar
