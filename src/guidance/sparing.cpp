// Who is spared after a symptom: the regions around sharp pain or numbness, a hand that is hurt, a giving
// hand.
#include <algorithm>

#include "machine.hpp"

namespace thenar::guidance {
namespace {

/// The zones of every region that these zones lie in. The forearm moves as one, so both its sides count.
ZoneSet regions_around(const Practice& practice, const ZoneSet& zones) {
  ZoneSet around = zones;
  bool forearm = false;
  zones.each([&](ZoneId id) { forearm = forearm || practice.at(id).segment == Segment::forearm; });
  const auto hit = [&](RegionId region) {
    return std::any_of(practice.groups.begin(), practice.groups.end(), [&](const Group& group) {
      return group.of.empty() && group.region == region && group.zones.intersects(zones);
    });
  };
  for (const Group& group : practice.groups)
    if (group.of.empty() && hit(group.region)) around |= group.zones;
  for (std::size_t z = 0; z < practice.zones.size() && forearm; ++z)
    if (practice.zones[z].segment == Segment::forearm) around.add(ZoneId{static_cast<std::int16_t>(z)});
  return around;
}

/// Thumbs tire first: whatever hurts in a giving hand, they are spared too, and so is the tool in use.
ToolSet tiring_tools(const Practice& practice, ToolId used) {
  ToolSet tools;
  if (used.valid() && practice.at(used).needs_giver) tools.add(used);
  for (std::size_t i = 0; i < practice.tools.size(); ++i)
    if (practice.tools[i].uses_thumb) tools.add(ToolId{static_cast<std::int16_t>(i)});
  return tools;
}

}  // namespace

ZoneSet spare_regions(Machine& m, Hand hand, const ZoneSet& zones, std::string_view rule) {
  const ZoneSet around = regions_around(*m.practice, zones);
  const TechniqueSet off = session_rule(*m.practice, rule).techniques_off;
  around.each([&](ZoneId id) { m.clearance.hands[hand].zones[id.at()].techniques_off |= off; });
  return around;
}

void end_hurt_hand(Machine& m, std::string_view rule) {
  const Hand hand = current(m).hand;
  const std::string key = "cue." + std::string(rule);
  end_hand(m, hand);
  if (m.plan.request.checkin.mode == Mode::self) return stop(m, rule, told(m, key + ".self"));
  const bool t03 = rule == "T03";
  leave_step(m, rule, told(m, key + (t03 ? ".hand." : ".") + std::string(word(hand))));
}

void giver_tired(Machine& m, std::optional<int> pain) {
  if (pain && *pain < m.limits.giver_pain_from) return reply(m, "cue.T09.noted");
  Step& step = current(m);
  // What was not planned before a hand hurts is not asked of it afterwards.
  m.end_ms = std::min(m.end_ms, end_of(m, position(m), m.step_begin_ms));
  m.skips.clear();
  const ToolSet off = tiring_tools(*m.practice, step.tool);
  m.clearance.partner.tools_off |= off;
  for (Hand hand : kHands) m.clearance.giver[hand].tools_off |= off;
  const bool loads = step.tool.valid() && m.practice->at(step.tool).needs_giver;
  if (!loads) {
    rebalance(m);
    return reply(m, "cue.T09.rests");
  }
  const ToolId instead = other_tool(m, step, true);
  if (!instead.valid()) {
    const Sentence words = told(m, "cue.T09.leave");
    if (m.state.kind != StateKind::checking) return leave_step(m, "T09", words);
    rebalance(m);
    return warn(m, "T09", words);
  }
  step.tool = instead;
  if (step.level) step.level = std::min(*step.level, m.practice->at(instead).max_level);
  rebalance(m);
  warn(m, "T09",
       told(m, "cue.T09.tool", {{"with", m.practice->say("tool." + m.practice->at(instead).id + ".with")}}));
  if (m.state.kind != StateKind::checking) go_on(m);
}

}  // namespace thenar::guidance
