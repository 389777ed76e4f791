// The conformance set: calls of the web engine as they are answered natively, for the module to answer again.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "web/engine/engine.hpp"
#include "web/outcomes/outcomes.hpp"

namespace thenar::test {

/// Makes calls and writes each as one JSON line: {"about", "call", "input", "session", "ok", "answer"}.
class Recorder {
 public:
  explicit Recorder(const std::string& path);

  /// One call by its name ("plan", "step_session"). `about` says what it is there for.
  web::Answer call(const std::string& about, const std::string& name, const std::string& input = {},
                   int session = 0);

  /// The same call with an answer that something else than the web engine gives too: a difference is a fault.
  void call_expecting(const std::string& about, const std::string& name, const std::string& input,
                      const std::string& expected);

  void fault(const std::string& text);
  /// Everything was written, and nothing was wrong.
  bool good() { return out_.flush().good() && faults_ == 0; }

 private:
  web::Answer answer(const std::string& name, const std::string& input, int session);

  web::Engine engine_;
  web::Outcomes outcomes_;
  std::ofstream out_;
  int faults_ = 0;
};

/// Every programme, every precaution, marks, random people: clearance, plan and instance of each. Returns the
/// plans that can be given, as documents.
std::vector<std::string> record_requests(const Practice& practice, Recorder& recorder);

/// Check-ins answered question by question, of people who are new and of those who were there before.
void record_interviews(Recorder& recorder, const std::vector<std::string>& plans);

/// What was measured, and what came of a month.
void record_outcomes(Recorder& recorder);

/// Sessions with and without commands, each also resumed from its log.
void record_sessions(const Practice& practice, Recorder& recorder, const std::vector<std::string>& plans);

/// Input that is no document, calls in no order, more sessions than there may be.
void record_refusals(Recorder& recorder, const std::string& plan);

/// The export of a journal in which every kind of thing is kept.
std::string journal_export(const std::string& request, const std::string& plan);

}  // namespace thenar::test
