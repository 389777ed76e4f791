// Saying where on the hand.
#pragma once

#include "thenar/interview/talk.hpp"

namespace thenar::interview {

/// A place that can be pointed at: a work group (each finger its own) with the delicate zones beside it.
struct HandPlace {
  std::string key;   ///< its gap in the map: MOUND, D2
  std::string name;  ///< "thumb mound"
  std::vector<ZoneId> zones;
};

/// Every zone of the practice is in at least one place.
std::vector<HandPlace> hand_places(const Practice& practice);

/// Asks for places of a hand (none: both) and, where there is one or only fingers, for what of them. Empty
/// when it is the whole hand, which is an answer only with `or_whole`.
std::vector<ZoneId> ask_zones(Talk& talk, const Practice& practice, const std::string& question,
                              std::optional<Hand> hand, bool or_whole);

}  // namespace thenar::interview
