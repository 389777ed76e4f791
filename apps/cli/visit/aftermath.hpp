// Before and after: how it was the day after last time, a session that was cut off, and rating again.
#pragma once

#include "cli/conversation.hpp"
#include "cli/giving.hpp"
#include "cli/visit/memory.hpp"

namespace thenar::cli {

/// Asks how the day after the last session was, when that day has come and nobody has asked yet.
Result<void> ask_next_day(Conversation& talk, const Practice& practice, journal::Journal& kept,
                          journal::PersonId person);

/// The session of this person that was cut off, if they want to go on with it; one they do not is closed.
Result<std::optional<journal::Session>> ask_to_go_on(Conversation& talk, const Practice& practice,
                                                     Keeping& keeping, journal::PersonId person);

/// Ratings as the journal keeps them.
std::vector<journal::Rating> in_journal(const Ratings& ratings, journal::Moment moment, journal::TimeMs at);

/// Rates again what was rated before, says what changed, and keeps both.
Result<void> rate_again(Conversation& talk, const Practice& practice, journal::Journal& kept,
                        const Request& request, journal::SessionId session);

}  // namespace thenar::cli
