// Why a step is there, and why something is not.
#include <algorithm>

#include "steps.hpp"
#include "thenar/base/text.hpp"

namespace thenar::planning {
namespace {

/// What a step's technique (and point) is worth to a goal by the practice's table, 0–3.
int value_for(const Brief& brief, const Step& step, Goal goal) {
  int value = 0;
  const auto look = [&](const std::map<Goal, int>& table) {
    if (auto it = table.find(goal); it != table.end()) value = std::max(value, it->second);
  };
  look(table_of(brief.practice, step.technique));
  for (const auto& part : step.parts) look(table_of(brief.practice, part.technique));
  for (PointId point : step.points) look(table_of(brief.practice, point));
  return value;
}

/// The words of the marks inside the step's zones, as "sore"; none for strokes that meet every place.
std::string marked_words(const Brief& brief, const Step& step) {
  if (step.group.valid() ? !brief.practice.at(step.group).of.empty() : step.programme_step < 0) return {};
  for (const auto& mark : brief.request.checkin.marked)
    if (mark.hand == step.hand && step.zones.has(mark.zone) &&
        (brief.focus[step.hand].has(mark.zone) || brief.knots[step.hand].has(mark.zone)))
      return brief.practice.say("mark." + std::string(word(mark.as)) + ".name");
  return {};
}

/// True when an effect of the precaution can keep a technique from where it acts.
bool can_forbid(const Practice& practice, RuleId rule, TechniqueId technique) {
  const auto& effects = practice.at(rule).effects;
  return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
    return effect.exclude || effect.techniques_off.has(technique) || effect.max_level == 0 ||
           (!effect.techniques_only.empty() && !effect.techniques_only.has(technique)) ||
           (effect.static_off && practice.at(technique).is_static);
  });
}

/// The zones of a place that a precaution keeps a technique from.
ZoneSet forbidden_zones(const Brief& brief, Hand hand, TechniqueId technique, const ZoneSet& zones) {
  const auto& data = brief.practice.at(technique);
  ZoneSet out;
  zones.each([&](ZoneId zone) {
    const auto& here = brief.clearance.hands[hand].zones[zone.at()];
    const auto& never = brief.practice.at(zone).techniques_off;
    if (brief.practice.at(zone).excluded || std::find(never.begin(), never.end(), technique) != never.end())
      return;  // for nobody, so no precaution keeps it away
    const bool pressed = data.level_default.value_or(0) > 0 && here.max_level == 0;
    const bool still = data.is_static && !here.static_allowed;
    if (!here.rules.empty() && (here.excluded || here.techniques_off.has(technique) || pressed || still))
      out.add(zone);
  });
  return out;
}

/// The precaution that forbids a technique on these zones, or on the whole hand, in its own words; empty when
/// none does.
std::string forbidden_because(const Brief& brief, Hand hand, TechniqueId technique, const ZoneSet& zones) {
  const auto& clearance = brief.clearance.hands[hand];
  RuleSet rules;
  if (clearance.techniques_off.has(technique)) rules |= clearance.rules;
  zones.each([&](ZoneId zone) { rules |= clearance.zones[zone.at()].rules; });
  for (const auto& applied : brief.clearance.rules)
    if (rules.has(applied.rule) && !applied.effect.empty() &&
        can_forbid(brief.practice, applied.rule, technique))
      return applied.effect;
  return {};
}

/// Adds to the line of the same technique and reason, or begins one.
void add_line(std::vector<LeftOut>& out, LeftOut line) {
  for (auto& each : out)
    if (each.hand == line.hand && each.technique == line.technique && each.because == line.because) {
      each.zones |= line.zones;
      return;
    }
  out.push_back(std::move(line));
}

/// True when the plan does this technique somewhere in the group, or a pair of techniques that holds it.
bool worked_on(const std::vector<Offer>& offers, const Solution& solution, Hand hand, TechniqueId technique,
               GroupId group) {
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const auto& offer = offers[i];
    if (solution.quanta[i] == 0 || offer.hand != hand || offer.group != group) continue;
    for (const auto& part : offer.parts)
      if (part.fit.technique == technique) return true;
  }
  return false;
}

