// How far a point is from the skin, fast and smooth: distances on a grid.
#pragma once

#include "thenar/hand/surface.hpp"

namespace thenar::hand {

/// A distance with the way it grows.
struct FieldValue {
  double distance = 0;           ///< metres, negative inside; `band` or −`band` beyond the band
  Vec3 gradient = Vec3::Zero();  ///< of the distance; zero beyond the band
};

/// Distances to a surface at the points of a grid, exact there (Surface::nearest) and trilinear between.
/// Within `band` of the surface an interpolated distance is off by at most a tenth of the spacing where the
/// surface is no more curved than a fingertip.
class DistanceField {
 public:
  DistanceField(const Surface& surface, double spacing_m, double band_m);

  FieldValue at(const Vec3& point) const;
  /// The distance alone, to the last bit.
  double distance(const Vec3& point) const;
  double band() const { return band_; }
  std::size_t bytes() const { return values_.size() * sizeof(float); }

 private:
  struct Cell;
  /// The cell of a point; false beyond the grid.
  bool find(const Vec3& point, Cell& cell) const;
  float& value(std::int64_t x, std::int64_t y, std::int64_t z);

  double spacing_;
  double band_;
  Vec3 origin_ = Vec3::Zero();
  std::array<std::int64_t, 3> size_{};
  std::vector<float> values_;
};

}  // namespace thenar::hand
