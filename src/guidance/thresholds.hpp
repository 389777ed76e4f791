// The numbers of T01–T10 and A01–A02 out of the practice, under names that say what they are.
#pragma once

#include "thenar/base/result.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::guidance {

struct Thresholds {
  int numb_stops_end = 0;         ///< T01: this many numbness stops in a day end the session
  int numb_rest_seconds = 0;      ///< T01: hands off before it goes on elsewhere
  int sharp_rest_seconds = 0;     ///< T02: the same
  int sharp_level_drop = 0;       ///< T02
  int discomfort_above = 0;       ///< T03: pressure discomfort above this is too much
  int discomfort_level_drop = 0;  ///< T03
  int ask_again_seconds = 0;      ///< T03
  int rest_pain_rise = 0;         ///< T03: resting pain this much above the start …
  int rest_pain_from = 0;         ///< … and at least this ends that hand
  int end_pain_from = 0;          ///< T03: pain from here on, above the start, ends the session
  int pressing_cap = 0;           ///< T03: most of the intended ache of a pressed point
  int silent_seconds = 0;         ///< T08
  int withdrawals_end = 0;        ///< T08
  int withdrawal_level_drop = 0;  ///< T08
  int giver_pain_from = 0;        ///< T09
  TechniqueSet joint_techniques;  ///< T07: off after a clunk
};

/// The rule of an id; the practice must have it.
const SessionRule& session_rule(const Practice& practice, std::string_view id);

/// All numbers, or a problem for each that the practice lacks.
Loaded<Thresholds> thresholds(const Practice& practice);

}  // namespace thenar::guidance
