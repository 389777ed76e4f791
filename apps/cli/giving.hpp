// A session given to a person and kept in the journal as it happens: begun from a plan, or gone on with.
#pragma once

#include <optional>

#include "cli/context.hpp"
#include "cli/session/session.hpp"
#include "thenar/guidance/session.hpp"

namespace thenar::cli {

/// What became of a session.
struct Outcomes {
  int code = kDone;                      ///< of give_session
  std::optional<journal::SessionId> id;  ///< none when it could not be kept
  guidance::StateKind state = guidance::StateKind::preparing;
  std::string rule;  ///< the session rule that stopped it; mostly empty
  bool ended() const {
    return state == guidance::StateKind::finished || state == guidance::StateKind::stopped;
  }
};

/// The default person of the journal; the first call in a household adds one.
Result<journal::PersonId> default_person(const Practice& practice, journal::Journal& kept);

/// Gives a plan from its start. What cannot be kept is said as a warning and the massage goes on.
Outcome<Outcomes> give_plan(const Practice& practice, Keeping& keeping, journal::PersonId person,
                            const Plan& plan, const SessionOptions& options);

/// Goes on with a session that was cut off, at the second that was reached.
Outcome<Outcomes> go_on(const Practice& practice, Keeping& keeping, const journal::Session& cut_off,
                        SessionOptions options);

/// Whether a session that has not ended is being given in another program now.
bool is_open_elsewhere(journal::Journal& kept, const journal::Session& session);

/// What was given of a session that has not ended, as if nobody went on with it.
journal::Ending ending_so_far(const Practice& practice, journal::Journal& kept,
                              const journal::Session& session);

}  // namespace thenar::cli
