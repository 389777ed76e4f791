#include "drawn_hand.hpp"

#include <algorithm>
#include <cmath>

namespace thenar::web {
namespace {

using hand::Vec3;

constexpr std::size_t kFineVertices = 20000;

void flatten(const std::vector<Vec3>& from, std::vector<float>& to) {
  to.resize(3 * from.size());
  for (std::size_t v = 0; v < from.size(); ++v)
    for (std::size_t axis = 0; axis < 3; ++axis)
      to[3 * v + axis] = static_cast<float>(from[v][static_cast<Eigen::Index>(axis)]);
}

hand::Pose pose_of(const std::vector<double>& numbers) {
  hand::Pose pose;
  std::copy_n(numbers.begin(), hand::kAngles, pose.angles.begin());
  const double* rest = numbers.data() + hand::kAngles;
  const hand::Quat rotation(rest[3], rest[0], rest[1], rest[2]);
  if (rotation.squaredNorm() > 0) pose.hand.rotation = rotation.normalized();
  pose.hand.translation = Vec3(rest[4], rest[5], rest[6]);
  return pose;
}

motion::Dent dent_of(const double* numbers) {
  motion::Dent dent;
  dent.centre = Vec3(numbers[0], numbers[1], numbers[2]);
  dent.inward = Vec3(numbers[3], numbers[4], numbers[5]);
  dent.radius_m = numbers[6];
  dent.depth_m = numbers[7];
  dent.reach_m = numbers[8];
  return dent;
}

}  // namespace

DrawnHand::DrawnHand(std::shared_ptr<const Practice> practice, hand::HandModel model)
    : practice_(std::move(practice)),
      model_(std::move(model)),
      rest_normals_(hand::vertex_normals(model_.positions, model_.triangles)),
      map_(*practice_, model_),
      posed_(model_.positions) {
  const std::size_t n = model_.positions.size();
  flatten(model_.positions, arrays_.rest);
  flatten(rest_normals_, arrays_.rest_normals);
  const auto tissues = motion::tissues_of(*practice_, model_);
  most_m_ = motion::deepest_m(tissues);
  const auto chart = chart_of(model_, rest_normals_);
  for (std::size_t v = 0; v < n; ++v) {
    const ChartPoint& point = chart[v];
    const double tissue_mm = (point.thumb ? -1000 : 1000) * tissues[v].thickness_m;
    for (const double value : {point.along, point.across, point.facing, tissue_mm})
      arrays_.chart.push_back(static_cast<float>(value));
  }
  for (const auto& t : model_.triangles)
    arrays_.triangles.insert(arrays_.triangles.end(), t.begin(), t.end());
  arrays_.zones.assign(n, -1);
  const auto rest = model_.skeleton.rest_pose();
  arrays_.pose.assign(kPoseNumbers, 0);
  std::copy(rest.angles.begin(), rest.angles.end(), arrays_.pose.begin());
  arrays_.pose[hand::kAngles + 3] = 1;
  arrays_.dents.assign(kDentNumbers * kMostDents, 0);
  dents_.reserve(kMostDents);
  arrays_.positions = arrays_.rest;
  arrays_.normals = arrays_.rest_normals;
  shared_ = arrays_.normals;
  // The finer the mesh, the more rounds reach as far.
  sharings_ = n > kFineVertices ? 2 : n > kFineVertices / 4 ? 1 : 0;
  arrays_.zone_distance.assign(n, static_cast<float>(ZoneFields::kFar));
  arrays_.hit.assign(4, 0);
  arrays_.joints.assign(3 * hand::kJoints, 0);
  move(0);
}

void DrawnHand::move(std::size_t dents) {
  const hand::Pose pose = pose_of(arrays_.pose);
  hand::skin(model_, hand::bones_at(model_.skeleton, pose), posed_);
  dents_.clear();
  for (std::size_t i = 0; i < std::min(dents, kMostDents); ++i)
    dents_.push_back(dent_of(arrays_.dents.data() + kDentNumbers * i));
  if (!dents_.empty()) motion::add_dents(dents_, most_m_, posed_);
  flatten(posed_, arrays_.positions);
  find_normals();
  hand::Joints joints = hand::joints_at(model_.skeleton, pose);
  std::size_t at = 0;
  joints.each([&](Vec3& joint) {
    for (const double value : {joint.x(), joint.y(), joint.z()}) arrays_.joints[at++] = value;
  });
}

/// Every quad weighs by its area: half the cross product of its diagonals. Then neighbours share, for skin
/// scatters the light of a few millimetres: folds come out soft.
void DrawnHand::find_normals() {
  using Vec3f = Eigen::Vector3f;
  const float* positions = arrays_.positions.data();
  float* normals = arrays_.normals.data();
  float* shared = shared_.data();
  std::fill(arrays_.normals.begin(), arrays_.normals.end(), 0.0F);
  const auto at = [](std::int32_t v) { return 3 * static_cast<std::size_t>(v); };
  for (const auto& quad : model_.quads) {
    const auto corner = [&](std::size_t i) { return Eigen::Map<const Vec3f>(positions + at(quad[i])); };
    const Vec3f normal = (corner(2) - corner(0)).cross(corner(3) - corner(1));
    for (const std::int32_t v : quad) Eigen::Map<Vec3f>(normals + at(v)) += normal;
  }
  for (int round = 0; round < sharings_; ++round) {
    std::copy(arrays_.normals.begin(), arrays_.normals.end(), shared_.begin());
    for (const auto& quad : model_.quads) {
      Vec3f sum = Vec3f::Zero();
      for (const std::int32_t v : quad) sum += Eigen::Map<const Vec3f>(shared + at(v));
      for (const std::int32_t v : quad) Eigen::Map<Vec3f>(normals + at(v)) += sum;
    }
  }
  for (std::size_t i = 0; i < arrays_.normals.size(); i += 3) Eigen::Map<Vec3f>(normals + i).normalize();
}

bool DrawnHand::meet(const Vec3& from, const Vec3& way) {
  double nearest = -1;
  for (std::size_t i = 0; i < model_.triangles.size(); ++i) {
    const auto& t = model_.triangles[i];
    const Vec3& a = posed_[static_cast<std::size_t>(t[0])];
    const Vec3& b = posed_[static_cast<std::size_t>(t[1])];
    const Vec3& c = posed_[static_cast<std::size_t>(t[2])];
    if ((b - a).cross(c - a).dot(way) >= 0) continue;
    const auto hit = hand::meets(a, b, c, from, way);
    if (!hit || hit->along < 0 || (nearest >= 0 && hit->along >= nearest)) continue;
    nearest = hit->along;
    const double numbers[] = {static_cast<double>(i), hit->u, hit->v, hit->along};
    std::copy(std::begin(numbers), std::end(numbers), arrays_.hit.begin());
  }
  return nearest >= 0;
}

int DrawnHand::zone_at(std::int32_t triangle, double u, double v) const {
  if (triangle < 0 || static_cast<std::size_t>(triangle) >= model_.triangles.size()) return -1;
  if (!(u >= 0 && v >= 0 && u + v <= 1)) return -1;
  const hand::SurfacePoint at{triangle, {1 - u - v, u, v}};
  const Vec3 normal = at.on(rest_normals_, model_.triangles).normalized();
  const auto zone = map_.zone_at(map_.spot(at.on(model_.positions, model_.triangles), normal));
  return zone ? zone->index : -1;
}

void DrawnHand::mark(const ZoneSet& zones) {
  if (zones.empty()) {
    std::fill(arrays_.zone_distance.begin(), arrays_.zone_distance.end(),
              static_cast<float>(ZoneFields::kFar));
    return;
  }
  if (!fields_) fields_ = std::make_unique<ZoneFields>(map_, model_, rest_normals_);
  const auto distances = fields_->distances(zones);
  std::transform(distances.begin(), distances.end(), arrays_.zone_distance.begin(),
                 [](double distance) { return static_cast<float>(distance); });
}

void DrawnHand::name_zones() {
  for (std::size_t v = 0; v < arrays_.zones.size(); ++v) {
    const auto zone = map_.zone_at(map_.spot(model_.positions[v], rest_normals_[v]));
    arrays_.zones[v] = zone ? zone->index : -1;
  }
}

}  // namespace thenar::web
