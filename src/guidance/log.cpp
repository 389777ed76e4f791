#include "thenar/guidance/log.hpp"

#include <algorithm>

#include "thenar/base/json.hpp"

namespace thenar::guidance {

template <class A>
void describe(A& a, TimedCommand& v) {
  a.required("t_ms", v.t_ms, Range{0, 1e12});
  a.required("command", v.command.command);
  a.optional("value", v.command.value, Range{0, 10});
  a.optional("kind", v.command.kind);
  a.optional("zone", v.command.zone);
  a.optional("answer", v.command.answer);
}

template <class A>
void describe(A& a, Cue& v) {
  a.required("t_ms", v.t_ms, Range{0, 1e12});
  a.required("cue", v.cue);
  a.optional("key", v.key);
  a.optional("parameters", v.parameters);
  a.optional("text", v.text);
  a.optional("interrupts", v.interrupts);
  a.optional("answers", v.answers);
  a.optional("index", v.index);
  a.optional("strength", v.strength, Range{0, 1});
  a.optional("phase", v.phase, Range{0, 1});
  a.optional("remaining_seconds", v.remaining_seconds, Range{0, 1e6});
  a.optional("session_seconds", v.session_seconds, Range{0, 1e6});
}

namespace {

/// A line that only says that time passed.
struct TimeLine {
  std::int64_t t_ms = 0;
};
template <class A>
void describe(A& a, TimeLine& v) {
  a.required("t_ms", v.t_ms, Range{0, 1e12});
}

/// The fields of a cue that its kind uses.
bool uses(CueKind kind, std::string_view field) {
  if (field == "t_ms" || field == "cue") return true;
  const bool stroke = kind == CueKind::beat || kind == CueKind::show;
  if (field == "index" || field == "phase") return stroke;
  if (field == "strength") return kind == CueKind::beat;
  if (field == "remaining_seconds" || field == "session_seconds") return kind == CueKind::show;
  if (field == "answers") return kind == CueKind::ask;
  if (field == "key") return kind != CueKind::show;
  return !stroke && kind != CueKind::chime;
}

bool says_nothing(const Json& value) {
  return value.is_null() || value == Json("") || value == Json(false) || (value.is_object() && value.empty());
}

/// The lines of a text one by one, and every problem with the line it lies in.
class Lines {
 public:
  Lines(std::string_view text, std::string_view file) : rest_(text), file_(file) {}

  bool next(std::string_view& line) {
    if (rest_.empty()) return false;
    ++number_;
    const auto end = rest_.find('\n');
    line = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
    return true;
  }
  void add(Problems found) {
    for (auto& problem : found) {
      problem.place.file = file_;
      problem.place.line = number_;
      problems.push_back(std::move(problem));
    }
  }
  Problems problems;

