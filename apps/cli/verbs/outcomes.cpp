// thenar outcomes | report | remind: what changed, on the screen, as a page or a table, and a calendar of
// reminders.
#include <algorithm>
#include <array>

#include "cli/explain.hpp"
#include "cli/io.hpp"
#include "cli/page.hpp"
#include "cli/people.hpp"
#include "cli/requests.hpp"
#include "cli/verbs/items.hpp"
#include "cli/verbs/verbs.hpp"
#include "thenar/outcomes/pdf.hpp"
#include "thenar/outcomes/reminders.hpp"
#include "thenar/outcomes/tables.hpp"
#include "thenar/outcomes/words.hpp"

namespace thenar::cli {
namespace {

constexpr std::size_t kSeedBytes = 8;  // of the ids of a bundle
constexpr std::size_t kUidBytes = 16;

struct OutcomeOptions {
  std::string person;
  int weeks = -1;  ///< below 0: as the practice says
  std::vector<std::string> items;
  std::string output = "-";
  std::string format;
  std::string plan;
  bool json = false;
};

/// The person's record, with the items of the files that were named.
Outcome<outcomes::Record> record_of(const Globals& globals, const Practice& practice,
                                    const OutcomeOptions& options) {
  const auto kept = open_journal(globals);
  if (!kept) return tl::unexpected(kept.error());
  const auto person = person_or_default(**kept, options.person);
  if (!person) return tl::unexpected(person.error());
  const auto now = now_ms();
  const int weeks = options.weeks < 0 ? practice.outcomes.weeks : options.weeks;
  auto record = outcomes::record_from(**kept, *person, now, utc_offset_minutes, weeks);
  if (!record) return not_readable(record.error());
  for (const auto& path : options.items) {
    auto items = read_items_of(practice, path);
    if (!items) return tl::unexpected(items.error());
    record->items.push_back(std::move(*items));
  }
  return std::move(*record);
}

std::string on_screen(const Practice& practice, const outcomes::Outcomes& all) {
  const auto heading = [](const std::string& text) {
    return "\n" + text + "\n" + std::string(static_cast<std::size_t>(width_of(text)), '-') + "\n";
  };
  const auto title = practice.say("outcomes.title");
  std::string text = title + "\n" + std::string(static_cast<std::size_t>(width_of(title)), '=') + "\n";
  text += wrapped(fill(practice.say("outcomes.history"),
                       {{"from", outcomes::day_in_words(all.from, all.utc_offset_minutes)},
                        {"to", outcomes::day_in_words(all.to, all.utc_offset_minutes)}}));
  for (const auto& line : outcomes::summary_in_words(practice, all)) text += wrapped(line);
  for (const auto& line : outcomes::dose_in_words(practice, all.done)) text += wrapped(line);
  for (const auto& each : all.measures) {
    text +=
        heading(outcomes::title_in_words(practice, each.series.measure, each.series.hand, each.series.site));
    for (const auto& line : outcomes::sentences(practice, each)) text += wrapped(line, "  - ", "    ");
  }
  if (!all.measures.empty()) text += "\n" + wrapped(practice.say("outcomes.no_cause"));
  for (const auto& each : all.unscored) text += wrapped(each.id.substr(0, 8) + ": " + to_text(each.problem));
  return text;
}

int show_outcomes(const Globals& globals, const OutcomeOptions& options) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  const auto record = record_of(globals, *practice, options);
  if (!record) return report(record.error());
  const auto all = outcomes::outcomes_of(*practice, *record);
  return finish_with(options.output, options.json ? to_pretty(outcomes::to_document(*practice, all))
                                                  : on_screen(*practice, all));
}

/// The format that was named, or that the end of the file's name says; a page on standard output.
Outcome<std::string> format_of(const OutcomeOptions& options) {
  if (!options.format.empty()) return options.format;
  for (const auto& [end, format] :
       {std::pair{".pdf", "pdf"}, {".csv", "csv"}, {".fhir.json", "fhir"}, {".json", "json"}})
    if (options.output.ends_with(end)) return format;
  if (options.output == "-") return "pdf";
  return tl::unexpected(Failure{kUsage,
                                {Problem{{{}, 0, "--output"},
                                         "\"" + options.output + "\"",
                                         "a name that ends with .pdf, .csv, .json or .fhir.json",
                                         "Or say which with --format"}}});
}

int finish(const std::string& output, const Result<std::string>& bytes) {
  return bytes ? finish_with(output, *bytes) : report({kNotReadable, {bytes.error()}});
}

int make_report(const Globals& globals, const OutcomeOptions& options) {
  const auto format = format_of(options);
  if (!format) return report(format.error());
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  if (!options.plan.empty()) {
    if (*format != "pdf")
      return report({kUsage, {Problem{{{}, 0, "--plan"}, *format, "pdf: a plan is a page", {}}}});
    const auto plan = plan_of(*practice, options.plan);
    if (!plan) return report(plan.error());
    if (plan->steps.empty())
      return finish_with("-", plan_in_words(*practice, *plan, emergency_call(*practice)), kRefused);
    return finish(options.output, outcomes::plan_pdf(*practice, *plan));
  }
  const auto record = record_of(globals, *practice, options);
  if (!record) return report(record.error());
  if (*format == "csv") return finish_with(options.output, outcomes::csv_of(*practice, *record));
  if (*format == "fhir")
    return finish_with(options.output,
                       to_pretty(outcomes::fhir_of(*practice, *record, random_digits(kSeedBytes))));
  const auto all = outcomes::outcomes_of(*practice, *record);
  if (*format == "json") return finish_with(options.output, to_pretty(outcomes::to_document(*practice, all)));
  return finish(options.output, outcomes::report_pdf(*practice, all));
}

struct RemindOptions {
  outcomes::Reminders reminders;
  std::string time = "18:00";
  std::vector<std::string> days;
  std::string output = "-";
};

constexpr std::array<const char*, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

int remind(const Globals& globals, RemindOptions options) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  const auto now = now_ms();
  auto& reminders = options.reminders;
  if (reminders.first_day.empty()) reminders.first_day = outcomes::day_in_words(now, utc_offset_minutes(now));
  reminders.uid = random_digits(kUidBytes);
  reminders.made_at = now;
  reminders.hour = std::stoi(options.time.substr(0, 2));
  reminders.minute = std::stoi(options.time.substr(3));
  for (std::size_t day = 0; day < kDays.size(); ++day)
    if (std::find(options.days.begin(), options.days.end(), kDays[day]) != options.days.end())
      reminders.weekdays.push_back(static_cast<int>(day));
  const auto calendar = outcomes::reminders_ics(*practice, reminders);
  if (!calendar) return report({kInputWrong, {calendar.error()}});
  return finish_with(options.output, *calendar);
}

