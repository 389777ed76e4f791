#include "thenar/hand/map.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thenar::hand {
namespace {

// The frame in which practice/zones.toml is drawn, millimetres: what its boxes mean between the joints.
constexpr double kElbowMm = -239;
constexpr double kWristHalfMm = 31;   ///< half of the wrist's breadth
constexpr double kRadialHalfMm = 48;  ///< and of the forearm near the elbow, on each side
constexpr double kUlnarHalfMm = 41;
constexpr double kForearmHalfAtMm = -200;
constexpr double kBase = 0.22;       ///< of a metacarpal: where its base lies from wrist to knuckle
constexpr double kBaseAcross = 0.6;  ///< and how much closer together bases are than knuckles
constexpr double kThumbCmcMm = 15;
constexpr double kSectorDeg = 50;   ///< half of what counts as a finger's palm or back; the rest is its sides
constexpr double kPalmDeg = 115;    ///< half of what counts as palm on the hand itself
constexpr double kTipFacing = 0.8;  ///< skin that faces along the digit as much as this is pulp
constexpr double kNearMm = 15;      ///< skin between zones belongs to the nearest one
constexpr std::size_t kLevels = 24;     ///< along the forearm
constexpr double kForearmDepth = 0.75;  ///< of the forearm's breadth
constexpr double kWebEnds = 0.5;        ///< of the first phalanx: skin beyond is the digit's alone
constexpr double kElsewhereMm = 1000;   ///< of another digit or face
/// The mesh rests between pronation and supination: the front of the elbow lies a quarter turn from the palm.
constexpr double kForearmTwist = std::numbers::pi / 2;

double degrees(double radians) {
  return radians * 180 / std::numbers::pi;
}

double middle_y(const Practice& practice, const std::string& zone) {
  const ZoneId id = practice.ids.zones.find(zone);
  return id.valid() ? 0.5 * (practice.at(id).box_mm[2] + practice.at(id).box_mm[3]) : 0;
}

/// Position along a segment, 0 to 1 between its ends and on beyond them, and the distance from it.
struct Near {
  double t;
  double distance;
};
Near near(const Vec3& p, const Vec3& a, const Vec3& b) {
  const Vec3 along = b - a;
  const double t = (p - a).dot(along) / along.squaredNorm();
  return {t, (a + std::clamp(t, 0.0, 1.0) * along - p).norm()};
}

/// The turn that the forearm has made at a level of it, 0 the wrist and 1 the elbow.
double twist_at(double level) {
  return kForearmTwist * std::clamp(level, 0.0, 1.0);
}

std::size_t bin_of(double level) {
  return static_cast<std::size_t>(std::clamp(level * kLevels, 0.0, kLevels - 1.0));
}

/// From within towards a side, leaning by u to the radial (-1) or the ulnar (1): a direction in a section
/// that is `half_width` broad and `half_depth` deep.
Vec3 way_of(Face side, double u, double half_width, double half_depth) {
  const double lean = std::clamp(u, -1.0, 1.0);
  const double deep = half_depth * std::sqrt(1 - lean * lean);
  switch (side) {
    case Face::pal:
      return Vec3(lean * half_width, 0, -deep).normalized();
    case Face::dor:
      return Vec3(lean * half_width, 0, deep).normalized();
    case Face::rad:
      return -Vec3::UnitX();
    case Face::uln:
    case Face::all:
      return Vec3::UnitX();
  }
  return Vec3::UnitX();
}

/// 0 palmar, 90 ulnar, 180 dorsal, -90 radial, about an axis along y.
double facing_deg(const Vec3& normal) {
  return degrees(std::atan2(normal.x(), -normal.z()));
}

/// "MC2": ray 2, part 0; "P1.3": ray 3, part 1.
std::optional<std::pair<int, int>> bone_named(std::string_view along) {
  const auto digit = [](char c) { return c - '0'; };
  const auto known = [](int ray, int part) {
    return ray >= 1 && ray <= 5 && part <= 3 && !(ray == 1 && part == 2);
  };
  std::pair<int, int> bone{0, 0};
  if (along.size() == 3 && along.starts_with("MC")) bone = {digit(along[2]), 0};
  if (along.size() == 4 && along[0] == 'P' && along[2] == '.') bone = {digit(along[3]), digit(along[1])};
  if (!known(bone.first, bone.second)) return {};
  return bone;
}

/// The joint at which a bone begins, by its place in the digit; not of a finger's metacarpal.
std::size_t joint_before(int ray, int part) {
  return static_cast<std::size_t>(ray == 1 && part < 3 ? part : part - 1);
}

double difference_deg(double a, double b) {
  return std::abs(std::remainder(a - b, 360));
}

double outside(double value, double low, double high) {
  return std::max({0.0, low - value, value - high});
}

/// Whether skin that faces some way is of a zone's face; off the digits palm and back meet, and the skin of
/// the palm reaches over the border of the hand.
bool faces(const Zone& zone, double around_deg, bool digit) {
  const double half = digit ? kSectorDeg : 90;
  const double side = digit ? 90 - kSectorDeg : 60;
  switch (zone.face) {
    case Face::pal:
      return difference_deg(around_deg, 0) <= (zone.segment == Segment::palm ? kPalmDeg : half);
    case Face::dor:
      return difference_deg(around_deg, 180) <= half;
    case Face::uln:
      return difference_deg(around_deg, 90) <= side;
    case Face::rad:
      return difference_deg(around_deg, -90) <= side;
    case Face::all:
      return true;
  }
  return true;
}

/// The extent of a box, for saying which of two zones is narrower.
double extent(const Zone& zone) {
  std::array<double, 3> sides{};
  for (std::size_t i = 0; i < 3; ++i) sides[i] = zone.box_mm[2 * i + 1] - zone.box_mm[2 * i];
  std::sort(sides.begin(), sides.end());
  return sides[1] * sides[2];
}

}  // namespace

