// Two skins that press on each other: both yield, with the same force.
#pragma once

#include "thenar/motion/clip.hpp"
#include "thenar/motion/tissue.hpp"

namespace thenar::motion {

/// What a force does to both.
struct Yield {
  double force_n = 0;
  double depth_m = 0;  ///< of the receiver's skin
  double give_m = 0;   ///< of the giver's
  double sum_m() const { return depth_m + give_m; }
};

/// Under a force over a patch of a radius.
Yield pressed(const Tissue& receiver, const Tissue& giver, double radius_m, double force_n);

/// Where skins would overlap by so much if neither yielded: they press as hard as it takes them to meet,
/// `most_n` at most; then less than the overlap is made up for.
Yield met(const Tissue& receiver, const Tissue& giver, double radius_m, double overlap_m, double most_n);

/// A dent reaches as far around its middle as this many radii of its patch.
inline constexpr double kReachRadii = 3.2;

/// The dents of contacts in the receiver's skin and in the giver's.
std::vector<Dent> receiver_dents(std::span<const Contact> contacts);
std::vector<Dent> giver_dents(std::span<const Contact> contacts);

/// How far both skins yield together at a point along a direction, metres, under contacts: each at most
/// kDeepest of its tissue there.
double yielded(std::span<const Contact> contacts, const Vec3& point, const Vec3& out, const Tissue& receiver,
               const Tissue& giver);

}  // namespace thenar::motion
