// What the journal knows of a person before a check-in, and what a check-in gives it to remember.
#pragma once

#include <optional>
#include <vector>

#include "cli/context.hpp"
#include "thenar/interview/known.hpp"

namespace thenar::cli {

using interview::Answered;
using interview::Known;

/// Reads what is known of a person whose sessions these are. Documents that this practice cannot read
/// (another version) count as forgotten.
Result<Known> recall(const Practice& practice, journal::Journal& kept, journal::PersonId person,
                     const std::vector<journal::Session>& sessions);

/// Keeps a check-in with its answers.
Result<void> remember(const Practice& practice, journal::Journal& kept, journal::PersonId person,
                      const Request& request, const std::vector<Answered>& answers);

}  // namespace thenar::cli
