// What apps tell, and what was kept here told to them.
#include <algorithm>

#include "sqlite_journal.hpp"
#include "thenar/journal/entries.hpp"

namespace thenar::journal {
namespace {

/// The number under which somebody or something stands here; none where it has not come yet. 0: erased.
std::optional<std::int64_t> number_of(SQLite::Database& database, const char* kind, const Json& what,
                                      const char* key) {
  SQLite::Statement row(database, "SELECT number FROM known_as WHERE kind = ? AND id = ?");
  SQLite::bind(row, std::string(kind), what.value(key, std::string()));
  if (!row.executeStep()) return {};
  return row.getColumn(0).getInt64();
}

void know(SQLite::Database& database, const char* kind, const std::string& id, std::int64_t number) {
  change(database, "INSERT OR IGNORE INTO known_as (kind, id, number) VALUES (?, ?, ?)", std::string(kind),
         id, number);
}

/// What an entry comes to. False where another one has to come before it.
class Applied {
 public:
  Applied(SQLite::Database& database, TimeMs at, const Json& what)
      : database_(database), at_(at), what_(what), kind_(what.value("kind", std::string())) {}

  bool apply() {
    if (kind_ == "person") return person();
    if (kind_ == "erased") return true;
    if (kind_ == "checkin" || kind_ == "plan" || kind_ == "programme" || kind_ == "measured")
      return of_person();
    if (kind_ == "session") return session();
    return of_session();
  }

 private:
  std::string text(const char* key) const { return what_.value(key, std::string()); }

  /// Somebody of the same name, of another app or of the command line, is the same person.
  bool person() {
    const auto known = number_of(database_, "person", what_, "person");
    if (known && *known == 0) return true;
    const auto same = rows<std::int64_t>(
        database_, "SELECT id FROM people WHERE name = ?",
        [](SQLite::Statement& row) { return row.getColumn(0).getInt64(); }, text("name"));
    if (!same.empty()) {
      know(database_, "person", text("person"), same.front());
    } else if (known) {
      change(database_, "UPDATE people SET name = ? WHERE id = ?", text("name"), *known);
    } else {
      change(
          database_,
          "INSERT INTO people (name, created_at, is_default) SELECT ?, ?, NOT EXISTS (SELECT 1 FROM people)",
          text("name"), at_);
      know(database_, "person", text("person"), database_.getLastInsertRowid());
    }
    return true;
  }

  bool of_person() {
    const auto person = number_of(database_, "person", what_, "person");
    if (!person) return false;
    if (*person == 0) return true;
    if (kind_ == "programme") {
      change(database_,
             "INSERT INTO own_programmes (id, person, name, wishes, at, gone) VALUES (?, ?, ?, ?, ?, ?) "
             "ON CONFLICT DO UPDATE SET name = excluded.name, wishes = excluded.wishes, at = excluded.at, "
             "gone = excluded.gone WHERE excluded.at >= own_programmes.at",
             text("programme"), *person, text("name"), text_of(what_["wishes"]), at_,
             what_["gone"].get<bool>() ? 1 : 0);
      return true;
    }
    if (kind_ == "measured") {
      const Json& measured = what_["measured"];
      change(database_, "INSERT OR IGNORE INTO measured (id, person, noted_at, document) VALUES (?, ?, ?, ?)",
             measured["id"].get<std::string>(), *person, measured["noted_at"].get<std::int64_t>(),
             text_of(measured));
      return true;
    }
    const char* kind = kind_ == "plan" ? "plan" : "checkin";
    if (number_of(database_, kind, what_, kind)) return true;
    change(database_,
           kind_ == "plan" ? "INSERT INTO plans (person, at, document) VALUES (?, ?, ?)"
                           : "INSERT INTO checkins (person, at, document) VALUES (?, ?, ?)",
           *person, at_, text_of(what_["document"]));
    know(database_, kind, text(kind), database_.getLastInsertRowid());
    if (kind_ == "plan") return true;
    for (const Json& each : what_["answers"])
      change(
          database_,
          "INSERT INTO answers (person, rule, answer, answered_at) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
          "SET answer = excluded.answer, answered_at = excluded.answered_at "
          "WHERE excluded.answered_at > answers.answered_at",
          *person, each["rule"].get<std::string>(), text_of(each["answer"]), at_);
    return true;
  }

