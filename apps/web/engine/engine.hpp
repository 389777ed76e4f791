// The engine as one object with text in and text out: what the exports of the WebAssembly module call. Pure
// C++ without exceptions, so that the same file also runs natively and both can be compared byte for byte.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "../boundary/answer.hpp"
#include "thenar/guidance/session.hpp"

namespace thenar::web {

/// How many sessions can be open at once; a page gives one.
inline constexpr std::size_t kMaxSessions = 16;

/// Holds a practice and the sessions being given. Every call takes any bytes at any time: what makes no sense
/// is answered with problems. Times are milliseconds since a session was opened.
class Engine {
 public:
  /// Takes a practice document (thenar.practice/1), checked whole; with an empty text the built-in one; with
  /// words of a language (thenar.words/1) the built-in one in that language.
  /// Sessions that are open keep the practice they began with. Gives {"version", "reviewed_by"}.
  Answer load(std::string_view practice_json);

  /// The practice that was loaded, as its document.
  Answer practice() const;

  /// Request (thenar.request/1) to clearance (thenar.clearance/1).
  Answer screen(std::string_view request) const;
  /// Request to plan (thenar.plan/1); a refusal is a plan without steps and with advice.
  Answer plan(std::string_view request) const;
  /// Request to the optimisation inside its plan, and the solution (thenar.instance/1).
  Answer instance(std::string_view request) const;

  /// A plan in words: {"title", "summary", "changes": what precautions change, "steps": [as StepWords],
  /// "evidence", "left_out"}.
  Answer explain(std::string_view plan) const;

  /// A check-in so far (thenar.interview/1) to what is said and asked next, or to the request that it gives:
  /// {"said", "question"} or {"said", "done"}. See interview::next_question.
  Answer next_question(std::string_view interview) const;

  /// What was kept of a person (thenar.kept/1) to what is known of them before a check-in. See
  /// interview::recall_document.
  Answer recall(std::string_view kept) const;

  /// How the time after a massage was, {"soreness_hours", "extra_pain_hours"}, to {"lasted_long"}: whether it
  /// was too much (A01).
  Answer aftermath(std::string_view hours) const;

  /// Opens the session of a plan (thenar.plan/1). Gives {"session", "reached_ms", "state"}: the number that
  /// the other calls want, and where it stands.
  Answer open_session(std::string_view plan);
  /// Opens a session again from its log (thenar.session/1), at the time of the log's last line. A last line
  /// that was cut off while it was written does not count.
  Answer resume_session(std::string_view log);
  /// One line of a log: {"t_ms"} lets time pass, {"t_ms", "command", …} gives a command. Gives
  /// {"cues": […], "state": {…}} with everything that was due up to then.
  Answer step_session(std::int32_t session, std::string_view line);
  /// What a session would answer up to a time {"t_ms"} if nobody said anything meanwhile. It stays where it
  /// is: sound can be put on its clock long before it is due. Gives {"cues": […]}.
  Answer session_ahead(std::int32_t session, std::string_view line) const;
  /// The steps as they are now: done, current, to come, and each in words. Gives {"steps": […], "words":
  /// […]}.
  Answer session_steps(std::int32_t session) const;
  /// The log so far (thenar.session/1): plan, commands, time reached; resume_session takes it.
  Answer session_log(std::int32_t session) const;
  /// What was really given so far, as thenar.journal/1 keeps it: seconds by hand, technique and zone, zones
  /// that were stopped, trigger points that were pressed.
  Answer session_given(std::int32_t session) const;
  /// Forgets a session. Gives {"session"}.
  Answer close_session(std::int32_t session);

 private:
  struct Open {
    std::shared_ptr<const Practice> practice;  // declared first: it outlives the session
    guidance::Session session;
    std::int64_t reached_ms = 0;
  };

  /// Reads a document and gives what `give` makes of it.
  Answer of_document(std::string_view text, const char* file,
                     Loaded<Json> (*give)(const Practice&, const Json&, std::string_view)) const;
  /// Reads a request and gives what `give` makes of it.
  Answer of_request(std::string_view text, Json (*give)(const Practice&, const Request&)) const;
  Answer keep(Loaded<guidance::Session> session, std::int64_t reached_ms);

  std::shared_ptr<const Practice> practice_;
  std::string own_;  ///< its document; empty: the built-in one
  std::map<std::int32_t, Open> sessions_;
  std::int32_t last_session_ = 0;
};

}  // namespace thenar::web
