#include "cli/giving.hpp"

#include "cli/io.hpp"
#include "thenar/guidance/given.hpp"
#include "thenar/guidance/log.hpp"

namespace thenar::cli {
namespace {

constexpr const char* kFromJournal = "the journal";

journal::Ending ending_of(const Practice& practice, const guidance::Session& session, journal::How how) {
  return {how, now_ms(), session.state().rule, guidance::in_words(practice.ids, session.given())};
}

SessionKeeper keeper_of(const Practice& practice, journal::Journal& kept, journal::SessionId id) {
  return {[&practice, &kept, id](const guidance::TimedCommand& command) {
            return kept.append_command(id, command.t_ms, guidance::to_document(practice, command));
          },
          [&kept, id](std::int64_t t_ms) { return kept.mark_reached(id, t_ms); }};
}

/// Gives an open session that the journal holds (or none), and ends or leaves it there.
Outcomes give_held(const Practice& practice, journal::Journal& kept, std::optional<journal::SessionId> id,
                   guidance::Session& session, const SessionOptions& options) {
  Outcomes out;
  out.id = id;
  out.code = give_session(practice, session, id ? keeper_of(practice, kept, *id) : SessionKeeper{}, options);
  out.state = session.state().kind;
  if (out.state == guidance::StateKind::stopped) out.rule = session.state().rule;
  if (!id) return out;
  const bool finished = out.state == guidance::StateKind::finished;
  const auto done =
      out.ended()
          ? kept.end_session(
                *id, ending_of(practice, session, finished ? journal::How::finished : journal::How::stopped))
          : kept.leave_session(*id);
  if (!done) warn(to_text(done.error()) + "\n");
  return out;
}

Result<journal::SessionId> begin(const Practice& practice, journal::Journal& kept, journal::PersonId person,
                                 const Plan& plan) {
  const auto now = now_ms();
  const auto id = kept.add_plan(person, now, planning::to_document(practice, plan));
  if (!id) return tl::unexpected(id.error());
  return kept.open_session(*id, now);
}

/// The log of a session as it stands in the journal.
Loaded<guidance::SessionLog> log_of(const Practice& practice, journal::Journal& kept,
                                    const journal::Session& session) {
  const auto document = kept.plan(session.plan);
  if (!document) return tl::unexpected(Problems{document.error()});
  auto plan = planning::read_plan(practice, document->document, kFromJournal);
  if (!plan) return tl::unexpected(plan.error());
  const auto commands = kept.commands(session.id);
  if (!commands) return tl::unexpected(Problems{commands.error()});
  guidance::SessionLog log;
  log.plan = std::move(*plan);
  log.reached_ms = session.reached_ms;
  for (const auto& each : *commands) {
    const auto command = guidance::read_command(practice, each.command, kFromJournal);
    if (!command) return tl::unexpected(command.error());
    log.commands.push_back(*command);
    log.reached_ms = std::max(log.reached_ms, command->t_ms);
  }
  return log;
}

}  // namespace

Result<journal::PersonId> default_person(const Practice& practice, journal::Journal& kept) {
  const auto people = kept.people();
  if (!people) return tl::unexpected(people.error());
  for (const auto& each : *people)
    if (each.is_default) return each.id;
  return kept.add_person(practice.say("cli.me"), now_ms());
}

Outcome<Outcomes> give_plan(const Practice& practice, Keeping& keeping, journal::PersonId person,
                            const Plan& plan, const SessionOptions& options) {
  auto session = guidance::Session::open(practice, plan);
  if (!session) return input_wrong(session.error());
  auto& kept = *keeping.journal;
  const auto id = begin(practice, kept, person, plan);
  if (!id) warn(to_text(id.error()) + "\n" + practice.say("cli.not_kept") + "\n");
  return give_held(practice, kept, id ? std::optional(*id) : std::nullopt, *session, options);
}

Outcome<Outcomes> go_on(const Practice& practice, Keeping& keeping, const journal::Session& cut_off,
                        SessionOptions options) {
  auto& kept = *keeping.journal;
  const auto held = kept.resume_session(cut_off.id);
  if (!held) return not_readable(held.error());
  const auto log = log_of(practice, kept, cut_off);
  if (!log) return input_wrong(log.error());
  auto session = guidance::replay(practice, *log);
  if (!session) return input_wrong(session.error());
  options.start_ms = log->reached_ms;
  return give_held(practice, kept, cut_off.id, *session, options);
}

bool is_open_elsewhere(journal::Journal& kept, const journal::Session& session) {
  if (!kept.resume_session(session.id)) return true;
  static_cast<void>(kept.leave_session(session.id));
  return false;
}

journal::Ending ending_so_far(const Practice& practice, journal::Journal& kept,
                              const journal::Session& session) {
  if (const auto log = log_of(practice, kept, session))
    if (const auto reached = guidance::replay(practice, *log))
      return ending_of(practice, *reached, journal::How::cut_off);
  return {journal::How::cut_off, now_ms(), {}, {}};
}

}  // namespace thenar::cli
