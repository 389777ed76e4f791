#include "place.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thenar::motion {
namespace {

constexpr int kStations = 12;
constexpr int kAround = 8;
constexpr double kPointPatch = 0.006;  ///< metres: around a point, what a pad presses with it

tl::unexpected<Problem> fault(std::string path, std::string found, std::string expected) {
  return tl::unexpected(Problem{{{}, 0, std::move(path)}, std::move(found), std::move(expected), {}});
}

Direction direction_of(const Technique& technique, GroupId group) {
  const auto there = technique.direction_by_group.find(group);
  return there == technique.direction_by_group.end() ? technique.direction : there->second;
}

/// Whether strokes of a technique go along their way.
bool goes_along(const Technique& technique) {
  double most = 0;
  for (int i = 0; i < 16; ++i) most = std::max(most, stroke_at(technique, 1, i / 16.0).along);
  return most > 0;
}

/// The level at a point: of its zones in the group the highest, of none in the group the lowest. None where a
/// zone is kept out of or the technique may not be.
std::optional<int> level_at_point(const Scene& scene, const ClipId& id, const Ground& ground,
                                  const Vec3& point, bool within_group) {
  const Practice& practice = scene.practice();
  std::optional<int> inside;
  std::optional<int> outside;
  bool kept_out = false;
  scene.zones_at(*ground.receiver, point).each([&](ZoneId zone) {
    kept_out = kept_out || practice.at(zone).delicate || practice.at(zone).excluded;
    const auto level = level_at(practice, id.technique, id.tool, zone);
    if (!level) return;
    if (practice.at(ground.group).zones.has(zone))
      inside = std::max(inside.value_or(0), *level);
    else
      outside = std::min(outside.value_or(kMaxLevel), *level);
  });
  if (kept_out) return {};
  return inside || within_group ? inside : outside;
}

/// The place on the way, as near to its middle as may be, where the technique is allowed.
Result<Ground> at_best_station(const Scene& scene, const ClipId& id, Ground ground) {
  double best = 2;
  for (int i = 0; i <= kStations; ++i) {
    const double share = i / double{kStations};
    const double off = std::abs(share - 0.5);
    if (off >= best) continue;
    const auto here = ground.path->at(share * ground.path->length_m());
    const auto level = level_at_point(scene, id, ground, here.point, true);
    if (!level) continue;
    best = off;
    ground.spot = here;
    ground.level = *level;
  }
  if (best > 1)
    return fault("way", "no place on it where " + name_of(scene.practice(), id) + " is allowed", "one");
  return ground;
}

/// The lowest level along a way that is travelled.
Result<Ground> along_way(const Scene& scene, const ClipId& id, Ground ground) {
  ground.level = scene.practice().at(id.technique).level_default.value_or(0);
  for (int i = 0; i <= kStations; ++i) {
    const auto here = ground.path->at(i / double{kStations} * ground.path->length_m());
    const auto level = level_at_point(scene, id, ground, here.point, false);
    if (!level) return fault("way", "a place where " + name_of(scene.practice(), id) + " may not be", "none");
    ground.level = std::min(ground.level, *level);
  }
  return ground;
}

hand::PathPoint facing_the_body(const Vec3& point, const Vec3& normal) {
  const Vec3 towards = -Vec3::UnitY();
  return {point, normal, (towards - towards.dot(normal) * normal).normalized()};
}

}  // namespace

hand::PathPoint Ground::at(const StrokeState& state) const {
  hand::PathPoint base = spot;
  if (travels) {
    base = path->at((from_the_base ? 1 - state.along : state.along) * path->length_m());
    if (from_the_base) base.forward = -base.forward;
  }
  if (state.forward_m == 0 && state.left_m == 0) return base;
  const auto before = receiver->field.at(base.point).gradient;
  Vec3 point = base.point + state.forward_m * base.forward + state.left_m * base.left();
  if (const auto nearest = receiver->surface.nearest(point, 0.02)) point = nearest->point;
  const auto after = receiver->field.at(point).gradient;
  base.normal = (base.normal + after - before).normalized();
  base.point = point;
  base.forward = (base.forward - base.forward.dot(base.normal) * base.normal).normalized();
  return base;
}

double usual_force_n(const Practice& practice, int level) {
  for (const PressureLevel& each : practice.pressure_levels)
    if (each.level == level) return each.typ_n;
  return 0;
}

double bearable_n(const Practice& practice, const Zone& zone) {
  if (zone.excluded) return 0;
  double most = 0;
  for (const PressureLevel& each : practice.pressure_levels)
    if (each.level <= zone.max_level) most = std::max(most, each.max_n);
  return zone.max_force_n ? std::min(most, *zone.max_force_n) : most;
}

std::vector<JointTurn> turns_before(const Practice& practice, const ClipId& id) {
  if (id.way >= 0) return practice.ways[static_cast<std::size_t>(id.way)].turns;
  if (id.joint_motion < 0) return {};
  const JointMotion& motion = practice.joint_motions[static_cast<std::size_t>(id.joint_motion)];
  for (const Way& way : practice.ways)
    if (way.group == motion.group && way.part == motion.part && !way.turns.empty()) return way.turns;
  return {};
}

Result<Ground> ground_of(Scene& scene, const ClipId& id) {
  const Practice& practice = scene.practice();
  const Technique& technique = practice.at(id.technique);
  Ground ground;
  ground.receiver = &scene.receiver(turns_before(practice, id));
  if (id.way >= 0) {
    const Way& way = practice.ways[static_cast<std::size_t>(id.way)];
    ground.group = way.group;
    auto path = lay(scene, *ground.receiver, way.through);
    if (!path) return tl::unexpected(path.error());
    ground.path = std::move(*path);
    ground.travels = goes_along(technique);
    const Direction direction = direction_of(technique, way.group);
    ground.from_the_base =
        direction == Direction::proximal_to_distal || direction == Direction::with_the_hair;
    return ground.travels ? along_way(scene, id, std::move(ground))
                          : at_best_station(scene, id, std::move(ground));
  }
  const bool at_point = id.point.valid();
  const JointMotion* motion =
      at_point ? nullptr : &practice.joint_motions[static_cast<std::size_t>(id.joint_motion)];
  ground.group = at_point ? practice.at(id.point).group : motion->group;
  ground.level = technique.level_default.value_or(0);
  const Placement* placement = at_point ? &practice.at(id.point).placement : nullptr;
  if (motion != nullptr && motion->held) placement = &*motion->held;
  if (placement == nullptr) return ground;
  const auto at = scene.at(*ground.receiver, *placement);
  if (!at) return fault("placement", "no skin there", "a place on the hand");
  ground.spot = facing_the_body(at->first, at->second);
  if (!at_point) return ground;
  ground.level = std::min({ground.level, practice.at(id.point).max_level, practice.at(id.tool).max_level});
  // A point may lie in or beside a zone that is kept out of: no harder there than that bears.
  for (int i = 0; i <= kAround; ++i) {
    const Vec3 off = Eigen::AngleAxisd(2 * std::numbers::pi * i / kAround, ground.spot.normal) *
                     (kPointPatch * ground.spot.forward);
    scene.zones_at(*ground.receiver, ground.spot.point + (i == 0 ? Vec3(Vec3::Zero()) : Vec3(off)))
        .each([&](ZoneId zone) {
          if (practice.at(zone).delicate) ground.level = std::min(ground.level, practice.at(zone).max_level);
        });
  }
  return ground;
}

}  // namespace thenar::motion
