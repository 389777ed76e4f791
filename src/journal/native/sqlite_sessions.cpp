// Sessions: who holds them, their commands, ratings and endings.
#include <sqlite3.h>

#include "sqlite_journal.hpp"

namespace thenar::journal {
namespace {

/// Every column of a session; a condition follows. A session has reached at least its last command.
constexpr const char* kSessions = R"(
  SELECT s.id, p.person, s.plan, s.started_at,
         max(s.reached_ms, coalesce((SELECT t_ms FROM commands WHERE session = s.id
                                     ORDER BY sequence DESC LIMIT 1), 0)),
         s.ended_at, s.how, s.rule, s.given, n.soreness, n.lasted_long, n.answered_at
  FROM sessions s JOIN plans p ON p.id = s.plan LEFT JOIN next_days n ON n.session = s.id )";

[[noreturn]] void damaged(const char* what) {
  throw SQLite::Exception(what, SQLITE_CORRUPT);
}

Given given_of(const SQLite::Column& column) {
  auto given = read_document<Given>(document_of(column.getString()), {}, nullptr);
  if (!given) damaged("what was given cannot be read");
  return std::move(*given);
}

template <class E>
E word_of(const SQLite::Column& column) {
  auto value = from_word<E>(column.getString());
  if (!value) damaged("a word is not known");
  return *value;
}

Session session_of(SQLite::Statement& row) {
  Session session{SessionId{row.getColumn(0).getInt64()},
                  PersonId{row.getColumn(1).getInt64()},
                  PlanId{row.getColumn(2).getInt64()},
                  row.getColumn(3).getInt64(),
                  row.getColumn(4).getInt64(),
                  {},
                  {}};
  if (!row.isColumnNull(5))
    session.ending = Ending{word_of<How>(row.getColumn(6)), row.getColumn(5).getInt64(),
                            row.getColumn(7).getString(), given_of(row.getColumn(8))};
  if (!row.isColumnNull(9))
    session.next_day =
        NextDay{row.getColumn(9).getInt(), row.getColumn(10).getInt() == 1, row.getColumn(11).getInt64()};
  return session;
}

Rating rating_of(SQLite::Statement& row) {
  Rating rating;
  rating.measure = row.getColumn(0).getString();
  if (!row.isColumnNull(1)) rating.hand = word_of<Hand>(row.getColumn(1));
  rating.moment = word_of<Moment>(row.getColumn(2));
  rating.value = row.getColumn(3).getDouble();
  rating.at = row.getColumn(4).getInt64();
  return rating;
}

}  // namespace

bool SqliteJournal::hold(SessionId session) {
  if (connection_.lock() && !connection_.lock()->hold(session)) return false;
  held_.try_emplace(session);
  return true;
}

void SqliteJournal::release(SessionId session) {
  held_.erase(session);
  if (connection_.lock()) connection_.lock()->release(session);
}

Problem SqliteJournal::held_elsewhere() const {
  return connection_.fault("a session that is being given in another program", "one that nobody is giving",
                           "Go on there, or end it there first");
}

Problem SqliteJournal::not_held() const {
  return connection_.fault("a session that is not being given here", "one that was opened or resumed here");
}

Result<SessionId> SqliteJournal::open_session(PlanId plan, TimeMs started_at) {
  auto opened = connection_.write([&](SQLite::Database& database) -> Result<SessionId> {
    change(database, "INSERT INTO sessions (plan, started_at) VALUES (?, ?)", number_of(plan), started_at);
    return SessionId{database.getLastInsertRowid()};
  });
  if (opened && !hold(*opened)) return tl::unexpected(held_elsewhere());
  return opened;
}

Status SqliteJournal::resume_session(SessionId session) {
  if (held_.contains(session)) return {};
  if (!hold(session)) return tl::unexpected(held_elsewhere());
  auto resumed = connection_.read([&](SQLite::Database& database) -> Status {
    SQLite::Statement row(database,
                          "SELECT (SELECT max(sequence) FROM commands WHERE session = s.id), "
                          "(SELECT max(t_ms) FROM commands WHERE session = s.id) "
                          "FROM sessions s WHERE id = ? AND ended_at IS NULL");
    SQLite::bind(row, number_of(session));
    if (!row.executeStep())
      return tl::unexpected(
          connection_.fault("a session that is over, or is not kept", "one that was cut off"));
    held_[session] = {row.getColumn(0).getInt64(), row.getColumn(1).getInt64()};
    return {};
  });
  if (!resumed) release(session);
  return resumed;
}

Status SqliteJournal::append_command(SessionId session, std::int64_t t_ms, const Json& command) {
  const auto end = held_.find(session);
  if (end == held_.end()) return tl::unexpected(not_held());
  if (t_ms < end->second.t_ms)
    return tl::unexpected(connection_.fault("a command at " + std::to_string(t_ms) + " ms",
                                            "one at " + std::to_string(end->second.t_ms) + " ms or later"));
  auto kept = connection_.write([&](SQLite::Database& database) -> Status {
    change(database, "INSERT INTO commands (session, sequence, t_ms, command) VALUES (?, ?, ?, ?)",
           number_of(session), end->second.sequence + 1, t_ms, text_of(command));
    return {};
  });
  if (kept) end->second = {end->second.sequence + 1, t_ms};
  return kept;
}

