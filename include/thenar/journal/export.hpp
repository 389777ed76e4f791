// A journal as documents that other programs read: everything as JSON, sessions and ratings as CSV.
#pragma once

#include <optional>
#include <string>

#include "thenar/base/fields.hpp"
#include "thenar/base/result.hpp"
#include "thenar/journal/journal.hpp"

namespace thenar::journal {

inline constexpr const char* kJournalFormat = "thenar.journal/1";

/// Everything that is kept (of one person, or of all), as one thenar.journal/1 document. Nothing is left out
/// and every document stands in it as it was handed in.
Result<Json> export_json(Journal& journal, std::optional<PersonId> person = {});

/// Sessions, one a line, with a heading (RFC 4180: commas, quotes doubled, CRLF). Times are ISO 8601 in UTC.
Result<std::string> export_sessions_csv(Journal& journal, std::optional<PersonId> person = {});

/// Ratings, one a line, likewise.
Result<std::string> export_ratings_csv(Journal& journal, std::optional<PersonId> person = {});

}  // namespace thenar::journal
