#include "offers.hpp"

#include <algorithm>
#include <cmath>

namespace thenar::planning {
namespace {

/// The dose of a technique on a group: as the data says for this group, else times the parts of the group; in
/// both cases less by the share of it that may not be worked.
Dose dose_on(const Technique& technique, const Group& group, GroupId id) {
  if (auto it = technique.dose_by_group.find(id); it != technique.dose_by_group.end()) return it->second;
  const int parts = std::max<int>(1, static_cast<int>(group.parts.size()));
  return {technique.dose.min_seconds * parts, technique.dose.typ_seconds * parts,
          technique.dose.max_seconds * parts};
}

int scaled(int seconds, double share) {
  return static_cast<int>(std::floor(seconds * share + 1e-9));
}

OfferPart part_of(const Fit& fit, const Dose& dose) {
  OfferPart part{fit, std::max(1, scaled(dose.min_seconds, fit.share)), scaled(dose.typ_seconds, fit.share),
                 scaled(dose.max_seconds, fit.share)};
  if (fit.max_seconds) part.max_seconds = std::min(part.max_seconds, *fit.max_seconds);
  return part;
}

double area(const Practice& practice, const ZoneSet& zones) {
  double sum = 0;
  zones.each([&](ZoneId zone) { sum += practice.at(zone).share; });
  return sum;
}

/// Sums the parts, rounds to quanta (least up, most down) and says whether a dose is left.
bool settle(Offer& offer, int quantum) {
  int min = 0;
  int typ = 0;
  int max = 0;
  for (const auto& part : offer.parts) {
    min += part.min_seconds;
    typ += part.typ_seconds;
    max += part.max_seconds;
  }
  offer.min_seconds = (min + quantum - 1) / quantum * quantum;
  offer.max_seconds = max / quantum * quantum;
  if (offer.max_seconds < offer.min_seconds || offer.min_seconds <= 0) return false;
  offer.typ_seconds =
      std::clamp((typ + quantum / 2) / quantum * quantum, offer.min_seconds, offer.max_seconds);
  return true;
}

bool already_fixed(const Brief& brief, GroupId group, TechniqueId technique) {
  for (const auto& part : brief.rules().fixed)
    if (part.id == "essential" && part.groups.has(group) &&
        std::find(part.techniques.begin(), part.techniques.end(), technique) != part.techniques.end())
      for (Goal goal : part.only_goals)
        if (brief.wished(goal)) return true;
  return false;
}

void offer_techniques(const Brief& brief, Hand hand, GroupId id, std::vector<Offer>& offers) {
  const auto& practice = brief.practice;
  const auto& group = practice.at(id);
  for (std::size_t t = 0; t < practice.techniques.size(); ++t) {
    const TechniqueId technique{static_cast<std::int16_t>(t)};
    const auto& data = practice.at(technique);
    if (!data.groups.has(id) || !proposable(brief, technique) || already_fixed(brief, id, technique))
      continue;
    if (data.kind == TechniqueKind::presses || data.kind == TechniqueKind::trigger)
      continue;  // only at points
    const auto rate = rate_of(brief, hand, table_of(practice, technique), id, group.zones,
                              brief.chosen_techniques.has(technique));
    if (rate <= 0) continue;
    GroupSet groups;
    groups.add(id);
    const auto found = fit(brief, Ask{hand, technique, groups, group.zones, {}, {}});
    if (!found) continue;
    Offer offer{hand, group.region, id, {}, {}, {}, -1, data.phase, CandidateKind::stroke, {}, rate, 0, 0, 0};
    offer.parts.push_back(part_of(*found, dose_on(data, group, id)));
    if (settle(offer, brief.rules().quantum_seconds)) offers.push_back(std::move(offer));
  }
}

void offer_combos(const Brief& brief, Hand hand, GroupId id, std::vector<Offer>& offers) {
  const auto& practice = brief.practice;
  const auto& group = practice.at(id);
  const int times = std::max<int>(1, static_cast<int>(group.parts.size()));
  for (std::size_t c = 0; c < practice.combos.size(); ++c) {
    const auto& combo = practice.combos[c];
    if (combo.group != id) continue;
    const ZoneSet zones = combo.zones.empty() ? group.zones : combo.zones;
    GroupSet groups;
    groups.add(id);
    Offer offer{hand,
                group.region,
                id,
                ComboId{static_cast<std::int16_t>(c)},
                {},
                {},
                -1,
                Phase::knead,
                CandidateKind::stroke,
                {},
                0,
                0,
                0,
                0};
    std::int64_t worth = 0;
    std::int64_t typical = 0;
    ZoneSet common = zones;  // where every technique of the combo may be done
    for (const auto& part : combo.parts) {
      const auto found = proposable(brief, part.technique)
                             ? fit(brief, Ask{hand, part.technique, groups, zones, {}, {}})
                             : std::nullopt;
      common &= found ? found->zones : ZoneSet{};
    }
    if (common.empty()) continue;
    const double share = area(practice, common) / area(practice, zones);
    for (const auto& part : combo.parts) {
      auto found = fit(brief, Ask{hand, part.technique, groups, common, {}, {}});
      if (!found) break;
      found->share = share;
      const Dose dose{part.dose.min_seconds * times, part.dose.typ_seconds * times,
                      part.dose.max_seconds * times};
      offer.parts.push_back(part_of(*found, dose));
      worth += dose.typ_seconds * rate_of(brief, hand, table_of(practice, part.technique), id, zones,
                                          brief.chosen_techniques.has(part.technique));
      typical += dose.typ_seconds;
    }
    if (offer.parts.size() != combo.parts.size() || typical == 0) continue;
    offer.phase = practice.at(offer.technique()).phase;
    offer.rate = worth / typical * per_mille(combo.worth_factor) / kThousand;
    if (offer.rate > 0 && settle(offer, brief.rules().quantum_seconds)) offers.push_back(std::move(offer));
  }
}

void offer_points(const Brief& brief, Hand hand, GroupId id, std::vector<Offer>& offers) {
  const auto& practice = brief.practice;
  const auto& done = brief.progress != nullptr ? brief.progress->points[hand] : std::vector<PointId>{};
  for (std::size_t p = 0; p < practice.points.size(); ++p) {
    const auto& point = practice.points[p];
    const PointId point_id{static_cast<std::int16_t>(p)};
    const bool trigger = point.kind == PointKind::trigger;
    if (point.group != id || !point.in_plans || brief.clearance.hands[hand].points_off.has(point_id))
      continue;
    if (trigger && !brief.knots[hand].has(point.zone)) continue;
    if (std::find(done.begin(), done.end(), point_id) != done.end()) continue;
    const auto technique = technique_at(practice, point);
    if (!technique.valid()) continue;
    ZoneSet zones;
    zones.add(point.zone);
    GroupSet groups;
    groups.add(id);
    const auto found = fit(brief, Ask{hand, technique, groups, zones, point.max_level, point.tools});
    const auto rate =
        rate_of(brief, hand, table_of(practice, point_id), id, zones, brief.chosen_points.has(point_id));
    if (!found || rate <= 0) continue;
    Offer offer{hand,
                practice.at(id).region,
                id,
                {},
                point_id,
                {point_id},
                -1,
                practice.at(technique).phase,
                trigger ? CandidateKind::trigger : CandidateKind::acupoint,
                {},
                rate,
                0,
                0,
                0};
    const Dose& dose = point.dose.max_seconds > 0 ? point.dose : practice.at(technique).dose;
    offer.parts.push_back(part_of(*found, dose));
    if (settle(offer, brief.rules().quantum_seconds)) offers.push_back(std::move(offer));
  }
}

/// Marks the offers of each group that work what is marked there: all of it, or as much as any offer can.
void find_serving(const Brief& brief, std::vector<Offer>& offers) {
  const auto served = [&](const Offer& offer) {
    return offer.zones() & (brief.focus[offer.hand] | brief.knots[offer.hand]);
  };
  for (auto& offer : offers) {
    if (!brief.practice.at(offer.group).of.empty()) continue;
    const int mine = served(offer).size();
    offer.serves =
        mine > 0 && std::none_of(offers.begin(), offers.end(), [&](const Offer& each) {
          return each.hand == offer.hand && each.group == offer.group && served(each).size() > mine;
        });
  }
}

/// Takes over what somebody changed in a plan: work left out, and work that gets exactly its seconds and
/// comes first.
void edit(const Brief& brief, std::vector<Offer>& offers) {
  const auto& edits = brief.request.wishes.edits;
  if (edits.empty()) return;
  const int quantum = brief.rules().quantum_seconds;
  const auto edit_of = [&](const Offer& offer) { return edits.find(offer_word(brief, offer)); };
  std::erase_if(offers, [&](const Offer& offer) {
    const auto found = edit_of(offer);
    return found != edits.end() && found->second == 0;
  });
  for (auto& offer : offers) {
    const auto found = edit_of(offer);
    if (found == edits.end()) continue;
    const int seconds =
        std::clamp((found->second + quantum / 2) / quantum * quantum, offer.min_seconds, offer.max_seconds);
    offer.min_seconds = offer.typ_seconds = offer.max_seconds = seconds;
    offer.serves = true;
  }
}

/// In this session the group has had this work, or as many works as are good for it.
bool was_given(const Brief& brief, const Offer& offer) {
  if (brief.progress == nullptr) return false;
  const auto& worked = brief.progress->worked_with[offer.hand];
  const auto here = worked.find(offer.group);
  if (here != worked.end() && here->second.intersects(techniques_of(offer))) return true;
  return works_left(brief, offer.hand, offer.group) == 0;
}

}  // namespace

std::string group_word(const Brief& brief, const Offer& offer) {
  std::string text = std::string(word(offer.hand)) + "/";
  if (offer.programme_step < 0) return text + brief.practice.at(offer.group).id;
  return text + brief.practice.at(brief.programme).id + "." + std::to_string(offer.programme_step + 1);
}

std::string offer_word(const Brief& brief, const Offer& offer) {
  std::string text = group_word(brief, offer) + "/";
  if (offer.combo.valid()) return text + brief.practice.at(offer.combo).id;
  if (offer.point.valid()) return text + brief.practice.at(offer.point).id;
  return text + brief.practice.at(offer.technique()).id;
}

TechniqueSet techniques_of(const Offer& offer) {
  TechniqueSet all;
  for (const auto& part : offer.parts) all.add(part.fit.technique);
  return all;
}

int works_left(const Brief& brief, Hand hand, GroupId group) {
  const int most = brief.rules().max_techniques_per_group;
  if (brief.progress == nullptr) return most;
  const auto& done = brief.progress->works_done[hand];
  const auto here = done.find(group);
  return here == done.end() ? most : std::max(0, most - here->second);
}

const std::map<Goal, int>& table_of(const Practice& practice, TechniqueId technique) {
  static const std::map<Goal, int> kNothing;
  for (const auto& row : practice.technique_rates)
    if (row.technique == technique) return row.goals;
  return kNothing;
}

const std::map<Goal, int>& table_of(const Practice& practice, PointId point) {
  static const std::map<Goal, int> kNothing;
  for (const auto& row : practice.point_rates)
    if (row.point == point) return row.goals;
  return kNothing;
}

std::int64_t rate_of(const Brief& brief, Hand hand, const std::map<Goal, int>& table, GroupId group,
                     const ZoneSet& zones, bool chosen) {
  const auto& rules = brief.rules();
  for (Goal goal : rules.exclusive_goals)
    if (brief.wished(goal) && !chosen && !table.contains(goal)) return 0;
  std::int64_t rate = 0;
  for (std::size_t g = 0; g < kGoalCount; ++g) {
    if (brief.weight[g] == 0) continue;
    const auto it = table.find(static_cast<Goal>(g));
    // What somebody asks for by name serves their wish at least a little.
    const int value = std::max(it == table.end() ? 0 : it->second, chosen ? 1 : 0);
    bool relevant = brief.relevant[g].has(group);
    brief.practice.at(group).of.each(
        [&](GroupId inner) { relevant = relevant || brief.relevant[g].has(inner); });
    rate += brief.weight[g] * value * (relevant ? kThousand : per_mille(rules.relevance_other)) / kThousand;
  }
  // A stroke over the whole hand meets every mark, so only work on the place itself counts as attention to
  // it.
  const bool local = brief.practice.at(group).of.empty();
  if (local && (zones.intersects(brief.focus[hand]) || zones.intersects(brief.knots[hand])))
    rate = rate * per_mille(rules.focus) / kThousand;
  return chosen ? rate * per_mille(rules.chosen_factor) / kThousand : rate;
}

std::vector<Offer> free_offers(const Brief& brief) {
  std::vector<Offer> offers;
  for (Hand hand : kHands) {
    if (!brief.works[hand]) continue;
    for (std::size_t g = 0; g < brief.practice.groups.size(); ++g) {
      const GroupId id{static_cast<std::int16_t>(g)};
      offer_techniques(brief, hand, id, offers);
      offer_combos(brief, hand, id, offers);
      offer_points(brief, hand, id, offers);
    }
  }
  std::erase_if(offers, [&](const Offer& offer) { return was_given(brief, offer); });
  find_serving(brief, offers);
  edit(brief, offers);
  return offers;
}

bool hands_alike(const std::vector<Offer>& offers) {
  std::vector<const Offer*> left;
  std::vector<const Offer*> right;
  for (const auto& offer : offers) (offer.hand == Hand::left ? left : right).push_back(&offer);
  const auto same_part = [](const OfferPart& a, const OfferPart& b) {
    return a.fit.technique == b.fit.technique && a.fit.zones == b.fit.zones && a.fit.tool == b.fit.tool &&
           a.fit.level == b.fit.level && a.min_seconds == b.min_seconds && a.typ_seconds == b.typ_seconds &&
           a.max_seconds == b.max_seconds;
  };
  const auto same = [&](const Offer* a, const Offer* b) {
    return a->group == b->group && a->combo == b->combo && a->points == b->points &&
           a->programme_step == b->programme_step && a->rate == b->rate && a->serves == b->serves &&
           a->min_seconds == b->min_seconds && a->max_seconds == b->max_seconds &&
           std::equal(a->parts.begin(), a->parts.end(), b->parts.begin(), b->parts.end(), same_part);
  };
  return !left.empty() && std::equal(left.begin(), left.end(), right.begin(), right.end(), same);
}

}  // namespace thenar::planning
