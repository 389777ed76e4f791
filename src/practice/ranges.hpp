// What numbers of the practice can mean at all.
#pragma once

#include "thenar/base/fields.hpp"
#include "thenar/practice/rules.hpp"

namespace thenar {

// What numbers of each sort can mean at all; the practice sets the narrower limits.
inline constexpr Range kLevel{0, kMaxLevel};
inline constexpr Range kRating{0, 10};
inline constexpr Range kRate{0, 3};
inline constexpr Range kShare{0, 1};
inline constexpr Range kAge{0, 130};
inline constexpr Range kNotNegative{0};
inline constexpr Range kPositive{0.01};
inline constexpr Range kSeconds{0, 86400};
inline constexpr Range kSomeSeconds{1, 86400};
inline constexpr Range kDegrees{-180, 180};
inline constexpr Range kHandMm{50, 300};

}  // namespace thenar
