// conformance CALLS.jsonl JOURNAL.json: writes the conformance set, and the export of a journal beside it.
#include <iostream>

#include "recorder.hpp"
#include "thenar/base/json.hpp"
#include "thenar/practice/embedded.hpp"

namespace thenar::test {

Recorder::Recorder(const std::string& path) : out_(path, std::ios::binary) {
  if (!outcomes_.load(practice::embedded_json()).ok) fault("the practice cannot be loaded");
}

web::Answer Recorder::answer(const std::string& name, const std::string& input, int session) {
  if (name == "load") return engine_.load(input);
  if (name == "screen") return engine_.screen(input);
  if (name == "plan") return engine_.plan(input);
  if (name == "instance") return engine_.instance(input);
  if (name == "explain") return engine_.explain(input);
  if (name == "next_question") return engine_.next_question(input);
  if (name == "aftermath") return engine_.aftermath(input);
  if (name == "recall") return engine_.recall(input);
  if (name == "measures") return outcomes_.measures();
  if (name == "score") return outcomes_.score(input);
  if (name == "outcomes") return outcomes_.outcomes(input);
  if (name == "tables") return outcomes_.tables(input);
  if (name == "open_session") return engine_.open_session(input);
  if (name == "resume_session") return engine_.resume_session(input);
  if (name == "step_session") return engine_.step_session(session, input);
  if (name == "session_ahead") return engine_.session_ahead(session, input);
  if (name == "session_steps") return engine_.session_steps(session);
  if (name == "session_log") return engine_.session_log(session);
  if (name == "session_given") return engine_.session_given(session);
  if (name == "close_session") return engine_.close_session(session);
  fault("there is no call " + name);
  return {};
}

web::Answer Recorder::call(const std::string& about, const std::string& name, const std::string& input,
                           int session) {
  auto given = answer(name, input, session);
  out_ << to_line(Json{{"about", about},
                       {"call", name},
                       {"input", input},
                       {"session", session},
                       {"ok", given.ok},
                       {"answer", given.text}})
       << '\n';
  return given;
}

void Recorder::call_expecting(const std::string& about, const std::string& name, const std::string& input,
                              const std::string& expected) {
  if (call(about, name, input).text != expected) fault(about + ": " + name + " answers something else");
}

void Recorder::fault(const std::string& text) {
  ++faults_;
  std::cerr << text << '\n';
}

}  // namespace thenar::test

int main(int argc, char** argv) {
  using namespace thenar;
  if (argc != 3) {
    std::cerr << "conformance CALLS.jsonl JOURNAL.json\n";
    return 2;
  }
  const auto practice = practice::embedded_practice();
  test::Recorder recorder(argv[1]);
  test::record_refusals(recorder, "{}");
  recorder.call("the practice that is built in, checked whole", "load",
                std::string(practice::embedded_json()));
  recorder.call("the practice that is built in", "load");
  const auto plans = test::record_requests(practice, recorder);
  if (plans.empty()) recorder.fault("no plan has steps");
  if (!recorder.good()) return 1;
  test::record_interviews(recorder, plans);
  test::record_outcomes(recorder);
  test::record_sessions(practice, recorder, plans);
  test::record_refusals(recorder, plans.front());
  const auto plan = Json::parse(plans.front(), nullptr, false);
  std::ofstream(argv[2], std::ios::binary) << test::journal_export(to_line(plan["request"]), plans.front());
  return recorder.good() ? 0 : 1;
}
