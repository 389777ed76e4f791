// Where skin lies on skin beside the pads that work.
#pragma once

#include "thenar/motion/clip.hpp"

namespace thenar::motion {

/// Before the receiver's arm ends, y in metres: nobody can enter what is not there.
inline constexpr double kArmEndsM = -0.235;

/// How far the skin yields at a point under all contacts, metres.
double yielded(const std::vector<Contact>& contacts, const Vec3& point);

/// Adds contacts where the giver's skin lies in the receiver's, as deep as it does but at most kLyingDepth.
void add_lying(const GiverBody& body, const Receiver& receiver, Sample& sample);

/// Skin yields so far by itself; a hand that lies deeper is posed wrongly.
inline constexpr double kLyingDepthM = 0.002;

/// Contacts of one moment at most.
inline constexpr std::size_t kMostContacts = 16;

}  // namespace thenar::motion
