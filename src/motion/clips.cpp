// Which clips there are.
#include <algorithm>

#include "place.hpp"
#include "thenar/motion/clip.hpp"
#include "thenar/practice/points.hpp"

namespace thenar::motion {
namespace {

bool tool_works_on(const Tool& tool, GroupId group) {
  return tool.groups.empty() || tool.groups.has(group);
}

/// Adds a clip for each tool in each mode.
void add(const Practice& practice, const std::vector<ToolId>& tools, GroupId group, ClipId id,
         std::vector<ClipId>& out) {
  const Technique& technique = practice.at(id.technique);
  for (const ToolId tool : tools) {
    if (!tool_works_on(practice.at(tool), group)) continue;
    id.tool = tool;
    for (const Mode mode : {Mode::self, Mode::partner}) {
      if (mode == Mode::partner && !practice.at(tool).needs_giver) continue;
      if (mode == Mode::self ? !technique.self : !technique.partner) continue;
      id.mode = mode;
      out.push_back(id);
    }
  }
}

/// Whether the way is one that the technique takes on its group.
bool takes(const Practice& practice, TechniqueId technique, const Way& way) {
  const auto names = [&](const Way& other) {
    return std::find(other.techniques.begin(), other.techniques.end(), technique) != other.techniques.end();
  };
  if (!way.techniques.empty()) return names(way);
  return std::none_of(practice.ways.begin(), practice.ways.end(),
                      [&](const Way& other) { return other.group == way.group && names(other); });
}

void add_ways(const Practice& practice, TechniqueId id, std::vector<ClipId>& out) {
  const Technique& technique = practice.at(id);
  for (std::size_t i = 0; i < practice.ways.size(); ++i) {
    const Way& way = practice.ways[i];
    // Warming and closing glide over the whole hand too.
    const bool whole = technique.kind == TechniqueKind::glides && !practice.at(way.group).of.empty() &&
                       technique.phase == Phase::stroke;
    if (!technique.groups.has(way.group) && !whole) continue;
    if (!takes(practice, id, way)) continue;
    bool allowed = false;
    practice.at(way.group).zones.each(
        [&](ZoneId zone) { allowed = allowed || level_at(practice, id, {}, zone).has_value(); });
    if (!allowed) continue;
    ClipId clip;
    clip.technique = id;
    clip.way = static_cast<int>(i);
    add(practice, technique.tools, way.group, clip, out);
  }
}

/// Points that this technique works: pressed, or moved on where a still press may not be.
void add_points(const Practice& practice, TechniqueId id, std::vector<ClipId>& out) {
  for (std::size_t i = 0; i < practice.points.size(); ++i) {
    const Point& point = practice.points[i];
    if (!point.in_plans || !point.group.valid() || technique_at(practice, point) != id) continue;
    ClipId clip;
    clip.technique = id;
    clip.point = PointId{static_cast<std::int16_t>(i)};
    add(practice, point.tools.empty() ? practice.at(id).tools : point.tools, point.group, clip, out);
  }
}

void add_joint_motions(const Practice& practice, TechniqueId id, std::vector<ClipId>& out) {
  for (std::size_t i = 0; i < practice.joint_motions.size(); ++i) {
    const JointMotion& motion = practice.joint_motions[i];
    if (motion.technique != id) continue;
    ClipId clip;
    clip.technique = id;
    clip.joint_motion = static_cast<int>(i);
    add(practice, practice.at(id).tools, motion.group, clip, out);
  }
}

}  // namespace

std::optional<int> level_at(const Practice& practice, TechniqueId technique_id, ToolId tool, ZoneId zone_id) {
  const Technique& technique = practice.at(technique_id);
  const Zone& zone = practice.at(zone_id);
  if (zone.excluded || zone.delicate) return {};
  if (std::find(zone.techniques_off.begin(), zone.techniques_off.end(), technique_id) !=
      zone.techniques_off.end())
    return {};
  const int wanted = technique.level_default.value_or(0);
  int level = std::min(wanted, zone.max_level);
  if (tool.valid()) level = std::min(level, practice.at(tool).max_level);
  if (technique.is_static) level = std::min(level, zone.max_static_level);
  if (level == 0 && wanted > 0) return {};
  return level;
}

std::string name_of(const Practice& practice, const ClipId& id) {
  std::string name = practice.at(id.technique).id + ".";
  if (id.way >= 0) name += practice.ways[static_cast<std::size_t>(id.way)].id;
  if (id.joint_motion >= 0) {
    const JointMotion& motion = practice.joint_motions[static_cast<std::size_t>(id.joint_motion)];
    name += motion.part.empty() ? practice.at(motion.group).id : motion.part;
  }
  if (id.point.valid()) name += practice.at(id.point).id;
  return name + "." + practice.at(id.tool).id + "." + std::string(word(id.mode));
}

GroupId group_of(const Practice& practice, const ClipId& id) {
  if (id.way >= 0) return practice.ways[static_cast<std::size_t>(id.way)].group;
  if (id.joint_motion >= 0) return practice.joint_motions[static_cast<std::size_t>(id.joint_motion)].group;
  return practice.at(id.point).group;
}

std::vector<ClipId> clips_of(const Practice& practice) {
  std::vector<ClipId> out;
  for (std::size_t i = 0; i < practice.techniques.size(); ++i) {
    const TechniqueId id{static_cast<std::int16_t>(i)};
    switch (practice.at(id).kind) {
      case TechniqueKind::breath:
        break;
      case TechniqueKind::moves:
      case TechniqueKind::active:
        add_joint_motions(practice, id, out);
        break;
      default:
        add_ways(practice, id, out);
        add_points(practice, id, out);
    }
  }
  return out;
}

}  // namespace thenar::motion
