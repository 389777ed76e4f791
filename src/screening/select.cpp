// Which zones an effect is about.
#include "limits.hpp"

namespace thenar::screening {
namespace {

/// Calls f(id, zone) for every zone of the practice.
template <class F>
void each_zone(const Practice& practice, F&& f) {
  for (std::size_t i = 0; i < practice.zones.size(); ++i)
    f(ZoneId{static_cast<std::int16_t>(i)}, practice.zones[i]);
}

bool same_ray(const Zone& a, const Zone& b) {
  return a.ray != 0 && a.ray == b.ray;
}

/// A finger is a segment of its own; palm, wrist and forearm are one each.
bool same_segment(const Zone& a, const Zone& b) {
  return a.segment == b.segment && (a.segment != Segment::finger || same_ray(a, b));
}

/// Whether b begins at or beyond the start of a, towards the fingertips, and hangs on a: along a's ray, or
/// anywhere for a zone of no ray. Boxes run from the elbow (negative) over the wrist crease (0) upwards.
bool distal_of(const Zone& a, const Zone& b) {
  const double middle = (b.box_mm[2] + b.box_mm[3]) / 2;
  return middle >= a.box_mm[2] && (a.ray == 0 || same_ray(a, b));
}

ZoneSet around_named(const Practice& practice, const ZoneSelect& where, const ZoneSet& named) {
  ZoneSet out = named;
  if (!where.marked_rays && !where.marked_segments && !where.marked_distal) return out;
  named.each([&](ZoneId id) {
    const auto& zone = practice.at(id);
    each_zone(practice, [&](ZoneId other_id, const Zone& other_zone) {
      if ((where.marked_rays && same_ray(zone, other_zone)) ||
          (where.marked_segments && same_segment(zone, other_zone)) ||
          (where.marked_distal && distal_of(zone, other_zone)))
        out.add(other_id);
    });
  });
  return out;
}

void widen(const Practice& practice, double radius_cm, ZoneSet& zones) {
  const ZoneSet middle = zones;
  middle.each([&](ZoneId id) {
    const auto& gaps = practice.zone_gap_cm[id.at()];
    for (std::size_t i = 0; i < gaps.size(); ++i)
      if (gaps[i] <= radius_cm) zones.add(ZoneId{static_cast<std::int16_t>(i)});
  });
}

}  // namespace

std::optional<ZoneSet> select(const Practice& practice, const ZoneSelect& where, const ZoneSet& named) {
  const bool by_named = where.marked || where.marked_rays || where.marked_segments || where.marked_distal;
  ZoneSet out = where.zones;
  where.groups.each([&](GroupId id) { out |= practice.at(id).zones; });
  if (!by_named && out.empty()) return std::nullopt;
  if (by_named && named.empty() && where.within.empty()) return std::nullopt;
  if (by_named) {
    ZoneSet around = around_named(practice, where, named);
    if (!where.within.empty()) around &= where.within;
    // Nothing was named, or nothing that lies within: then it may be any of them.
    out |= around.empty() ? where.within : around;
  }
  if (where.radius_cm > 0) widen(practice, where.radius_cm, out);
  return out;
}

}  // namespace thenar::screening
