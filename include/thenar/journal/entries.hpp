// What happened, as apps tell it: one entry for each thing. Entries that come twice, late or in another order
// change nothing that is not new.
#pragma once

#include <string_view>
#include <vector>

#include "thenar/base/json.hpp"
#include "thenar/journal/journal.hpp"

namespace thenar::journal {

/// The id of an entry is its own for ever (8 to 64 letters, digits and hyphens), made by who tells it. What
/// happened has a `kind`:
///   person     person, name                                  somebody, or another name of theirs
///   checkin    person, checkin, document, answers            [{rule, answer}]
///   plan       person, plan, document
///   session    person, session, plan                         a session begins
///   command    session, index, t_ms, command                 said to it, numbered from 0
///   reached    session, t_ms
///   ending     session, ending                               as in thenar.journal/1
///   next_day   session, next_day                             as in thenar.journal/1
///   rating     session, measure, hand, moment, value
///   programme  person, programme, name, wishes, gone
///   measured   person, measured                              as in thenar.journal/1
///   erased     person                                        everything of theirs goes
///
/// The entries of a document {"entries": [{"id", "at", "what"}]}; every fault with its place.
Loaded<std::vector<Entry>> read_entries(const Json& document, std::string_view file);

inline constexpr std::size_t kMostEntries = 500;  ///< at once

}  // namespace thenar::journal
