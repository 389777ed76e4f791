#include "zone_field.hpp"

#include <algorithm>
#include <queue>

namespace thenar::web {
namespace {

using hand::Vec3;

constexpr int kHalvings = 6;  ///< where an edge crosses an outline, to a sixty-fourth of its length
constexpr int kSmoothings = 4;
constexpr double kSmoothing = 0.5;

double distance_to(const std::pair<Vec3, Vec3>& line, const Vec3& p) {
  const Vec3 along = line.second - line.first;
  const double length = along.squaredNorm();
  const double t = length > 0 ? std::clamp((p - line.first).dot(along) / length, 0.0, 1.0) : 0;
  return (line.first + t * along - p).norm();
}

}  // namespace

/// Pieces of an outline, and by vertex the nearest one that a triangle of it holds.
struct ZoneFields::Outline {
  std::vector<std::pair<Vec3, Vec3>> pieces;
  std::vector<std::int32_t> nearest;
};

ZoneFields::ZoneFields(const hand::HandMap& map, const hand::HandModel& model,
                       const std::vector<Vec3>& normals)
    : map_(map), model_(model), normals_(normals) {
  const std::size_t n = model.positions.size();
  spots_.reserve(n);
  for (std::size_t v = 0; v < n; ++v) spots_.push_back(map.spot(model.positions[v], normals[v]));
  std::vector<std::vector<std::int32_t>> around(n);
  const auto join = [&](std::int32_t a, std::int32_t b) {
    auto& list = around[static_cast<std::size_t>(a)];
    if (std::find(list.begin(), list.end(), b) == list.end()) list.push_back(b);
  };
  for (const auto& t : model.triangles)
    for (std::size_t i = 0; i < 3; ++i) {
      join(t[i], t[(i + 1) % 3]);
      join(t[(i + 1) % 3], t[i]);
    }
  begin_.push_back(0);
  for (const auto& list : around) {
    next_.insert(next_.end(), list.begin(), list.end());
    begin_.push_back(static_cast<std::int32_t>(next_.size()));
  }
}

bool ZoneFields::inside(const ZoneSet& zones, const Vec3& point, const Vec3& normal) const {
  const hand::Spot spot = map_.spot(point, normal);
  bool found = false;
  zones.each([&](ZoneId id) { found = found || map_.distance_mm(id, spot) == 0; });
  return found;
}

/// Where the way from a vertex inside to one outside leaves the zones.
Vec3 ZoneFields::crossing(const ZoneSet& zones, std::int32_t from, std::int32_t to) const {
  const auto a = static_cast<std::size_t>(from), b = static_cast<std::size_t>(to);
  double in = 0, out = 1;
  for (int i = 0; i < kHalvings; ++i) {
    const double t = 0.5 * (in + out);
    const Vec3 normal = normals_[a] + t * (normals_[b] - normals_[a]);
    const Vec3 point = model_.positions[a] + t * (model_.positions[b] - model_.positions[a]);
    (inside(zones, point, normal.normalized()) ? in : out) = t;
  }
  return model_.positions[a] + in * (model_.positions[b] - model_.positions[a]);
}

ZoneFields::Outline ZoneFields::outline(const ZoneSet& zones, const std::vector<char>& in) const {
  Outline made;
  made.nearest.assign(in.size(), -1);
  const auto is_in = [&](std::int32_t v) { return in[static_cast<std::size_t>(v)] != 0; };
  for (const auto& t : model_.triangles) {
    const int count = int{is_in(t[0])} + int{is_in(t[1])} + int{is_in(t[2])};
    if (count == 0 || count == 3) continue;
    std::size_t single = 0;  // the corner that is alone on its side
    while (is_in(t[single]) != (count == 1)) ++single;
    std::array<Vec3, 2> ends;
    for (std::size_t i = 0; i < 2; ++i) {
      const std::int32_t other = t[(single + 1 + i) % 3];
      ends[i] = count == 1 ? crossing(zones, t[single], other) : crossing(zones, other, t[single]);
    }
    const auto piece = static_cast<std::int32_t>(made.pieces.size());
    made.pieces.emplace_back(ends[0], ends[1]);
    for (const std::int32_t v : t) {
      auto& best = made.nearest[static_cast<std::size_t>(v)];
      const Vec3& p = model_.positions[static_cast<std::size_t>(v)];
      if (best < 0 ||
          distance_to(made.pieces.back(), p) < distance_to(made.pieces[static_cast<std::size_t>(best)], p))
        best = piece;
    }
  }
  return made;
}

/// Distances of all vertices, each measured to the nearest piece of a neighbour.
std::vector<double> ZoneFields::spread(const Outline& outline) const {
  std::vector<double> distances(outline.nearest.size(), kFar);
  std::vector<std::int32_t> piece = outline.nearest;
  using Entry = std::pair<double, std::int32_t>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  const auto offer = [&](std::int32_t v, std::int32_t of) {
    const auto at = static_cast<std::size_t>(v);
    const double d = distance_to(outline.pieces[static_cast<std::size_t>(of)], model_.positions[at]);
    if (d >= distances[at]) return;
    distances[at] = d;
    piece[at] = of;
    queue.emplace(d, v);
  };
  for (std::size_t v = 0; v < piece.size(); ++v)
    if (piece[v] >= 0) offer(static_cast<std::int32_t>(v), piece[v]);
  while (!queue.empty()) {
    const auto [d, v] = queue.top();
    queue.pop();
    const auto at = static_cast<std::size_t>(v);
    if (d > distances[at]) continue;
    for (auto i = begin_[at]; i < begin_[at + 1]; ++i) offer(next_[static_cast<std::size_t>(i)], piece[at]);
  }
  return distances;
}

void ZoneFields::smooth(std::vector<double>& distances) const {
  std::vector<double> before;
  for (int round = 0; round < kSmoothings; ++round) {
    before = distances;
    for (std::size_t v = 0; v < distances.size(); ++v) {
      double sum = 0;
      for (auto i = begin_[v]; i < begin_[v + 1]; ++i)
        sum += before[static_cast<std::size_t>(next_[static_cast<std::size_t>(i)])];
      const double mean = sum / static_cast<double>(begin_[v + 1] - begin_[v]);
      distances[v] += kSmoothing * (mean - before[v]);
    }
  }
}

std::vector<double> ZoneFields::distances(const ZoneSet& zones) const {
  std::vector<char> in(spots_.size(), 0);
  zones.each([&](ZoneId id) {
    for (std::size_t v = 0; v < in.size(); ++v)
      if (map_.distance_mm(id, spots_[v]) == 0) in[v] = 1;
  });
  auto distances = spread(outline(zones, in));
  for (std::size_t v = 0; v < in.size(); ++v)
    if (in[v] != 0) distances[v] = -distances[v];
  smooth(distances);
  return distances;
}

}  // namespace thenar::web
