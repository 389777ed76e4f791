#include "connection.hpp"

#include <sqlite3.h>

#include <string>

#include "files.hpp"

namespace thenar::journal {
namespace {

/// "THNR" in the header of the file: this is a journal.
constexpr int kApplicationId = 0x54484e52;

int number(SQLite::Database& database, const std::string& pragma) {
  return database.execAndGet("PRAGMA " + pragma).getInt();
}

bool says_damaged(const SQLite::Exception& error) {
  return error.getErrorCode() == SQLITE_CORRUPT || error.getErrorCode() == SQLITE_NOTADB;
}

/// Whether closing may write the log into the file. Not before the file is accepted, nor once it is damaged:
/// then it stays byte for byte as it is.
void write_back_on_close(SQLite::Database& database, bool allowed) {
  sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, allowed ? 0 : 1, nullptr);
}

/// An existing file, not accepted yet.
SQLite::Database connect(const std::string& path, int busy_timeout_ms) {
  const bool has_log = has_content(path + "-wal");
  SQLite::Database database(path, SQLite::OPEN_READWRITE, busy_timeout_ms);
  if (has_log) write_back_on_close(database, false);
  database.exec("PRAGMA trusted_schema = OFF");
  return database;
}

bool check_fails(SQLite::Database& database, const std::string& check) {
  return database.execAndGet("PRAGMA " + check + "(1)").getString() != "ok";
}

/// Runs one migration and notes its number, both or neither. Another program may have done it meanwhile.
void run(SQLite::Database& database, const Migration& step) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (number(database, "user_version") >= step.number) return;
  database.exec(std::string(step.sql));
  database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  database.exec("PRAGMA user_version = " + std::to_string(step.number));
  transaction.commit();
}

}  // namespace

std::string text_of(const Json& document) {
  return to_line(document);
}

Json document_of(const std::string& text) {
  Json document = Json::parse(text, nullptr, false);
  if (document.is_discarded()) throw SQLite::Exception("a document is not JSON", SQLITE_CORRUPT);
  return document;
}

Result<Connection> Connection::open(const OpenOptions& options) {
  Connection connection;
  connection.path_ = options.path;
  const std::string real = real_path(options.path);
  if (auto ready = make_ready(real); !ready) return tl::unexpected(ready.error());
  auto lock = LockFile::open(real);
  if (!lock) return tl::unexpected(lock.error());
  connection.lock_ = std::move(*lock);
  // Whoever closed last wrote the log back; one that is still there is of a crash or of a program running
  // now.
  const bool after_crash = has_content(real + "-wal");
  connection.lock_->enter_set_up();
  auto done = connection.guard([&]() -> Status {
    connection.database_.emplace(connect(real, options.busy_timeout_ms));
    auto& database = *connection.database_;
    if (auto known = connection.recognise(static_cast<int>(options.steps.size())); !known) return known;
    if (after_crash && check_fails(database, "quick_check"))
      throw SQLite::Exception("the check after a crash failed", SQLITE_CORRUPT);
    connection.prepare(options);
    write_back_on_close(database, true);
    return {};
  });
  connection.lock_->leave_set_up();
  if (!done) return tl::unexpected(done.error());
  return connection;
}

Result<Connection> Connection::open_in_memory() {
  Connection connection;
  connection.path_ = "journal in memory";
  auto done = connection.guard([&]() -> Status {
    connection.database_.emplace(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    connection.prepare({});
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  return connection;
}

Result<bool> Connection::is_damaged(const std::string& path) {
  Connection connection;
  connection.path_ = path;
  return connection.guard([&]() -> Result<bool> {
    try {
      connection.database_.emplace(connect(path, OpenOptions{}.busy_timeout_ms));
      write_back_on_close(*connection.database_, false);
      return check_fails(*connection.database_, "integrity_check");
    } catch (const SQLite::Exception& error) {
      if (says_damaged(error)) return true;
      throw;
    }
  });
}

Status Connection::recognise(int newest) {
  const int application = number(*database_, "application_id");
  const int version = number(*database_, "user_version");
  const bool is_new = application == 0 && version == 0 &&
                      database_->execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (!is_new && application != kApplicationId)
    return tl::unexpected(fault("a database of another program", "a journal, or a name that is free",
                                "Nothing in it was changed. Name another file"));
  if (version > newest)
    return tl::unexpected(fault("a journal of version " + std::to_string(version),
                                "version " + std::to_string(newest) + " or older",
                                "A newer Thenar wrote it and nothing in it was changed. Use that one"));
  return {};
}

void Connection::prepare(const OpenOptions& options) {
  auto& database = *database_;
  if (database.execAndGet("PRAGMA journal_mode").getString() == "delete")
    database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
  if (options.max_pages > 0) database.exec("PRAGMA max_page_count = " + std::to_string(options.max_pages));
  // Migrations run before references are enforced, so that a table can be made anew.
  for (const auto& step : options.steps)
    if (number(database, "user_version") < step.number) run(database, step);
  database.exec("PRAGMA foreign_keys = ON");
}

Problem Connection::fault(std::string found, std::string expected, std::string remedy) const {
  return {{path_, 0, {}}, std::move(found), std::move(expected), std::move(remedy)};
}

Problem Connection::problem(const SQLite::Exception& error) {
  const std::string said = std::string(" (") + error.what() + ")";
  switch (error.getErrorCode()) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      if (database_) write_back_on_close(*database_, false);
      return fault("a damaged journal, or something else than a journal" + said, "a whole journal",
                   "Nothing in it was changed. It can be kept under another name and a new one begun");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return fault("a journal in which another program is writing", "its turn within a few seconds",
                   "Nothing was lost. Close the other program, or try again");
    case SQLITE_FULL:
      return fault("a full disk" + said, "room for what is to be kept",
                   "What was kept before is safe. Free some space and try again");
    case SQLITE_IOERR:
      return fault("a disk that fails or is full" + said, "one that can be read and written",
                   "What was kept before is safe. Check the disk and try again");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return fault("a journal that cannot be read and written" + said, "one that can",
                   "Check the permissions of file and folder, or keep the journal elsewhere");
    case SQLITE_CONSTRAINT:
      if (error.getExtendedErrorCode() == SQLITE_CONSTRAINT_FOREIGNKEY)
        return fault("the number of somebody or something that is not kept", "one that is in this journal");
      if (error.getExtendedErrorCode() == SQLITE_CONSTRAINT_UNIQUE)
        return fault("a name that somebody here has already", "a name of its own", "Choose another name");
      return fault("a value that is not kept" + said, "one within its bounds");
    default:
      return fault("a fault of the database" + said, "an answer");
  }
}

Problem Connection::closed() const {
  return fault("a journal that was erased", "one that is open", "Open it again to begin a new one");
}

}  // namespace thenar::journal
