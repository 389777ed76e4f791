// How skin yields under a hand: depth from force, the shape of a dent, and its lag. SI units: metres,
// newtons, pascals.
#pragma once

#include <span>
#include <vector>

#include "thenar/hand/geometry.hpp"

namespace thenar::motion {

using hand::Vec3;

/// Soft tissue over bone.
struct Tissue {
  double shear_modulus_pa = 6000;  ///< of skin with what lies under it
  double poisson = 0.5;            ///< 0.5: keeps its volume
  double thickness_m = 0.010;      ///< from skin to bone
};

/// A patch pressed by p0 √(1 − r²/a²), as a round pad does.
struct Patch {
  double radius_m = 0.007;
  double peak_pa = 0;

  /// The force that presses it: ⅔ π a² p0.
  double force_n() const;
};
Patch patch_of(double force_n, double radius_m);

/// Displacement of the surface of an elastic half-space at a distance from where it is pressed.
struct Displacement {
  double inward_m = 0;   ///< along the force
  double outward_m = 0;  ///< away from the middle, in the surface; negative towards it
};

/// Under a force at a point (Boussinesq, 1885, as Johnson, Contact Mechanics, 1985, eq. 3.17–3.18);
/// `distance_m` above 0.
Displacement under_point(const Tissue& tissue, double force_n, double distance_m);

/// Under a patch (Hertz, 1882, as Johnson, 1985, eq. 3.41–3.42).
Displacement under_patch(const Tissue& tissue, const Patch& patch, double distance_m);

/// Share of the thickness that skin is pressed in at most, however hard.
inline constexpr double kDeepest = 0.6;

/// Depth under a pad of a radius, metres: that of the half-space, stiffer by what a layer of this thickness
/// on bone adds (Dimitriadis et al., 2002, bonded and incompressible, with a/h for the root of Rδ over h),
/// and levelling off at kDeepest of the thickness. Rises with the force; 0 for no force. Not a number where
/// an argument is none.
double depth_m(const Tissue& tissue, double radius_m, double force_n);

/// The force of a depth, the other way round; infinite from kDeepest of the thickness on.
double force_n(const Tissue& tissue, double radius_m, double depth_m);

/// How a force that comes back each cycle is felt by tissue that creeps (standard linear solid): `instant` of
/// it at once, the rest behind by a time constant. Samples of one cycle at equal steps; what went on for ever
/// before counts.
std::vector<double> lagging(std::span<const double> cycle, double step_s, double time_constant_s,
                            double instant);

/// How far beyond a dent's middle skin still moves, metres, where nothing else is said.
inline constexpr double kDentReach = 0.03;

/// The depth of a dent at a distance from its middle, as a share of that in the middle: the shape of
/// under_patch, made to end at the reach.
double dent_share(double distance_m, double radius_m, double reach_m);

/// A dent in the skin: a patch somewhere, as deep as it is, that reaches as far as a mask.
struct Dent {
  Vec3 centre = Vec3::Zero();
  Vec3 inward = -Vec3::UnitZ();  ///< unit vector
  double radius_m = 0.007;       ///< of the patch
  double depth_m = 0;
  double reach_m = kDentReach;  ///< beyond, nothing moves
};

/// Adds dents to positions of the skin. `most_m` is how far each vertex may move, kDeepest of the tissue over
/// its bone; a vertex moves along the dents' own directions and never farther than that in all.
void add_dents(std::span<const Dent> dents, std::span<const double> most_m, std::span<Vec3> positions);

}  // namespace thenar::motion
