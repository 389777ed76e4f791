// A programme is the same problem with its own steps as candidates in its own order.
#include <algorithm>

#include "offers.hpp"

namespace thenar::planning {
namespace {

/// The zones a programme step names, by groups and one by one.
ZoneSet zones_of(const Practice& practice, const ProgrammeStep& step) {
  ZoneSet zones = step.zones;
  step.groups.each([&](GroupId group) { zones |= practice.at(group).zones; });
  return zones;
}

/// Groups a tool must be able to reach: those named, and those of the zones named.
GroupSet groups_of(const Practice& practice, const ProgrammeStep& step) {
  GroupSet groups = step.groups;
  for (std::size_t g = 0; g < practice.groups.size(); ++g)
    if (practice.groups[g].of.empty() && practice.groups[g].zones.intersects(step.zones))
      groups.add(GroupId{static_cast<std::int16_t>(g)});
  return groups;
}

/// A region to file the step under: that of its only group, else the one of the whole hand.
RegionId region_of(const Practice& practice, const GroupSet& groups) {
  RegionId region;
  bool one = true;
  groups.each([&](GroupId group) {
    one = one && (!region.valid() || region == practice.at(group).region);
    region = practice.at(group).region;
  });
  if (one && region.valid()) return region;
  for (const auto& group : practice.groups)
    if (!group.of.empty()) return group.region;
  return region;
}

/// Points of a step that are allowed today, each with a fit of its own, and the most seconds they may take.
struct PointFits {
  std::vector<PointId> points;
  std::vector<Fit> fits;
  int max_seconds = 0;
};
PointFits fit_points(const Brief& brief, Hand hand, const ProgrammeStep& step) {
  PointFits found;
  step.points.each([&](PointId id) {
    const auto& point = brief.practice.at(id);
    if (brief.clearance.hands[hand].points_off.has(id)) return;
    ZoneSet zones;
    zones.add(point.zone);
    GroupSet groups;
    if (point.group.valid()) groups.add(point.group);
    const int ceiling = std::min(step.level.value_or(kMaxLevel), point.max_level);
    const auto technique = point.moving ? technique_at(brief.practice, point) : step.technique;
    auto fitted = fit(brief, Ask{hand, technique, groups, zones, ceiling, point.tools});
    if (!fitted || (!found.fits.empty() && found.fits.front().technique != technique)) return;
    found.points.push_back(id);
    found.fits.push_back(*fitted);
    found.max_seconds += point.dose.max_seconds > 0 ? point.dose.max_seconds : step.seconds;
  });
  return found;
}

/// Several points worked one after the other, as one fit.
Fit joined(const PointFits& found) {
  Fit all = found.fits.front();
  for (const auto& fit : found.fits) {
    all.zones |= fit.zones;
    all.rules |= fit.rules;
    if (fit.level) all.level = std::min(all.level.value_or(*fit.level), *fit.level);
  }
  all.max_seconds = found.max_seconds;
  return all;
}

std::optional<Fit> fit_step(const Brief& brief, Hand hand, const ProgrammeStep& step, Offer& offer) {
  const auto groups = groups_of(brief.practice, step);
  const auto zones = zones_of(brief.practice, step);
  if (!step.points.empty()) {
    auto found = fit_points(brief, hand, step);
    if (!found.points.empty()) {
      offer.points = found.points;
      return joined(found);
    }
  } else if (auto found = fit_or_replacement(brief, {hand, step.technique, groups, zones, step.level, {}})) {
    return found;
  }
  if (!step.otherwise.valid()) return {};
  return fit_or_replacement(brief, {hand, step.otherwise, groups, zones, step.level, {}});
}

bool is_over(const Brief& brief, Hand hand, int step) {
  if (brief.progress == nullptr) return false;
  const auto& done = brief.progress->programme_steps_done[hand];
  return std::find(done.begin(), done.end(), step) != done.end();
}

int already_given(const Brief& brief, Hand hand, int step) {
  if (brief.progress == nullptr) return 0;
  const auto& given = brief.progress->programme_seconds[hand];
  return step < static_cast<int>(given.size()) ? given[static_cast<std::size_t>(step)] : 0;
}

}  // namespace

std::vector<Offer> programme_offers(const Brief& brief, PerHand<std::vector<int>>& lost) {
  std::vector<Offer> offers;
  const auto& programme = brief.practice.at(brief.programme);
  const int quantum = brief.rules().quantum_seconds;
  for (Hand hand : kHands) {
    if (!brief.works[hand]) continue;
    for (int i = 0; i < static_cast<int>(programme.steps.size()); ++i) {
      const auto& step = programme.steps[static_cast<std::size_t>(i)];
      const int wanted = step.seconds - already_given(brief, hand, i);
      if (is_over(brief, hand, i) || wanted < quantum) continue;
      Offer offer;
      offer.hand = hand;
      offer.programme_step = i;
      const auto fitted = fit_step(brief, hand, step, offer);
      if (!fitted) {
        lost[hand].push_back(i);
        continue;
      }
      const auto& technique = brief.practice.at(fitted->technique);
      offer.region = region_of(brief.practice, groups_of(brief.practice, step));
      if (step.groups.size() == 1 && step.zones.empty())
        step.groups.each([&](GroupId group) { offer.group = group; });
      offer.phase = technique.phase;
      // A programme's steps may be shorter than the technique's own least dose, but are never cut below it.
      const int most = fitted->max_seconds.value_or(2 * wanted);
      const int full = std::min(static_cast<int>(wanted * fitted->share + 0.5), most);
      offer.typ_seconds = full / quantum * quantum;
      offer.min_seconds = std::max(
          quantum,
          std::min(offer.typ_seconds, (technique.dose.min_seconds + quantum - 1) / quantum * quantum));
      offer.max_seconds =
          std::max(offer.typ_seconds, std::min(2 * offer.typ_seconds, most / quantum * quantum));
      if (offer.typ_seconds < quantum) {
        lost[hand].push_back(i);
        continue;
      }
      offer.parts.push_back({*fitted, offer.min_seconds, offer.typ_seconds, offer.max_seconds});
      offer.rate = kMillion;
      offers.push_back(std::move(offer));
    }
  }
  return offers;
}

}  // namespace thenar::planning
