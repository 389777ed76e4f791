// A clip at any time.
#pragma once

#include "thenar/motion/clip.hpp"

namespace thenar::motion {

/// The moment of a clip at a share of its stroke: 0 its beginning, 1 the next one; any number counts, going
/// backwards too. Between samples poses follow a cubic through them, contacts a straight line; a contact that
/// one of the two samples does not have comes or goes with its depth. Not a number is the beginning.
Sample moment_at(const Clip& clip, double share);

/// Contacts that press by a share of what they do, 0 to 1.
std::vector<Contact> faded(std::vector<Contact> contacts, double share);

/// The clip at a level of pressure, where that is less than its own: pads press as much less, and the giving
/// hand stands as much higher as the skin yields less. Never harder than the clip was made.
Clip softened(const Practice& practice, Clip clip, int level);

}  // namespace thenar::motion