HandMap::HandMap(const Practice& practice, const HandModel& model)
    : practice_(practice),
      model_(model),
      surface_({model.positions, model.triangles}),
      half_width_(kLevels, 0) {
  for (int ray = 1; ray <= 5; ++ray) {
    const std::string number = std::to_string(ray);
    auto& y = joints_mm_[static_cast<std::size_t>(ray - 1)];
    y[0] = ray == 1 ? kThumbCmcMm : middle_y(practice, "MCP" + number);
    y[1] = middle_y(practice, (ray == 1 ? "MCP" : "PIP") + number);
    y[2] = middle_y(practice, (ray == 1 ? "IP" : "DIP") + number);
    const ZoneId tip = practice.ids.zones.find("D" + number + ".P3.pal");
    y[3] = tip.valid() ? practice.at(tip).box_mm[3] : 0;
    const ZoneId knuckle = practice.ids.zones.find("MCP" + number);
    if (knuckle.valid())
      knuckle_mm_[static_cast<std::size_t>(ray - 1)] =
          0.5 * (practice.at(knuckle).box_mm[0] + practice.at(knuckle).box_mm[1]);
  }
  for (const Vec3& p : model.positions) {
    const Level at = level_of(p);
    if (at.value <= 0) continue;
    double& half = half_width_[bin_of(at.value)];
    half = std::max(half, std::abs(at.offset.x()));
  }
  for (std::size_t i = 1; i < kLevels; ++i)
    if (half_width_[i] == 0) half_width_[i] = half_width_[i - 1];
}

HandMap::Level HandMap::level_of(const Vec3& point) const {
  const Vec3& elbow = model_.skeleton.joints.elbow;
  const Quat straight = Quat::FromTwoVectors(elbow, -Vec3::UnitY());
  const double value = point.dot(elbow) / elbow.squaredNorm();
  return {value, Quat(Eigen::AngleAxisd(-twist_at(value), Vec3::UnitY())) * (straight * point),
          Quat(Eigen::AngleAxisd(-twist_at(value), Vec3::UnitY())) * straight};
}

