#include "chart.hpp"

#include <algorithm>
#include <cmath>

namespace thenar::web {
namespace {

using hand::Vec3;

constexpr double kTipFrom = 2;     ///< a fingertip's breadth is measured on the last phalanx
constexpr double kSmooth = 0.007;  ///< over which distance facing and along go over from digit to digit

/// A bone of a digit with the directions of its section. Its ends are planes that halve the angle between
/// bones.
struct Segment {
  std::size_t digit;
  double along;  ///< of its beginning
  Vec3 a;
  Vec3 b;
  Vec3 ulnar;
  Vec3 palmar;
  Vec3 at_a;
  Vec3 at_b;
};

std::vector<Segment> segments_of(const hand::Skeleton& skeleton) {
  std::vector<Segment> all;
  const auto& joints = skeleton.joints;
  for (std::size_t digit = 0; digit < 5; ++digit) {
    const auto& chain = joints.digits[digit];
    if (digit > 0)
      all.push_back(
          {digit, -1, hand::metacarpal_base(joints, digit), chain[0], Vec3::UnitX(), -Vec3::UnitZ(), {}, {}});
    for (std::size_t part = 0; part < 3; ++part) {
      const Vec3 y = (chain[part + 1] - chain[part]).normalized();
      const Vec3 palmar = skeleton.flexion[digit][part].cross(y).normalized();
      all.push_back({digit,
                     static_cast<double>(part),
                     chain[part],
                     chain[part + 1],
                     Vec3(y.cross(palmar)).normalized(),
                     palmar,
                     {},
                     {}});
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto way = [&](std::size_t k) { return Vec3((all[k].b - all[k].a).normalized()); };
    const bool first = i == 0 || all[i - 1].digit != all[i].digit;
    const bool last = i + 1 == all.size() || all[i + 1].digit != all[i].digit;
    all[i].at_a = first ? way(i) : Vec3((way(i - 1) + way(i)).normalized());
    all[i].at_b = last ? way(i) : Vec3((way(i) + way(i + 1)).normalized());
  }
  return all;
}

/// A bone, and how far along it a point lies between the planes at its ends: not held to 0 and 1.
struct Place {
  const Segment* segment;
  double t;
  double distance;
};

Place nearest(const std::vector<Segment>& segments, const Vec3& p) {
  Place best{nullptr, 0, 1};
  for (const Segment& segment : segments) {
    const Vec3 along = segment.b - segment.a;
    const double on = std::clamp((p - segment.a).dot(along) / along.squaredNorm(), 0.0, 1.0);
    const double distance = (segment.a + on * along - p).norm();
    if (distance >= best.distance) continue;
    const double after = (p - segment.a).dot(segment.at_a);
    const double before = (segment.b - p).dot(segment.at_b);
    best = {&segment, after / (after + before), distance};
  }
  return best;
}

/// Which way the palm faces at a point: on the hand itself that of all of it, along the thumb's metacarpal
/// more and more the thumb's.
Vec3 palmar_at(const Place& place) {
  const auto& [segment, t, distance] = place;
  if (segment->digit > 0 || segment->along > 0) return segment->palmar;
  return Vec3(-Vec3::UnitZ() + std::clamp(t, 0.0, 1.0) * (segment->palmar + Vec3::UnitZ())).normalized();
}

/// Lets facing and along of neighbours run into each other; a field that rises evenly stays as it is.
void smooth(const hand::HandModel& model, std::vector<ChartPoint>& chart) {
  const auto& first = model.triangles.front();
  const auto corner = [&](std::size_t i) { return model.positions[static_cast<std::size_t>(first[i])]; };
  const double edge = (corner(1) - corner(0)).norm();
  const auto rounds = static_cast<int>(std::pow(kSmooth / edge, 2));
  std::vector<double> count(chart.size());
  std::vector<std::array<double, 2>> sum(chart.size());
  for (int round = 0; round < std::clamp(rounds, 1, 24); ++round) {
    std::fill(count.begin(), count.end(), 0);
    std::fill(sum.begin(), sum.end(), std::array<double, 2>{});
    for (const auto& quad : model.quads)
      for (std::size_t i = 0; i < 4; ++i) {
        const auto a = static_cast<std::size_t>(quad[i]), b = static_cast<std::size_t>(quad[(i + 1) % 4]);
        for (const auto& [to, from] : {std::pair(a, b), std::pair(b, a)}) {
          count[to] += 1;
          sum[to][0] += chart[from].facing;
          sum[to][1] += chart[from].along;
        }
      }
    for (std::size_t v = 0; v < chart.size(); ++v) {
      chart[v].facing = 0.5 * (chart[v].facing + sum[v][0] / count[v]);
      chart[v].along = 0.5 * (chart[v].along + sum[v][1] / count[v]);
    }
  }
}

}  // namespace

std::vector<ChartPoint> chart_of(const hand::HandModel& model, const std::vector<Vec3>& normals) {
  const auto segments = segments_of(model.skeleton);
  std::array<double, 5> half{};
  std::vector<ChartPoint> chart(model.positions.size());
  std::vector<std::size_t> digits(chart.size());
  for (std::size_t v = 0; v < chart.size(); ++v) {
    const Vec3& p = model.positions[v];
    const Place place = nearest(segments, p);
    const auto& [segment, t, distance] = place;
    ChartPoint& point = chart[v];
    digits[v] = segment->digit;
    point.thumb = segment->digit == 0;
    point.along = segment->along + t;
    point.across = (p - segment->a).dot(segment->ulnar);
    point.facing = normals[v].dot(palmar_at(place));
    if (segment->along >= kTipFrom && t < 0.8)
      half[segment->digit] = std::max(half[segment->digit], std::abs(point.across));
  }
  for (std::size_t v = 0; v < chart.size(); ++v) chart[v].across /= half[digits[v]];
  smooth(model, chart);
  return chart;
}

}  // namespace thenar::web
