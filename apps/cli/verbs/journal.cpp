// thenar journal list | show | export | erase.
#include <fmt/format.h>

#include <charconv>

#include "cli/conversation.hpp"
#include "cli/giving.hpp"
#include "cli/io.hpp"
#include "cli/json_words.hpp"
#include "cli/lines.hpp"
#include "cli/page.hpp"
#include "cli/people.hpp"
#include "cli/verbs/verbs.hpp"
#include "thenar/journal/export.hpp"
#include "thenar/journal/sqlite.hpp"

namespace thenar::cli {
namespace {

using journal::Journal;

struct JournalOptions {
  std::string person;
  std::string session;
  std::string csv;
  std::string output = "-";
  bool json = false;
  bool yes = false;
};

std::string ending_of(const journal::Session& session) {
  return session.ending ? std::string(word(session.ending->how)) : "interrupted";
}

std::string session_line(const Practice& practice, Journal& kept, const journal::Person& person,
                         const journal::Session& session) {
  const auto ending = session.ending ? *session.ending : ending_so_far(practice, kept, session);
  const auto& seconds = ending.given.seconds;
  return fmt::format("{:>5}  {}  {}  {}  left {}, right {}\n", static_cast<std::int64_t>(session.id),
                     local_time(session.started_at), padded(person.name, 16), padded(ending_of(session), 11),
                     clock_time(seconds.left), clock_time(seconds.right));
}

int list(const Practice& practice, Journal& kept, const JournalOptions& options) {
  const auto person = find_person(kept, options.person);
  if (!person) return report(person.error());
  if (options.json) {
    const auto document = journal::export_json(kept, *person ? std::optional((*person)->id) : std::nullopt);
    if (!document) return report({kNotReadable, {document.error()}});
    return finish_with("-", to_pretty(*document));
  }
  const auto people = kept.people();
  if (!people) return report({kNotReadable, {people.error()}});
  std::string out;
  for (const auto& each : *people) {
    if (*person && (*person)->id != each.id) continue;
    const auto sessions = kept.sessions(each.id);
    if (!sessions) return report({kNotReadable, {sessions.error()}});
    for (const auto& session : *sessions) out += session_line(practice, kept, each, session);
    if (sessions->empty()) out += each.name + ": no session yet\n";
  }
  return finish_with("-", out.empty() ? "Nothing is kept yet.\n" : out);
}

/// A session with its plan, commands and ratings as one object.
Result<Json> whole_session(Journal& kept, journal::SessionId id) {
  const auto session = kept.session(id);
  if (!session) return tl::unexpected(session.error());
  const auto plan = kept.plan(session->plan);
  if (!plan) return tl::unexpected(plan.error());
  const auto commands = kept.commands(id);
  if (!commands) return tl::unexpected(commands.error());
  const auto ratings = kept.ratings(id);
  if (!ratings) return tl::unexpected(ratings.error());
  Json out = {{"session", static_cast<std::int64_t>(id)},
              {"started", local_time(session->started_at)},
              {"ended", session->ending ? Json(local_time(session->ending->at)) : Json()},
              {"how", ending_of(*session)},
              {"rule", session->ending ? Json(session->ending->rule) : Json()},
              {"given", session->ending ? to_json(session->ending->given, nullptr) : Json()}};
  out["ratings"] = Json::array();
  for (const auto& each : *ratings)
    out["ratings"].push_back({{"measure", each.measure},
                              {"hand", each.hand ? Json(word(*each.hand)) : Json()},
                              {"moment", word(each.moment)},
                              {"value", each.value}});
  out["commands"] = Json::array();
  for (const auto& each : *commands) out["commands"].push_back(each.command);
  out["plan"] = plan->document;
  return out;
}

/// Names instead of the ids of a kind, times as on a clock; what got no time is left out.
Json named_times(const Practice& practice, const char* kind, const Json& seconds) {
  Json out = Json::object();
  for (const auto& item : seconds.items())
    if (const int time = item.value().get<int>(); time > 0)
      out[practice.say(std::string(kind) + "." + item.key() + ".name")] = clock_time(time);
  return out;
}

Json named(const Practice& practice, const char* kind, const Json& ids) {
  Json out = Json::array();
  for (const auto& id : ids)
    out.push_back(practice.say(std::string(kind) + "." + id.get<std::string>() + ".name"));
  return out;
}

/// A whole session as a person reads it: names and times. The commands, which are for programs, are left out.
Json session_in_words(const Practice& practice, const Json& whole) {
  Json out = whole;
  out.erase("plan");
  out.erase("commands");
  if (whole["rule"].is_string() && !whole["rule"].get_ref<const std::string&>().empty())
    out["rule"] = practice.say("session_rule." + whole["rule"].get<std::string>() + ".name");
  if (!whole["given"].is_object()) return out;
  auto& given = out["given"];
  for (const auto* hand : {"left", "right"}) {
    given["seconds"][hand] = clock_time(given["seconds"][hand].get<int>());
    given["by_technique"][hand] = named_times(practice, "technique", given["by_technique"][hand]);
    given["stopped_zones"][hand] = named(practice, "zone", given["stopped_zones"][hand]);
    given["trigger_points"][hand] = named(practice, "point", given["trigger_points"][hand]);
  }
  std::map<std::string, std::string> titles{{"seconds", "time"},
                                            {"by_technique", "by technique"},
                                            {"stopped_zones", "left out"},
                                            {"trigger_points", "points pressed"},
                                            {"numb_stop", "numbness stopped it"}};
  Json titled = Json::object();
  for (const auto& [key, title] : titles) titled[title] = given[key];
  given = std::move(titled);
  return out;
}

int show(const Practice& practice, Journal& kept, const JournalOptions& options) {
  std::int64_t id = 0;
  const auto& text = options.session;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size())
    return report(
        {kInputWrong,
         {Problem{{}, "\"" + text + "\"", "the number of a session", "thenar journal list shows them"}}});
  auto whole = whole_session(kept, journal::SessionId(id));
  if (!whole) return report({kInputWrong, {whole.error()}});
  if (options.json) return finish_with("-", to_pretty(*whole));
  const auto session = kept.session(journal::SessionId(id));
  if (session && !session->ending)
    (*whole)["given"] = to_json(ending_so_far(practice, kept, *session).given, nullptr);
  return finish_with("-", object_in_words(session_in_words(practice, *whole)));
}

int export_all(const Practice&, Journal& kept, const JournalOptions& options) {
  const auto person = find_person(kept, options.person);
  if (!person) return report(person.error());
  const auto whose = *person ? std::optional((*person)->id) : std::nullopt;
  Result<std::string> text;
  if (options.csv.empty()) {
    text = journal::export_json(kept, whose).map([](const Json& json) { return to_pretty(json); });
  } else {
    text = options.csv == "sessions" ? journal::export_sessions_csv(kept, whose)
                                     : journal::export_ratings_csv(kept, whose);
  }
  if (!text) return report({kNotReadable, {text.error()}});
  return finish_with(options.output, *text);
}

bool confirmed(const std::string& what) {
  warn(what + "\nThis cannot be undone. Type erase to go on: ");
  const auto line = read_line_of(0);
  if (line && *line == "erase") return true;
  warn("Nothing was erased.\n");
  return false;
}

int erase(const Globals& globals, const JournalOptions& options) {
  const auto path = journal_path(globals);
  if (!path) return report(path.error());
  if (options.person.empty()) {
    if (!options.yes && !confirmed("Everything in " + *path + " will be erased.")) return kInputWrong;
    const auto erased = journal::erase_files(*path);
    if (!erased) return report({kNotReadable, {erased.error()}});
    return finish_with("-", "Everything was erased.\n");
  }
  const auto kept = open_journal(globals);
  if (!kept) return report(kept.error());
  const auto person = find_person(**kept, options.person);
  if (!person) return report(person.error());
  if (!options.yes && !confirmed("Everything of " + options.person + " in " + *path + " will be erased."))
    return kInputWrong;
  const auto erased = (*kept)->erase_person((*person)->id);
  if (!erased) return report({kNotReadable, {erased.error()}});
  return finish_with("-", "Everything of " + options.person + " was erased.\n");
}

using OnJournal = int (*)(const Practice&, Journal&, const JournalOptions&);

CLI::App* add_below(CLI::App& verb, Verb& chosen, const std::shared_ptr<JournalOptions>& options,
                    const char* name, const char* help, OnJournal act) {
  auto* below = verb.add_subcommand(name, help);
  below->callback([options, act, &chosen] {
    chosen = [options, act](const Globals& globals) {
      const auto practice = load_practice(globals);
      if (!practice) return report(practice.error());
      const auto kept = open_journal(globals);
      return kept ? act(*practice, **kept, *options) : report(kept.error());
    };
  });
  return below;
}

}  // namespace

