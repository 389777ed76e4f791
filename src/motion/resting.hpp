// Where skin rests on skin beside the pads that work.
#pragma once

#include "thenar/motion/clip.hpp"

namespace thenar::motion {

/// Where the skin of narrow pads may sink in with them.
struct Patches {
  std::vector<Vec3> middles;
  std::vector<double> radii_m;
  std::vector<double> forces_n;
  bool hold(const Vec3& point) const;
  double force_at(const Vec3& point) const;  ///< of the pad there; 0 beside all of them
};
Patches patches_of(const GiverBody& body, const Sample& sample);

/// Adds contacts where the giver's skin would lie in the receiver's: at most as many as there is room for,
/// each as hard as it takes both skins to meet there, but not harder than `most_n` newtons or than the zone
/// bears, and never pulling. All of them hold together: a dent makes room for its neighbours.
void add_resting(const Scene& scene, const GiverBody& body, const Receiver& receiver, double most_n,
                 Sample& sample);

/// Contacts of one moment at most.
inline constexpr std::size_t kMostContacts = 16;

}  // namespace thenar::motion
