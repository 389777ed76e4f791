// JSON objects as readable lines, for the verbs that list the practice.
#pragma once

#include <string>

#include "thenar/base/json.hpp"

namespace thenar::cli {

/// Rows of a listing: each begins with its id, then its texts, then its short fields in brackets. What is
/// null, false or empty is left out.
std::string rows_in_words(const Json& rows);

/// Everything of one object, a line a field, nested ones indented.
std::string object_in_words(const Json& object);

}  // namespace thenar::cli
