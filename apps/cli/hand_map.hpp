// The hand as a drawing with numbers.
#pragma once

#include "thenar/interview/places.hpp"

namespace thenar::cli {

/// The map with the numbers of the places, the palm towards who looks: the thumb of a left hand is on the
/// left, that of a right hand on the right. No hand means both: the left one with words about the other.
std::string hand_map(const Practice& practice, const std::vector<interview::HandPlace>& places,
                     std::optional<Hand> hand);

}  // namespace thenar::cli
