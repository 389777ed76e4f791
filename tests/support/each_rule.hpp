// What a person says so that one precaution holds: the sixty-seven of them, each with typical answers.
#pragma once

#include <string>
#include <vector>

#include "thenar/screening/request.hpp"

namespace thenar::test {

/// "S01" … "S67".
std::vector<std::string> all_rules();

/// Adds to a check-in what makes the precaution hold: as a condition of the left hand where one is asked for,
/// or as the age, rating or allergy it is computed from.
void say(const Practice& practice, const std::string& rule, CheckIn& checkin);

/// True for two that no one person can say together: a child is not eighty.
bool cannot_be_both(const std::string& a, const std::string& b);

}  // namespace thenar::test
