// People, check-ins, plans, and erasing.
#include "sqlite_journal.hpp"

#include <algorithm>

#include "files.hpp"

namespace thenar::journal {
namespace {

Plan plan_of(SQLite::Statement& row) {
  return {PlanId{row.getColumn(0).getInt64()}, PersonId{row.getColumn(1).getInt64()},
          row.getColumn(2).getInt64(), document_of(row.getColumn(3).getString())};
}

}  // namespace

Result<std::unique_ptr<Journal>> open_journal(const OpenOptions& options) {
  auto connection = Connection::open(options);
  if (!connection) return tl::unexpected(connection.error());
  return std::make_unique<SqliteJournal>(std::move(*connection));
}

Result<std::unique_ptr<Journal>> open_journal_in_memory() {
  auto connection = Connection::open_in_memory();
  if (!connection) return tl::unexpected(connection.error());
  return std::make_unique<SqliteJournal>(std::move(*connection));
}

Status SqliteJournal::one_row(int changed, std::string found, std::string expected) const {
  if (changed == 1) return {};
  return tl::unexpected(connection_.fault(std::move(found), std::move(expected)));
}

Result<std::string> SqliteJournal::proper_name(std::string_view name) const {
  const auto first = std::min(name.find_first_not_of(' '), name.size());
  const std::string trimmed(name.substr(first, name.find_last_not_of(' ') + 1 - first));
  const bool printable = std::none_of(trimmed.begin(), trimmed.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  const bool utf8 = document_of(to_line(Json(trimmed))) == Json(trimmed);
  if (!trimmed.empty() && trimmed.size() <= kMaxNameBytes && printable && utf8) return trimmed;
  return tl::unexpected(connection_.fault("a name of " + std::to_string(trimmed.size()) + " bytes",
                                          "1 to " + std::to_string(kMaxNameBytes) + " bytes of plain text",
                                          "Choose another name"));
}

Result<PersonId> SqliteJournal::add_person(std::string_view name, TimeMs at) {
  auto proper = proper_name(name);
  if (!proper) return tl::unexpected(proper.error());
  return connection_.write([&](SQLite::Database& database) -> Result<PersonId> {
    change(database,
           "INSERT INTO people (name, created_at, is_default) "
           "SELECT ?, ?, NOT EXISTS (SELECT 1 FROM people)",
           *proper, at);
    return PersonId{database.getLastInsertRowid()};
  });
}

Result<std::vector<Person>> SqliteJournal::people() {
  return connection_.read([](SQLite::Database& database) -> Result<std::vector<Person>> {
    return rows<Person>(database, "SELECT id, name, created_at, is_default FROM people ORDER BY id",
                        [](SQLite::Statement& row) {
                          return Person{PersonId{row.getColumn(0).getInt64()}, row.getColumn(1).getString(),
                                        row.getColumn(2).getInt64(), row.getColumn(3).getInt() == 1};
                        });
  });
}

Status SqliteJournal::rename_person(PersonId person, std::string_view name) {
  auto proper = proper_name(name);
  if (!proper) return tl::unexpected(proper.error());
  return connection_.write([&](SQLite::Database& database) {
    return one_row(change(database, "UPDATE people SET name = ? WHERE id = ?", *proper, number_of(person)),
                   kNobody, kSomebody);
  });
}

Status SqliteJournal::set_default_person(PersonId person) {
  return connection_.write([&](SQLite::Database& database) {
    change(database, "UPDATE people SET is_default = 0 WHERE is_default = 1");
    return one_row(change(database, "UPDATE people SET is_default = 1 WHERE id = ?", number_of(person)),
                   kNobody, kSomebody);
  });
}

Result<CheckInId> SqliteJournal::add_checkin(PersonId person, TimeMs at, const Json& document,
                                             const std::vector<Answer>& answers) {
  return connection_.write([&](SQLite::Database& database) -> Result<CheckInId> {
    change(database, "INSERT INTO checkins (person, at, document) VALUES (?, ?, ?)", number_of(person), at,
           text_of(document));
    const CheckInId id{database.getLastInsertRowid()};
    for (const auto& answer : answers)
      change(database,
             "INSERT INTO answers (person, rule, answer, answered_at) VALUES (?, ?, ?, ?) "
             "ON CONFLICT DO UPDATE SET answer = excluded.answer, answered_at = excluded.answered_at",
             number_of(person), answer.rule, text_of(answer.answer), answer.answered_at);
    return id;
  });
}

Result<std::vector<CheckIn>> SqliteJournal::checkins(PersonId person) {
  return connection_.read([&](SQLite::Database& database) -> Result<std::vector<CheckIn>> {
    return rows<CheckIn>(
        database, "SELECT id, at, document FROM checkins WHERE person = ? ORDER BY id",
        [](SQLite::Statement& row) {
          return CheckIn{CheckInId{row.getColumn(0).getInt64()}, row.getColumn(1).getInt64(),
                         document_of(row.getColumn(2).getString())};
        },
        number_of(person));
  });
}

Result<std::vector<Answer>> SqliteJournal::answers(PersonId person) {
  return connection_.read([&](SQLite::Database& database) -> Result<std::vector<Answer>> {
    return rows<Answer>(
        database, "SELECT rule, answer, answered_at FROM answers WHERE person = ? ORDER BY rule",
        [](SQLite::Statement& row) {
          return Answer{row.getColumn(0).getString(), document_of(row.getColumn(1).getString()),
                        row.getColumn(2).getInt64()};
        },
        number_of(person));
  });
}

Result<PlanId> SqliteJournal::add_plan(PersonId person, TimeMs at, const Json& document) {
  return connection_.write([&](SQLite::Database& database) -> Result<PlanId> {
    change(database, "INSERT INTO plans (person, at, document) VALUES (?, ?, ?)", number_of(person), at,
           text_of(document));
    return PlanId{database.getLastInsertRowid()};
  });
}

Result<Plan> SqliteJournal::plan(PlanId plan) {
  return connection_.read([&](SQLite::Database& database) -> Result<Plan> {
    auto found = rows<Plan>(database, "SELECT id, person, at, document FROM plans WHERE id = ?", plan_of,
                            number_of(plan));
    if (found.empty())
      return tl::unexpected(connection_.fault("the number of no plan", "a plan in this journal"));
    return std::move(found.front());
  });
}

Result<std::vector<Plan>> SqliteJournal::plans(PersonId person) {
  return connection_.read([&](SQLite::Database& database) -> Result<std::vector<Plan>> {
    return rows<Plan>(database, "SELECT id, person, at, document FROM plans WHERE person = ? ORDER BY id",
                      plan_of, number_of(person));
  });
}

Status SqliteJournal::use_alone() {
  if (!held_.empty())
    return tl::unexpected(connection_.fault("a session that is being given", "none", "End it first"));
  if (connection_.lock() && !connection_.lock()->use_alone())
    return tl::unexpected(LockFile::in_use(connection_.path()));
  return {};
}

Status SqliteJournal::erase_person(PersonId person) {
  if (auto alone = use_alone(); !alone) return alone;
  auto done = connection_.write([&](SQLite::Database& database) {
    forget_number(database, number_of(person));
    auto erased =
        one_row(change(database, "DELETE FROM people WHERE id = ?", number_of(person)), kNobody, kSomebody);
    change(database,
           "UPDATE people SET is_default = 1 WHERE id = (SELECT min(id) FROM people) "
           "AND NOT EXISTS (SELECT 1 FROM people WHERE is_default = 1)");
    return erased;
  });
  // Deleted rows are overwritten (secure_delete); the rest of their pages and the log must go too.
  if (done)
    done = connection_.read([](SQLite::Database& database) -> Status {
      database.exec("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
      return {};
    });
  if (connection_.lock()) connection_.lock()->share();
  return done;
}

Status SqliteJournal::erase_everything() {
  if (auto alone = use_alone(); !alone) return alone;
  connection_.close();
  if (!connection_.lock()) return {};
  auto done = remove_all(real_path(connection_.path()));
  connection_.lock().reset();
  return done;
}

}  // namespace thenar::journal
