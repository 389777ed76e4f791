// Somebody of the journal by the name on the command line.
#pragma once

#include <optional>
#include <string>

#include "cli/outcome.hpp"
#include "thenar/journal/journal.hpp"

namespace thenar::cli {

/// The person of a name; none for an empty one.
Outcome<std::optional<journal::Person>> find_person(journal::Journal& kept, const std::string& name);

/// The person of a name; for an empty one whose hands are meant where nobody says otherwise.
Outcome<journal::Person> person_or_default(journal::Journal& kept, const std::string& name);

}  // namespace thenar::cli
