// thenar measure: notes something measured, corrects it, lists it.
#include <charconv>

#include "cli/io.hpp"
#include "cli/page.hpp"
#include "cli/people.hpp"
#include "cli/verbs/items.hpp"
#include "cli/verbs/verbs.hpp"
#include "thenar/base/csv.hpp"
#include "thenar/journal/time.hpp"
#include "thenar/outcomes/words.hpp"

namespace thenar::cli {
namespace {

struct MeasureOptions {
  std::string person;
  std::string measure;
  std::vector<std::string> values;
  std::string hand;
  std::string site;
  std::string unit;
  std::string at;
  std::string corrects;
  std::string withdraw;
  std::string items;
  bool by_another = false;
  int age = -1;
  std::string sex;
};

constexpr std::size_t kIdBytes = 16;  // an id of its own for ever

/// "7", "7.5"; "-" is a value that is left out.
Outcome<std::vector<std::optional<double>>> numbers_of(const std::vector<std::string>& texts) {
  std::vector<std::optional<double>> values;
  for (const auto& text : texts) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text == "-") {
      values.emplace_back();
    } else if (error == std::errc() && end == text.data() + text.size()) {
      values.emplace_back(value);
    } else {
      return input_wrong({Problem{{{}, 0, "values[" + std::to_string(values.size()) + "]"},
                                  "\"" + text + "\"",
                                  "a number, or - for one that is left out",
                                  {}}});
    }
  }
  return values;
}

/// "2026-11-29 18:30" on the local clock; empty: now. What mktime would move to another time is refused: a
/// day that its month does not have, an hour that a change of the clock left out.
Outcome<journal::TimeMs> time_of(const std::string& text) {
  if (text.empty()) return now_ms();
  const auto wrong = [&](const char* expected) {
    return input_wrong({Problem{{{}, 0, "--at"}, "\"" + text + "\"", expected, {}}});
  };
  std::tm typed{};
  const char* end = ::strptime(text.c_str(), "%Y-%m-%d %H:%M", &typed);
  auto there = typed;
  there.tm_isdst = -1;
  const auto seconds = end != nullptr && *end == '\0' ? std::mktime(&there) : std::time_t{-1};
  if (seconds < 0 || seconds * 1000 > now_ms()) return wrong("a time that is past, as 2026-11-29 18:30");
  if (there.tm_mday != typed.tm_mday || there.tm_hour != typed.tm_hour || there.tm_min != typed.tm_min)
    return wrong("a day of its month, and a time that the local clock had on it");
  return seconds * 1000;
}

/// The unit that was typed, or that of the measure, in the language of the practice.
std::string unit_of(const Practice& practice, const Measure& measure, const std::string& typed) {
  return typed.empty() || typed == measure.unit ? outcomes::unit_in_words(practice, measure) : typed;
}

std::string line_of(const Practice& practice, const journal::Measured& measured) {
  std::string values;
  for (const auto& value : measured.values)
    values += (values.empty() ? "" : " ") + (value ? decimal(*value) : "-");
  const auto id = practice.ids.measures.find(measured.measure);
  const auto title =
      id.valid() ? outcomes::title_in_words(practice, id, measured.hand, measured.site) : measured.measure;
  const auto unit = id.valid() ? unit_of(practice, practice.at(id), measured.unit) : measured.unit;
  return local_time(measured.at) + "  " + title + ": " + values + " " + unit + "  [" +
         measured.id.substr(0, 8) + "]" + (measured.withdrawn ? ", withdrawn" : "") +
         (measured.corrects.empty() ? "" : ", in place of " + measured.corrects.substr(0, 8)) + "\n";
}

int list(const Practice& practice, journal::Journal& kept, const journal::Person& person) {
  const auto measured = kept.measured(person.id);
  if (!measured) return report({kNotReadable, {measured.error()}});
  std::string text;
  for (const auto& each : *measured) text += line_of(practice, each);
  return finish_with("-",
                     text.empty() ? "Nothing was measured yet. thenar measures lists what can be.\n" : text);
}

/// The measurement whose id begins so, to be corrected or taken back: only the last correction still counts.
Outcome<journal::Measured> earlier(journal::Journal& kept, const journal::Person& person,
                                   const std::string& id) {
  const auto wrong = [&](const std::string& found, std::string expected) {
    return input_wrong(
        {Problem{{}, "the id " + id + found, std::move(expected), "thenar measure lists them"}});
  };
  const auto measured = kept.measured(person.id);
  if (!measured) return not_readable(measured.error());
  const journal::Measured* found = nullptr;
  for (const auto& each : *measured) {
    if (!each.id.starts_with(id)) continue;
    if (found != nullptr) return wrong("", "more of it: several begin so");
    found = &each;
  }
  if (found == nullptr) return wrong("", "that of something measured");
  const auto& newest = *outcomes::last_noted(*measured)[static_cast<std::size_t>(found - measured->data())];
  if (&newest != found)
    return wrong(", of one that was " + std::string(newest.withdrawn ? "withdrawn" : "corrected"),
                 "the last that took its place: " + newest.id.substr(0, 8));
  return *found;
}

