// The exports of thenar_engine.wasm, as ../boundary/exports.hpp says; what each takes and gives stands in
// engine.hpp.
#include "../boundary/exports.hpp"

#include "engine.hpp"

namespace {

using thenar::web::answered;
using thenar::web::with_text;

thenar::web::Engine& engine() {
  static thenar::web::Engine only;
  return only;
}

}  // namespace

THENAR_EXPORT(load) int thenar_load(const char* text, std::size_t size) {
  return with_text(text, size, [](auto practice) { return engine().load(practice); });
}
THENAR_EXPORT(practice) int thenar_practice() {
  return answered(engine().practice());
}
THENAR_EXPORT(screen) int thenar_screen(const char* text, std::size_t size) {
  return with_text(text, size, [](auto request) { return engine().screen(request); });
}
THENAR_EXPORT(plan) int thenar_plan(const char* text, std::size_t size) {
  return with_text(text, size, [](auto request) { return engine().plan(request); });
}
THENAR_EXPORT(instance) int thenar_instance(const char* text, std::size_t size) {
  return with_text(text, size, [](auto request) { return engine().instance(request); });
}
THENAR_EXPORT(explain) int thenar_explain(const char* text, std::size_t size) {
  return with_text(text, size, [](auto plan) { return engine().explain(plan); });
}
THENAR_EXPORT(next_question) int thenar_next_question(const char* text, std::size_t size) {
  return with_text(text, size, [](auto interview) { return engine().next_question(interview); });
}
THENAR_EXPORT(aftermath) int thenar_aftermath(const char* text, std::size_t size) {
  return with_text(text, size, [](auto hours) { return engine().aftermath(hours); });
}
THENAR_EXPORT(recall) int thenar_recall(const char* text, std::size_t size) {
  return with_text(text, size, [](auto kept) { return engine().recall(kept); });
}
THENAR_EXPORT(open_session) int thenar_open_session(const char* text, std::size_t size) {
  return with_text(text, size, [](auto plan) { return engine().open_session(plan); });
}
THENAR_EXPORT(resume_session) int thenar_resume_session(const char* text, std::size_t size) {
  return with_text(text, size, [](auto log) { return engine().resume_session(log); });
}
THENAR_EXPORT(step_session) int thenar_step_session(const char* text, std::size_t size, int session) {
  return with_text(text, size, [=](auto line) { return engine().step_session(session, line); });
}
THENAR_EXPORT(session_ahead) int thenar_session_ahead(const char* text, std::size_t size, int session) {
  return with_text(text, size, [=](auto line) { return engine().session_ahead(session, line); });
}
THENAR_EXPORT(session_steps) int thenar_session_steps(int session) {
  return answered(engine().session_steps(session));
}
THENAR_EXPORT(session_log) int thenar_session_log(int session) {
  return answered(engine().session_log(session));
}
THENAR_EXPORT(session_given) int thenar_session_given(int session) {
  return answered(engine().session_given(session));
}
THENAR_EXPORT(close_session) int thenar_close_session(int session) {
  return answered(engine().close_session(session));
}
