#include "chart.hpp"

#include <algorithm>
#include <cmath>

namespace thenar::web {
namespace {

using hand::Vec3;

// Of a hand of 185 mm: how thick the bones are, and how thin and thick what lies over them.
constexpr double kStandardLength = 0.185;
constexpr double kBoneRadius = 0.0042;
constexpr double kForearmBone = 0.018;
constexpr double kThinnest = 0.0015;
constexpr double kThickest = 0.014;
constexpr double kTipFrom = 2;  ///< a fingertip's breadth is measured on the last phalanx

/// A bone of a digit with the directions of its section.
struct Segment {
  std::size_t digit;
  double along;  ///< of its beginning
  Vec3 a;
  Vec3 b;
  Vec3 ulnar;
  Vec3 palmar;
};

Vec3 base_of(const hand::Joints& joints, std::size_t digit) {
  const double t = (static_cast<double>(digit) - 1) / 3;
  return joints.carpus_radial + t * (joints.carpus_ulnar - joints.carpus_radial);
}

std::vector<Segment> segments_of(const hand::Skeleton& skeleton) {
  std::vector<Segment> all;
  const auto& joints = skeleton.joints;
  for (std::size_t digit = 0; digit < 5; ++digit) {
    const auto& chain = joints.digits[digit];
    if (digit > 0)
      all.push_back({digit, -1, base_of(joints, digit), chain[0], Vec3::UnitX(), -Vec3::UnitZ()});
    for (std::size_t part = 0; part < 3; ++part) {
      const Vec3 y = (chain[part + 1] - chain[part]).normalized();
      const Vec3 palmar = skeleton.flexion[digit][part].cross(y).normalized();
      all.push_back({digit, static_cast<double>(part), chain[part], chain[part + 1],
                     Vec3(y.cross(palmar)).normalized(), palmar});
    }
  }
  return all;
}

struct Place {
  const Segment* segment;
  double t;  ///< not held to the ends
  double distance;
};

Place nearest(const std::vector<Segment>& segments, const Vec3& p) {
  Place best{nullptr, 0, 1};
  for (const Segment& segment : segments) {
    const Vec3 along = segment.b - segment.a;
    const double t = (p - segment.a).dot(along) / along.squaredNorm();
    const double distance = (segment.a + std::clamp(t, 0.0, 1.0) * along - p).norm();
    if (distance < best.distance) best = {&segment, t, distance};
  }
  return best;
}

double from_forearm(const hand::Skeleton& skeleton, const Vec3& p) {
  const Vec3& elbow = skeleton.joints.elbow;
  const double t = std::clamp(p.dot(elbow) / elbow.squaredNorm(), 0.0, 1.0);
  return (p - t * elbow).norm();
}

}  // namespace

std::vector<ChartPoint> chart_of(const hand::HandModel& model, const std::vector<Vec3>& normals) {
  const auto segments = segments_of(model.skeleton);
  const double size = length_of(model) / kStandardLength;
  std::array<double, 5> half{};
  std::vector<ChartPoint> chart(model.positions.size());
  std::vector<std::size_t> digits(chart.size());
  for (std::size_t v = 0; v < chart.size(); ++v) {
    const Vec3& p = model.positions[v];
    const auto [segment, t, distance] = nearest(segments, p);
    ChartPoint& point = chart[v];
    digits[v] = segment->digit;
    const bool first = segment->along < 0 || (segment->digit == 0 && segment->along == 0);
    point.along = segment->along + (segment->along == 2 || first ? t : std::clamp(t, 0.0, 1.0));
    point.across = (p - segment->a).dot(segment->ulnar);
    point.facing = normals[v].dot(segment->palmar);
    const double of_hand = distance - kBoneRadius * size;
    const double of_forearm = from_forearm(model.skeleton, p) - kForearmBone * size;
    point.tissue_m = std::clamp(p.y() < 0 ? of_forearm : of_hand, kThinnest * size, kThickest * size);
    if (segment->along >= kTipFrom && t < 0.8)
      half[segment->digit] = std::max(half[segment->digit], std::abs(point.across));
  }
  for (std::size_t v = 0; v < chart.size(); ++v) chart[v].across /= half[digits[v]];
  return chart;
}

}  // namespace thenar::web
