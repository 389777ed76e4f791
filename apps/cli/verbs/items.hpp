// Items of measures from files, as several verbs take them.
#pragma once

#include <string>

#include "cli/outcome.hpp"
#include "thenar/outcomes/items.hpp"

namespace thenar::cli {

/// The items of a file (thenar.items/1).
Outcome<outcomes::Items> read_items_of(const Practice& practice, const std::string& path);

}  // namespace thenar::cli