  bool session() {
    const auto plan = number_of(database_, "plan", what_, "plan");
    const auto person = number_of(database_, "person", what_, "person");
    if (person && *person == 0) return true;
    if (!plan) return false;
    if (number_of(database_, "session", what_, "session")) return true;
    change(database_, "INSERT INTO sessions (plan, started_at) VALUES (?, ?)", *plan, at_);
    know(database_, "session", text("session"), database_.getLastInsertRowid());
    return true;
  }

  bool of_session() {
    const auto session = number_of(database_, "session", what_, "session");
    if (!session) return false;
    if (*session == 0) return true;
    if (kind_ == "command") {
      change(
          database_,
          // Of two that say they are the same one, from two devices, the earlier counts.
          "INSERT INTO commands (session, sequence, t_ms, command) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE "
          "SET t_ms = excluded.t_ms, command = excluded.command WHERE (excluded.t_ms, excluded.command) < "
          "(commands.t_ms, commands.command)",
          *session, what_["index"].get<std::int64_t>() + 1, what_["t_ms"].get<std::int64_t>(),
          text_of(what_["command"]));
    } else if (kind_ == "reached") {
      change(database_, "UPDATE sessions SET reached_ms = max(reached_ms, ?) WHERE id = ?",
             what_["t_ms"].get<std::int64_t>(), *session);
    } else if (kind_ == "ending") {
      const Json& ending = what_["ending"];
      change(database_,
             "UPDATE sessions SET ended_at = ?1, how = ?2, rule = ?3, given = ?4 WHERE id = ?5 "
             "AND (ended_at IS NULL OR ended_at < ?1)",
             ending["at"].get<std::int64_t>(), ending["how"].get<std::string>(),
             ending["rule"].get<std::string>(), text_of(ending["given"]), *session);
    } else if (kind_ == "next_day") {
      const Json& day = what_["next_day"];
      change(database_,
             "INSERT INTO next_days (session, soreness, lasted_long, answered_at) VALUES (?, ?, ?, ?) "
             "ON CONFLICT DO UPDATE SET soreness = excluded.soreness, lasted_long = excluded.lasted_long, "
             "answered_at = excluded.answered_at WHERE excluded.answered_at > next_days.answered_at",
             *session, day["soreness"].get<int>(), day["lasted_long"].get<bool>() ? 1 : 0,
             day["answered_at"].get<std::int64_t>());
    } else if (kind_ == "rating") {
      rating(*session);
    }
    return true;
  }

  /// The later of two ratings of the same thing counts.
  void rating(std::int64_t session) {
    const Json hand = what_.value("hand", Json());
    const std::string side = hand.is_string() ? hand.get<std::string>() : std::string();
    change(database_,
           "DELETE FROM ratings WHERE session = ? AND measure = ? AND hand IS nullif(?, '') AND moment = ? "
           "AND at < ?",
           session, text("measure"), side, text("moment"), at_);
    change(database_,
           "INSERT INTO ratings (session, measure, hand, moment, value, at) "
           "SELECT ?1, ?2, nullif(?3, ''), ?4, ?5, ?6 WHERE NOT EXISTS (SELECT 1 FROM ratings WHERE "
           "session = ?1 AND measure = ?2 AND hand IS nullif(?3, '') AND moment = ?4)",
           session, text("measure"), side, text("moment"), what_["value"].get<double>(), at_);
  }

