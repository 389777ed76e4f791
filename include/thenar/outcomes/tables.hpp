// A record as documents that other programs read.
#pragma once

#include <string>

#include "thenar/outcomes/outcomes.hpp"

namespace thenar::outcomes {

/// Everything rated and measured within the record's weeks, one value a line (RFC 4180), also what was
/// corrected and what could not be scored: time (UTC and local), person, measure, hand, site, moment, score,
/// unit, what was typed in and in which unit, id, corrects, withdrawn, whether another took it, when it was
/// noted. Texts that a spreadsheet would run as a formula have ' before them.
std::string csv_of(const Practice& practice, const Record& record);

/// A FHIR R4 Bundle (type collection): Patient, Goal, CarePlan, Procedure for each session, Questionnaire,
/// QuestionnaireResponse and Observation for what was rated and measured, with LOINC codes where they exist.
/// `seed`: 16 random hexadecimal digits, so that no other bundle has the same ids.
Json fhir_of(const Practice& practice, const Record& record, std::string_view seed);

}  // namespace thenar::outcomes
