// One stroke of a technique as a function of time: how hard, how far along its way, off the skin or around on
// it.
#pragma once

#include <vector>

#include "thenar/practice/work.hpp"

namespace thenar::motion {

/// What a hand does at a moment of its stroke.
struct StrokeState {
  double pressure = 0;    ///< share of the force of its level, 0 to 1
  double felt = 0;        ///< the pressure that tissue yields to, a little after and less to what is quick
  double along = 0;       ///< share of its way over the skin, 0 to 1
  double lift_m = 0;      ///< off the skin; above 0 nothing is pressed
  double forward_m = 0;   ///< with the skin, along the way …
  double left_m = 0;      ///< … and to its left
  double grip = 0;        ///< how far fingers and thumb have closed on what they lift, 0 to 1
  double bend = 0;        ///< share of the way to the first pull, or of a joint's gentle circle, −1 to 1
  double bend_aside = 0;  ///< the other direction of that circle, −1 to 1
};

/// How long a stroke takes at a tempo. 0 where nothing repeats.
double period_s(double tempo_per_minute);

/// The state at a time from the beginning of a stroke that repeats with a period (above 0). Comes back to the
/// same state and speed with each period; ramps are those of least jerk (Flash and Hogan, 1985). Not a number
/// of time gives the beginning.
StrokeState stroke_at(const Technique& technique, double period_s, double t_s);

/// The states of one stroke at `count` equal steps of its period, with what tissue feels of them: it creeps.
std::vector<StrokeState> cycle_of(const Technique& technique, double period_s, std::size_t count);

/// Height at which a hand that goes back to where a stroke begins passes over the skin, metres.
inline constexpr double kClearance = 0.012;

}  // namespace thenar::motion
