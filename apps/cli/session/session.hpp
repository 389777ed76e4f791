// A session given in the terminal: live display, speech, beat and keys; or played from a script. This header
// is all that the verbs see.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "thenar/guidance/session.hpp"

namespace thenar::cli {

/// How a session is given.
struct SessionOptions {
  bool silent = false;    ///< nothing is spoken
  bool no_sound = false;  ///< no click on the beat
  bool plain = false;     ///< lines instead of a display; also when the output is no terminal or TERM=dumb
  std::string voice;      ///< voice of espeak-ng; empty: that of the language
  int words_per_minute = 150;  ///< of the voice, 80–450
  double speed = 1;            ///< session seconds a second; other than 1 only to try things out
  std::int64_t start_ms =
      0;  ///< session time to go on from: that of the last thing kept; 0 for a new session
};

/// Where a session is kept as it happens. Either may be empty. A failure is shown once, as a warning, and the
/// session goes on.
struct SessionKeeper {
  /// Called with every accepted command before anything of its answer is seen or heard. What it kept is kept.
  std::function<Result<void>(const guidance::TimedCommand&)> command;
  /// Called at least once a second of a running session with its time, so that a session cut off goes on at
  /// the same second.
  std::function<Result<void>(std::int64_t t_ms)> reached;
};

/// Gives a session to a person: display on standard output, keys from standard input, until it is finished,
/// stopped or interrupted. A session that runs already (it was resumed by replaying its log up to start_ms)
/// begins paused. The terminal is put back whatever happens; then the closing sentences are printed, so that
/// they stay on the screen: what to do now after a stop, the aftercare, or how to resume.
/// Returns the exit code: 0 finished or stopped (session.state() says which); 128 + signal number when
/// SIGINT, SIGTERM, SIGHUP or a closed terminal (as SIGHUP) interrupted it; 4 when the input ended before the
/// session.
int give_session(const Practice& practice, guidance::Session& session, const SessionKeeper& keeper,
                 const SessionOptions& options);

/// Plays commands at their session times and writes every cue to `out` as one JSON line
/// (thenar.session/1), to the end of the session, or for as long as something is due when nobody answers.
/// A script without a start starts at 0. `fast` does not wait; otherwise it takes the time the session takes.
/// No terminal, speech or sound. Returns 0; 128 + signal number when interrupted; 4 when `out` fails or the
/// keeper does.
int play_script(guidance::Session& session, const std::vector<guidance::TimedCommand>& script, bool fast,
                const SessionKeeper& keeper, std::ostream& out);

}  // namespace thenar::cli
