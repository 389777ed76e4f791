// What the practice says of hands: how far their joints go and how long they are.
#pragma once

#include "thenar/base/result.hpp"
#include "thenar/hand/skeleton.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::hand {

/// Least and most of every angle of a pose, radians.
struct Limits {
  std::array<double, kAngles> least{};
  std::array<double, kAngles> most{};
};

/// The limits of a practice's joint_ranges. Fails with every joint that is not there, unknown or named twice.
Loaded<Limits> limits_of(const Practice& practice);

/// How far a pose goes beyond the limits: the largest excess of any angle, radians; 0 within.
double beyond(const Limits& limits, const Pose& pose);

/// The usual length of a hand, metres, by age and share of a man's proportions (0 to 1): between the rows of
/// the practice's hand_lengths in a straight line, over the last row as in it. 0 where the practice has no
/// such row.
double usual_length_m(const Practice& practice, double years, double man);

}  // namespace thenar::hand