std::string not_a_time(const std::string& text) {
  const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
  const bool shaped = text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4);
  if (shaped && std::stoi(text) < 24 && std::stoi(text.substr(3)) < 60) return {};
  return "found \"" + text + "\", expected a time, as 18:30";
}

void add_common(CLI::App& verb, OutcomeOptions& options) {
  verb.add_option("--person", options.person, "Of this person instead of the usual one")->type_name("NAME");
  verb.add_option("--weeks", options.weeks, "How many weeks back; 0: from the beginning")
      ->check(CLI::Range(0, 5200))
      ->type_name("N");
  verb.add_option("--items", options.items,
                  "Items of a measure (thenar.items/1), as often as there are files")
      ->type_name("FILE");
}

}  // namespace

Outcome<outcomes::Items> read_items_of(const Practice& practice, const std::string& path) {
  const auto text = read_text(path);
  if (!text) return tl::unexpected(text.error());
  const auto json = parse_json(*text, path);
  if (!json) return input_wrong({json.error()});
  auto items = outcomes::read_items(practice, *json, path);
  if (!items) return input_wrong(std::move(items.error()));
  return std::move(*items);
}

void add_outcomes(CLI::App& app, Verb& chosen) {
  auto options = std::make_shared<OutcomeOptions>();
  auto* verb =
      app.add_subcommand("outcomes", "Did it help? What was done, what changed, and how sure that is");
  add_common(*verb, *options);
  verb->add_flag("--json", options->json, "As JSON (thenar.outcomes/1)");
  verb->add_option("-o,--output", options->output, "Write to a file instead of standard output")
      ->type_name("FILE");
  verb->callback([options, &chosen] {
    chosen = [options](const Globals& globals) { return show_outcomes(globals, *options); };
  });
}

void add_report(CLI::App& app, Verb& chosen) {
  auto options = std::make_shared<OutcomeOptions>();
  auto* verb = app.add_subcommand(
      "report", "Outcomes on one page for a visit (PDF), as CSV, JSON or FHIR; or a plan to print");
  add_common(*verb, *options);
  verb->add_option("--plan", options->plan,
                   "A plan (thenar.plan/1) to be given from paper, instead of outcomes")
      ->type_name("PLAN");
  verb->add_option("--format", options->format,
                   "pdf, csv, json or fhir; usually what the file's name ends with")
      ->check(CLI::IsMember({"pdf", "csv", "json", "fhir"}))
      ->type_name("FORMAT");
  verb->add_option("-o,--output", options->output, "The file to write")->required()->type_name("FILE");
  verb->callback([options, &chosen] {
    chosen = [options](const Globals& globals) { return make_report(globals, *options); };
  });
}

void add_remind(CLI::App& app, Verb& chosen) {
  auto options = std::make_shared<RemindOptions>();
  auto* verb = app.add_subcommand("remind", "Reminders for a calendar (.ics)");
  verb->add_option("--at", options->time, "Time of day, usually 18:00")
      ->check(not_a_time)
      ->type_name("HH:MM");
  verb->add_option("--days", options->days, "Days of the week, as mon,wed,fri; without them every day")
      ->delimiter(',')
      ->check(CLI::IsMember(std::vector<std::string>(kDays.begin(), kDays.end())))
      ->type_name("DAYS");
  verb->add_option("--weeks", options->reminders.weeks, "For how many weeks, 1 to 52, usually 4")
      ->check(CLI::Range(1, 52))
      ->type_name("N");
  verb->add_option("--from", options->reminders.first_day, "First day, as 2026-11-30; usually today")
      ->type_name("DAY");
  verb->add_option("-o,--output", options->output, "Write to a file instead of standard output")
      ->type_name("FILE");
  verb->callback([options, &chosen] {
    chosen = [options](const Globals& globals) { return remind(globals, *options); };
  });
}

}  // namespace thenar::cli
