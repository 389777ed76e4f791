// Programmes: their seconds, and that no step asks for more than its zones and technique allow.
#include <algorithm>

#include "checks.hpp"

namespace thenar::practice {
namespace {

/// Every zone a step can work on.
ZoneSet zones_of(const Practice& practice, const ProgrammeStep& step) {
  ZoneSet zones = step.zones;
  step.groups.each([&](GroupId id) { zones |= practice.at(id).zones; });
  step.points.each([&](PointId id) { zones.add(practice.at(id).zone); });
  return zones;
}

void check_level(const Practice& practice, const ProgrammeStep& step, const std::string& path,
                 Problems& problems) {
  const auto& technique = practice.at(step.technique);
  if (!step.level) return;
  const auto found = technique.id + " at level " + std::to_string(*step.level);
  if (*step.level > technique.level_max.value_or(-1)) {
    report(problems, path + ".level", found,
           technique.level_max
               ? "at most level " + std::to_string(*technique.level_max) + ", the technique's limit"
               : "no level, because " + technique.id + " does not press");
  }
  const auto zones = zones_of(practice, step);
  int highest = zones.empty() ? kMaxLevel : 0;
  zones.each([&](ZoneId id) {
    const auto& zone = practice.at(id);
    const int limit = technique.is_static ? std::min(zone.max_level, zone.max_static_level) : zone.max_level;
    highest = std::max(highest, zone.excluded ? 0 : limit);
  });
  if (*step.level > highest)
    report(problems, path + ".level", found,
           "at most level " + std::to_string(highest) + ", the highest that any zone of the step allows");
}

void check_places(const Practice& practice, const ProgrammeStep& step, const std::string& path,
                  Problems& problems) {
  const auto& technique = practice.at(step.technique);
  if (zones_of(practice, step).empty() && technique.kind != TechniqueKind::breath)
    report(problems, path + ".groups", "no groups, zones or points", "where " + technique.id + " is done");
  step.zones.each([&](ZoneId id) {
    const auto& zone = practice.at(id);
    const auto& off = zone.techniques_off;
    if (zone.excluded || std::find(off.begin(), off.end(), step.technique) != off.end())
      report(problems, path + ".zones", technique.id + " on " + zone.id, "a zone where it may be done");
  });
  step.points.each([&](PointId id) {
    if (!practice.at(id).in_plans)
      report(problems, path + ".points",
             "the point " + practice.at(id).id + ", which is for the library only",
             "points with in_plans = true");
  });
}

bool fits_mode(const Practice& practice, const Technique& technique, Mode mode) {
  if (mode == Mode::partner) return technique.partner;
  return technique.self || (technique.self_instead.valid() && practice.at(technique.self_instead).self);
}

void check_step(const Practice& practice, const Programme& programme, const ProgrammeStep& step,
                const std::string& path, Problems& problems) {
  check_level(practice, step, path, problems);
  check_places(practice, step, path, problems);
  if (step.part_seconds && *step.part_seconds > step.seconds)
    report(problems, path + ".part_seconds", std::to_string(*step.part_seconds) + " s a part",
           "at most the step's " + std::to_string(step.seconds) + " s");
  for (const auto mode : programme.modes)
    if (!fits_mode(practice, practice.at(step.technique), mode) && !step.optional)
      report(problems, path + ".technique",
             practice.at(step.technique).id + ", which " + std::string(word(mode)) + " massage cannot do",
             "a technique for every mode of the programme, or one with self_instead");
}

}  // namespace

void check_programmes(const Practice& practice, Problems& problems) {
  for (std::size_t i = 0; i < practice.programmes.size(); ++i) {
    const auto& programme = practice.programmes[i];
    int seconds = 0;
    for (std::size_t n = 0; n < programme.steps.size(); ++n) {
      seconds += programme.steps[n].seconds;
      check_step(practice, programme, programme.steps[n], path_of("programmes", i, path_of("steps", n)),
                 problems);
    }
    if (seconds * programme.hands != programme.published_seconds)
      report(problems, path_of("programmes", i, "published_seconds"),
             std::to_string(programme.published_seconds) + " s",
             std::to_string(seconds * programme.hands) + " s, the sum of its steps times its hands");
    for (std::size_t n = 0; n < programme.measures.size(); ++n)
      if (practice.at(programme.measures[n]).flag == LicenceFlag::N)
        report(problems, path_of("programmes", i, path_of("measures", n)),
               practice.at(programme.measures[n]).id + ", whose licence keeps it out",
               "a measure with flag G or Y");
    if (programme.modes.empty())
      report(problems, path_of("programmes", i, "modes"), "no mode", "self, partner or both");
    if (!(RuleSet(programme.blocked_by) & programme.only_with).empty())
      report(problems, path_of("programmes", i, "only_with"), "a precaution that also blocks " + programme.id,
             "precautions in one of both lists");
  }
}

}  // namespace thenar::practice
