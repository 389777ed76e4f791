// Claims, media, checklists and emergency numbers; and what every list has in common.
#include <algorithm>
#include <map>

#include "checks.hpp"

#include "thenar/base/json.hpp"

namespace thenar::practice {
namespace {

std::string shown(double number) {
  return to_line(Writer(nullptr).write(number));
}

void check_claims(const Practice& practice, Problems& problems) {
  for (std::size_t i = 0; i < practice.claims.size(); ++i) {
    const auto& claim = practice.claims[i];
    if (claim.grade == Grade::X && claim.may_say)
      report(problems, path_of("claims", i, "may_say"), "true for a contradicted claim",
             "false where the grade is X");
    if (!claim.may_say && practice.words.contains("claim." + claim.id + ".sentence"))
      report(problems, path_of("claims", i, "may_say"), "a sentence for a claim that is never made",
             "no word claim." + claim.id + ".sentence");
  }
  for (std::size_t goal = 0; goal < kGoalCount; ++goal)
    if (std::none_of(practice.claims.begin(), practice.claims.end(), [&](const Claim& claim) {
          return claim.may_say && std::find(claim.goals.begin(), claim.goals.end(),
                                            static_cast<Goal>(goal)) != claim.goals.end();
        }))
      report(problems, "claims",
             "nothing that may be said about " + std::string(word(static_cast<Goal>(goal))),
             "a claim for every goal");
}

void check_media(const Practice& practice, Problems& problems) {
  const auto defaults = std::count_if(practice.media.begin(), practice.media.end(),
                                      [](const Medium& medium) { return medium.is_default; });
  if (defaults != 1)
    report(problems, "media", std::to_string(defaults) + " default media",
           "exactly one with is_default = true");
  for (std::size_t i = 0; i < practice.media.size(); ++i) {
    const auto& medium = practice.media[i];
    if (medium.is_default && !medium.offered)
      report(problems, path_of("media", i, "offered"), "false for the default", "true");
    if (medium.ml_per_hand_min > medium.ml_per_hand_max)
      report(problems, path_of("media", i, "ml_per_hand_min"), "more than ml_per_hand_max", "at most that");
  }
}

/// Every temperature in the checklists keeps to the warmth that the practice allows on skin.
void check_checklist(const Practice& practice, Problems& problems) {
  const double most = practice.screening.warmth_max_c;
  for (std::size_t i = 0; i < practice.checklist.size(); ++i)
    for (const auto& [key, number] : practice.checklist[i].numbers)
      if (key.ends_with("_c") && number > most)
        report(problems, path_of("checklist", i, "numbers." + key), shown(number) + " °C",
               "at most " + shown(most) + " °C");
}

void check_emergency_numbers(const Practice& practice, Problems& problems) {
  for (std::size_t i = 0; i < practice.emergency_numbers.size(); ++i) {
    const auto& country = practice.emergency_numbers[i].country;
    if (country.size() != 2 ||
        !std::all_of(country.begin(), country.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      report(problems, path_of("emergency_numbers", i, "country"), "\"" + country + "\"",
             "two capitals, as CH");
    if (practice.emergency_numbers[i].number.empty())
      report(problems, path_of("emergency_numbers", i, "number"), "nothing", "a telephone number");
  }
}

/// Every "source" anywhere says something.
void check_sources(const Json& value, const std::string& path, Problems& problems) {
  if (value.is_array())
    for (std::size_t i = 0; i < value.size(); ++i) check_sources(value[i], path_of(path, i), problems);
  if (!value.is_object()) return;
  for (const auto& item : value.items()) {
    const auto below = path.empty() ? item.key() : path + "." + item.key();
    if (item.key() == "source" && item.value() == Json(""))
      report(problems, below, "an empty text", "where this comes from");
    if (below != "words") check_sources(item.value(), below, problems);
  }
}

void check_unique_list(const Json& list, const std::string& path, const char* key, const Places& places,
                       Problems& problems) {
  std::map<std::string, std::size_t> first;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (!list[i].is_object()) continue;
    const auto found = list[i].find(key);
    if (found == list[i].end() || !found->is_string()) continue;
    const auto& name = found->get_ref<const std::string&>();
    const auto [at, is_new] = first.emplace(name, i);
    if (is_new) continue;
    const auto before = places.find(path_of(path, at->second));
    auto where = before.path;
    if (!before.file.empty()) where += " in " + before.file + ":" + std::to_string(before.line);
    report(problems, path_of(path, i, key), "\"" + name + "\" again (first as " + where + ")",
           "each only once");
  }
}

}  // namespace

void check_unique(const Json& document, const Places& places, Problems& problems) {
  const auto check = [&](const Json& within, const char* name, const std::string& path, const char* key) {
    if (const auto list = within.find(name); list != within.end() && list->is_array())
      check_unique_list(*list, path, key, places, problems);
  };
  for (const char* name :
       {"zones", "regions", "groups", "tools", "techniques", "combos", "points", "gates", "rules",
        "programmes", "claims", "measures", "media", "checklist", "ways", "joint_motions"})
    check(document, name, name, "id");
  check(document, "technique_rates", "technique_rates", "technique");
  check(document, "point_rates", "point_rates", "point");
  check(document, "goal_relevance", "goal_relevance", "goal");
  check(document, "emergency_numbers", "emergency_numbers", "country");
  const auto within = [&](const char* table, const char* name, const char* key) {
    if (const auto found = document.find(table); found != document.end() && found->is_object())
      check(*found, name, std::string(table) + "." + name, key);
  };
  within("screening", "marks", "as");
  within("guidance", "rules", "id");
  within("planning", "fixed", "id");
}

void check_shelf(const Practice& practice, Problems& problems) {
  check_claims(practice, problems);
  check_measures(practice, problems);
  check_media(practice, problems);
  check_checklist(practice, problems);
  check_emergency_numbers(practice, problems);
}

void check_practice(const Practice& practice, const Json& document, Problems& problems) {
  check_zones(practice, problems);
  check_techniques(practice, problems);
  check_planning(practice, problems);
  check_programmes(practice, problems);
  check_motion(practice, problems);
  check_rules(practice, problems);
  check_words(practice, problems);
  check_shelf(practice, problems);
  check_sources(document, {}, problems);
}

}  // namespace thenar::practice
