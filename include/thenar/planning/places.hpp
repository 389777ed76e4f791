// Places in words: the one wording of a set of zones, for everything that is said or shown.
#pragma once

#include <string>
#include <vector>

#include "thenar/screening/screening.hpp"

namespace thenar::planning {

/// Where something is done: the names of the places, and what of them is left out. What the names mean
/// without what is left out never goes beyond the zones that were worded.
struct Where {
  std::vector<std::string> names;
  std::vector<std::string> without;  ///< empty: all of the named places
};

/// Says in few words where a step on a hand works. Zones that nobody may be touched on never count as left
/// out; the wrist does when it is forbidden and the step passes it on its way from the hand to the forearm.
/// Very scattered zones are named by their largest places only, so a small one may go unnamed; none is named
/// falsely. Empty for no zones.
Where where_in_words(const Practice& practice, const Clearance& clearance, Hand hand, const ZoneSet& zones);

/// Names for exactly these zones, as few as there are.
std::vector<std::string> places_in_words(const Practice& practice, const ZoneSet& zones);

}  // namespace thenar::planning
