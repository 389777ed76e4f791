// thenar measure: notes something measured, corrects it, lists it.
#include <sodium.h>

#include <array>
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

/// An id of its own for ever.
std::string new_id() {
  std::array<unsigned char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::string digits(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), bytes.data(), bytes.size());
  digits.pop_back();
  return digits;
}

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

/// "2026-11-29 18:30" on the local clock; empty: now.
Outcome<journal::TimeMs> time_of(const std::string& text) {
  if (text.empty()) return now_ms();
  std::tm local{};
  const char* end = ::strptime(text.c_str(), "%Y-%m-%d %H:%M", &local);
  local.tm_isdst = -1;
  const auto seconds = end != nullptr && *end == '\0' ? std::mktime(&local) : std::time_t{-1};
  if (seconds < 0 || seconds * 1000 > now_ms())
    return input_wrong(
        {Problem{{{}, 0, "--at"}, "\"" + text + "\"", "a time that is past, as 2026-11-29 18:30", {}}});
  return seconds * 1000;
}

std::string line_of(const Practice& practice, const journal::Measured& measured) {
  std::string values;
  for (const auto& value : measured.values)
    values += (values.empty() ? "" : " ") + (value ? decimal(*value) : "-");
  const auto id = practice.ids.measures.find(measured.measure);
  const auto title =
      id.valid() ? outcomes::title_in_words(practice, id, measured.hand, measured.site) : measured.measure;
  const auto unit = measured.unit.empty() && id.valid() ? practice.at(id).unit : measured.unit;
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

/// The measurement whose id begins so.
Outcome<journal::Measured> earlier(journal::Journal& kept, const journal::Person& person,
                                   const std::string& id) {
  const auto measured = kept.measured(person.id);
  if (!measured) return not_readable(measured.error());
  const journal::Measured* found = nullptr;
  for (const auto& each : *measured) {
    if (!each.id.starts_with(id)) continue;
    if (found != nullptr)
      return input_wrong(
          {Problem{{}, "the id " + id, "more of it: several begin so", "thenar measure lists them"}});
    found = &each;
  }
  if (found != nullptr) return *found;
  return input_wrong(
      {Problem{{}, "the id " + id, "that of something measured", "thenar measure lists them"}});
}

std::string scored(const Practice& practice, const outcomes::Measurement& measurement,
                   const outcomes::Items* items) {
  const auto& measure = practice.at(measurement.measure);
  const auto value = outcomes::score(measure, measurement.values, items);
  if (!value) return measure.scoring == Scoring::grid ? "" : to_text(value.error()) + "\n";
  return outcomes::title_in_words(practice, measurement.measure, measurement.hand, measurement.site) + ": " +
         outcomes::number_in_words(practice, *value, outcomes::decimals_of(measure)) + " " + measure.unit +
         "\n" + wrapped(practice.say("measure." + measure.id + ".scoring"));
}

Outcome<journal::Measured> measured_of(journal::Journal& kept, const journal::Person& person,
                                       const MeasureOptions& options) {
  journal::Measured measured;
  measured.measure = options.measure;
  if (!options.hand.empty()) measured.hand = options.hand == "left" ? Hand::left : Hand::right;
  measured.site = options.site;
  measured.unit = options.unit;
  measured.by_another = options.by_another;
  const auto at = time_of(options.at);
  if (!at) return tl::unexpected(at.error());
  measured.at = *at;
  if (const auto& id = options.withdraw.empty() ? options.corrects : options.withdraw; !id.empty()) {
    auto first = earlier(kept, person, id);
    if (!first) return tl::unexpected(first.error());
    if (options.at.empty()) measured.at = first->at;
    measured.corrects = first->id;
    if (!options.withdraw.empty()) {
      measured = *first;
      measured.corrects = first->id;
      measured.withdrawn = true;
    }
  }
  if (options.withdraw.empty()) {
    auto values = numbers_of(options.values);
    if (!values) return tl::unexpected(values.error());
    measured.values = std::move(*values);
  }
  measured.id = new_id();
  measured.utc_offset_minutes = utc_offset_minutes(measured.at);
  measured.noted_at = now_ms();
  return measured;
}

int measure(const Globals& globals, const MeasureOptions& options) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  std::optional<outcomes::Items> items;
  if (!options.items.empty()) {
    auto read = read_items_of(*practice, options.items);
    if (!read) return report(read.error());
    items = std::move(*read);
  }
  const auto kept = open_journal(globals);
  if (!kept) return report(kept.error());
  const auto person = person_or_default(**kept, options.person);
  if (!person) return report(person.error());
  if (options.measure.empty() && options.withdraw.empty()) return list(*practice, **kept, *person);
  const auto measured = measured_of(**kept, *person, options);
  if (!measured) return report(measured.error());
  const auto read = outcomes::understood(*practice, *measured, {});
  if (!read) return report({kInputWrong, read.error()});
  if (const auto noted = (*kept)->add_measured(person->id, *measured); !noted)
    return report({kNotReadable, {noted.error()}});
  if (measured->withdrawn) return finish_with("-", line_of(*practice, *measured));
  auto text = scored(*practice, *read, items ? &*items : nullptr);
  const auto& of = practice->at(read->measure);
  const auto kg = outcomes::score(of, read->values);
  if (of.id == "grip" && kg && read->hand && options.age >= 0 && !options.sex.empty())
    text += wrapped(outcomes::peers_in_words(
        *practice, *kg, options.age, options.sex == "woman" ? outcomes::Sex::woman : outcomes::Sex::man,
        *read->hand));
  return finish_with("-", text);
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
  verb->add_option("--corrects", options->corrects,
                   "In place of an earlier one, by the first letters of its id")
      ->type_name("ID");
  verb->add_option("--withdraw", options->withdraw,
                   "Take an earlier one back, by the first letters of its id")
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
