// Saying where on the hand: by a number of a small map, or by words.
#pragma once

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

/// Asks for a place and, within it, all of it or some spots. Never empty.
std::vector<ZoneId> ask_zones(Conversation& talk, const Practice& practice, const std::string& question);

}  // namespace thenar::cli
