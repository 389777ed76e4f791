// Zones, the work groups made of them, regions, tools and points.
#include <algorithm>

#include "checks.hpp"

namespace thenar::practice {
namespace {

std::string names(const Practice& practice, const ZoneSet& zones) {
  std::string text;
  zones.each([&](ZoneId id) { text.append(text.empty() ? "" : ", ").append(practice.at(id).id); });
  return text;
}

/// Zones that nothing may work on.
ZoneSet kept_out(const Practice& practice) {
  ZoneSet set;
  for (std::size_t i = 0; i < practice.zones.size(); ++i)
    if (practice.zones[i].excluded || practice.zones[i].delicate)
      set.add(ZoneId{static_cast<std::int16_t>(i)});
  return set;
}

void check_parts(const Practice& practice, const Group& group, std::size_t index, Problems& problems) {
  ZoneSet covered;
  for (std::size_t i = 0; i < group.parts.size(); ++i) {
    const auto& zones = group.parts[i].zones;
    const auto path = path_of("groups", index, path_of("parts", i, "zones"));
    if (!group.zones.contains(zones))
      report(problems, path, names(practice, zones - group.zones), "only zones of the group " + group.id);
    if (covered.intersects(zones))
      report(problems, path, names(practice, covered & zones) + " in two parts", "each zone in one part");
    covered |= zones;
  }
  if (!group.parts.empty() && !covered.contains(group.zones))
    report(problems, path_of("groups", index, "parts"),
           "no part with " + names(practice, group.zones - covered), "parts that cover the whole group");
}

/// The zones of the groups that a whole-hand group is made of.
ZoneSet zones_of_parts(const Practice& practice, const Group& group) {
  ZoneSet zones;
  group.of.each([&](GroupId id) { zones |= practice.at(id).zones; });
  return zones;
}

void check_composite(const Practice& practice, const Group& group, std::size_t index, Problems& problems) {
  group.of.each([&](GroupId id) {
    if (!practice.at(id).of.empty())
      report(problems, path_of("groups", index, "of"),
             "the group " + practice.at(id).id + ", itself made of groups",
             "only groups that have their own zones");
  });
}

/// Zones in their groups, each at most once. `simple` says whether to look at groups with own zones only or
/// at the zones that whole-hand groups add; `taken` gains what was found.
void check_disjoint(const Practice& practice, bool simple, ZoneSet& taken, Problems& problems) {
  const auto out = kept_out(practice);
  for (std::size_t i = 0; i < practice.groups.size(); ++i) {
    const auto& group = practice.groups[i];
    if (group.of.empty() != simple) continue;
    const auto own = group.zones - zones_of_parts(practice, group);
    const auto path = path_of("groups", i, "zones");
    if (own.intersects(taken))
      report(problems, path, names(practice, own & taken) + " in a second group",
             "each zone in one group at most");
    if (own.intersects(out))
      report(problems, path, names(practice, own & out) + ", delicate or excluded",
             "only zones that may be worked");
    taken |= own;
  }
}

void check_regions(const Practice& practice, Problems& problems) {
  for (std::size_t i = 0; i < practice.regions.size(); ++i) {
    const RegionId self{static_cast<std::int16_t>(i)};
    const auto& next_to = practice.regions[i].next_to;
    for (std::size_t n = 0; n < next_to.size(); ++n) {
      const auto& back = practice.at(next_to[n]).next_to;
      if (std::find(back.begin(), back.end(), self) == back.end())
        report(problems, path_of("regions", i, path_of("next_to", n)),
               practice.at(next_to[n]).id + ", which does not name " + practice.regions[i].id,
               "neighbours that name each other");
    }
  }
}

void check_point(const Practice& practice, std::size_t index, Problems& problems) {
  const auto& point = practice.points[index];
  const auto& zone = practice.at(point.zone);
  check_dose(practice, point.dose, path_of("points", index, "dose"), problems);
  if (point.max_level > zone.max_level)
    report(problems, path_of("points", index, "max_level"), "level " + std::to_string(point.max_level),
           "at most level " + std::to_string(zone.max_level) + ", the limit of the zone " + zone.id);
  if (point.claim.valid() && !practice.at(point.claim).may_say)
    report(problems, path_of("points", index, "claim"), "the claim " + practice.at(point.claim).id,
           "a claim that may be said");
  if (!point.in_plans) return;
  if (!point.moving && point.max_level > zone.max_static_level)
    report(problems, path_of("points", index, "moving"),
           "a still press at level " + std::to_string(point.max_level),
           "a moving point: a tool may stay still on " + zone.id + " up to level " +
               std::to_string(zone.max_static_level) + " only",
           "Set moving = true or lower max_level");
  if (zone.excluded)
    report(problems, path_of("points", index, "zone"), "the excluded zone " + zone.id,
           "a zone that may be worked", "Set in_plans = false to keep the point in the library only");
  if (!point.group.valid())
    report(problems, path_of("points", index, "group"), "no work group",
           "the group whose time the point uses");
  if (point.tools.empty())
    report(problems, path_of("points", index, "tools"), "no tool", "at least one tool that presses it");
}

/// The receiving hand reaches only some groups by itself, except when it just moves.
void check_tool(const Practice& practice, std::size_t index, Problems& problems) {
  const auto& tool = practice.tools[index];
  if (tool.needs_giver || !tool.groups.empty()) return;
  const auto uses = [&](const Technique& technique) {
    const auto& tools = technique.tools;
    return std::find(tools.begin(), tools.end(), ToolId{static_cast<std::int16_t>(index)}) != tools.end();
  };
  const auto& all = practice.techniques;
  const bool only_moves = std::any_of(all.begin(), all.end(), uses) &&
                          std::all_of(all.begin(), all.end(), [&](const Technique& technique) {
                            return !uses(technique) || is_hands_off(technique.kind);
                          });
  if (!only_moves)
    report(problems, path_of("tools", index, "groups"), "no groups",
           "the groups that the receiving hand can work by itself with " + tool.id);
}

}  // namespace

void check_groups(const Practice& practice, Problems& problems) {
  for (std::size_t i = 0; i < practice.groups.size(); ++i) {
    const auto& group = practice.groups[i];
    if (group.of.empty() && group.zones.empty())
      report(problems, path_of("groups", i, "zones"), "no zones", "zones, or the groups it is made of");
    check_composite(practice, group, i, problems);
    check_parts(practice, group, i, problems);
  }
  ZoneSet taken;
  check_disjoint(practice, true, taken, problems);
  check_disjoint(practice, false, taken, problems);
  const auto out = kept_out(practice);
  for (std::size_t i = 0; i < practice.zones.size(); ++i) {
    const ZoneId id{static_cast<std::int16_t>(i)};
    if (!taken.has(id) && !out.has(id))
      report(problems, path_of("zones", i), "the zone " + practice.at(id).id + " in no work group",
             "every zone in a work group, or delicate, or excluded");
  }
}

void check_zones(const Practice& practice, Problems& problems) {
  for (std::size_t i = 0; i < practice.zones.size(); ++i) {
    const auto& zone = practice.zones[i];
    for (std::size_t axis = 0; axis < 6; axis += 2)
      if (zone.box_mm[axis] >= zone.box_mm[axis + 1])
        report(problems, path_of("zones", i, path_of("box_mm", axis + 1)), "a box that ends before it begins",
               "x0 < x1, y0 < y1, z0 < z1");
  }
  check_regions(practice, problems);
  for (std::size_t i = 0; i < practice.tools.size(); ++i) check_tool(practice, i, problems);
  for (std::size_t i = 0; i < practice.points.size(); ++i) check_point(practice, i, problems);
}

}  // namespace thenar::practice