void add_journal(CLI::App& app, Verb& chosen) {
  auto* verb = app.add_subcommand("journal", "What is kept of your massages");
  verb->require_subcommand(1);
  auto options = std::make_shared<JournalOptions>();
  const auto add_person = [&](CLI::App* to) {
    to->add_option("--person", options->person, "Only of this person")->type_name("NAME");
  };

  auto* below = add_below(*verb, chosen, options, "list", "List the sessions", list);
  add_person(below);
  below->add_flag("--json", options->json, "As JSON");

  below = add_below(*verb, chosen, options, "show", "Show one session", show);
  below->add_option("ID", options->session, "Its number, as journal list shows it")
      ->required()
      ->option_text(" ");
  below->add_flag("--json", options->json, "As JSON, with its plan");

  below =
      add_below(*verb, chosen, options, "export", "Export everything as JSON, or a table as CSV", export_all);
  add_person(below);
  below->add_option("--csv", options->csv, "A table as CSV: sessions or ratings")
      ->check(CLI::IsMember({"sessions", "ratings"}))
      ->type_name("TABLE");
  below
      ->add_option("-o,--output", options->output,
                   "Write to a file, whole or not at all, instead of standard output")
      ->type_name("FILE");

  below = verb->add_subcommand("erase", "Erase everything, or everything of one person");
  add_person(below);
  below->add_flag("--yes", options->yes, "Without asking");
  below->callback([options, &chosen] {
    chosen = [options](const Globals& globals) { return erase(globals, *options); };
  });
}

}  // namespace thenar::cli