std::string scored(const Practice& practice, const outcomes::Measurement& measurement,
                   const outcomes::Items* items) {
  const auto& measure = practice.at(measurement.measure);
  const auto value = outcomes::score(measure, measurement.values, items);
  if (!value)
    return measure.scoring == Scoring::grid
               ? ""
               : wrapped("Kept, but without a score: " + to_text(value.error()) +
                         " Correct it with --corrects " + measurement.id.substr(0, 8) + ".");
  return outcomes::title_in_words(practice, measurement.measure, measurement.hand, measurement.site) + ": " +
         outcomes::number_in_words(practice, *value, outcomes::decimals_of(measure)) + " " +
         outcomes::unit_in_words(practice, measure) + "\n" +
         wrapped(practice.say("measure." + measure.id + ".scoring"));
}

/// That something never was, whatever it says: also what this practice does not understand.
Outcome<journal::Measured> withdrawal_of(journal::Journal& kept, const journal::Person& person,
                                         const MeasureOptions& options) {
  auto first = earlier(kept, person, options.withdraw);
  if (!first) return tl::unexpected(first.error());
  if (first->withdrawn)
    return input_wrong({Problem{{}, "the id " + options.withdraw, "one that is not withdrawn already", {}}});
  first->withdrawn = true;
  first->corrects = first->id;
  first->id = random_digits(kIdBytes);
  first->noted_at = now_ms();
  return std::move(*first);
}

/// In place of an earlier one of the same measure: what is not said anew is as it was.
Outcome<void> correct(journal::Measured& measured, const journal::Measured& first,
                      const MeasureOptions& options) {
  if (measured.measure != first.measure)
    return input_wrong({Problem{{{}, 0, "MEASURE"},
                                measured.measure.empty() ? "none" : "\"" + measured.measure + "\"",
                                "\"" + first.measure + "\", as the one that is corrected, and its values",
                                "What was of another measure is withdrawn, and noted anew"}});
  measured.corrects = first.id;
  if (options.hand.empty()) measured.hand = first.hand;
  if (options.site.empty()) measured.site = first.site;
  if (options.unit.empty()) measured.unit = first.unit;
  if (!options.by_another) measured.by_another = first.by_another;
  if (options.at.empty()) {
    measured.at = first.at;
    measured.utc_offset_minutes = first.utc_offset_minutes;
  }
  return {};
}

Outcome<journal::Measured> measured_of(journal::Journal& kept, const journal::Person& person,
                                       const MeasureOptions& options) {
  journal::Measured measured;
  measured.id = random_digits(kIdBytes);
  measured.measure = options.measure;
  if (!options.hand.empty()) measured.hand = options.hand == "left" ? Hand::left : Hand::right;
  measured.site = options.site;
  measured.unit = options.unit;
  measured.by_another = options.by_another;
  const auto at = time_of(options.at);
  if (!at) return tl::unexpected(at.error());
  measured.at = *at;
  measured.utc_offset_minutes = utc_offset_minutes(measured.at);
  measured.noted_at = now_ms();
  if (!options.corrects.empty()) {
    const auto first = earlier(kept, person, options.corrects);
    if (!first) return tl::unexpected(first.error());
    if (auto corrected = correct(measured, *first, options); !corrected)
      return tl::unexpected(std::move(corrected.error()));
  }
  auto values = numbers_of(options.values);
  if (!values) return tl::unexpected(values.error());
  measured.values = std::move(*values);
  return measured;
}

/// What was measured, as this practice understands it; nobody takes what is counted from the sessions.
Outcome<outcomes::Measurement> taken(const Practice& practice, const journal::Measured& measured) {
  auto read = outcomes::understood(practice, measured, {});
  if (!read) return input_wrong(std::move(read.error()));
  const auto& measure = practice.at(read->measure);
  if (outcomes::is_counted(measure))
    return input_wrong({Problem{{{}, 0, "measure"},
                                "\"" + measure.id + "\"",
                                "a measure that somebody takes",
                                "Massages and what went wrong in them are counted: thenar outcomes"}});
  return std::move(*read);
}