 private:
  std::string_view rest_;
  std::string_view file_;
  int number_ = 0;
};

/// Reads the lines after the first into a log.
void read_line(const Practice& practice, const Json& json, std::string_view file, Lines& lines,
               SessionLog& log) {
  const auto take = [&](std::int64_t t_ms) {
    if (t_ms < log.reached_ms)
      lines.add({{{{}, 0, "t_ms"},
                  std::to_string(t_ms),
                  "a time not before the line above, " + std::to_string(log.reached_ms),
                  {}}});
    log.reached_ms = std::max(log.reached_ms, t_ms);
  };
  if (json.is_object() && json.contains("cue")) {
    auto cue = read_document<Cue>(json, file, &practice.ids);
    if (!cue) return lines.add(std::move(cue.error()));
    take(cue->t_ms);
    log.cues.push_back(std::move(*cue));
  } else if (json.is_object() && !json.contains("command") && json.size() == 1) {
    auto time = read_document<TimeLine>(json, file, &practice.ids);
    if (!time) return lines.add(std::move(time.error()));
    take(time->t_ms);
  } else {
    auto command = read_command(practice, json, file);
    if (!command) return lines.add(std::move(command.error()));
    take(command->t_ms);
    log.commands.push_back(std::move(*command));
  }
}

void read_plan_line(const Practice& practice, const Json& json, std::string_view file, Lines& lines,
                    SessionLog& log) {
  const auto fault = [&](std::string found) {
    lines.add({{{},
                std::move(found),
                std::string("{\"format\": \"") + kSessionFormat + "\", \"plan\": {…}} as the first line",
                {}}});
  };
  if (!json.is_object() || !json.contains("plan") || !json.contains("format")) return fault("something else");
  if (json["format"] != Json(kSessionFormat)) return fault("format " + to_line(json["format"]));
  if (json.size() != 2) return fault("more fields");
  auto plan = planning::read_plan(practice, json["plan"], file);
  if (!plan) return lines.add(std::move(plan.error()));
  log.plan = std::move(*plan);
}

Loaded<SessionLog> read_lines(const Practice& practice, std::string_view text, std::string_view file,
                              bool with_plan) {
  if (text.size() > kMaxDocumentBytes)
    return tl::unexpected(Problems{{{std::string(file), 0, {}},
                                    std::to_string(text.size()) + " bytes",
                                    "a log of at most " + std::to_string(kMaxDocumentBytes) + " bytes",
                                    "Check that this is the right file"}});
  SessionLog log;
  Lines lines(text, file);
  bool first = with_plan;
  for (std::string_view line; lines.next(line);) {
    auto json = parse_json(line, file);
    if (!json) {
      lines.add({std::move(json.error())});
    } else if (first) {
      read_plan_line(practice, *json, file, lines, log);
    } else {
      read_line(practice, *json, file, lines, log);
    }
    first = false;
  }
  if (first) lines.add({{{}, "nothing", "a session log", {}}});
  if (!lines.problems.empty()) return tl::unexpected(std::move(lines.problems));
  return log;
}

}  // namespace

std::string plan_line(const Practice& practice, const Plan& plan) {
  Json json;
  json["format"] = kSessionFormat;
  json["plan"] = planning::to_document(practice, plan);
  return to_line(json);
}

Json to_document(const Practice& practice, const TimedCommand& command) {
  const Json all = to_json(command, &practice.ids);
  Json json = Json::object();
  for (const auto& item : all.items())
    if (!says_nothing(item.value())) json[item.key()] = item.value();
  return json;
}

std::string command_line(const Practice& practice, const TimedCommand& command) {
  return to_line(to_document(practice, command));
}

std::string cue_line(const Cue& cue) {
  const Json all = to_json(cue, nullptr);
  Json json = Json::object();
  for (const auto& item : all.items())
    if (uses(cue.cue, item.key()) && !says_nothing(item.value())) json[item.key()] = item.value();
  return to_line(json);
}

std::string time_line(std::int64_t t_ms) {
  return to_line(Json{{"t_ms", t_ms}});
}

Loaded<TimedCommand> read_command(const Practice& practice, const Json& json, std::string_view file) {
  return read_document<TimedCommand>(json, file, &practice.ids);
}

Loaded<SessionLog> read_log(const Practice& practice, std::string_view text, std::string_view file) {
  return read_lines(practice, text, file, true);
}

Loaded<std::vector<TimedCommand>> read_script(const Practice& practice, std::string_view text,
                                              std::string_view file) {
  auto log = read_lines(practice, text, file, false);
  if (!log) return tl::unexpected(std::move(log.error()));
  return std::move(log->commands);
}

std::string_view complete_lines(std::string_view text) {
  const auto end = text.rfind('\n');
  return end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
}

Loaded<Session> replay(const Practice& practice, const SessionLog& log) {
  auto session = Session::open(practice, log.plan);
  if (!session) return session;
  for (const auto& command : log.commands) session->give(command);
  session->advance(log.reached_ms);
  return session;
}

}  // namespace thenar::guidance
