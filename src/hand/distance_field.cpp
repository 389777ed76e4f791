#include "thenar/hand/distance_field.hpp"

#include <algorithm>
#include <cmath>

namespace thenar::hand {

DistanceField::DistanceField(const Surface& surface, double spacing_m, double band_m)
    : spacing_(spacing_m), band_(band_m) {
  const auto& positions = surface.mesh().positions;
  if (positions.empty()) return;
  Vec3 low = positions.front();
  Vec3 high = low;
  for (const Vec3& p : positions) {
    low = low.cwiseMin(p);
    high = high.cwiseMax(p);
  }
  const Vec3 rim = Vec3::Constant(band_ + spacing_);
  origin_ = low - rim;
  const Vec3 cells = (high + rim - origin_) / spacing_;
  for (std::size_t i = 0; i < 3; ++i)
    size_[i] = static_cast<std::int64_t>(std::ceil(cells[static_cast<Eigen::Index>(i)])) + 1;
  values_.assign(static_cast<std::size_t>(size_[0] * size_[1] * size_[2]), static_cast<float>(band_));

  // Rows along x: what no surface is near of keeps the sign of what came before it.
  for (std::int64_t z = 0; z < size_[2]; ++z)
    for (std::int64_t y = 0; y < size_[1]; ++y) {
      bool inside = false;
      for (std::int64_t x = 0; x < size_[0]; ++x) {
        const Vec3 point =
            origin_ + spacing_ * Vec3(static_cast<double>(x), static_cast<double>(y), static_cast<double>(z));
        const auto nearest = surface.nearest(point, band_);
        if (nearest) inside = nearest->distance < 0;
        const double far = inside ? -band_ : band_;
        value(x, y, z) = static_cast<float>(nearest ? nearest->distance : far);
      }
    }
}

float& DistanceField::value(std::int64_t x, std::int64_t y, std::int64_t z) {
  return values_[static_cast<std::size_t>((z * size_[1] + y) * size_[0] + x)];
}

namespace {

double mix(double a, double b, double s) {
  return a + s * (b - a);
}

}  // namespace

/// The cell of a point, and where in it the point lies.
struct DistanceField::Cell {
  const float* corner;  ///< the lowest of its eight values
  Vec3 t;
  std::size_t row;
  std::size_t layer;

  /// Distances on its four edges along x, at the point's own x.
  std::array<double, 4> along_x() const {
    std::array<double, 4> x{};
    const std::array<std::size_t, 4> edges{0, row, layer, layer + row};
    for (std::size_t i = 0; i < 4; ++i)
      x[i] = mix(static_cast<double>(corner[edges[i]]), static_cast<double>(corner[edges[i] + 1]), t.x());
    return x;
  }
};

bool DistanceField::find(const Vec3& point, Cell& cell) const {
  const Vec3 at = (point - origin_) / spacing_;
  std::array<std::int64_t, 3> base{};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto axis = static_cast<Eigen::Index>(i);
    if (!(at[axis] >= 0) || !(at[axis] < static_cast<double>(size_[i] - 1))) return false;
    base[i] = static_cast<std::int64_t>(at[axis]);
    cell.t[axis] = at[axis] - static_cast<double>(base[i]);
  }
  cell.row = static_cast<std::size_t>(size_[0]);
  cell.layer = cell.row * static_cast<std::size_t>(size_[1]);
  cell.corner =
      values_.data() + static_cast<std::size_t>((base[2] * size_[1] + base[1]) * size_[0] + base[0]);
  return true;
}

double DistanceField::distance(const Vec3& point) const {
  Cell cell;
  if (!find(point, cell)) return band_;
  const auto x = cell.along_x();
  return mix(mix(x[0], x[1], cell.t.y()), mix(x[2], x[3], cell.t.y()), cell.t.z());
}

FieldValue DistanceField::at(const Vec3& point) const {
  Cell cell;
  if (!find(point, cell)) return {band_, Vec3::Zero()};
  const auto& [c, t, row, layer] = cell;
  const auto x = cell.along_x();
  const auto slope = [c = c](std::size_t at) {
    return static_cast<double>(c[at + 1]) - static_cast<double>(c[at]);
  };
  const double low = mix(x[0], x[1], t.y());
  const double high = mix(x[2], x[3], t.y());
  FieldValue out;
  out.distance = mix(low, high, t.z());
  out.gradient =
      Vec3(mix(mix(slope(0), slope(row), t.y()), mix(slope(layer), slope(layer + row), t.y()), t.z()),
           mix(x[1] - x[0], x[3] - x[2], t.z()), high - low) /
      spacing_;
  return out;
}

}  // namespace thenar::hand
