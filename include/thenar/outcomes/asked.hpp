// Outcomes for programs that have documents only: each takes JSON and gives JSON.
#pragma once

#include <string_view>

#include "thenar/base/json.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::outcomes {

/// A record (thenar.record/1) to its outcomes (thenar.outcomes/1).
Loaded<Json> outcomes_document(const Practice& practice, const Json& record, std::string_view file);

/// {"seed": 16 hexadecimal digits, "record"} to {"csv", "fhir"}.
Loaded<Json> tables_document(const Practice& practice, const Json& asked, std::string_view file);

/// {"measured": as thenar.journal/1 has it, "items": thenar.items/1 or null, "age_years", "sex": woman or
/// man, both only for a grip among its peers} to {"title", "unit", "value": null where there is no score,
/// "in_words", "band", "problem": why there is none}. Refused where it cannot be what was measured.
Loaded<Json> scored_document(const Practice& practice, const Json& asked, std::string_view file);

/// What a person may measure: {"measures": [{"id", "name", "scoring", "flag", "goals", "unit", "units", "of",
/// "sites":
/// [{"site", "name"}], "items", "low", "high", "resolution"}]}; without those that are counted, or rated at a
/// check-in.
Json measures_document(const Practice& practice);

}  // namespace thenar::outcomes
