// What was measured.
#include <sqlite3.h>

#include "sqlite_journal.hpp"
#include "thenar/base/json.hpp"

namespace thenar::journal {

Status SqliteJournal::add_measured(PersonId person, const Measured& measured) {
  return connection_.write([&](SQLite::Database& database) {
    const auto known = rows<std::int64_t>(
        database, "SELECT 1 FROM measured WHERE id = ?", [](SQLite::Statement&) { return 1; }, measured.id);
    if (!known.empty()) return one_row(0, "the id of something that was measured before", "an id of its own");
    return one_row(
        change(database,
               "INSERT INTO measured (id, person, noted_at, document) SELECT ?, id, ?, ? FROM people "
               "WHERE id = ?",
               measured.id, measured.noted_at, text_of(to_json(measured, nullptr)), number_of(person)),
        kNobody, kSomebody);
  });
}

Result<std::vector<Measured>> SqliteJournal::measured(PersonId person) {
  return connection_.read([&](SQLite::Database& database) -> Result<std::vector<Measured>> {
    return rows<Measured>(
        database, "SELECT document FROM measured WHERE person = ? ORDER BY noted_at, rowid",
        [&](SQLite::Statement& row) {
          auto read = read_document<Measured>(document_of(row.getColumn(0).getString()), {}, nullptr);
          if (!read) throw SQLite::Exception("what was measured cannot be read", SQLITE_CORRUPT);
          return std::move(*read);
        },
        number_of(person));
  });
}

}  // namespace thenar::journal
