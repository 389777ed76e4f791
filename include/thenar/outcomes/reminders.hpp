// Reminders as a calendar file (RFC 5545). Native only.
#pragma once

#include <string>
#include <vector>

#include "thenar/base/result.hpp"
#include "thenar/journal/journal.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::outcomes {

/// When somebody wants to be reminded: on days of the week (0 Monday to 6 Sunday, none: every day), at a time
/// of day on the clock of wherever they are, from a first day on for some weeks.
struct Reminders {
  std::string first_day;  ///< 2026-11-30
  int hour = 18;
  int minute = 0;
  std::vector<int> weekdays;
  int weeks = 4;
  std::string uid;              ///< the event's own for ever and everywhere: what has it too replaces it
  journal::TimeMs made_at = 0;  ///< when the calendar is made
};

/// A calendar with one event that repeats and rings; it begins on the first of the chosen days.
Result<std::string> reminders_ics(const Practice& practice, const Reminders& reminders);

}  // namespace thenar::outcomes
