// Before and after: how it was the day after last time, a session that was cut off, and rating again.
#pragma once

#include "cli/conversation.hpp"
#include "cli/giving.hpp"
#include "cli/visit/memory.hpp"

namespace thenar::cli {

/// Sessions of a person that have not ended, and what is to become of them.
struct CutOff {
  std::optional<journal::Session> go_on;  ///< the one the person goes on with
  std::vector<journal::Session> to_end;   ///< with their endings
  bool open_elsewhere = false;            ///< one is being given in another program
};
/// Asks about a session of today that was cut off. Those that nobody goes on with get their endings, in
/// `sessions` too; nothing is written.
CutOff ask_to_go_on(Conversation& talk, const Practice& practice, journal::Journal& kept,
                    std::vector<journal::Session>& sessions);

/// Asks how the day after the last session was, when that day has come and nobody has asked yet: the session
/// with the answer, which stands in `sessions` too. Nothing is written.
std::optional<journal::Session> ask_next_day(Conversation& talk, const Practice& practice,
                                             std::vector<journal::Session>& sessions);

/// Keeps the ratings from before a session.
Result<void> keep_ratings(journal::Journal& kept, const Ratings& ratings, journal::SessionId session);

/// Rates again what was rated before, says what changed and whether that is more than chance, and keeps it.
Result<void> rate_again(Conversation& talk, const Practice& practice, journal::Journal& kept,
                        const Request& request, journal::SessionId session);

}  // namespace thenar::cli
