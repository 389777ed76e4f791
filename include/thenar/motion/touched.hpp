// What of a hand a clip touches, against what a clearance allows there.
#pragma once

#include "thenar/motion/clip.hpp"
#include "thenar/screening/screening.hpp"

namespace thenar::motion {

/// The zones under a contact: in the middle of its patch, and half of it around there where a pad is narrow.
ZoneSet zones_under(const Scene& scene, const Receiver& receiver, const Contact& contact);

/// How hard a clip presses in each zone, newtons by ZoneId, with everything that touches; negative where
/// nothing does.
std::vector<double> touched(Scene& scene, const Clip& clip);

/// Whether a hand may be touched so by a technique: wherever its clearance is narrower than the usual one,
/// which clips keep within as they are made, the zone is open to the technique and bears the force.
bool is_cleared(const Practice& practice, const HandClearance& hand, const HandClearance& usual,
                TechniqueId technique, std::span<const double> newtons);

}  // namespace thenar::motion