void HandMap::locate_on_forearm(const Level& level, const Vec3& normal, Spot& spot) const {
  spot.y_mm = kElbowMm * level.value;
  const double t = std::clamp(spot.y_mm / kForearmHalfAtMm, 0.0, 1.0);
  const double side_mm = level.offset.x() < 0 ? kRadialHalfMm : kUlnarHalfMm;
  const double half_mm = kWristHalfMm + t * (side_mm - kWristHalfMm);
  spot.x_mm = level.offset.x() / half_width_[bin_of(level.value)] * half_mm;
  spot.around_deg = facing_deg(level.straighten * normal);
}

void HandMap::locate_on_palm(const Vec3& point, const Vec3& normal, Spot& spot) const {
  // Between the rays in a straight line, outside them on as between the nearest two.
  const auto& digits = model_.skeleton.joints.digits;
  std::size_t i = 1;
  while (i < 3 && point.x() > digits[i + 1][0].x()) ++i;
  const Vec3& a = digits[i][0];
  const Vec3& b = digits[i + 1][0];
  const double t = (point.x() - a.x()) / (b.x() - a.x());
  spot.x_mm = knuckle_mm_[i] + t * (knuckle_mm_[i + 1] - knuckle_mm_[i]);
  const double within = std::clamp(t, 0.0, 1.0);
  const double scale_a = joints_mm_[i][0] / a.y();
  const double scale_b = joints_mm_[i + 1][0] / b.y();
  spot.y_mm = point.y() * (scale_a + within * (scale_b - scale_a));
  spot.around_deg = facing_deg(normal);
}

void HandMap::locate_on_digit(const Vec3& point, const Vec3& normal, Spot& spot) const {
  const auto& digits = model_.skeleton.joints.digits;
  double nearest = 1;    // metre
  std::size_t bone = 0;  // 0 the metacarpal, then the phalanges
  double t = 0;
  for (int ray = 1; ray <= 5; ++ray) {
    const auto& joints = digits[static_cast<std::size_t>(ray - 1)];
    const std::size_t metacarpal = ray == 1 ? 1 : 0;
    for (std::size_t i = metacarpal; i <= 3; ++i) {
      const Near at =
          i == 0 ? near(point, ends_of(ray, 0).first, joints[0]) : near(point, joints[i - 1], joints[i]);
      if (at.distance >= nearest) continue;
      nearest = at.distance;
      spot.ray = ray;
      bone = i - metacarpal;
      t = std::clamp(at.t, 0.0, 1.0);
    }
  }
  const auto& y = joints_mm_[static_cast<std::size_t>(spot.ray - 1)];
  const std::size_t part = bone - (spot.ray == 1 ? 0 : 1);
  spot.along_mm = bone == 0 && spot.ray > 1 ? spot.y_mm : y[part] + t * (y[part + 1] - y[part]);
  spot.digit = bone > 1 || (bone == 1 && t > kWebEnds);
  if (bone == 0) return;
  const Vec3 facing = digit_frame(spot.ray, part).conjugate() * normal;
  spot.around_deg = part == 2 && facing.y() > kTipFacing ? 0 : facing_deg(facing);
}

/// x ulnar, y towards the tip, z out of the back of a phalanx.
Quat HandMap::digit_frame(int ray, std::size_t part) const {
  const auto at = static_cast<std::size_t>(ray - 1);
  const auto& joints = model_.skeleton.joints.digits[at];
  const Vec3 y = (joints[part + 1] - joints[part]).normalized();
  const Vec3& bend = model_.skeleton.flexion[at][part];
  const Vec3 palmar = bend.cross(y).normalized();
  Mat3 axes;
  axes << palmar.cross(y), y, -palmar;
  return Quat(axes);
}

Spot HandMap::spot(const Vec3& point, const Vec3& normal) const {
  Spot spot;
  const Level level = level_of(point);
  if (level.value > 0) {
    locate_on_forearm(level, normal, spot);
  } else {
    locate_on_palm(point, normal, spot);
    locate_on_digit(point, normal, spot);
  }
  return spot;
}

