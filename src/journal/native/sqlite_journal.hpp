// The Journal over one SQLite connection.
#pragma once

#include <map>
#include <optional>

#include "connection.hpp"

namespace thenar::journal {

class SqliteJournal final : public Journal {
 public:
  explicit SqliteJournal(Connection connection) : connection_(std::move(connection)) {}

  Result<PersonId> add_person(std::string_view name, TimeMs at) override;
  Result<std::vector<Person>> people() override;
  Status rename_person(PersonId person, std::string_view name) override;
  Status set_default_person(PersonId person) override;

  Result<CheckInId> add_checkin(PersonId person, TimeMs at, const Json& document,
                                const std::vector<Answer>& answers) override;
  Result<std::vector<CheckIn>> checkins(PersonId person) override;
  Result<std::vector<Answer>> answers(PersonId person) override;

  Result<PlanId> add_plan(PersonId person, TimeMs at, const Json& document) override;
  Result<Plan> plan(PlanId plan) override;
  Result<std::vector<Plan>> plans(PersonId person) override;

  Result<SessionId> open_session(PlanId plan, TimeMs started_at) override;
  Status resume_session(SessionId session) override;
  Status append_command(SessionId session, std::int64_t t_ms, const Json& command) override;
  Status mark_reached(SessionId session, std::int64_t t_ms) override;
  Status end_session(SessionId session, const Ending& ending) override;
  Status leave_session(SessionId session) override;

  Status add_ratings(SessionId session, const std::vector<Rating>& ratings) override;
  Status set_next_day(SessionId session, const NextDay& next_day) override;

  Result<Session> session(SessionId session) override;
  Result<std::vector<Session>> sessions(PersonId person) override;
  Result<std::vector<Session>> unfinished_sessions() override;
  Result<std::vector<Command>> commands(SessionId session) override;
  Result<std::vector<Rating>> ratings(SessionId session) override;

  Status add_measured(PersonId person, const Measured& measured) override;
  Result<std::vector<Measured>> measured(PersonId person) override;

  Result<int> take_entries(const std::vector<Entry>& entries) override;
  Result<std::vector<NumberedEntry>> entries(std::int64_t after, std::size_t most) override;

  Status erase_person(PersonId person) override;
  Status erase_everything() override;

 private:
  /// Where the log of a held session ends; nobody else can make it longer.
  struct End {
    std::int64_t sequence = 0;
    std::int64_t t_ms = 0;
  };

  Result<std::string> proper_name(std::string_view name) const;
  /// The problem of an update that found no row, or nothing.
  Status one_row(int changed, std::string found, std::string expected) const;
  /// False when another program holds it.
  bool hold(SessionId session);
  void release(SessionId session);
  Problem held_elsewhere() const;
  Problem not_held() const;
  /// Keeps others out for erasing. A problem while they are in, or a session is being given here.
  Status use_alone();

  static constexpr const char* kNobody = "the number of nobody";
  static constexpr const char* kSomebody = "somebody in this journal";

  Connection connection_;
  std::map<SessionId, End> held_;
  std::int64_t told_version_ = -1;  ///< of the file as others wrote it, when all of it was told as entries
};

/// Makes entries of what stands here without: massages given in the terminal.
void tell_what_was_kept(SQLite::Database& database);

/// Takes back what apps told of somebody, under every id that they know them by; each app is told.
void forget_number(SQLite::Database& database, std::int64_t number);

/// Runs one statement with its values bound in order; the number of rows it changed.
template <class... Values>
int change(SQLite::Database& database, const char* sql, const Values&... values) {
  SQLite::Statement statement(database, sql);
  SQLite::bind(statement, values...);
  return statement.exec();
}

/// Every row of a query, each made into one T.
template <class T, class Row, class... Values>
std::vector<T> rows(SQLite::Database& database, const std::string& sql, Row row, const Values&... values) {
  SQLite::Statement statement(database, sql);
  SQLite::bind(statement, values...);
  std::vector<T> all;
  while (statement.executeStep()) all.push_back(row(statement));
  return all;
}

}  // namespace thenar::journal
