#include "thenar/journal/entries.hpp"

#include <algorithm>
#include <cctype>

namespace thenar::journal {
namespace {

constexpr Range kSessionTimes{0, 1e12};

struct Document {
  std::vector<Entry> entries;
};
template <class A>
void describe(A& a, Document& v) {
  a.required("entries", v.entries);
}

bool is_name(const std::string& id) {
  const auto fits = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-'; };
  return id.size() >= 8 && id.size() <= 64 && std::all_of(id.begin(), id.end(), fits);
}

template <class A>
void name(A& a, std::string_view key) {
  std::string id;
  a.required(key, id);
  if (a.is_object() && !is_name(id)) a.fault(key, id, "8 to 64 letters, digits and hyphens");
}

/// The answer to a rule, as a check-in brings it.
struct AnswerOfRule {
  std::string rule;
  Json answer;
};
template <class A>
void describe(A& a, AnswerOfRule& v) {
  a.required("rule", v.rule);
  a.required("answer", v.answer);
}

/// The fields of what happened, by its kind. Only read: what is kept is the document itself.
struct What {};

void read_person(Reader& a) {
  std::string text;
  name(a, "person");
  a.required("name", text);
  if (text.empty() || text.size() > kMaxNameBytes)
    a.fault("name", std::to_string(text.size()) + " bytes",
            "1 to " + std::to_string(kMaxNameBytes) + " bytes");
}
void read_checkin(Reader& a) {
  Json document;
  std::vector<AnswerOfRule> answers;
  name(a, "person");
  name(a, "checkin");
  a.required("document", document);
  a.required("answers", answers);
}
void read_plan(Reader& a) {
  Json document;
  name(a, "person");
  name(a, "plan");
  a.required("document", document);
}
void read_session(Reader& a) {
  name(a, "person");
  name(a, "session");
  name(a, "plan");
}
void read_command(Reader& a) {
  int index = 0;
  std::int64_t t_ms = 0;
  Json command;
  name(a, "session");
  a.required("index", index, Range{0, 100000});
  a.required("t_ms", t_ms, kSessionTimes);
  a.required("command", command);
}
void read_reached(Reader& a) {
  std::int64_t t_ms = 0;
  name(a, "session");
  a.required("t_ms", t_ms, kSessionTimes);
}
void read_ending(Reader& a) {
  Ending ending;
  name(a, "session");
  a.required("ending", ending);
}
void read_next_day(Reader& a) {
  NextDay next_day;
  name(a, "session");
  a.required("next_day", next_day);
}
void read_rating(Reader& a) {
  std::string measure;
  std::optional<Hand> hand;
  Moment moment = Moment::before;
  double value = 0;
  name(a, "session");
  a.required("measure", measure);
  a.optional("hand", hand);
  a.required("moment", moment);
  a.required("value", value, Range{-1e6, 1e6});
}
void read_programme(Reader& a) {
  std::string text;
  Json wishes;
  bool gone = false;
  name(a, "person");
  name(a, "programme");
  a.required("name", text);
  a.required("wishes", wishes);
  a.required("gone", gone);
}
void read_measured(Reader& a) {
  Measured measured;
  name(a, "person");
  a.required("measured", measured);
  if (!is_name(measured.id)) a.fault("measured", measured.id, "an id of 8 to 64 letters, digits and hyphens");
}
void read_erased(Reader& a) {
  name(a, "person");
}

struct KindOf {
  std::string_view word;
  void (*read)(Reader&);
};
constexpr KindOf kKinds[] = {
    {"person", read_person},       {"checkin", read_checkin},   {"plan", read_plan},
    {"session", read_session},     {"command", read_command},   {"reached", read_reached},
    {"ending", read_ending},       {"next_day", read_next_day}, {"rating", read_rating},
    {"programme", read_programme}, {"measured", read_measured}, {"erased", read_erased}};

void describe(Reader& a, What&) {
  std::string kind;
  a.required("kind", kind);
  for (const auto& each : kKinds)
    if (each.word == kind) return each.read(a);
  a.fault(
      "kind", kind,
      "person, checkin, plan, session, command, reached, ending, next_day, rating, programme, measured or "
      "erased");
}

}  // namespace

template <class A>
void describe(A& a, Entry& v) {
  a.required("id", v.id);
  a.required("at", v.at, kTimes);
  a.required("what", v.what);
  if (a.is_object() && !is_name(v.id)) a.fault("id", v.id, "8 to 64 letters, digits and hyphens");
}

Loaded<std::vector<Entry>> read_entries(const Json& document, std::string_view file) {
  auto read = read_document<Document>(document, file, nullptr);
  if (!read) return tl::unexpected(std::move(read.error()));
  Problems problems;
  if (read->entries.size() > kMostEntries)
    problems.push_back({{std::string(file), 0, "entries"},
                        std::to_string(read->entries.size()),
                        "at most " + std::to_string(kMostEntries),
                        "Send the rest afterwards"});
  for (std::size_t i = 0; i < read->entries.size(); ++i) {
    const auto what = read_document<What>(read->entries[i].what, file, nullptr);
    if (what) continue;
    for (Problem problem : what.error()) {
      problem.place.path = "entries[" + std::to_string(i) + "].what" +
                           (problem.place.path.empty() ? "" : "." + problem.place.path);
      problems.push_back(std::move(problem));
    }
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return std::move(read->entries);
}

}  // namespace thenar::journal
