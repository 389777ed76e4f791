// What was given, as the journal keeps it.
#pragma once

#include "thenar/guidance/session.hpp"
#include "thenar/journal/journal.hpp"

namespace thenar::guidance {

/// What a session really gave, in the words of the practice.
journal::Given in_words(const Ids& ids, const Given& given);

}  // namespace thenar::guidance