Status SqliteJournal::mark_reached(SessionId session, std::int64_t t_ms) {
  if (!held_.contains(session)) return tl::unexpected(not_held());
  return connection_.write([&](SQLite::Database& database) -> Status {
    change(database, "UPDATE sessions SET reached_ms = max(reached_ms, ?) WHERE id = ?", t_ms,
           number_of(session));
    return {};
  });
}

Status SqliteJournal::end_session(SessionId session, const Ending& ending) {
  const Json given = to_json(ending.given, nullptr);
  if (auto readable = read_document<Given>(given, connection_.path(), nullptr); !readable)
    return tl::unexpected(readable.error().front());
  const bool was_held = held_.contains(session);
  if (!hold(session)) return tl::unexpected(held_elsewhere());
  auto ended = connection_.write([&](SQLite::Database& database) {
    const int changed =
        change(database,
               "UPDATE sessions SET ended_at = ?, how = ?, rule = ?, given = ? "
               "WHERE id = ? AND ended_at IS NULL",
               ending.at, std::string(word(ending.how)), ending.rule, text_of(given), number_of(session));
    return one_row(changed, "a session that is over, or is not kept", "one that has not ended");
  });
  if (ended || !was_held) release(session);
  return ended;
}

Status SqliteJournal::leave_session(SessionId session) {
  if (!held_.contains(session)) return tl::unexpected(not_held());
  release(session);
  return {};
}

Status SqliteJournal::add_ratings(SessionId session, const std::vector<Rating>& ratings) {
  return connection_.write([&](SQLite::Database& database) -> Status {
    for (const auto& rating : ratings)
      change(database,
             "INSERT INTO ratings (session, measure, hand, moment, value, at) "
             "VALUES (?, ?, nullif(?, ''), ?, ?, ?)",
             number_of(session), rating.measure, std::string(rating.hand ? word(*rating.hand) : ""),
             std::string(word(rating.moment)), rating.value, rating.at);
    return {};
  });
}

Status SqliteJournal::set_next_day(SessionId session, const NextDay& next_day) {
  return connection_.write([&](SQLite::Database& database) {
    const int changed =
        change(database,
               "INSERT INTO next_days (session, soreness, lasted_long, answered_at) "
               "SELECT id, ?, ?, ? FROM sessions WHERE id = ? AND ended_at IS NOT NULL "
               "ON CONFLICT DO UPDATE SET soreness = excluded.soreness, lasted_long = excluded.lasted_long, "
               "answered_at = excluded.answered_at",
               next_day.soreness, next_day.lasted_long ? 1 : 0, next_day.answered_at, number_of(session));
    return one_row(changed, "a session that has not ended, or is not kept", "one that has ended");
  });
}

Result<Session> SqliteJournal::session(SessionId session) {
  return connection_.read([&](SQLite::Database& database) -> Result<Session> {
    auto found =
        rows<Session>(database, std::string(kSessions) + "WHERE s.id = ?", session_of, number_of(session));
    if (found.empty())
      return tl::unexpected(connection_.fault("the number of no session", "a session in this journal"));
    return std::move(found.front());
  });
}

Result<std::vector<Session>> SqliteJournal::sessions(PersonId person) {
  return connection_.read([&](SQLite::Database& database) -> Result<std::vector<Session>> {
    return rows<Session>(database, std::string(kSessions) + "WHERE p.person = ? ORDER BY s.id", session_of,
                         number_of(person));
  });
}

Result<std::vector<Session>> SqliteJournal::unfinished_sessions() {
  return connection_.read([&](SQLite::Database& database) -> Result<std::vector<Session>> {
    return rows<Session>(database, std::string(kSessions) + "WHERE s.ended_at IS NULL ORDER BY s.id",
                         session_of);
  });
}

Result<std::vector<Command>> SqliteJournal::commands(SessionId session) {
  return connection_.read([&](SQLite::Database& database) -> Result<std::vector<Command>> {
    return rows<Command>(
        database, "SELECT t_ms, command FROM commands WHERE session = ? ORDER BY sequence",
        [](SQLite::Statement& row) {
          return Command{row.getColumn(0).getInt64(), document_of(row.getColumn(1).getString())};
        },
        number_of(session));
  });
}

Result<std::vector<Rating>> SqliteJournal::ratings(SessionId session) {
  return connection_.read([&](SQLite::Database& database) -> Result<std::vector<Rating>> {
    return rows<Rating>(database,
                        "SELECT measure, hand, moment, value, at FROM ratings WHERE session = ? ORDER BY id",
                        rating_of, number_of(session));
  });
}

}  // namespace thenar::journal
