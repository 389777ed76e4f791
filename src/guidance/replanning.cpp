// Changing what is left of a plan: ending a step, narrowing the clearance, planning the rest anew.
#include <algorithm>
#include <cmath>

#include "machine.hpp"

namespace thenar::guidance {
namespace {

/// Work that was chosen, as against what opens, closes and is done with one's own muscles.
bool chosen_work(const Practice& practice, const Step& step) {
  return step.group.valid() && step.programme_step < 0 && step.phase != Phase::open &&
         step.phase != Phase::close && practice.at(step.technique).kind != TechniqueKind::active;
}

/// What the steps that stay amount to, for the planner.
planning::Progress progress(const Machine& m, std::size_t keep) {
  planning::Progress p;
  for (Hand hand : kHands) p.ended[hand] = m.ended[hand] || m.over[hand];
  p.techniques_off = m.techniques_off;
  for (Hand hand : kHands) p.zones_off[hand] = m.zones_off[hand] | m.skipped_zones[hand];
  p.worked_with = m.passed_over;
  p.hand_seconds = m.lost_seconds;
  p.programme_steps_done = m.programme_steps_over;
  const ProgrammeId programme = m.plan.request.wishes.programme;
  if (programme.valid())
    for (Hand hand : kHands) p.programme_seconds[hand].resize(m.practice->at(programme).steps.size());
  if (!m.steps.empty()) p.current = m.steps[std::min(keep, m.steps.size()) - (keep > 0 ? 1 : 0)].hand;
  for (std::size_t i = 0; i < keep; ++i) {
    const Step& step = m.steps[i];
    p.hand_seconds[step.hand] += step.changeover_seconds + step.seconds;
    p.opened[step.hand] = true;
    if (step.phase != Phase::open && step.phase != Phase::dry) p.touched[step.hand] = true;
    if (chosen_work(*m.practice, step)) {
      ++p.works_done[step.hand][step.group];
      p.worked_with[step.hand][step.group] |= techniques_in(step);
    } else if (step.group.valid() && m.practice->at(step.technique).kind == TechniqueKind::active) {
      p.worked_with[step.hand][step.group].add(step.technique);
    }
    if (step.group.valid()) p.group_seconds[step.hand][step.group] += step.seconds;
    p.techniques_done[step.hand].add(step.technique);
    for (const auto& part : step.parts) p.techniques_done[step.hand].add(part.technique);
    for (PointId point : step.points) p.points[step.hand].push_back(point);
    if (step.programme_step < 0) continue;
    const auto position = static_cast<std::size_t>(step.programme_step);
    if (position < p.programme_seconds[step.hand].size())
      p.programme_seconds[step.hand][position] += step.seconds;
    p.programme_steps_done[step.hand].push_back(step.programme_step);
  }
  return p;
}

void keep_firm_time(HandClearance& hand) {
  hand.max_seconds = std::min(hand.max_seconds, hand.max_firm_seconds);
  hand.max_programme_seconds = std::min(hand.max_programme_seconds, hand.max_firm_seconds);
}

/// What is allowed after the first `keep` steps: limits of time less what was given. A hand that was worked
/// firmly keeps the shorter time of firm work.
Clearance allowed_after(const Machine& m, std::size_t keep) {
  Clearance allowed = m.clearance;
  for (Hand hand : kHands) {
    m.skipped_zones[hand].each([&](ZoneId id) { allowed.hands[hand].zones[id.at()].excluded = true; });
    if (m.worked_firm[hand]) keep_firm_time(allowed.hands[hand]);
  }
  for (std::size_t i = 0; i < keep; ++i) {
    const Step& step = m.steps[i];
    HandClearance& hand = allowed.hands[step.hand];
    step.zones.each([&](ZoneId id) {
      ZoneClearance& zone = hand.zones[id.at()];
      if (!zone.max_seconds) return;
      *zone.max_seconds = std::max(0, *zone.max_seconds - step.seconds);
      zone.excluded = zone.excluded || *zone.max_seconds < m.practice->planning.quantum_seconds;
    });
    if (step.level.value_or(0) >= m.practice->screening.firm_level) keep_firm_time(hand);
  }
  return allowed;
}

/// What somebody wished softer stays so.
void keep_wishes(const Machine& m, Step& step) {
  if (!step.level) return;
  const int least = lightest(m, step);
  step.zones.each([&](ZoneId id) {
    step.level = std::min(*step.level, std::max(least, m.wished_level[step.hand][id.at()]));
  });
}

/// Brings work elsewhere forward when what comes first is where it hurt. Dry work and what opens stay first.
void begin_elsewhere(Machine& m, std::size_t from, const ZoneSet& away) {
  if (from >= m.steps.size() || !m.steps[from].zones.intersects(away)) return;
  const Hand hand = m.steps[from].hand;
  for (std::size_t i = from; i < m.steps.size() && m.steps[i].hand == hand; ++i) {
    const Step& step = m.steps[i];
    if (step.phase == Phase::open || step.phase == Phase::dry || step.phase == Phase::close) return;
    if (step.programme_step >= 0) return;
    if (step.zones.intersects(away)) continue;
    const auto first = m.steps.begin() + static_cast<std::ptrdiff_t>(from);
    std::rotate(first, m.steps.begin() + static_cast<std::ptrdiff_t>(i),
                m.steps.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    for (std::size_t k = from; k <= i; ++k) m.steps[k].index = static_cast<int>(k);
    return;
  }
}

}  // namespace

TechniqueSet techniques_in(const Step& step) {
  TechniqueSet all;
  all.add(step.technique);
  for (const auto& part : step.parts) all.add(part.technique);
  return all;
}

void shorten(Step& step, int seconds) {
  int rest = seconds;
  for (auto& part : step.parts) {
    part.seconds = std::min(part.seconds, rest);
    rest -= part.seconds;
  }
  std::erase_if(step.parts, [](const StepPart& part) { return part.seconds == 0; });
  step.seconds = seconds;
  step.strokes = static_cast<int>(std::lround(seconds * step.tempo_per_minute / 60));
}

void scale(Step& step, int seconds) {
  const int before = step.seconds;
  if (step.parts.empty() || seconds >= before) return shorten(step, seconds);
  int rest = seconds;
  for (auto& part : step.parts) {
    part.seconds = part.seconds * seconds / before;
    rest -= part.seconds;
  }
  for (std::size_t i = 0; rest > 0; ++i, --rest) ++step.parts[i % step.parts.size()].seconds;
  shorten(step, seconds);
}

Cut cut_here(const Machine& m) {
  if (m.state.kind == StateKind::preparing) return {};
  const std::int64_t done_ms = std::max<std::int64_t>(0, m.state.session_ms - m.step_begin_ms);
  Cut cut{position(m), m.step_begin_ms, static_cast<int>((done_ms + 999) / 1000)};
  cut.from_ms += std::int64_t{1000} * cut.begun_seconds;
  if (cut.begun_seconds > current(m).changeover_seconds) ++cut.keep;
  return cut;
}

std::vector<Step> kept_steps(const Machine& m, const Cut& cut) {
  std::vector<Step> kept(m.steps.begin(), m.steps.begin() + static_cast<std::ptrdiff_t>(cut.keep));
  if (cut.keep > position(m)) shorten(kept.back(), cut.begun_seconds - kept.back().changeover_seconds);
  return kept;
}

Cut cut_current(Machine& m) {
  const Cut cut = cut_here(m);
  if (m.state.kind == StateKind::preparing) return cut;
  const Step& step = current(m);
  if (step.programme_step >= 0) m.programme_steps_over[step.hand].push_back(step.programme_step);
  if (cut.keep > position(m)) {
    shorten(current(m), cut.begun_seconds - step.changeover_seconds);
  } else {
    m.lost_seconds[step.hand] += cut.begun_seconds;
    m.steps.erase(m.steps.begin() + static_cast<std::ptrdiff_t>(cut.keep));
    renumber(m);
    m.announced = -1;
  }
  return cut;
}

void replan(Machine& m, const Cut& cut, std::int64_t talk_ms) {
  auto p = progress(m, cut.keep);
  if (m.state.kind != StateKind::running) talk_ms = 0;
  const std::int64_t end_ms = std::min(m.promised_ms, m.end_ms);
  p.seconds_left = static_cast<int>((end_ms - cut.from_ms) / 1000 - (talk_ms + 999) / 1000);
  std::vector<Step> rest;
  if (p.seconds_left > 0)
    rest = planning::replan(*m.practice, m.plan, allowed_after(m, cut.keep), p, static_cast<int>(cut.keep));
  m.steps.resize(cut.keep);
  for (Step& step : rest) {
    if (no_place(m, step) && m.skipped_strokes[step.hand].has(step.technique)) continue;
    step.index = static_cast<int>(m.steps.size());
    keep_wishes(m, step);
    m.steps.push_back(std::move(step));
  }
  if (m.announced >= static_cast<int>(cut.keep)) m.announced = -1;
}

void rebalance(Machine& m) {
  if (m.state.kind == StateKind::preparing) return replan(m, {0, 0}, 0);
  replan(m, {position(m) + 1, strokes_end(m)}, 0);
}

void leave_step(Machine& m, std::string_view rule, const Sentence& words, int rest_seconds,
                const ZoneSet& away) {
  const Hand hand = current(m).hand;
  m.skips.clear();  // what they were part of is over
  m.ask_again_ms = -1;
  Cut cut = cut_current(m);
  if (m.state.kind != StateKind::preparing) {
    const std::int64_t left_ms = std::min(m.promised_ms, m.end_ms) - cut.from_ms;
    rest_seconds = std::clamp(rest_seconds, 0, static_cast<int>(std::max<std::int64_t>(0, left_ms) / 1000));
    cut.from_ms += std::int64_t{1000} * rest_seconds;
    m.lost_seconds[hand] += rest_seconds;
  }
  replan(m, cut,
         std::max<std::int64_t>(0, speech_ms(*m.practice, words.text) - std::int64_t{1000} * rest_seconds));
  begin_elsewhere(m, cut.keep, away);
  if (cut.keep >= m.steps.size())
    return end_here(m, rule, sentence(*m.practice, "cue.nothing_left", {{"why", words.text}}));
  tell(m, rule, words);
  begin_step(m, cut.keep, cut.from_ms);
}

bool leave_parts(Machine& m, const ZoneSet& zones) {
  Step step = current(m);
  const int now = current_part(m);
  std::int64_t begin = strokes_begin(m);
  std::vector<StepPart> parts;
  ZoneSet left;  // of the parts to come
  ZoneSet all;
  for (std::size_t i = 0; i < step.parts.size(); ++i) {
    StepPart part = step.parts[i];
    const std::int64_t part_begin = begin;
    begin += std::int64_t{1000} * part.seconds;
    const bool over = static_cast<int>(i) < now;
    const bool left_alone = part.zones.intersects(zones);
    if (!over && left_alone)
      part.seconds =
          static_cast<int>((std::max<std::int64_t>(0, m.state.session_ms - part_begin) + 999) / 1000);
    if (!over && !left_alone) left |= part.zones;
    part.zones -= zones;
    if (part.seconds <= 0) continue;
    all |= part.zones;
    parts.push_back(std::move(part));
  }
  if (left.empty()) return false;
  step.zones = all;
  step.seconds = 0;
  for (const auto& part : parts) step.seconds += part.seconds;
  step.strokes = static_cast<int>(std::lround(step.seconds * step.tempo_per_minute / 60));
  step.parts = std::move(parts);
  current(m) = std::move(step);
  return true;
}

bool may_go_on(const Machine& m) {
  if (m.steps.empty()) return true;
  const Step& step = current(m);
  const HandClearance& hand = m.clearance.hands[step.hand];
  const auto allowed = [&](TechniqueId technique, const ZoneSet& zones) {
    bool is = !hand.techniques_off.has(technique);
    zones.each([&](ZoneId id) { is = is && !hand.zones[id.at()].techniques_off.has(technique); });
    return is;
  };
  bool all = allowed(step.technique, step.parts.empty() ? step.zones : ZoneSet{});
  const int now = std::max(0, current_part(m));
  for (std::size_t i = static_cast<std::size_t>(now); i < step.parts.size(); ++i)
    all = all && allowed(step.parts[i].technique, step.parts[i].zones);
  const bool tool = !step.tool.valid() || !giver_of(m, step.hand).tools_off.has(step.tool);
  return hand.allowed && tool && all;
}

bool within_limits(const Machine& m, const std::vector<Step>& steps, std::size_t from) {
  const Practice& practice = *m.practice;
  const Request& request = m.plan.request;
  if (!planning::beyond_clearance(practice, m.plan.clearance, request, steps).empty()) return false;
  const std::vector<Step> rest(steps.begin() + static_cast<std::ptrdiff_t>(from), steps.end());
  if (!planning::beyond_clearance(practice, m.clearance, request, rest).empty()) return false;
  for (const Step& step : rest)
    if (left_out(m, step)) return false;
  if (!within_doses(m, steps)) return false;
  PerHand<int> whole;
  for (const Step& step : steps) whole[step.hand] += step.seconds;
  for (Hand hand : kHands)
    if (m.worked_firm[hand] && whole[hand] > m.clearance.hands[hand].max_firm_seconds) return false;
  return true;
}

void exclude(Machine& m, Hand hand, const ZoneSet& zones) {
  m.zones_off[hand] |= zones;
  zones.each([&](ZoneId id) { m.clearance.hands[hand].zones[id.at()].excluded = true; });
}

void lower(Machine& m, Hand hand, const ZoneSet& zones, int level) {
  zones.each([&](ZoneId id) {
    int& most = m.clearance.hands[hand].zones[id.at()].max_level;
    most = std::min(most, std::max(0, level));
  });
  for (std::size_t i = position(m); i < m.steps.size(); ++i) {
    Step& step = m.steps[i];
    if (step.hand == hand && step.level && step.zones.intersects(zones))
      step.level = std::min(*step.level, level);
  }
}

void end_hand(Machine& m, Hand hand) {
  m.ended[hand] = true;
  m.clearance.hands[hand].allowed = false;
  m.clearance.giver[hand].can_give = false;
}

int lightest(const Machine& m, const Step& step) {
  return m.practice->at(step.technique).level_default.value_or(0) > 0 ? 1 : 0;
}

int level_limit(const Machine& m, const Step& step) {
  const Practice& practice = *m.practice;
  const Technique& technique = practice.at(step.technique);
  int most = technique.level_max.value_or(0);
  step.zones.each([&](ZoneId id) {
    const ZoneClearance& zone = m.clearance.hands[step.hand].zones[id.at()];
    most = std::min({most, zone.max_level, practice.at(id).max_level});
  });
  for (PointId id : step.points) most = std::min(most, practice.at(id).max_level);
  if (step.tool.valid()) {
    most = std::min(most, practice.at(step.tool).max_level);
    if (practice.at(step.tool).needs_giver) most = std::min(most, giver_of(m, step.hand).max_level);
  }
  if (const ProgrammeStep* own = programme_step(practice, m.plan, step))
    most = std::min(most, own->level.value_or(0));
  return most;
}

ToolId other_tool(const Machine& m, const Step& step, bool lighter) {
  const Practice& practice = *m.practice;
  const GiverClearance& giver = giver_of(m, step.hand);
  std::vector<ToolId> tools = practice.at(step.technique).tools;
  for (PointId id : step.points) tools = practice.at(id).tools.empty() ? tools : practice.at(id).tools;
  for (ToolId id : tools) {
    const Tool& tool = practice.at(id);
    if (id == step.tool || giver.tools_off.has(id)) continue;
    if (tool.needs_giver && !giver.can_give) continue;
    if (!tool.groups.empty() && !(step.group.valid() && tool.groups.has(step.group))) continue;
    if (!lighter && tool.max_level < step.level.value_or(0)) continue;
    return id;
  }
  return {};
}

GiverClearance& giver_of(Machine& m, Hand receiving) {
  return m.plan.request.checkin.mode == Mode::partner ? m.clearance.partner
                                                      : m.clearance.giver[other(receiving)];
}
const GiverClearance& giver_of(const Machine& m, Hand receiving) {
  return giver_of(const_cast<Machine&>(m), receiving);  // only looks
}

}  // namespace thenar::guidance
