#include "thenar/hand/surface.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

namespace thenar::hand {
namespace {

constexpr std::size_t kLeaf = 4;  ///< triangles a leaf

double squared_gap(const Vec3& low, const Vec3& high, const Vec3& point) {
  return (low - point).cwiseMax(point - high).cwiseMax(0.0).squaredNorm();
}

/// Nearest point of a triangle as weights, and where it lies: 0–2 a corner, 3–5 the edge that begins there, 6
/// the face (Ericson, Real-Time Collision Detection, 2005).
struct OnTriangle {
  Vec3 weights;
  int feature;
};

OnTriangle on_edge(int from, double t) {
  Vec3 weights = Vec3::Zero();
  weights[from] = 1 - t;
  weights[(from + 1) % 3] = t;
  return {weights, 3 + from};
}

OnTriangle nearest_of(const Vec3& a, const Vec3& b, const Vec3& c, const Vec3& p) {
  const Vec3 ab = b - a;
  const Vec3 ac = c - a;
  const double d1 = ab.dot(p - a);
  const double d2 = ac.dot(p - a);
  if (d1 <= 0 && d2 <= 0) return {{1, 0, 0}, 0};
  const double d3 = ab.dot(p - b);
  const double d4 = ac.dot(p - b);
  if (d3 >= 0 && d4 <= d3) return {{0, 1, 0}, 1};
  const double d5 = ab.dot(p - c);
  const double d6 = ac.dot(p - c);
  if (d6 >= 0 && d5 <= d6) return {{0, 0, 1}, 2};
  const double vc = d1 * d4 - d3 * d2;
  if (vc <= 0 && d1 >= 0 && d3 <= 0) return on_edge(0, d1 / (d1 - d3));
  const double vb = d5 * d2 - d1 * d6;
  if (vb <= 0 && d2 >= 0 && d6 <= 0) return on_edge(2, 1 - d2 / (d2 - d6));
  const double va = d3 * d6 - d5 * d4;
  if (va <= 0 && d4 >= d3 && d5 >= d6) return on_edge(1, (d4 - d3) / ((d4 - d3) + (d5 - d6)));
  const double sum = va + vb + vc;
  return {{va / sum, vb / sum, vc / sum}, 6};
}

/// Angle of a triangle at a corner.
double angle_at(const Vec3& corner, const Vec3& one, const Vec3& other) {
  return std::atan2((one - corner).cross(other - corner).norm(), (one - corner).dot(other - corner));
}

const Vec3& corner_of(const TriangleMesh& mesh, std::int32_t triangle, std::size_t corner) {
  return mesh
      .positions[static_cast<std::size_t>(mesh.triangles[static_cast<std::size_t>(triangle)][corner % 3])];
}

}  // namespace

struct Surface::Found {
  double squared;
  std::int32_t triangle = -1;
  Vec3 weights = Vec3::Zero();
  int feature = 6;
};

Vec3 SurfacePoint::on(const std::vector<Vec3>& values, const std::vector<Triangle>& triangles) const {
  const Triangle& t = triangles[static_cast<std::size_t>(triangle)];
  Vec3 sum = Vec3::Zero();
  for (std::size_t i = 0; i < 3; ++i)
    sum += weights[static_cast<Eigen::Index>(i)] * values[static_cast<std::size_t>(t[i])];
  return sum;
}

Surface::Surface(TriangleMesh mesh)
    : mesh_(std::move(mesh)), order_(mesh_.triangles.size()), edge_of_(mesh_.triangles.size()) {
  std::iota(order_.begin(), order_.end(), 0);
  connect();
  if (!order_.empty()) build(0, order_.size());
}

void Surface::connect() {
  struct Edge {
    std::int32_t a;
    std::int32_t b;
    std::int32_t triangle;
    std::uint32_t corner;
    bool operator<(const Edge& other) const { return std::tie(a, b) < std::tie(other.a, other.b); }
  };
  std::vector<Edge> edges;
  edges.reserve(3 * mesh_.triangles.size());
  std::vector<std::int32_t> counts(mesh_.positions.size() + 1);
  for (std::size_t i = 0; i < mesh_.triangles.size(); ++i)
    for (std::size_t c = 0; c < 3; ++c) {
      const auto [a, b] = std::minmax(mesh_.triangles[i][c], mesh_.triangles[i][(c + 1) % 3]);
      edges.push_back({a, b, static_cast<std::int32_t>(i), static_cast<std::uint32_t>(c)});
      ++counts[static_cast<std::size_t>(mesh_.triangles[i][c]) + 1];
    }
  std::partial_sum(counts.begin(), counts.end(), counts.begin());
  corners_.first = counts;
  corners_.triangles.resize(edges.size());
  for (const Edge& edge : edges) {
    const auto vertex = mesh_.triangles[static_cast<std::size_t>(edge.triangle)][edge.corner];
    corners_.triangles[static_cast<std::size_t>(counts[static_cast<std::size_t>(vertex)]++)] = edge.triangle;
  }
  std::stable_sort(edges.begin(), edges.end());
  edges_.first.push_back(0);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (i > 0 && edges[i - 1] < edges[i]) edges_.first.push_back(static_cast<std::int32_t>(i));
    edges_.triangles.push_back(edges[i].triangle);
    edge_of_[static_cast<std::size_t>(edges[i].triangle)][edges[i].corner] =
        static_cast<std::int32_t>(edges_.first.size()) - 1;
  }
  edges_.first.push_back(static_cast<std::int32_t>(edges.size()));
}

