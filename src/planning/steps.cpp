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

/// A technique of a step, with what is usual and most for each part of the group.
struct Turn {
  TechniqueId technique;
  int typ_seconds = 1;
  int max_seconds = 0;
};

/// The techniques of the step's combo, or its only one.
std::vector<Turn> sequence_of(const Brief& brief, const Step& step) {
  std::vector<Turn> sequence;
  if (step.combo.valid()) {
    for (const auto& part : brief.practice.at(step.combo).parts)
      sequence.push_back({part.technique, std::max(1, part.dose.typ_seconds), part.dose.max_seconds});
    return sequence;
  }
  const auto& technique = brief.practice.at(step.technique);
  int most = technique.dose.max_seconds;
  if (step.group.valid())
    if (const auto own = technique.dose_by_group.find(step.group); own != technique.dose_by_group.end())
      most =
          own->second.max_seconds / std::max(1, static_cast<int>(brief.practice.at(step.group).parts.size()));
  return {{step.technique, 1, most}};
}

/// Whole seconds in proportion to weights, none above its cap: what one cannot take goes to the others. Where
/// the caps together are less than the seconds (a programme's own), the rest is shared out evenly.
std::vector<int> share_out_capped(int seconds, const std::vector<std::int64_t>& weights,
                                  const std::vector<int>& caps) {
  std::vector<int> shares(weights.size(), 0);
  std::vector<std::int64_t> open = weights;
  int left = seconds;
  while (left > 0 && std::any_of(open.begin(), open.end(), [](std::int64_t w) { return w > 0; })) {
    const auto more = share_out(left, open);
    for (std::size_t i = 0; i < shares.size(); ++i) {
      const int given = std::min(more[i], caps[i] - shares[i]);
      shares[i] += given;
      left -= given;
      if (shares[i] >= caps[i]) open[i] = 0;
    }
  }
  const auto more = share_out(left, weights);
  for (std::size_t i = 0; i < shares.size(); ++i) shares[i] += more[i];
  return shares;
}

/// One part a finger (or what parts the group has), each with the combo's techniques one after the other: the
/// hands never hop back. Marked parts get more, up to a full dose.
std::vector<StepPart> group_parts(const Brief& brief, const Step& step) {
  std::vector<StepPart> parts;
  std::vector<std::int64_t> weights;
  std::vector<int> caps;
  const auto sequence = sequence_of(brief, step);
  std::vector<GroupPart> places;
  if (step.group.valid()) places = brief.practice.at(step.group).parts;
  if (places.empty()) places.push_back({"", step.zones});
  for (const auto& place : places) {
    const ZoneSet zones = place.zones & step.zones;
    if (zones.empty()) continue;
    const bool marked = zones.intersects(brief.focus[step.hand]);
    for (const auto& turn : sequence) {
      const std::string& id = place.id.empty() ? brief.practice.at(turn.technique).id : place.id;
      parts.push_back({id, turn.technique, zones, 0, {}});
      weights.push_back(std::llround(turn.typ_seconds * 1000 * (marked ? brief.rules().focus : 1)));
      caps.push_back(turn.max_seconds);
    }
  }
  const auto shares = share_out_capped(step.seconds, weights, caps);
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
    parts.push_back({brief.practice.at(step.points[i]).id, step.technique, zone, shares[i], {}});
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
        {part.id, step.technique, step.zones, part.seconds > 0 ? part.seconds : std::max(0, rest), {}});
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
  set_part_levels(brief.practice, step);
}

void set_part_levels(const Practice& practice, Step& step) {
  for (auto& part : step.parts) {
    part.level = step.level;
    const auto& most = practice.at(part.technique).level_max;
    if (step.level && most) part.level = std::min(*step.level, *most);
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
  const bool circles = !step.points.empty() &&
                       brief.practice.at(step.points.front()).kind == PointKind::acupoint &&
                       technique.direction == Direction::circles;
  const bool slow = brief.clearance.slow || brief.quiet || circles;  // at a point circles are always slow
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
    if (!offer.region.valid() && brief.practice.at(id).zones.intersects(fixed.fit.zones))
      offer.region = brief.practice.at(id).region;
    if (fixed.groups.size() == 1) offer.group = id;
  });
  if (!offer.region.valid())
    fixed.groups.each([&](GroupId id) { offer.region = brief.practice.at(id).region; });
  offer.parts.push_back({fixed.fit, fixed.seconds, fixed.seconds, fixed.seconds});
  return step_of(brief, offer, fixed.seconds);
}

}  // namespace thenar::planning
