// thenar programmes | techniques | zones | points | precautions | evidence | measures, `show ID` under each,
// and thenar show ID for a thing of any kind.
#include "cli/io.hpp"
#include "cli/json_words.hpp"
#include "cli/verbs/verbs.hpp"
#include "thenar/practice/listing.hpp"

namespace thenar::cli {
namespace {

using practice::Shelf;

struct Wanted {
  std::string id;  ///< empty: the whole list
  bool json = false;
};

constexpr std::array kShelves{Shelf::programmes,  Shelf::techniques, Shelf::zones,   Shelf::points,
                              Shelf::precautions, Shelf::evidence,   Shelf::measures};

int print(const Json& value, bool json, std::string (*in_words)(const Json&)) {
  return finish_with("-", json ? to_pretty(value) : in_words(value));
}

int list(const Globals& globals, Shelf shelf, const Wanted& wanted) {
  const auto loaded = load_practice(globals);
  if (!loaded) return report(loaded.error());
  if (wanted.id.empty()) return print(practice::list(*loaded, shelf), wanted.json, rows_in_words);
  const auto thing = practice::show(*loaded, shelf, wanted.id);
  if (!thing) return report({kInputWrong, {thing.error()}});
  return print(*thing, wanted.json, object_in_words);
}

/// The thing with this id, wherever it stands.
int show_any(const Globals& globals, const Wanted& wanted) {
  const auto loaded = load_practice(globals);
  if (!loaded) return report(loaded.error());
  for (const auto shelf : kShelves)
    if (const auto thing = practice::show(*loaded, shelf, wanted.id))
      return print(*thing, wanted.json, object_in_words);
  return report({kInputWrong,
                 {Problem{{},
                          "\"" + wanted.id + "\"",
                          "the id of a programme, technique, zone, point, precaution, claim or measure",
                          "thenar zones, thenar techniques and so on list them"}}});
}

std::string help_of(Shelf shelf) {
  switch (shelf) {
    case Shelf::programmes:
      return "List the named programmes";
    case Shelf::techniques:
      return "List the techniques";
    case Shelf::zones:
      return "List the zones of hand, wrist and forearm";
    case Shelf::points:
      return "List acupoints and trigger points";
    case Shelf::precautions:
      return "List the precautions that screening knows";
    case Shelf::evidence:
      return "List what is known about each benefit, with its grade";
    case Shelf::measures:
      return "List what can be rated or measured";
  }
  return {};
}

void add_json(CLI::App& verb, Wanted& wanted) {
  verb.add_flag("--json", wanted.json, "As JSON");
}

void add_shelf(CLI::App& app, Verb& chosen, Shelf shelf) {
  auto wanted = std::make_shared<Wanted>();
  auto* verb = app.add_subcommand(std::string(word(shelf)), help_of(shelf));
  add_json(*verb, *wanted);
  verb->require_subcommand(0, 1);
  auto* show = verb->add_subcommand("show", "Show everything about one of them");
  show->add_option("ID", wanted->id, "Its id")->required()->option_text(" ");
  verb->callback([wanted, shelf, &chosen] {
    chosen = [wanted, shelf](const Globals& globals) { return list(globals, shelf, *wanted); };
  });
}

}  // namespace

void add_listings(CLI::App& app, Verb& chosen) {
  for (const auto shelf : kShelves) add_shelf(app, chosen, shelf);
  auto wanted = std::make_shared<Wanted>();
  auto* verb = app.add_subcommand("show", "Show everything about one thing of the practice");
  verb->add_option("ID", wanted->id, "Its id, as S32, EFFL, THEN, LI4 or P03")->required()->option_text(" ");
  add_json(*verb, *wanted);
  verb->callback([wanted, &chosen] {
    chosen = [wanted](const Globals& globals) { return show_any(globals, *wanted); };
  });
}

}  // namespace thenar::cli