void Surface::move(const std::vector<Vec3>& positions) {
  mesh_.positions = positions;
  // Halves come after the box that they are halves of.
  for (std::size_t i = boxes_.size(); i-- > 0;) {
    Box& box = boxes_[i];
    if (box.count > 0) {
      bound(box);
      continue;
    }
    const Box& one = boxes_[i + 1];
    const Box& other = boxes_[static_cast<std::size_t>(box.first)];
    box.low = one.low.cwiseMin(other.low);
    box.high = one.high.cwiseMax(other.high);
  }
}

void Surface::bound(Box& leaf) const {
  leaf.low = Vec3::Constant(std::numeric_limits<double>::max());
  leaf.high = Vec3::Constant(std::numeric_limits<double>::lowest());
  for (std::int32_t i = leaf.first; i < leaf.first + leaf.count; ++i)
    for (std::size_t c = 0; c < 3; ++c) {
      const Vec3& corner = corner_of(mesh_, order_[static_cast<std::size_t>(i)], c);
      leaf.low = leaf.low.cwiseMin(corner);
      leaf.high = leaf.high.cwiseMax(corner);
    }
}

std::int32_t Surface::build(std::size_t first, std::size_t count) {
  const auto index = static_cast<std::int32_t>(boxes_.size());
  Box box{{}, {}, static_cast<std::int32_t>(first), static_cast<std::int32_t>(count)};
  bound(box);
  boxes_.push_back(box);
  if (count <= kLeaf) return index;
  Eigen::Index axis = 0;
  (box.high - box.low).maxCoeff(&axis);
  const auto middle = [&](std::int32_t t) {
    return corner_of(mesh_, t, 0)[axis] + corner_of(mesh_, t, 1)[axis] + corner_of(mesh_, t, 2)[axis];
  };
  const auto begin = order_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto half = static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(begin, begin + half, begin + static_cast<std::ptrdiff_t>(count),
                   [&](std::int32_t a, std::int32_t b) { return middle(a) < middle(b); });
  build(first, count / 2);
  const std::int32_t second = build(first + count / 2, count - count / 2);
  boxes_[static_cast<std::size_t>(index)].first = second;
  boxes_[static_cast<std::size_t>(index)].count = 0;
  return index;
}

