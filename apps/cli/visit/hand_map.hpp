// Saying where on the hand: by numbers of a small map, or by words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/conversation.hpp"

namespace thenar::cli {

/// A place that can be pointed at: a work group (each finger its own) with the delicate zones beside it.
struct HandPlace {
  std::string key;   ///< its gap in the map: MOUND, D2
  std::string name;  ///< "thumb mound"
  std::vector<ZoneId> zones;
};

/// Every zone of the practice is in at least one place.
std::vector<HandPlace> hand_places(const Practice& practice);

/// The map with the numbers of the places, the palm towards who looks: the thumb of a left hand is on the
/// left, that of a right hand on the right. No hand means both: the left one with words about the other.
std::string hand_map(const Practice& practice, const std::vector<HandPlace>& places,
                     std::optional<Hand> hand);

/// Asks for places of a hand (none: both) and, where there is one or only fingers, for what of them. Empty
/// when it is the whole hand, which is an answer only with `or_whole`.
std::vector<ZoneId> ask_zones(Conversation& talk, const Practice& practice, const std::string& question,
                              std::optional<Hand> hand, bool or_whole);

}  // namespace thenar::cli
