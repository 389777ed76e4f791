// Times as texts that other programs read.
#pragma once

#include <string>

#include "thenar/journal/journal.hpp"

namespace thenar::journal {

/// 2026-03-01T18:04:05.250Z; times of the journal lie in the years 1970 to 9999.
std::string iso_8601(TimeMs time);

/// The same moment on a local clock: 2026-03-01T19:04:05+01:00.
std::string local_iso_8601(TimeMs time, int utc_offset_minutes);

}  // namespace thenar::journal
