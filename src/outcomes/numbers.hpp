// Numbers that the whole room uses.
#pragma once

#include <cmath>

#include "thenar/journal/journal.hpp"

namespace thenar::outcomes {

inline constexpr double kAlpha = 0.05;  ///< intervals are of 95 %
inline constexpr double kPercent = 100;
inline constexpr journal::TimeMs kMinuteMs = 60'000;
inline constexpr journal::TimeMs kWeekMs = 7 * journal::kDayMs;

/// A number as it is told: to a millionth, so that machines whose functions differ in the last bit tell the
/// same.
inline double told_number(double value) {
  constexpr double kMillion = 1e6;
  return std::round(value * kMillion) / kMillion + 0.0;
}

}  // namespace thenar::outcomes
