#include "steps.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace thenar::planning {
namespace {

/// Whole seconds in proportion to weights, adding up exactly; what rounding leaves goes to the largest
/// fractions.
std::vector<int> share_out(int seconds, const std::vector<std::int64_t>& weights) {
  const auto sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  std::vector<int> shares(weights.size(), 0);
  if (sum <= 0) return shares;
  int given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    shares[i] = static_cast<int>(seconds * weights[i] / sum);
    given += shares[i];
  }
  std::vector<std::size_t> by_fraction(weights.size());
  std::iota(by_fraction.begin(), by_fraction.end(), std::size_t{0});
  std::stable_sort(by_fraction.begin(), by_fraction.end(), [&](std::size_t a, std::size_t b) {
    return seconds * weights[a] % sum > seconds * weights[b] % sum;
  });
  for (std::size_t i = 0; given < seconds; ++i, ++given) ++shares[by_fraction[i % by_fraction.size()]];
  return shares;
}

/// The techniques of the step's combo, or its only one.
std::vector<std::pair<TechniqueId, int>> sequence_of(const Brief& brief, const Step& step) {
  std::vector<std::pair<TechniqueId, int>> sequence;
  if (!step.combo.valid()) return {{step.technique, 1}};
  for (const auto& part : brief.practice.at(step.combo).parts)
    sequence.emplace_back(part.technique, std::max(1, part.dose.typ_seconds));
  return sequence;
}

/// One part a finger (or what parts the group has), each with the combo's techniques one after the other: the
/// hands never hop back. Marked parts get more.
std::vector<StepPart> group_parts(const Brief& brief, const Step& step) {
  std::vector<StepPart> parts;
  std::vector<std::int64_t> weights;
  const auto sequence = sequence_of(brief, step);
  std::vector<GroupPart> places;
  if (step.group.valid()) places = brief.practice.at(step.group).parts;
  if (places.empty()) places.push_back({"", step.zones});
  for (const auto& place : places) {
    const ZoneSet zones = place.zones & step.zones;
    if (zones.empty()) continue;
    const bool marked = zones.intersects(brief.focus[step.hand]);
    for (const auto& [technique, typical] : sequence) {
      const std::string& id = place.id.empty() ? brief.practice.at(technique).id : place.id;
      parts.push_back({id, technique, zones, 0});
      weights.push_back(std::llround(typical * 1000 * (marked ? brief.rules().focus : 1)));
    }
  }
  const auto shares = share_out(step.seconds, weights);
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i].seconds = shares[i];
  if (parts.size() == 1) parts.clear();
  return parts;
}

/// Several points of one step, each with its own share of the time and never more than its own dose.
std::vector<StepPart> point_parts(const Brief& brief, const Step& step) {
  std::vector<StepPart> parts;
  std::vector<std::int64_t> weights;
  for (PointId id : step.points) weights.push_back(std::max(1, brief.practice.at(id).dose.max_seconds));
  const auto shares = share_out(step.seconds, weights);
  for (std::size_t i = 0; i < step.points.size(); ++i) {
    ZoneSet zone;
    zone.add(brief.practice.at(step.points[i]).zone);
    parts.push_back({brief.practice.at(step.points[i]).id, step.technique, zone, shares[i]});
  }
  return parts;
}

/// The protocol of a composite technique: parts with their own seconds, the rest for the one that has none.
std::vector<StepPart> composite_parts(const Step& step, const Technique& technique) {
  std::vector<StepPart> parts;
  int rest = step.seconds;
  for (const auto& part : technique.composite) rest -= part.seconds;
  for (const auto& part : technique.composite)
    parts.push_back(
        {part.id, step.technique, step.zones, part.seconds > 0 ? part.seconds : std::max(0, rest)});
  return parts;
}

}  // namespace

void set_seconds(const Brief& brief, Step& step, int seconds) {
  const auto& technique = brief.practice.at(step.technique);
  step.seconds = seconds;
  step.strokes = static_cast<int>(seconds * step.tempo_per_minute / 60 + 0.5);
  if (!technique.composite.empty()) {
    step.parts = composite_parts(step, technique);
  } else if (step.points.size() > 1) {
    step.parts = point_parts(brief, step);
  } else {
    step.parts = group_parts(brief, step);
  }
}

Step step_of(const Brief& brief, const Offer& offer, int seconds) {
  const auto& lead = offer.parts.front().fit;
  const auto& technique = brief.practice.at(lead.technique);
  Step step;
  step.hand = offer.hand;
  step.region = offer.region;
  step.group = offer.group;
  step.phase = offer.phase;
  step.technique = lead.technique;
  step.combo = offer.combo;
  step.zones = offer.zones();
  step.points = offer.points;
  step.tool = lead.tool;
  step.side = brief.practice.at(offer.region).side;
  step.level = lead.level;
  const bool slow = brief.clearance.slow || brief.quiet;
  step.tempo_per_minute = slow ? technique.tempo.min_per_minute : technique.tempo.typ_per_minute;
  step.medium = brief.medium;
  step.programme_step = offer.programme_step;
  for (const auto& part : offer.parts) step.rules |= part.fit.rules;
  set_seconds(brief, step, seconds);
  return step;
}

Step step_of(const Brief& brief, Hand hand, const FixedStep& fixed) {
  constexpr Phase kPhases[] = {Phase::open, Phase::stroke, Phase::move,
                               Phase::tap,  Phase::close,  Phase::close};
  Offer offer;
  offer.hand = hand;
  offer.phase = kPhases[static_cast<std::size_t>(fixed.place)];
  fixed.groups.each([&](GroupId id) {
    if (!offer.region.valid()) offer.region = brief.practice.at(id).region;
    if (fixed.groups.size() == 1) offer.group = id;
  });
  offer.parts.push_back({fixed.fit, fixed.seconds, fixed.seconds, fixed.seconds});
  return step_of(brief, offer, fixed.seconds);
}

}  // namespace thenar::planning