/// The items that were named; a file of another measure is refused.
Outcome<std::optional<outcomes::Items>> items_for(const Practice& practice, MeasureId measure,
                                                  const std::string& path) {
  if (path.empty()) return std::nullopt;
  auto items = read_items_of(practice, path);
  if (!items) return tl::unexpected(items.error());
  if (items->measure != measure)
    return input_wrong({Problem{{path, 0, "measure"},
                                "\"" + practice.at(items->measure).id + "\"",
                                "\"" + practice.at(measure).id + "\", which was measured",
                                "Give the file of that measure, or leave --items out"}});
  return std::move(*items);
}

int note(const Practice& practice, journal::Journal& kept, const journal::Person& person,
         const MeasureOptions& options) {
  const auto measured = measured_of(kept, person, options);
  if (!measured) return report(measured.error());
  const auto read = taken(practice, *measured);
  if (!read) return report(read.error());
  const auto items = items_for(practice, read->measure, options.items);
  if (!items) return report(items.error());
  if (const auto noted = kept.add_measured(person.id, *measured); !noted)
    return report({kNotReadable, {noted.error()}});
  auto text = scored(practice, *read, *items ? &**items : nullptr);
  const auto& of = practice.at(read->measure);
  const auto kg = outcomes::score(of, read->values);
  if (of.id == "grip" && kg && read->hand && options.age >= 0 && !options.sex.empty())
    text += wrapped(outcomes::peers_in_words(
        practice, *kg, options.age, options.sex == "woman" ? outcomes::Sex::woman : outcomes::Sex::man,
        *read->hand));
  return finish_with("-", text);
}

int withdraw(const Practice& practice, journal::Journal& kept, const journal::Person& person,
             const MeasureOptions& options) {
  const auto measured = withdrawal_of(kept, person, options);
  if (!measured) return report(measured.error());
  if (const auto noted = kept.add_measured(person.id, *measured); !noted)
    return report({kNotReadable, {noted.error()}});
  return finish_with("-", line_of(practice, *measured));
}

int measure(const Globals& globals, const MeasureOptions& options) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  const auto kept = open_journal(globals);
  if (!kept) return report(kept.error());
  const auto person = person_or_default(**kept, options.person);
  if (!person) return report(person.error());
  if (!options.withdraw.empty()) return withdraw(*practice, **kept, *person, options);
  if (options.measure.empty() && options.corrects.empty()) return list(*practice, **kept, *person);
  return note(*practice, **kept, *person, options);
}

}  // namespace

void add_measure(CLI::App& app, Verb& chosen) {
  auto options = std::make_shared<MeasureOptions>();
  auto* verb = app.add_subcommand("measure", "Note something measured; without a measure: list what was");
  verb->add_option("MEASURE", options->measure, "What was measured, as thenar measures lists it")
      ->option_text(" ");
  verb->add_option("VALUES", options->values,
                   "The values, in the order that the measure says; - leaves one out")
      ->option_text(" ");
  verb->add_option("--hand", options->hand, "left or right")
      ->check(CLI::IsMember({"left", "right"}))
      ->type_name("HAND");
  verb->add_option("--site", options->site, "A finger (D2 to D5), or a joint and its movement (PIP3.flexion)")
      ->type_name("SITE");
  verb->add_option("--unit", options->unit, "The unit where it is not the measure's own: lb, in, mm, cm")
      ->type_name("UNIT");
  verb->add_option("--at", options->at, "When, as \"2026-11-29 18:30\"; usually now")->type_name("TIME");
  verb->add_flag("--by-another", options->by_another, "Somebody else than usually measured");
  auto* corrects = verb->add_option(
      "--corrects", options->corrects,
      "In place of an earlier one, by the first letters of its id; what is not said anew stays as it was");
  corrects->type_name("ID");
  verb->add_option("--withdraw", options->withdraw,
                   "Take an earlier one back, by the first letters of its id")
      ->excludes(corrects)
      ->type_name("ID");
  verb->add_option("--age", options->age, "Age in years, to compare a grip; not kept")
      ->check(CLI::Range(0, 130))
      ->type_name("N");
  verb->add_option("--sex", options->sex, "woman or man, to compare a grip; not kept")
      ->check(CLI::IsMember({"woman", "man"}))
      ->type_name("SEX");
  verb->add_option("--items", options->items, "Items of the measure (thenar.items/1)")->type_name("FILE");
  verb->add_option("--person", options->person, "Of this person instead of the usual one")->type_name("NAME");
  verb->callback([options, &chosen] {
    chosen = [options](const Globals& globals) { return measure(globals, *options); };
  });
}

}  // namespace thenar::cli