  SQLite::Database& database_;
  TimeMs at_;
  const Json& what_;
  std::string kind_;
};

/// Goes over those that waited until none of them can be applied any more.
void apply_waiting(SQLite::Database& database) {
  struct Waiting {
    std::int64_t number;
    TimeMs at;
    Json what;
  };
  for (bool more = true; more;) {
    more = false;
    const auto waiting =
        rows<Waiting>(database, "SELECT number, at, what FROM entries WHERE applied = 0 ORDER BY number",
                      [](SQLite::Statement& row) {
                        return Waiting{row.getColumn(0).getInt64(), row.getColumn(1).getInt64(),
                                       document_of(row.getColumn(2).getString())};
                      });
    for (const auto& each : waiting) {
      if (!Applied(database, each.at, each.what).apply()) continue;
      change(database, "UPDATE entries SET applied = 1 WHERE number = ?", each.number);
      more = true;
    }
  }
}

/// Takes back what was told of somebody, all but that they were erased.
void forget(SQLite::Database& database, const std::string& person) {
  change(database,
         "DELETE FROM entries WHERE json_extract(what, '$.kind') <> 'erased' AND (person = ?1 OR session IN "
         "(SELECT session FROM entries WHERE person = ?1 AND session <> ''))",
         person);
  change(database,
         "UPDATE known_as SET number = 0 WHERE (kind = 'session' AND number IN (SELECT s.id FROM sessions s "
         "JOIN "
         "plans p ON p.id = s.plan JOIN known_as k ON k.kind = 'person' AND k.number = p.person WHERE k.id = "
         "?1))",
         person);
  change(
      database,
      "INSERT INTO known_as (kind, id, number) VALUES ('person', ?, 0) ON CONFLICT DO UPDATE SET number = 0",
      person);
}

/// Of a session that is refused nothing is kept that waited for it, nor what still comes.
void refuse_session(SQLite::Database& database, const std::string& session) {
  know(database, "session", session, 0);
  change(database, "DELETE FROM entries WHERE session = ?", session);
}

/// Whether it tells more of somebody who was erased.
bool is_of_the_erased(SQLite::Database& database, const Json& what) {
  const auto gone = [&](const char* kind) { return number_of(database, kind, what, kind) == 0; };
  return what.value("kind", std::string()) != "erased" && (gone("person") || gone("session"));
}

}  // namespace

void forget_number(SQLite::Database& database, std::int64_t number) {
  const auto ids = rows<std::string>(
      database, "SELECT id FROM known_as WHERE kind = 'person' AND number = ?",
      [](SQLite::Statement& row) { return row.getColumn(0).getString(); }, number);
  for (const auto& id : ids) {
    change(database,
           "INSERT INTO entries (id, at, what, person, session, applied) SELECT lower(hex(randomblob(16))), "
           "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), ?1, ?2, '', 1 WHERE NOT EXISTS "
           "(SELECT 1 FROM entries WHERE person = ?2 AND json_extract(what, '$.kind') = 'erased')",
           text_of(Json{{"kind", "erased"}, {"person", id}}), id);
    forget(database, id);
  }
}

Result<int> SqliteJournal::take_entries(const std::vector<Entry>& entries) {
  std::vector<std::pair<std::string, std::int64_t>> erased;
  auto taken = connection_.write([&](SQLite::Database& database) -> Result<int> {
    int fresh = 0;
    for (const Entry& entry : entries) {
      if (is_of_the_erased(database, entry.what)) {
        if (entry.what.value("kind", std::string()) == "session")
          refuse_session(database, entry.what.value("session", std::string()));
        continue;
      }
      const int added = change(
          database, "INSERT OR IGNORE INTO entries (id, at, what, person, session) VALUES (?, ?, ?, ?, ?)",
          entry.id, entry.at, text_of(entry.what), entry.what.value("person", std::string()),
          entry.what.value("session", std::string()));
      fresh += added;
      if (added > 0 && entry.what.value("kind", std::string()) == "erased")
        erased.emplace_back(entry.what.value("person", std::string()),
                            number_of(database, "person", entry.what, "person").value_or(0));
    }
    apply_waiting(database);
    for (const auto& [person, number] : erased) {
      if (number != 0) forget_number(database, number);
      forget(database, person);
    }
    return fresh;
  });
  if (!taken) return taken;
  for (const auto& [person, number] : erased) {
    if (number == 0) continue;
    if (auto gone = erase_person(PersonId{number}); !gone) return tl::unexpected(gone.error());
  }
  return taken;
}

Result<std::vector<NumberedEntry>> SqliteJournal::entries(std::int64_t after, std::size_t most) {
  const auto version = connection_.read([](SQLite::Database& database) -> Result<std::int64_t> {
    return database.execAndGet("PRAGMA data_version").getInt64();
  });
  if (!version) return tl::unexpected(version.error());
  if (*version != told_version_) {
    const auto told = connection_.write([](SQLite::Database& database) -> Status {
      tell_what_was_kept(database);
      return {};
    });
    if (!told) return tl::unexpected(told.error());
    told_version_ = *version;
  }
  return connection_.read([&](SQLite::Database& database) -> Result<std::vector<NumberedEntry>> {
    return rows<NumberedEntry>(
        database, "SELECT number, id, at, what FROM entries WHERE number > ? ORDER BY number LIMIT ?",
        [](SQLite::Statement& row) {
          return NumberedEntry{row.getColumn(0).getInt64(),
                               {row.getColumn(1).getString(), row.getColumn(2).getInt64(),
                                document_of(row.getColumn(3).getString())}};
        },
        after, static_cast<std::int64_t>(most));
  });
}

}  // namespace thenar::journal
