// Which clips show a step of a plan.
#include <algorithm>

#include "thenar/motion/choice.hpp"
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
  ToolSet tools_off;
};

Asked asked_of(const Step& step, Mode mode, const ToolSet& tools_off) {
  return {step.technique, step.group, step.zones, step.points, step.tool, step.side, mode, tools_off};
}
Asked asked_of(const Asked& step, const StepPart& part) {
  Asked asked = step;
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

/// Puts clips with a tool first, then those with the technique's tools in its order.
void sort_by_tool(const Practice& practice, const Asked& asked, std::vector<ClipId>& clips) {
  const auto& own = practice.at(asked.technique).tools;
  const auto rank = [&](const ClipId& id) {
    return id.tool == asked.tool ? -1 : std::find(own.begin(), own.end(), id.tool) - own.begin();
  };
  std::stable_sort(clips.begin(), clips.end(),
                   [&](const ClipId& a, const ClipId& b) { return rank(a) < rank(b); });
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

/// All clips of what is asked for, those with the best tool first.
std::vector<ClipId> chosen(const Practice& practice, const Asked& asked) {
  std::vector<ClipId> clips;
  for (const ClipId& id : clips_of(practice))
    if (id.technique == asked.technique && id.mode == asked.mode && !asked.tools_off.has(id.tool) &&
        lies_there(practice, asked, id))
      clips.push_back(id);
  if (!asked.group.valid()) keep_largest_groups(practice, asked.zones, clips);
  keep_side(practice, asked.side, clips);
  sort_by_tool(practice, asked, clips);
  return clips;
}

/// The first of those clips whose tool differs from the first one's.
std::vector<ClipId>::const_iterator end_of_tool(const std::vector<ClipId>& clips) {
  return std::find_if(clips.begin(), clips.end(),
                      [&](const ClipId& id) { return id.tool != clips.front().tool; });
}

Piece piece_of(const Practice& practice, const Step& step, const Asked& asked, int seconds) {
  Piece piece{step.index, asked.technique, step.hand, step.level, 0, static_cast<double>(seconds), 0, {}, {},
              {}};
  piece.tempo_per_minute = asked.technique == step.technique
                               ? step.tempo_per_minute
                               : practice.at(asked.technique).tempo.typ_per_minute;
  const auto clips = chosen(practice, asked);
  piece.clips.assign(clips.begin(), end_of_tool(clips));
  piece.instead.assign(end_of_tool(clips), clips.end());
  return piece;
}

/// What the hand that gives in a step must not use.
ToolSet tools_off(const Practice& practice, const Plan& plan, Hand receiving) {
  const Clearance& clearance = plan.clearance;
  const bool partner = plan.request.checkin.mode == Mode::partner;
  ToolSet off = (partner ? clearance.partner : clearance.giver[other(receiving)]).tools_off;
  for (std::size_t i = 0; i < practice.tools.size(); ++i)
    if (clearance.latex_off && practice.tools[i].latex) off.add(ToolId{static_cast<std::int16_t>(i)});
  return off;
}

/// How many clips have time for a stroke; at least one.
std::size_t clips_that_fit(const Piece& piece) {
  const double each = period_s(piece.tempo_per_minute) + kBetweenS;
  return std::max<std::size_t>(1, static_cast<std::size_t>(piece.seconds / each));
}

}  // namespace

std::vector<ClipId> clips_for(const Practice& practice, const Step& step, Mode mode,
                              const ToolSet& tools_off) {
  std::vector<ClipId> out;
  const auto add = [&](const Asked& asked) {
    const auto clips = chosen(practice, asked);
    for (auto id = clips.begin(); id != end_of_tool(clips); ++id)
      if (std::find(out.begin(), out.end(), *id) == out.end()) out.push_back(*id);
  };
  const Asked asked = asked_of(step, mode, tools_off);
  if (step.parts.empty()) add(asked);
  for (const StepPart& part : step.parts) add(asked_of(asked, part));
  return out;
}

std::vector<Piece> pieces_of(const Practice& practice, const Plan& plan) {
  std::vector<Piece> pieces;
  for (const Step& step : plan.steps) {
    const std::size_t first = pieces.size();
    const Asked asked = asked_of(step, plan.request.checkin.mode, tools_off(practice, plan, step.hand));
    if (step.parts.empty()) pieces.push_back(piece_of(practice, step, asked, step.seconds));
    for (const StepPart& part : step.parts) {
      pieces.push_back(piece_of(practice, step, asked_of(asked, part), part.seconds));
      if (part.level) pieces.back().level = part.level;
    }
    for (std::size_t i = first; i < pieces.size(); ++i) pieces[i].clearance = plan.clearance.hands[step.hand];
    pieces[first].way_seconds = step.changeover_seconds;
  }
  return pieces;
}

std::vector<Stretch> stretches_of(std::span<const Piece> pieces, const FindClip& find) {
  std::vector<Stretch> out;
  for (const Piece& piece : pieces) {
    std::vector<const Clip*> clips;
    const std::size_t most = clips_that_fit(piece);
    const auto add = [&](const ClipId& id) {
      const bool other_tool = !clips.empty() && clips.front()->id.tool != id.tool;
      const Clip* clip = clips.size() < most && !other_tool ? find(piece, id) : nullptr;
      if (clip != nullptr) clips.push_back(clip);
    };
    for (const ClipId& id : piece.clips) add(id);
    const bool stands_in = clips.empty();
    if (stands_in)
      for (const ClipId& id : piece.instead) add(id);
    if (clips.empty()) clips.push_back(nullptr);
    for (const Clip* clip : clips)
      out.push_back({clip, piece.hand, piece.seconds / static_cast<double>(clips.size()),
                     clip == clips.front() ? piece.way_seconds : 0, piece.tempo_per_minute, piece.level,
                     stands_in && clip != nullptr, piece.step});
  }
  return out;
}

}  // namespace thenar::motion
