// The exports of thenar_engine.wasm: a coarse C boundary. The caller puts UTF-8 text into memory from
// thenar_alloc, makes a call, and reads the answer at thenar_text() (thenar_text_size() bytes), which holds
// until the next call. A call returns 0 with the document asked for, or 1 with the problems
// (thenar.problems/1); what each takes and gives stands in engine.hpp. A text at address 0 with a size is one
// that was too large to allocate.
#include <cstdlib>

#include "engine.hpp"
#include "thenar/base/json.hpp"

#define THENAR_EXPORT(name) extern "C" __attribute__((export_name("thenar_" #name)))

namespace {

using thenar::web::Answer;
using thenar::web::Engine;

struct Module {
  Engine engine;
  std::string text;
};

Module& module() {
  static Module only;
  return only;
}

int answered(Answer answer) {
  module().text = std::move(answer.text);
  return answer.ok ? 0 : 1;
}

/// Makes a call with the caller's bytes.
template <class Call>
int with_text(const char* text, std::size_t size, Call call) {
  if (text == nullptr && size > 0)
    return answered(thenar::web::refused(
        {{{},
          std::to_string(size) + " bytes",
          "a document of at most " + std::to_string(thenar::kMaxDocumentBytes) + " bytes",
          {}}}));
  return answered(call(std::string_view(text, size)));
}

}  // namespace

/// Memory for a text of `size` bytes, or 0 when no document is that large or there is none left.
THENAR_EXPORT(alloc) void* thenar_alloc(std::size_t size) {
  return size > thenar::kMaxDocumentBytes ? nullptr : std::malloc(size > 0 ? size : 1);
}
THENAR_EXPORT(free) void thenar_free(void* text) {
  std::free(text);
}
THENAR_EXPORT(text) const char* thenar_text() {
  return module().text.data();
}
THENAR_EXPORT(text_size) std::size_t thenar_text_size() {
  return module().text.size();
}

THENAR_EXPORT(load) int thenar_load(const char* text, std::size_t size) {
  return with_text(text, size, [](auto practice) { return module().engine.load(practice); });
}
THENAR_EXPORT(screen) int thenar_screen(const char* text, std::size_t size) {
  return with_text(text, size, [](auto request) { return module().engine.screen(request); });
}
THENAR_EXPORT(plan) int thenar_plan(const char* text, std::size_t size) {
  return with_text(text, size, [](auto request) { return module().engine.plan(request); });
}
THENAR_EXPORT(instance) int thenar_instance(const char* text, std::size_t size) {
  return with_text(text, size, [](auto request) { return module().engine.instance(request); });
}
THENAR_EXPORT(open_session) int thenar_open_session(const char* text, std::size_t size) {
  return with_text(text, size, [](auto plan) { return module().engine.open_session(plan); });
}
THENAR_EXPORT(resume_session) int thenar_resume_session(const char* text, std::size_t size) {
  return with_text(text, size, [](auto log) { return module().engine.resume_session(log); });
}
THENAR_EXPORT(step_session) int thenar_step_session(const char* text, std::size_t size, int session) {
  return with_text(text, size, [=](auto line) { return module().engine.step_session(session, line); });
}
THENAR_EXPORT(session_steps) int thenar_session_steps(int session) {
  return answered(module().engine.session_steps(session));
}
THENAR_EXPORT(session_log) int thenar_session_log(int session) {
  return answered(module().engine.session_log(session));
}
THENAR_EXPORT(close_session) int thenar_close_session(int session) {
  return answered(module().engine.close_session(session));
}
