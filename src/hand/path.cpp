#include "thenar/hand/path.hpp"

#include <algorithm>
#include <cmath>

namespace thenar::hand {
namespace {

constexpr double kStep = 0.001;
constexpr double kFar = 0.02;
constexpr int kFine = 32;      ///< samples of the spline between two points
constexpr int kSmoothing = 4;  ///< times a normal becomes the mean of its neighbours and itself

Vec3 between(const Vec3& a, const Vec3& b, double ta, double tb, double t) {
  return ((tb - t) * a + (t - ta) * b) / (tb - ta);
}

/// A point of the spline between the second and the third of four, t from 0 to 1.
Vec3 spline(const std::array<Vec3, 4>& p, double t) {
  std::array<double, 4> knots{};
  for (std::size_t i = 1; i < 4; ++i) knots[i] = knots[i - 1] + std::sqrt((p[i] - p[i - 1]).norm());
  const double at = knots[1] + t * (knots[2] - knots[1]);
  const Vec3 a1 = between(p[0], p[1], knots[0], knots[1], at);
  const Vec3 a2 = between(p[1], p[2], knots[1], knots[2], at);
  const Vec3 a3 = between(p[2], p[3], knots[2], knots[3], at);
  const Vec3 b1 = between(a1, a2, knots[0], knots[2], at);
  const Vec3 b2 = between(a2, a3, knots[1], knots[3], at);
  return between(b1, b2, knots[1], knots[2], at);
}

/// Fine points of the spline through all; beyond its ends it goes on as it came.
std::vector<Vec3> samples(std::span<const Vec3> through) {
  std::vector<Vec3> points;
  points.emplace_back(2 * through[0] - through[1]);
  points.insert(points.end(), through.begin(), through.end());
  points.emplace_back(2 * through[through.size() - 1] - through[through.size() - 2]);
  std::vector<Vec3> out;
  for (std::size_t i = 0; i + 3 < points.size(); ++i)
    for (int k = 0; k < kFine; ++k)
      out.push_back(spline({points[i], points[i + 1], points[i + 2], points[i + 3]}, k / double{kFine}));
  out.push_back(through.back());
  return out;
}

/// Lays points onto the surface.
void settle(const Surface& surface, std::vector<Vec3>& points) {
  for (Vec3& point : points)
    if (const auto nearest = surface.nearest(point, kFar)) point = nearest->point;
}

/// The same way in equal steps.
std::vector<Vec3> resampled(const std::vector<Vec3>& points) {
  std::vector<double> along{0};
  for (std::size_t i = 1; i < points.size(); ++i)
    along.push_back(along.back() + (points[i] - points[i - 1]).norm());
  const auto steps = static_cast<std::size_t>(std::max(2.0, std::ceil(along.back() / kStep)));
  std::vector<Vec3> out;
  std::size_t i = 0;
  for (std::size_t k = 0; k <= steps; ++k) {
    const double at = along.back() * static_cast<double>(k) / static_cast<double>(steps);
    while (i + 2 < along.size() && along[i + 1] < at) ++i;
    const double gap = along[i + 1] - along[i];
    const double t = gap > 0 ? std::clamp((at - along[i]) / gap, 0.0, 1.0) : 0;
    out.emplace_back(points[i] + t * (points[i + 1] - points[i]));
  }
  return out;
}

std::vector<Vec3> smooth_normals(const Surface& surface, const std::vector<Vec3>& points) {
  const auto& mesh = surface.mesh();
  const auto by_vertex = vertex_normals(mesh.positions, mesh.triangles);
  std::vector<Vec3> normals;
  for (const Vec3& point : points) {
    const auto nearest = surface.nearest(point, kFar);
    normals.push_back(nearest ? nearest->at.on(by_vertex, mesh.triangles).normalized() : Vec3(Vec3::UnitZ()));
  }
  for (int pass = 0; pass < kSmoothing; ++pass) {
    const auto before = normals;
    for (std::size_t i = 1; i + 1 < normals.size(); ++i)
      normals[i] = (before[i - 1] + 2 * before[i] + before[i + 1]).normalized();
  }
  return normals;
}

}  // namespace

Result<Path> Path::over(const Surface& surface, std::span<const Vec3> through) {
  const auto wrong = [](std::size_t i, std::string found, std::string expected) {
    return tl::unexpected(
        Problem{{{}, 0, "points[" + std::to_string(i) + "]"}, std::move(found), std::move(expected), {}});
  };
  if (through.size() < 2) return wrong(through.size(), "nothing", "at least two points");
  for (std::size_t i = 0; i < through.size(); ++i) {
    if (!surface.nearest(through[i], kFar)) return wrong(i, "a point off the skin", "a point of the skin");
    if (i > 0 && (through[i] - through[i - 1]).norm() < 1e-6)
      return wrong(i, "the same point again", "another point");
  }
  auto fine = samples(through);
  settle(surface, fine);
  auto points = resampled(fine);
  settle(surface, points);
  const auto normals = smooth_normals(surface, points);

  Path path;
  double length = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Vec3 along = points[std::min(i + 1, points.size() - 1)] - points[i > 0 ? i - 1 : 0];
    const Vec3 flat = along - along.dot(normals[i]) * normals[i];
    path.points_.push_back({points[i], normals[i], flat.normalized()});
    if (i > 0) length += (points[i] - points[i - 1]).norm();
  }
  path.step_ = length / static_cast<double>(points.size() - 1);
  return path;
}

PathPoint Path::at(double distance_m) const {
  const double last = static_cast<double>(points_.size() - 1);
  const double x = std::clamp(distance_m / step_, 0.0, last);
  const auto i = std::min(static_cast<std::size_t>(x), points_.size() - 2);
  const double t = x - static_cast<double>(i);
  const PathPoint& a = points_[i];
  const PathPoint& b = points_[i + 1];
  PathPoint out;
  out.point = a.point + t * (b.point - a.point);
  out.normal = (a.normal + t * (b.normal - a.normal)).normalized();
  const Vec3 along = a.forward + t * (b.forward - a.forward);
  out.forward = (along - along.dot(out.normal) * out.normal).normalized();
  return out;
}

}  // namespace thenar::hand