void Surface::visit(std::int32_t index, const Vec3& point, Found& found) const {
  const Box& box = boxes_[static_cast<std::size_t>(index)];
  if (box.count > 0) {
    for (std::int32_t i = box.first; i < box.first + box.count; ++i) {
      const std::int32_t triangle = order_[static_cast<std::size_t>(i)];
      const auto on = nearest_of(corner_of(mesh_, triangle, 0), corner_of(mesh_, triangle, 1),
                                 corner_of(mesh_, triangle, 2), point);
      const Vec3 at = SurfacePoint{triangle, on.weights}.on(mesh_.positions, mesh_.triangles);
      const double squared = (at - point).squaredNorm();
      if (squared < found.squared) found = {squared, triangle, on.weights, on.feature};
    }
    return;
  }
  std::array<std::pair<double, std::int32_t>, 2> halves;
  for (std::size_t i = 0; i < 2; ++i) {
    const std::int32_t half = i == 0 ? index + 1 : box.first;
    const Box& inner = boxes_[static_cast<std::size_t>(half)];
    halves[i] = {squared_gap(inner.low, inner.high, point), half};
  }
  if (halves[1].first < halves[0].first) std::swap(halves[0], halves[1]);
  for (const auto& [gap, half] : halves)
    if (gap < found.squared) visit(half, point, found);
}

Vec3 Surface::face_normal(std::int32_t triangle) const {
  const Vec3& a = corner_of(mesh_, triangle, 0);
  return (corner_of(mesh_, triangle, 1) - a).cross(corner_of(mesh_, triangle, 2) - a).normalized();
}

Vec3 Surface::normal_of(std::int32_t triangle, int feature) const {
  const auto at = static_cast<std::size_t>(triangle);
  if (feature == 6) return face_normal(triangle);
  Vec3 sum = Vec3::Zero();
  if (feature >= 3) {
    for (const std::int32_t each : edges_.of(edge_of_[at][static_cast<std::size_t>(feature - 3)]))
      sum += face_normal(each);
    return sum;
  }
  const std::int32_t vertex = mesh_.triangles[at][static_cast<std::size_t>(feature)];
  for (const std::int32_t each : corners_.of(vertex)) {
    const Triangle& t = mesh_.triangles[static_cast<std::size_t>(each)];
    const auto corner = static_cast<std::size_t>(std::find(t.begin(), t.end(), vertex) - t.begin());
    sum += angle_at(corner_of(mesh_, each, corner), corner_of(mesh_, each, corner + 1),
                    corner_of(mesh_, each, corner + 2)) *
           face_normal(each);
  }
  return sum;
}

std::optional<Nearest> Surface::nearest(const Vec3& point, double within) const {
  Found found{within * within};
  if (!boxes_.empty()) visit(0, point, found);
  if (found.triangle < 0) return {};
  Nearest nearest;
  nearest.at = {found.triangle, found.weights};
  nearest.point = nearest.at.on(mesh_.positions, mesh_.triangles);
  const bool inside = normal_of(found.triangle, found.feature).dot(point - nearest.point) < 0;
  nearest.distance = std::sqrt(found.squared) * (inside ? -1 : 1);
  return nearest;
}

std::optional<SurfacePoint> Surface::first_on(const Vec3& from, const Vec3& way) const {
  std::optional<SurfacePoint> found;
  double first = std::numeric_limits<double>::max();
  const Vec3 slope = way.cwiseInverse();
  const auto reaches = [&](const Box& box) {
    const Vec3 one = (box.low - from).cwiseProduct(slope);
    const Vec3 other = (box.high - from).cwiseProduct(slope);
    const double enter = one.cwiseMin(other).maxCoeff();
    const double leave = one.cwiseMax(other).minCoeff();
    return leave >= 0 && !(enter > leave) && !(enter > first);
  };
  std::vector<std::int32_t> open;
  if (!boxes_.empty()) open.push_back(0);
  while (!open.empty()) {
    const std::int32_t index = open.back();
    open.pop_back();
    const Box& box = boxes_[static_cast<std::size_t>(index)];
    if (!reaches(box)) continue;
    if (box.count == 0) {
      open.push_back(index + 1);
      open.push_back(box.first);
    }
    for (std::int32_t i = box.first; i < box.first + box.count; ++i) {
      const std::int32_t triangle = order_[static_cast<std::size_t>(i)];
      const auto hit = meets(corner_of(mesh_, triangle, 0), corner_of(mesh_, triangle, 1),
                             corner_of(mesh_, triangle, 2), from, way);
      if (!hit || hit->along < 0 || hit->along >= first) continue;
      first = hit->along;
      found = SurfacePoint{triangle, {1 - hit->u - hit->v, hit->u, hit->v}};
    }
  }
  return found;
}

}  // namespace thenar::hand
