// Does a technique fit here today? Every step of every plan comes through this one door.
#include <algorithm>

#include "brief.hpp"

namespace thenar::planning {
namespace {

const GiverClearance& giver_of(const Brief& brief, Hand receiving) {
  return brief.request.checkin.mode == Mode::partner ? brief.clearance.partner
                                                     : brief.clearance.giver[other(receiving)];
}

bool technique_allowed(const Brief& brief, Hand hand, TechniqueId technique) {
  const auto& data = brief.practice.at(technique);
  const bool mode = brief.request.checkin.mode == Mode::self ? data.self : data.partner;
  const bool stopped = brief.progress != nullptr && brief.progress->techniques_off.has(technique);
  return mode && !stopped && !brief.clearance.hands[hand].techniques_off.has(technique);
}

/// Whether a technique that normally presses may be done on a zone at all, and the most it may press there.
std::optional<int> level_on(const Brief& brief, const Ask& ask, ZoneId id) {
  const auto& technique = brief.practice.at(ask.technique);
  const auto& zone = brief.practice.at(id);
  const auto& clearance = brief.clearance.hands[ask.hand].zones[id.at()];
  const bool stopped = brief.progress != nullptr && brief.progress->zones_off[ask.hand].has(id);
  if (zone.excluded || clearance.excluded || stopped || clearance.techniques_off.has(ask.technique))
    return {};
  if (std::find(zone.techniques_off.begin(), zone.techniques_off.end(), ask.technique) !=
      zone.techniques_off.end())
    return {};
  int level = std::min(clearance.max_level, zone.max_level);
  if (technique.is_static) level = clearance.static_allowed ? std::min(level, zone.max_static_level) : 0;
  // A technique whose nature is to press cannot be done by resting weight.
  if (level == 0 && technique.level_default.value_or(0) > 0) return {};
  return level;
}

/// The first tool that the giver, the place and the level allow.
std::optional<ToolId> choose_tool(const Brief& brief, const Ask& ask) {
  const auto& technique = brief.practice.at(ask.technique);
  const auto& tools = ask.tools.empty() ? technique.tools : ask.tools;
  if (tools.empty()) return ToolId{};
  const auto& giver = giver_of(brief, ask.hand);
  for (ToolId id : tools) {
    const auto& tool = brief.practice.at(id);
    if (tool.needs_giver && (!giver.can_give || giver.tools_off.has(id))) continue;
    if (tool.latex && brief.clearance.latex_off) continue;
    if (!tool.groups.empty() && !tool.groups.contains(ask.groups)) continue;
    return id;
  }
  return {};
}

/// The level a technique starts with when nobody names one; a receiver whom the giver cannot feel gets one
/// less.
int usual_level(const Brief& brief, const Technique& technique) {
  const int level = technique.level_default.value_or(0);
  return level > 1 ? std::max(1, level - brief.clearance.start_level_drop) : level;
}

/// Time caps bind the work on the zone itself; strokes over many zones leave such a zone out instead.
bool spares(const Brief& brief, const Ask& ask, ZoneId id) {
  if (!brief.clearance.hands[ask.hand].zones[id.at()].max_seconds) return false;
  bool composite = ask.groups.size() > 1;
  ask.groups.each([&](GroupId group) { composite = composite || !brief.practice.at(group).of.empty(); });
  return composite;
}

}  // namespace

std::optional<Fit> fit(const Brief& brief, const Ask& ask) {
  const auto& technique = brief.practice.at(ask.technique);
  if (!technique_allowed(brief, ask.hand, ask.technique)) return {};
  if (technique.lubricant == Lubricant::yes && !brief.slips()) return {};
  if (technique.kind == TechniqueKind::breath) return Fit{ask.technique, {}, {}, {}, 1, {}, {}};

  const auto tool = choose_tool(brief, ask);
  if (!tool) return {};
  Fit result;
  result.technique = ask.technique;
  result.tool = *tool;
  int level = std::min(technique.level_max.value_or(kMaxLevel),
                       ask.level_ceiling.value_or(usual_level(brief, technique)));
  if (technique.kind == TechniqueKind::glides && !brief.slips())
    level = std::min(level, brief.rules().dry_glide_max_level);
  if (tool->valid()) level = std::min(level, brief.practice.at(*tool).max_level);
  const bool given = tool->valid() && brief.practice.at(*tool).needs_giver;
  if (given) level = std::min(level, giver_of(brief, ask.hand).max_level);

  double whole = 0;
  double left = 0;
  ask.zones.each([&](ZoneId id) {
    const auto& clearance = brief.clearance.hands[ask.hand].zones[id.at()];
    whole += brief.practice.at(id).share;
    const auto here = level_on(brief, ask, id);
    if (!here || spares(brief, ask, id)) return;
    left += brief.practice.at(id).share;
    level = std::min(level, *here);
    result.zones.add(id);
    result.rules |= clearance.rules;
    if (clearance.max_seconds)
      result.max_seconds =
          std::min(result.max_seconds.value_or(*clearance.max_seconds), *clearance.max_seconds);
  });
  if (result.zones.empty() || whole <= 0) return {};
  if (!ask.level_ceiling && result.zones.intersects(brief.tender[ask.hand]))
    level = std::min(level, brief.tender_level);
  if (level == 0 && technique.level_default.value_or(0) > 0) return {};
  result.share = left / whole;
  if (technique.level_default) result.level = level;
  return result;
}

std::optional<Fit> fit_or_replacement(const Brief& brief, Ask ask) {
  if (auto found = fit(brief, ask)) return found;
  const auto& technique = brief.practice.at(ask.technique);
  std::vector<TechniqueId> instead;
  if (brief.request.checkin.mode == Mode::self && technique.self_instead.valid())
    instead.push_back(technique.self_instead);
  if (technique.lubricant == Lubricant::yes && !brief.slips())
    instead.insert(instead.end(), technique.without_lubricant.begin(), technique.without_lubricant.end());
  for (TechniqueId id : instead) {
    ask.technique = id;
    if (auto found = fit(brief, ask)) return found;
  }
  return {};
}

}  // namespace thenar::planning