/// Work that would serve the wishes but may not be done on some place today: of each group and reason the
/// technique that would have been worth most there. What the plan does on the rest of the group is not left
/// out.
void forbidden_work(const Brief& brief, Hand hand, const std::vector<Offer>& offers, const Solution& solution,
                    std::vector<LeftOut>& out) {
  const auto& practice = brief.practice;
  for (std::size_t g = 0; g < practice.groups.size(); ++g) {
    const GroupId id{static_cast<std::int16_t>(g)};
    const auto& group = practice.groups[g];
    if (!group.of.empty()) continue;
    std::vector<std::pair<std::int64_t, LeftOut>> found;
    for (std::size_t t = 0; t < practice.techniques.size(); ++t) {
      const TechniqueId technique{static_cast<std::int16_t>(t)};
      const auto kind = practice.techniques[t].kind;
      if (!practice.techniques[t].groups.has(id) || !proposable(brief, technique)) continue;
      if (kind == TechniqueKind::presses || kind == TechniqueKind::trigger) continue;  // only at points
      if (worked_on(offers, solution, hand, technique, id)) continue;
      const auto rate = rate_of(brief, hand, table_of(practice, technique), id, group.zones, false);
      const auto zones = forbidden_zones(brief, hand, technique, group.zones);
      auto because = zones.empty() ? std::string() : forbidden_because(brief, hand, technique, zones);
      if (rate <= 0 || because.empty()) continue;
      const auto same = std::find_if(found.begin(), found.end(),
                                     [&](const auto& f) { return f.second.because == because; });
      if (same == found.end()) {
        found.emplace_back(rate, LeftOut{technique, zones, hand, std::move(because)});
      } else if (rate > same->first) {
        *same = {rate, LeftOut{technique, zones, hand, std::move(because)}};
      }
    }
    for (auto& [rate, line] : found) add_line(out, std::move(line));
  }
}

/// The kind of work that serves the wishes best, wherever.
TechniqueId best_work(const Brief& brief) {
  TechniqueId best;
  std::int64_t most = -1;
  for (const auto& row : brief.practice.technique_rates) {
    std::int64_t worth = 0;
    for (const auto& [goal, value] : row.goals) worth += brief.weight[static_cast<std::size_t>(goal)] * value;
    if (brief.practice.at(row.technique).kind != TechniqueKind::works || worth <= most) continue;
    most = worth;
    best = row.technique;
  }
  return best;
}

/// Marked places that got no work of their own, and why: the minutes, or what lies bare under the skin there.
/// Those that a precaution forbids are told by it.
void unserved_marks(const Brief& brief, Hand hand, const std::vector<Offer>& offers, const Solution& solution,
                    std::vector<LeftOut>& out) {
  const ZoneSet marked = brief.focus[hand] | brief.knots[hand];
  ZoneSet offered;
  ZoneSet worked;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (offers[i].hand != hand || !brief.practice.at(offers[i].group).of.empty()) continue;
    offered |= offers[i].zones();
    if (solution.quanta[i] > 0) worked |= offers[i].zones();
  }
  const auto work = best_work(brief);
  marked.each([&](ZoneId zone) {
    if (worked.has(zone)) return;
    ZoneSet zones;
    zones.add(zone);
    if (!offered.has(zone) && !brief.clearance.hands[hand].zones[zone.at()].rules.empty()) return;
    add_line(out,
             {work, zones, hand,
              brief.practice.say(offered.has(zone) ? "left_out.marked_no_time" : "left_out.marked_bare")});
  });
}

