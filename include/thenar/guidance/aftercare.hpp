// After the massage: what the hours and weeks that follow mean for the next session (rules A01 and A02).
#pragma once

#include "thenar/base/ids.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::guidance {

/// What somebody reports about the time since their last session.
struct Aftermath {
  double extra_pain_hours = 0;  ///< how long it hurt more than before
  double soreness_hours = 0;    ///< how long it was sore
};

/// A01: the last massage was too much. The next one is shorter and lighter (the clearance sees to it through
/// History::a01_count).
bool too_much(const Practice& practice, const Aftermath& aftermath);

/// A02: the weeks after which somebody should look at it when nothing has improved; a programme may have its
/// own.
int review_after_weeks(const Practice& practice, ProgrammeId programme);

/// A02: time to have it looked at.
bool review_due(const Practice& practice, ProgrammeId programme, int weeks_since_first, bool improved);

}  // namespace thenar::guidance