double HandMap::distance_mm(ZoneId id, const Spot& spot) const {
  const Zone& zone = practice_.at(id);
  const auto& box = zone.box_mm;
  const bool of_digit = zone.segment == Segment::finger;
  if (of_digit ? spot.ray != zone.ray : spot.digit) return kElsewhereMm;
  if (!faces(zone, spot.around_deg, of_digit && spot.digit)) return kElsewhereMm;
  if (of_digit) return outside(spot.along_mm, box[2], box[3]);
  return std::hypot(outside(spot.x_mm, box[0], box[1]), outside(spot.y_mm, box[2], box[3]));
}

ZoneSet HandMap::zones_at(const Spot& spot) const {
  ZoneSet zones;
  for (std::size_t i = 0; i < practice_.zones.size(); ++i) {
    const ZoneId id{static_cast<std::int16_t>(i)};
    if (distance_mm(id, spot) == 0) zones.add(id);
  }
  return zones;
}

std::optional<ZoneId> HandMap::zone_at(const Spot& spot) const {
  std::optional<ZoneId> best;
  double best_mm = kNearMm;
  for (std::size_t i = 0; i < practice_.zones.size(); ++i) {
    const ZoneId id{static_cast<std::int16_t>(i)};
    const double mm = distance_mm(id, spot);
    const bool narrower = best && mm == best_mm && extent(practice_.at(id)) < extent(practice_.at(*best));
    if (mm > best_mm || (mm == best_mm && !narrower)) continue;
    best = id;
    best_mm = mm;
  }
  return best;
}

std::optional<SurfacePoint> HandMap::surface_point(const Placement& placement) const {
  if (placement.along == "FA") return forearm_point(placement);
  const auto bone = bone_named(placement.along);
  if (!bone) return {};
  const auto [ray, part] = *bone;
  const auto at = [&](int of) {
    const auto [a, b] = ends_of(of, part);
    return Vec3(a + placement.t * (b - a));
  };
  if (part == 3 && placement.t >= 1) {  // the tip
    const auto [a, b] = ends_of(ray, part);
    return surface_.first_on(0.5 * (a + b), (b - a).normalized());
  }
  const bool across = placement.side == Face::pal || placement.side == Face::dor;
  Vec3 inside = at(ray);
  if (across && placement.u != 0) {
    const int next = placement.u > 0 ? ray + 1 : ray - 1;
    const int other = next < (ray == 1 ? 1 : 2) || next > 5 ? 2 * ray - next : next;
    // Half of the way to the next ray; beside the outermost one as far as to the one within.
    const Vec3 step = at(other) - inside;
    inside += std::abs(placement.u) * (other == next ? Vec3(0.5 * step) : Vec3(-step));
  }
  const Quat frame = part == 0 ? Quat::Identity() : digit_frame(ray, joint_before(ray, part));
  if (!across) inside = middle_of(inside, frame);
  return surface_.first_on(inside, frame * way_of(placement.side, 0, 1, 1));
}

std::optional<SurfacePoint> HandMap::forearm_point(const Placement& placement) const {
  const Vec3 inside = placement.t * model_.skeleton.joints.elbow;
  const double half = half_width_[bin_of(placement.t)];
  const Vec3 way = way_of(placement.side, placement.u, half, kForearmDepth * half);
  return surface_.first_on(inside, level_of(inside).straighten.conjugate() * way);
}

/// Ends of a metacarpal (part 0) or of a phalanx 1–3; the thumb has no second.
std::pair<Vec3, Vec3> HandMap::ends_of(int ray, int part) const {
  const auto& joints = model_.skeleton.joints.digits[static_cast<std::size_t>(ray - 1)];
  if (ray == 1 || part > 0) return {joints[joint_before(ray, part)], joints[joint_before(ray, part) + 1]};
  return {joints[0].cwiseProduct(Vec3(kBaseAcross, kBase, 1)), joints[0]};
}

/// Halfway between the skin of palm and back.
Vec3 HandMap::middle_of(const Vec3& inside, const Quat& frame) const {
  const auto palm = surface_.first_on(inside, frame * -Vec3::UnitZ());
  const auto back = surface_.first_on(inside, frame * Vec3::UnitZ());
  if (!palm || !back) return inside;
  return 0.5 * (palm->on(model_.positions, model_.triangles) + back->on(model_.positions, model_.triangles));
}

}  // namespace thenar::hand