/// The most valuable work of each hand on groups that got nothing although it was possible: one line or two,
/// so that a person sees what a few minutes more would bring. Marked places have lines of their own.
void lesser_work(const Brief& brief, Hand hand, const std::vector<Offer>& offers, const Solution& solution,
                 std::vector<LeftOut>& out) {
  constexpr std::size_t kLines = 2;
  GroupSet worked;
  for (std::size_t i = 0; i < offers.size(); ++i)
    if (offers[i].hand == hand && solution.quanta[i] > 0 && offers[i].group.valid())
      worked.add(offers[i].group);
  std::vector<const Offer*> best;
  for (const auto& offer : offers) {
    if (offer.hand != hand || offer.serves || worked.has(offer.group) ||
        !brief.practice.at(offer.group).of.empty())
      continue;
    auto same =
        std::find_if(best.begin(), best.end(), [&](const Offer* o) { return o->group == offer.group; });
    if (same == best.end())
      best.push_back(&offer);
    else if (offer.rate > (*same)->rate)
      *same = &offer;
  }
  std::stable_sort(best.begin(), best.end(),
                   [](const Offer* a, const Offer* b) { return a->rate > b->rate; });
  for (std::size_t i = 0; i < std::min(kLines, best.size()); ++i)
    out.push_back({best[i]->technique(), best[i]->zones(), hand, brief.practice.say("left_out.worth_less")});
}

/// What was asked for by name and is not in the plan.
void unmet_wishes(const Brief& brief, const std::vector<Offer>& offers, const Solution& solution,
                  std::vector<LeftOut>& out) {
  brief.chosen_techniques.each([&](TechniqueId technique) {
    for (Hand hand : brief.request.wishes.hands) {
      bool offered = false;
      bool used = false;
      for (std::size_t i = 0; i < offers.size(); ++i) {
        if (offers[i].hand != hand || offers[i].technique() != technique) continue;
        offered = true;
        used = used || solution.quanta[i] > 0;
      }
      if (used) continue;
      auto because = offered ? std::string() : forbidden_because(brief, hand, technique, {});
      if (because.empty())
        because = brief.practice.say(offered ? "left_out.chosen_no_time" : "left_out.chosen_not_possible");
      out.push_back(LeftOut{technique, {}, hand, std::move(because)});
    }
  });
}

}  // namespace

std::vector<Why> reasons(const Brief& brief, const Step& step) {
  std::vector<std::pair<std::int64_t, Goal>> served;
  for (std::size_t g = 0; g < kGoalCount; ++g) {
    const auto goal = static_cast<Goal>(g);
    const auto worth = brief.weight[g] * value_for(brief, step, goal);
    if (worth > 0) served.emplace_back(-worth, goal);
  }
  std::sort(served.begin(), served.end());
  std::vector<Why> why;
  const auto marked = marked_words(brief, step);
  for (const auto& [worth, goal] : served) {
    const auto claim = brief.claim[static_cast<std::size_t>(goal)];
    if (!claim.valid() || why.size() == 2) continue;
    const bool bare = !step.medium.valid() || brief.practice.at(step.medium).ml_per_hand_max <= 0;
    if (brief.practice.at(claim).by_medium && bare) continue;
    std::string text = brief.practice.say("claim." + brief.practice.at(claim).id + ".sentence");
    if (why.empty() && !marked.empty())
      text = fill(brief.practice.say("why.marked"), {{"marked", marked}, {"sentence", text}});
    why.push_back({goal, brief.practice.at(claim).grade, std::move(text)});
  }
  return why;
}

std::vector<LeftOut> left_out(const Brief& brief, const std::vector<Offer>& offers, const Solution& solution,
                              const PerHand<std::vector<int>>& lost) {
  std::vector<LeftOut> out;
  for (Hand hand : kHands) {
    if (!brief.works[hand]) continue;
    if (brief.programme.valid()) {
      const auto& steps = brief.practice.at(brief.programme).steps;
      for (int i : lost[hand]) {
        const auto& step = steps[static_cast<std::size_t>(i)];
        ZoneSet zones = step.zones;
        step.groups.each([&](GroupId group) { zones |= brief.practice.at(group).zones; });
        auto because = forbidden_because(brief, hand, step.technique, zones);
        if (because.empty()) because = brief.practice.say("left_out.not_possible");
        out.push_back(LeftOut{step.technique, zones, hand, std::move(because)});
      }
    } else {
      forbidden_work(brief, hand, offers, solution, out);
      unserved_marks(brief, hand, offers, solution, out);
      lesser_work(brief, hand, offers, solution, out);
    }
  }
  unmet_wishes(brief, offers, solution, out);
  return out;
}

}  // namespace thenar::planning
