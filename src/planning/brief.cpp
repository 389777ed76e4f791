#include "brief.hpp"

#include <algorithm>
#include <cmath>

namespace thenar::planning {
namespace {

/// The sentence-bearing claim of each goal: the first that may be said.
void find_claims(Brief& brief) {
  const auto& claims = brief.practice.claims;
  for (std::size_t i = claims.size(); i-- > 0;)
    for (Goal goal : claims[i].goals)
      if (claims[i].may_say)
        brief.claim[static_cast<std::size_t>(goal)] = ClaimId{static_cast<std::int16_t>(i)};
}

/// A group matters to a goal when one of the goal's programmes works it, or when the data says so.
void find_relevance(Brief& brief) {
  const auto& practice = brief.practice;
  for (const auto& programme : practice.programmes)
    for (const auto& step : programme.steps)
      for (Goal goal : programme.goals) {
        auto& groups = brief.relevant[static_cast<std::size_t>(goal)];
        groups |= step.groups;
        for (std::size_t g = 0; g < practice.groups.size(); ++g)
          if (practice.groups[g].of.empty() && practice.groups[g].zones.intersects(step.zones))
            groups.add(GroupId{static_cast<std::int16_t>(g)});
      }
  for (const auto& row : practice.goal_relevance)
    brief.relevant[static_cast<std::size_t>(row.goal)] |= row.groups;
}

void weigh_goals(Brief& brief) {
  bool any = false;
  for (const auto& [goal, weight] : brief.request.wishes.goals) any = any || weight > 0;
  const auto& goals = any ? brief.request.wishes.goals : brief.rules().default_goals;
  double most = -1;
  for (const auto& [goal, weight] : goals) {
    const auto at = static_cast<std::size_t>(goal);
    double factor = 1;
    if (brief.claim[at].valid()) {
      const auto& by_grade = brief.rules().grade_factor;
      if (auto it = by_grade.find(brief.practice.at(brief.claim[at]).grade); it != by_grade.end())
        factor = it->second;
    }
    brief.weight[at] = std::llround(weight * factor * static_cast<double>(kMillion));
    if (weight > most) {
      most = weight;
      brief.main_goal = goal;
    }
  }
}

void choose_medium(Brief& brief) {
  const auto& practice = brief.practice;
  const auto& off = brief.clearance.products_off;
  MediumId fallback;
  MediumId nothing;
  for (std::size_t i = 0; i < practice.media.size(); ++i) {
    const MediumId id{static_cast<std::int16_t>(i)};
    if (practice.media[i].is_default) fallback = id;
    if (!practice.media[i].slips && !nothing.valid() && practice.media[i].offered) nothing = id;
  }
  if (off.has(fallback)) fallback = nothing;
  brief.medium = brief.request.wishes.medium.valid() ? brief.request.wishes.medium : fallback;
  if (off.has(brief.medium)) {
    brief.remarks.emplace_back("remark.product_off");
    brief.medium = fallback;
  }
  if (brief.clearance.lubricant_required && !brief.slips()) {
    brief.remarks.emplace_back("remark.lubricant_required");
    brief.medium = fallback;
  }
}

void read_marks(Brief& brief) {
  for (const auto& mark : brief.request.checkin.marked)
    for (const auto& rule : brief.practice.screening.marks) {
      if (rule.as != mark.as) continue;
      if (rule.focus) brief.focus[mark.hand].add(mark.zone);
      if (rule.offers_trigger_point) brief.knots[mark.hand].add(mark.zone);
      if (!rule.start_level_max) continue;
      brief.tender[mark.hand].add(mark.zone);
      brief.tender_level = std::min(brief.tender_level, *rule.start_level_max);
    }
}

void read_chosen(Brief& brief) {
  for (const auto& word : brief.request.wishes.chosen) {
    if (auto technique = brief.practice.ids.techniques.find(word); technique.valid())
      brief.chosen_techniques.add(technique);
    if (auto point = brief.practice.ids.points.find(word); point.valid()) brief.chosen_points.add(point);
  }
}

/// A programme that today's answers rule out is not forced: the person is told, and a free plan for the same
/// goals takes its place.
void choose_programme(Brief& brief) {
  const auto id = brief.request.wishes.programme;
  if (!id.valid()) return;
  const auto& programme = brief.practice.at(id);
  const auto& checkin = brief.request.checkin;
  bool off = std::find(programme.modes.begin(), programme.modes.end(), checkin.mode) == programme.modes.end();
  for (const auto& applied : brief.clearance.rules) off = off || programme.blocked_by.has(applied.rule);
  for (Hand hand : brief.request.wishes.hands)
    off = off || brief.clearance.hands[hand].programmes_off.has(id);
  if (off) {
    brief.remarks.emplace_back("remark.programme_off");
  } else {
    brief.programme = id;
  }
}

}  // namespace

Allowance allowance(const Practice& practice, const Request& request, const Clearance& clearance,
                    const Progress* progress, int total_seconds) {
  Allowance result{clearance, {}};
  const auto& wishes = request.wishes;
  int hands = 0;
  for (Hand hand : wishes.hands) hands += clearance.hands[hand].allowed ? 1 : 0;
  for (Hand hand : wishes.hands) {
    auto& here = result.clearance.hands[hand];
    const int given = progress != nullptr ? progress->hand_seconds[hand] : 0;
    const int wanted = given + total_seconds / std::max(1, hands);
    const bool full = wishes.programme.valid() && practice.screening.full_programmes.has(wishes.programme);
    int cap = here.max_firm_seconds;
    if (wanted > here.max_firm_seconds) {
      cap = full ? here.max_programme_seconds : here.max_seconds;
      for (auto& zone : here.zones)
        zone.max_level = std::min(zone.max_level, practice.screening.firm_level - 1);
    }
    const auto& giver =
        request.checkin.mode == Mode::partner ? clearance.partner : clearance.giver[other(hand)];
    if (giver.can_give && giver.max_seconds) cap = std::min(cap, *giver.max_seconds);
    result.seconds[hand] = std::max(0, cap - given);
  }
  return result;
}

Brief make_brief(const Practice& practice, const Request& request, const Allowance& allowance,
                 const Progress* progress) {
  const Clearance& clearance = allowance.clearance;
  Brief brief{practice, request, clearance, progress};
  brief.allowed_seconds = allowance.seconds;
  find_claims(brief);
  find_relevance(brief);
  weigh_goals(brief);
  choose_medium(brief);
  read_marks(brief);
  read_chosen(brief);
  choose_programme(brief);
  const auto& wishes = request.wishes;
  if (wishes.programme.valid() && wishes.goals.empty())
    for (Goal goal : practice.at(wishes.programme).goals) {
      brief.weight[static_cast<std::size_t>(goal)] = kMillion;
      brief.main_goal = practice.at(wishes.programme).goals.front();
    }
  const auto& calm = practice.planning.calm_goals;
  brief.quiet = clearance.quiet || std::find(calm.begin(), calm.end(), brief.main_goal) != calm.end() ||
                (brief.programme.valid() && practice.at(brief.programme).quiet);
  for (Hand hand : wishes.hands)
    brief.works[hand] = clearance.hands[hand].allowed && allowance.seconds[hand] > 0 &&
                        !(progress != nullptr && progress->ended[hand]);
  return brief;
}

bool proposable(const Brief& brief, TechniqueId technique) {
  return !brief.practice.at(technique).only_when_chosen || brief.chosen_techniques.has(technique);
}

}  // namespace thenar::planning
