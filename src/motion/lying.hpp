// Where skin lies on skin beside the pads that work.
#pragma once

#include "thenar/motion/clip.hpp"

namespace thenar::motion {

/// Where the skin of narrow pads may sink in with them.
struct Patches {
  std::vector<Vec3> middles;
  std::vector<double> radii_m;
  bool hold(const Vec3& point) const;
};
Patches patches_of(const GiverBody& body, const Sample& sample);

/// How far the skin yields at a point under all contacts, metres.
double yielded(const std::vector<Contact>& contacts, const Vec3& point);

/// Adds contacts where the giver's skin lies in the receiver's, as deep as it does but at most kLyingDepth.
void add_lying(const GiverBody& body, const Receiver& receiver, Sample& sample);

/// Skin yields so far by itself; a hand that lies deeper is posed wrongly.
inline constexpr double kLyingDepthM = 0.002;

/// Contacts of one moment at most.
inline constexpr std::size_t kMostContacts = 16;

}  // namespace thenar::motion
