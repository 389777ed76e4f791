// An open SQLite file that is known to be a journal of this version, and the one place where what SQLite
// throws becomes a Problem.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include <optional>
#include <string>

#include "lock_file.hpp"
#include "thenar/base/json.hpp"
#include "thenar/journal/sqlite.hpp"

namespace thenar::journal {

/// The text of a document, on one line.
std::string text_of(const Json& document);
/// A document that was kept. Throws as SQLite does for a damaged file when it is not JSON.
Json document_of(const std::string& text);

class Connection {
 public:
  /// Opens the file of the options; see open_journal.
  static Result<Connection> open(const OpenOptions& options);
  static Result<Connection> open_in_memory();

  /// Whether the file is damaged; a problem when that cannot be told. Changes nothing.
  static Result<bool> is_damaged(const std::string& path);

  /// Runs f(SQLite::Database&), which returns a Result; what it throws becomes the problem.
  template <class F>
  auto read(F f) -> decltype(f(std::declval<SQLite::Database&>())) {
    if (!database_) return tl::unexpected(closed());
    return guard([&] { return f(*database_); });
  }
  /// The same in a transaction that is kept only when f returns no problem.
  template <class F>
  auto write(F f) -> decltype(f(std::declval<SQLite::Database&>())) {
    return read([&](SQLite::Database& database) {
      SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
      auto result = f(database);
      if (result) transaction.commit();
      return result;
    });
  }

  void close() { database_.reset(); }
  const std::string& path() const { return path_; }
  /// None for a journal in memory.
  std::optional<LockFile>& lock() { return lock_; }
  Problem fault(std::string found, std::string expected, std::string remedy = {}) const;

 private:
  Connection() = default;
  template <class F>
  auto guard(F f) -> decltype(f()) {
    try {
      return f();
    } catch (const SQLite::Exception& error) {
      return tl::unexpected(problem(error));
    }
  }
  Status recognise(int newest);
  void prepare(const OpenOptions& options);
  Problem problem(const SQLite::Exception& error);
  Problem closed() const;

  std::string path_;  ///< as the person gave it, for messages
  std::optional<LockFile> lock_;
  std::optional<SQLite::Database> database_;
};

}  // namespace thenar::journal
