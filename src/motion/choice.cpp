// Which clips show a step of a plan.
#include <algorithm>

#include "thenar/motion/export.hpp"
#include "thenar/motion/stroke.hpp"

namespace thenar::motion {
namespace {

constexpr double kBetweenS = 1.2;  ///< from one clip to the next

/// What a step or a part of it asks for.
struct Asked {
  TechniqueId technique;
  GroupId group;
  ZoneSet zones;
  std::vector<PointId> points;
  ToolId tool;
  Side side = Side::both;
  Mode mode = Mode::partner;
};

Asked asked_of(const Step& step, Mode mode) {
  return {step.technique, step.group, step.zones, step.points, step.tool, step.side, mode};
}
Asked asked_of(const Step& step, const StepPart& part, Mode mode) {
  Asked asked = asked_of(step, mode);
  asked.technique = part.technique;
  asked.zones = part.zones;
  return asked;
}

/// The part of its group that a clip works on; empty: all of it.
std::string part_of(const Practice& practice, const ClipId& id) {
  if (id.way >= 0) return practice.ways[static_cast<std::size_t>(id.way)].part;
  if (id.joint_motion >= 0) return practice.joint_motions[static_cast<std::size_t>(id.joint_motion)].part;
  return {};
}

/// The zones of a clip: those of its group or part, or the one that its way is named after.
ZoneSet zones_of(const Practice& practice, const ClipId& id) {
  const Group& group = practice.at(group_of(practice, id));
  ZoneSet zones = group.zones;
  const std::string part = part_of(practice, id);
  for (const GroupPart& each : group.parts)
    if (each.id == part) zones = each.zones;
  if (id.way < 0) return zones;
  const ZoneId named = practice.ids.zones.find(practice.ways[static_cast<std::size_t>(id.way)].id);
  if (!named.valid()) return zones;
  zones = {};
  zones.add(named);
  return zones;
}

/// Whether a clip lies where it is asked for.
bool lies_there(const Practice& practice, const Asked& asked, const ClipId& id) {
  if (!asked.points.empty())
    return std::find(asked.points.begin(), asked.points.end(), id.point) != asked.points.end();
  if (id.point.valid()) return false;
  if (asked.group.valid() && group_of(practice, id) != asked.group) return false;
  return zones_of(practice, id).intersects(asked.zones);
}

/// Leaves the largest groups: what lies in one of them is shown there.
void keep_largest_groups(const Practice& practice, const ZoneSet& zones, std::vector<ClipId>& clips) {
  const auto zones_within = [&](const ClipId& id) {
    return practice.at(group_of(practice, id)).zones & zones;
  };
  const auto all = clips;
  std::erase_if(clips, [&](const ClipId& id) {
    const ZoneSet mine = zones_within(id);
    return std::any_of(all.begin(), all.end(), [&](const ClipId& other) {
      const ZoneSet theirs = zones_within(other);
      return theirs.contains(mine) && theirs != mine;
    });
  });
}

/// Leaves the clips with a tool, or where there are none, with the first tool of the technique that has some.
void keep_tool(const Practice& practice, TechniqueId technique, ToolId tool, std::vector<ClipId>& clips) {
  std::vector<ToolId> tools{tool};
  const auto& own = practice.at(technique).tools;
  tools.insert(tools.end(), own.begin(), own.end());
  for (const ClipId& id : clips) tools.push_back(id.tool);
  for (const ToolId each : tools) {
    const auto has = [&](const ClipId& id) { return id.tool == each; };
    if (std::none_of(clips.begin(), clips.end(), has)) continue;
    std::erase_if(clips, [&](const ClipId& id) { return !has(id); });
    return;
  }
}

/// Leaves the clips on one side of the hand, where there are some.
void keep_side(const Practice& practice, Side side, std::vector<ClipId>& clips) {
  if (side == Side::both) return;
  const Face wanted = side == Side::palmar ? Face::pal : Face::dor;
  const auto other = [&](const ClipId& id) {
    if (id.way < 0) return false;
    const Face face = practice.ways[static_cast<std::size_t>(id.way)].through.front().side;
    return (face == Face::pal || face == Face::dor) && face != wanted;
  };
  if (!std::all_of(clips.begin(), clips.end(), other)) std::erase_if(clips, other);
}

std::vector<ClipId> chosen(const Practice& practice, const Asked& asked) {
  std::vector<ClipId> clips;
  for (const ClipId& id : clips_of(practice))
    if (id.technique == asked.technique && id.mode == asked.mode && lies_there(practice, asked, id))
      clips.push_back(id);
  keep_tool(practice, asked.technique, asked.tool, clips);
  if (!asked.group.valid()) keep_largest_groups(practice, asked.zones, clips);
  keep_side(practice, asked.side, clips);
  return clips;
}

Piece piece_of(const Practice& practice, const Step& step, const Asked& asked, int seconds) {
  Piece piece{step.index, asked.technique, step.hand, step.level, 0, static_cast<double>(seconds), 0, {}};
  piece.tempo_per_minute = asked.technique == step.technique
                               ? step.tempo_per_minute
                               : practice.at(asked.technique).tempo.typ_per_minute;
  piece.clips = chosen(practice, asked);
  return piece;
}

/// How many clips have time for a stroke; at least one.
std::size_t clips_that_fit(const Piece& piece) {
  const double each = period_s(piece.tempo_per_minute) + kBetweenS;
  return std::max<std::size_t>(1, static_cast<std::size_t>(piece.seconds / each));
}

}  // namespace

std::vector<ClipId> clips_for(const Practice& practice, const Step& step, Mode mode) {
  if (step.parts.empty()) return chosen(practice, asked_of(step, mode));
  std::vector<ClipId> out;
  for (const StepPart& part : step.parts)
    for (const ClipId& id : chosen(practice, asked_of(step, part, mode)))
      if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  return out;
}

std::vector<Piece> pieces_of(const Practice& practice, const Plan& plan) {
  std::vector<Piece> pieces;
  const Mode mode = plan.request.checkin.mode;
  for (const Step& step : plan.steps) {
    const std::size_t first = pieces.size();
    if (step.parts.empty()) pieces.push_back(piece_of(practice, step, asked_of(step, mode), step.seconds));
    for (const StepPart& part : step.parts) {
      pieces.push_back(piece_of(practice, step, asked_of(step, part, mode), part.seconds));
      if (part.level) pieces.back().level = part.level;
    }
    pieces[first].way_seconds = step.changeover_seconds;
  }
  return pieces;
}

std::vector<Stretch> stretches_of(std::span<const Piece> pieces,
                                  const std::function<const Clip*(const ClipId&)>& find) {
  std::vector<Stretch> out;
  for (const Piece& piece : pieces) {
    std::vector<const Clip*> clips;
    const std::size_t most = clips_that_fit(piece);
    for (const ClipId& id : piece.clips) {
      const Clip* clip = clips.size() < most ? find(id) : nullptr;
      if (clip != nullptr) clips.push_back(clip);
    }
    if (clips.empty()) clips.push_back(nullptr);
    for (const Clip* clip : clips)
      out.push_back({clip, piece.hand, piece.seconds / static_cast<double>(clips.size()),
                     clip == clips.front() ? piece.way_seconds : 0, piece.tempo_per_minute, piece.level});
  }
  return out;
}

}  // namespace thenar::motion
