// The session log (thenar.session/1), one JSON object a line: first the plan, then what was said to the
// session and what it answered. With the plan, the commands are the whole session.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/result.hpp"
#include "thenar/guidance/session.hpp"

namespace thenar::guidance {

inline constexpr const char* kSessionFormat = "thenar.session/1";

/// A log as read: lines in any mixture of
///   {"format": "thenar.session/1", "plan": {…}}                               the first line, once
///   {"t_ms": 12500, "command": "hurts", "value": 6, "kind": "sharp"}          what was said
///   {"t_ms": 12500, "cue": "say", "key": …, "text": …}                        what was answered
///   {"t_ms": 13000}                                                           time passed
/// Times never decrease.
struct SessionLog {
  Plan plan;
  std::vector<TimedCommand> commands;
  std::vector<Cue> cues;
  std::int64_t reached_ms = 0;  ///< the time of the last line
};

/// The lines of a log, without the newline that ends each.
std::string plan_line(const Practice& practice, const Plan& plan);
std::string command_line(const Practice& practice, const TimedCommand& command);
std::string cue_line(const Cue& cue);
std::string time_line(std::int64_t t_ms);

/// One command as its JSON object, and back; unknown fields, words and zones are refused with their path.
Json to_document(const Practice& practice, const TimedCommand& command);
Loaded<TimedCommand> read_command(const Practice& practice, const Json& json, std::string_view file);

/// Reads a log strictly; every problem carries its line. A last line that was cut off (a crash while it was
/// written) is refused like any other: see complete_lines.
Loaded<SessionLog> read_log(const Practice& practice, std::string_view text, std::string_view file);

/// Reads a script: a log without its first line.
Loaded<std::vector<TimedCommand>> read_script(const Practice& practice, std::string_view text,
                                              std::string_view file);

/// The part of a text up to its last newline.
std::string_view complete_lines(std::string_view text);

/// Opens the session and gives every command at its time, then lets time pass to the end of the log: the same
/// states and cues as then. To go on after an interruption, pause it there and resume when the person is
/// back.
Loaded<Session> replay(const Practice& practice, const SessionLog& log);

}  // namespace thenar::guidance
