#include "thenar/motion/tissue.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace thenar::motion {
namespace {

using std::numbers::pi;

double young_pa(const Tissue& tissue) {
  return 2 * tissue.shear_modulus_pa * (1 + tissue.poisson);
}

/// The inward displacement of a patch over that of its middle: 1 at r = 0, 1/2 at its edge (Johnson, 1985,
/// eq. 3.41a, 3.42a).
double shape(double r, double a) {
  const double x = r / a;
  if (x <= 1) return 1 - 0.5 * x * x;
  const double s = 1 / x;
  return ((2 - x * x) * std::asin(s) + std::sqrt(x * x - 1)) / pi;
}

/// `shape` by the square of r over a, from a table: exact within the patch, to 3e-5 around it.
class ShapeTable {
 public:
  ShapeTable() {
    for (std::size_t i = 0; i < values_.size(); ++i)
      values_[i] = shape(std::sqrt(1 + static_cast<double>(i) / kSteps), 1);
  }
  double at(double squared) const {
    if (squared <= 1) return 1 - 0.5 * squared;
    const double on = (squared - 1) * kSteps;
    if (!(on < kLast)) return shape(std::sqrt(squared), 1);
    const auto i = static_cast<std::size_t>(on);
    return values_[i] + (on - static_cast<double>(i)) * (values_[i + 1] - values_[i]);
  }

 private:
  static constexpr double kSteps = 64;  ///< of the table, from one square of the radius to the next
  static constexpr double kLast = 1024;
  std::array<double, 1025> values_{};
};

constexpr double kNowhere = 1e-12;  ///< what rounding leaves at the edge of a reach

/// How much stiffer a layer on bone is than a half-space, by the radius of the contact over the thickness.
double layer_factor(double x) {
  return 1 + x * (1.133 + x * (1.283 + x * (0.769 + x * 0.0975)));
}

/// Newtons a metre while the dent is small.
double stiffness(const Tissue& tissue, double radius_m) {
  const double plane = young_pa(tissue) / (1 - tissue.poisson * tissue.poisson);
  return 4.0 / 3 * plane * radius_m * layer_factor(radius_m / tissue.thickness_m);
}

/// 1 in the middle, 0 from the reach on, without a corner at either.
double mask(double r, double reach) {
  if (r >= reach) return 0;
  const double x = 1 - (r / reach) * (r / reach);
  return x * x;
}

}  // namespace

double Patch::force_n() const {
  return 2.0 / 3 * pi * radius_m * radius_m * peak_pa;
}

Patch patch_of(double force_n, double radius_m) {
  return {radius_m, 1.5 * force_n / (pi * radius_m * radius_m)};
}

Displacement under_point(const Tissue& tissue, double force_n, double distance_m) {
  const double nu = tissue.poisson;
  const double e = young_pa(tissue);
  return {(1 - nu * nu) * force_n / (pi * e * distance_m),
          -(1 - 2 * nu) * (1 + nu) * force_n / (2 * pi * e * distance_m)};
}

Displacement under_patch(const Tissue& tissue, const Patch& patch, double distance_m) {
  const double nu = tissue.poisson;
  const double a = patch.radius_m;
  const double p = patch.peak_pa / young_pa(tissue);
  const double middle = (1 - nu * nu) * pi * p * a / 2;
  const double sideways = (1 - 2 * nu) * (1 + nu) * p * a * a / 3;
  const double x = distance_m / a;
  const double gathered = x < 1 ? 1 - std::pow(1 - x * x, 1.5) : 1;  // share of the force within the distance
  return {middle * shape(distance_m, a), distance_m > 0 ? -sideways / distance_m * gathered : 0};
}

double depth_m(const Tissue& tissue, double radius_m, double force_n) {
  const double most = kDeepest * tissue.thickness_m;
  return -most * std::expm1(-std::max(force_n, 0.0) / (stiffness(tissue, radius_m) * most));
}

double force_n(const Tissue& tissue, double radius_m, double depth_m) {
  const double most = kDeepest * tissue.thickness_m;
  if (depth_m >= most) return std::numeric_limits<double>::infinity();
  return -stiffness(tissue, radius_m) * most * std::log1p(-std::max(depth_m, 0.0) / most);
}

std::vector<double> lagging(std::span<const double> cycle, double step_s, double time_constant_s,
                            double instant) {
  std::vector<double> out(cycle.begin(), cycle.end());
  if (cycle.empty() || !(time_constant_s > 0)) return out;
  const double keep = std::exp(-step_s / time_constant_s);
  // The state at the beginning of a cycle is that at its end: one round from nothing tells it.
  double state = 0;
  for (const double force : cycle) state = keep * state + (1 - keep) * force;
  state /= 1 - std::pow(keep, static_cast<double>(cycle.size()));
  for (std::size_t i = 0; i < cycle.size(); ++i) {
    state = keep * state + (1 - keep) * cycle[i];
    out[i] = instant * cycle[i] + (1 - instant) * state;
  }
  return out;
}

double dent_share(double distance_m, double radius_m, double reach_m) {
  return shape(distance_m, radius_m) * mask(distance_m, reach_m);
}

void add_dents(std::span<const Dent> dents, std::span<const double> most_m, std::span<Vec3> positions) {
  static const ShapeTable kShapes;
  for (std::size_t v = 0; v < positions.size(); ++v) {
    const Vec3& at = positions[v];
    double x = 0, y = 0, z = 0;
    bool moves = false;
    for (const Dent& dent : dents) {
      const double dx = at.x() - dent.centre.x();
      const double dy = at.y() - dent.centre.y();
      const double dz = at.z() - dent.centre.z();
      const double squared = dx * dx + dy * dy + dz * dz;
      const double inside = 1 - squared / (dent.reach_m * dent.reach_m);
      if (!(inside > kNowhere)) continue;
      const double depth =
          dent.depth_m * inside * inside * kShapes.at(squared / (dent.radius_m * dent.radius_m));
      x += depth * dent.inward.x();
      y += depth * dent.inward.y();
      z += depth * dent.inward.z();
      moves = true;
    }
    if (!moves) continue;
    Vec3 move(x, y, z);
    const double length = move.norm();
    if (length > most_m[v]) move *= most_m[v] / length;
    positions[v] += move;
  }
}

}  // namespace thenar::motion
