// Doses, techniques, combos, and how much they are worth.
#include <algorithm>
#include <array>
#include <cmath>

#include "checks.hpp"

namespace thenar::practice {
namespace {

/// The places in a plan that fixed parts can take (practice.hpp, FixedPart).
constexpr std::array<std::string_view, 6> kFixedParts{"opening_touch", "warming",        "essential",
                                                      "closing_tap",   "closing_stroke", "closing_touch"};

std::string seconds(int value) {
  return std::to_string(value) + " s";
}

void check_levels(const Technique& technique, std::size_t index, Problems& problems) {
  if (technique.level_default.has_value() != technique.level_max.has_value())
    report(problems, path_of("techniques", index, "level_max"), "only one of level_default and level_max",
           "both, or neither where nothing presses");
  else if (technique.level_default && *technique.level_default > *technique.level_max)
    report(problems, path_of("techniques", index, "level_default"),
           "level " + std::to_string(*technique.level_default),
           "at most level_max, " + std::to_string(*technique.level_max));
}

void check_rhythm(const Technique& technique, std::size_t index, Problems& problems) {
  const auto& tempo = technique.tempo;
  if (tempo.min_per_minute > tempo.typ_per_minute || tempo.typ_per_minute > tempo.max_per_minute)
    report(problems, path_of("techniques", index, "tempo"), "a tempo out of order",
           "min_per_minute ≤ typ_per_minute ≤ max_per_minute");
  double sum = 0;
  for (const double part : technique.stroke_phases) sum += part;
  if (std::abs(sum - 1) > 1e-9)
    report(problems, path_of("techniques", index, "stroke_phases"), "parts that do not make one stroke",
           "press, glide and release that add up to 1");
}

void check_composite(const Technique& technique, std::size_t index, Problems& problems) {
  const bool trigger = technique.kind == TechniqueKind::trigger;
  if (trigger == technique.composite.empty())
    report(problems, path_of("techniques", index, "composite"),
           trigger ? "no parts" : "parts of a technique that is not a trigger-point composite",
           "parts for kind trigger, and only there");
  const auto open_parts = std::count_if(technique.composite.begin(), technique.composite.end(),
                                        [](const CompositePart& part) { return part.seconds == 0; });
  int sum = 0;
  for (const auto& part : technique.composite) sum += part.seconds;
  if (open_parts > 1)
    report(problems, path_of("techniques", index, "composite"), "two parts that take what is left",
           "one at most");
  if (sum > technique.dose.min_seconds && trigger)
    report(problems, path_of("techniques", index, "composite"), "parts of " + seconds(sum),
           "at most the least dose, " + seconds(technique.dose.min_seconds));
}

/// What may take the place of a technique must be allowed there itself.
void check_stand_ins(const Practice& practice, const Technique& technique, std::size_t index,
                     Problems& problems) {
  const auto& dry = technique.without_lubricant;
  for (std::size_t i = 0; i < dry.size(); ++i)
    if (practice.at(dry[i]).lubricant == Lubricant::yes)
      report(problems, path_of("techniques", index, path_of("without_lubricant", i)),
             practice.at(dry[i]).id + ", which needs a lubricant itself", "a technique for dry skin");
  if (!technique.self_instead.valid()) return;
  if (technique.self || !practice.at(technique.self_instead).self)
    report(problems, path_of("techniques", index, "self_instead"),
           technique.self ? "a stand-in for a technique that self-massage can do" : "a technique for two",
           "a technique of self-massage, where this one is not");
}

void check_technique(const Practice& practice, std::size_t index, Problems& problems) {
  const auto& technique = practice.techniques[index];
  const bool at_points = technique.kind == TechniqueKind::presses || technique.kind == TechniqueKind::trigger;
  if (technique.tools.empty() && !is_hands_off(technique.kind))
    report(problems, path_of("techniques", index, "tools"), "no tool", "at least one tool that does it");
  if (technique.groups.empty() && !at_points && technique.kind != TechniqueKind::breath)
    report(problems, path_of("techniques", index, "groups"), "no groups",
           "the groups where it may be applied");
  check_levels(technique, index, problems);
  check_rhythm(technique, index, problems);
  check_dose(practice, technique.dose, path_of("techniques", index, "dose"), problems);
  for (const auto& [group, dose] : technique.dose_by_group) {
    const auto path = path_of("techniques", index, "dose_by_group." + practice.at(group).id);
    check_dose(practice, dose, path, problems);
    if (!technique.groups.has(group))
      report(problems, path, "a group where " + technique.id + " is not applied",
             "a group of its list groups");
  }
  check_composite(technique, index, problems);
  check_stand_ins(practice, technique, index, problems);
}

void check_combo(const Practice& practice, std::size_t index, Problems& problems) {
  const auto& combo = practice.combos[index];
  const auto& group = practice.at(combo.group);
  if (combo.parts.size() < 2)
    report(problems, path_of("combos", index, "parts"), std::to_string(combo.parts.size()) + " techniques",
           "at least two that belong together");
  if (!group.zones.contains(combo.zones))
    report(problems, path_of("combos", index, "zones"), "zones outside the group " + group.id,
           "zones of the group, or none for the whole of it");
  for (std::size_t i = 0; i < combo.parts.size(); ++i) {
    const auto& technique = practice.at(combo.parts[i].technique);
    check_dose(practice, combo.parts[i].dose, path_of("combos", index, path_of("parts", i, "dose")),
               problems);
    if (!technique.groups.has(combo.group))
      report(problems, path_of("combos", index, path_of("parts", i, "technique")),
             technique.id + ", which is not applied to " + group.id, "a technique of that group");
  }
}

}  // namespace

void check_dose(const Practice& practice, const Dose& dose, const std::string& path, Problems& problems) {
  if (dose.min_seconds > dose.typ_seconds || dose.typ_seconds > dose.max_seconds)
    return report(
        problems, path,
        seconds(dose.min_seconds) + ", " + seconds(dose.typ_seconds) + ", " + seconds(dose.max_seconds),
        "min_seconds ≤ typ_seconds ≤ max_seconds");
  // Slope before the typical dose against slope after it, multiplied out.
  const double before = (1 - practice.planning.phi_min) * (dose.max_seconds - dose.typ_seconds);
  const double after = (practice.planning.phi_max - 1) * (dose.typ_seconds - dose.min_seconds);
  if (before < after)
    report(problems, path, "a dose whose worth grows faster after its typical length than before",
           "worth that is concave over min_seconds, typ_seconds, max_seconds",
           "Raise max_seconds or lower typ_seconds, or change phi_min and phi_max of [planning]");
}

void check_techniques(const Practice& practice, Problems& problems) {
  for (std::size_t i = 0; i < practice.techniques.size(); ++i) check_technique(practice, i, problems);
  for (std::size_t i = 0; i < practice.combos.size(); ++i) check_combo(practice, i, problems);
}

void check_planning(const Practice& practice, Problems& problems) {
  const auto& planning = practice.planning;
  if (planning.min_minutes > planning.max_minutes)
    report(problems, "planning.min_minutes", std::to_string(planning.min_minutes), "at most max_minutes");
  for (std::size_t i = 0; i < planning.fixed.size(); ++i) {
    const auto& part = planning.fixed[i];
    const auto path = path_of("planning.fixed", i);
    if (std::find(kFixedParts.begin(), kFixedParts.end(), part.id) == kFixedParts.end())
      report(problems, path + ".id", "\"" + part.id + "\"",
             "one of opening_touch warming essential closing_tap closing_stroke closing_touch");
    if (part.techniques.empty())
      report(problems, path + ".techniques", "no technique", "at least one technique, the best first");
    if (part.seconds.empty() || part.seconds.size() != part.from_hand_seconds.size())
      report(problems, path + ".seconds",
             std::to_string(part.seconds.size()) + " lengths for " +
                 std::to_string(part.from_hand_seconds.size()) + " hand times",
             "one length for each of from_hand_seconds");
    if (!std::is_sorted(part.from_hand_seconds.begin(), part.from_hand_seconds.end()))
      report(problems, path + ".from_hand_seconds", "hand times out of order", "rising hand times");
    for (std::size_t n = 0; n < part.seconds.size(); ++n)
      if (part.seconds[n] % planning.quantum_seconds != 0)
        report(problems, path + path_of(".seconds", n), seconds(part.seconds[n]),
               "a multiple of quantum_seconds, " + seconds(planning.quantum_seconds));
  }
}

}  // namespace thenar::practice
