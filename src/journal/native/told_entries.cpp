// What was kept otherwise than by apps, told as entries: somebody's massages in the terminal stand in the app
// too.
#include "sqlite_journal.hpp"

namespace thenar::journal {
namespace {

/// SQL for what has no name among apps yet: a fresh name for each, and then its entry with
/// json_object(FIELDS).
struct Telling {
  const char* name;  ///< the rows that get one
  const char* tell;
};

// 128 random bits as 32 hexadecimal digits.
constexpr Telling kTellings[] = {
    {"INSERT INTO known_as (kind, id, number) SELECT 'person', lower(hex(randomblob(16))), id FROM people "
     "WHERE id NOT IN (SELECT number FROM known_as WHERE kind = 'person')",
     "INSERT INTO entries (id, at, what, person, applied) SELECT lower(hex(randomblob(16))), p.created_at, "
     "json_object('kind', 'person', 'person', k.id, 'name', p.name), k.id, 1 "
     "FROM people p JOIN known_as k ON k.kind = 'person' AND k.number = p.id "
     "WHERE k.id NOT IN (SELECT person FROM entries)"},
    {"INSERT INTO known_as (kind, id, number) SELECT 'checkin', lower(hex(randomblob(16))), id FROM checkins "
     "WHERE id NOT IN (SELECT number FROM known_as WHERE kind = 'checkin')",
     "INSERT INTO entries (id, at, what, person, applied) SELECT lower(hex(randomblob(16))), c.at, "
     "json_object('kind', 'checkin', 'person', (SELECT min(id) FROM known_as WHERE kind = 'person' AND "
     "number = "
     "c.person), 'checkin', k.id, 'document', json(c.document), 'answers', (SELECT "
     "json_group_array(json_object('rule', a.rule, 'answer', json(a.answer))) FROM answers a WHERE a.person "
     "= "
     "c.person AND a.answered_at = c.at)), (SELECT min(id) FROM known_as WHERE kind = 'person' AND number = "
     "c.person), 1 FROM checkins c JOIN known_as k ON k.kind = 'checkin' AND k.number = c.id "
     "WHERE k.id NOT IN (SELECT json_extract(what, '$.checkin') FROM entries WHERE json_extract(what, "
     "'$.kind') = "
     "'checkin')"},
    {"INSERT INTO known_as (kind, id, number) SELECT 'plan', lower(hex(randomblob(16))), p.id FROM plans p "
     "WHERE p.id NOT IN (SELECT number FROM known_as WHERE kind = 'plan') AND EXISTS (SELECT 1 FROM sessions "
     "s "
     "WHERE s.plan = p.id AND s.ended_at IS NOT NULL)",
     "INSERT INTO entries (id, at, what, person, applied) SELECT lower(hex(randomblob(16))), p.at, "
     "json_object('kind', 'plan', 'person', (SELECT min(id) FROM known_as WHERE kind = 'person' AND number = "
     "p.person), 'plan', k.id, 'document', json(p.document)), (SELECT min(id) FROM known_as WHERE kind = "
     "'person' "
     "AND number = p.person), 1 FROM plans p JOIN known_as k ON k.kind = 'plan' AND k.number = p.id "
     "WHERE k.id NOT IN (SELECT json_extract(what, '$.plan') FROM entries WHERE json_extract(what, '$.kind') "
     "= "
     "'plan')"},
};

/// Sessions that have ended and have no name yet, with all that belongs to them.
constexpr const char* kNameSessions =
    "CREATE TEMP TABLE IF NOT EXISTS told (id TEXT, number INTEGER); DELETE FROM told; "
    "INSERT INTO told SELECT lower(hex(randomblob(16))), s.id FROM sessions s WHERE s.ended_at IS NOT NULL "
    "AND "
    "s.id NOT IN (SELECT number FROM known_as WHERE kind = 'session'); "
    "INSERT INTO known_as (kind, id, number) SELECT 'session', id, number FROM told;";

constexpr const char* kTellSessions[] = {
    "INSERT INTO entries (id, at, what, person, session, applied) SELECT lower(hex(randomblob(16))), "
    "s.started_at, "
    "json_object('kind', 'session', 'person', pe.id, 'session', t.id, 'plan', pl.id), pe.id, t.id, 1 FROM "
    "told t "
    "JOIN sessions s ON s.id = t.number JOIN plans p ON p.id = s.plan "
    "JOIN known_as pl ON pl.kind = 'plan' AND pl.number = p.id "
    "JOIN known_as pe ON pe.kind = 'person' AND pe.number = p.person GROUP BY t.id",
    "INSERT INTO entries (id, at, what, session, applied) SELECT lower(hex(randomblob(16))), s.started_at + "
    "c.t_ms, "
    "json_object('kind', 'command', 'session', t.id, 'index', c.sequence - 1, 't_ms', c.t_ms, 'command', "
    "json(c.command)), t.id, 1 FROM told t JOIN sessions s ON s.id = t.number JOIN commands c ON c.session = "
    "s.id",
    "INSERT INTO entries (id, at, what, session, applied) SELECT lower(hex(randomblob(16))), s.ended_at, "
    "json_object('kind', 'ending', 'session', t.id, 'ending', json_object('how', s.how, 'at', s.ended_at, "
    "'rule', "
    "s.rule, 'given', json(s.given))), t.id, 1 FROM told t JOIN sessions s ON s.id = t.number",
    "INSERT INTO entries (id, at, what, session, applied) SELECT lower(hex(randomblob(16))), r.at, "
    "json_object('kind', 'rating', 'session', t.id, 'measure', r.measure, 'hand', r.hand, 'moment', "
    "r.moment, "
    "'value', r.value), t.id, 1 FROM told t JOIN ratings r ON r.session = t.number",
    "INSERT INTO entries (id, at, what, session, applied) SELECT lower(hex(randomblob(16))), n.answered_at, "
    "json_object('kind', 'next_day', 'session', t.id, 'next_day', json_object('soreness', n.soreness, "
    "'lasted_long', json(iif(n.lasted_long, 'true', 'false')), 'answered_at', n.answered_at)), t.id, 1 "
    "FROM told t JOIN next_days n ON n.session = t.number",
};

/// What was measured has a name of its own already.
constexpr const char* kTellMeasured =
    "INSERT INTO entries (id, at, what, person, applied) SELECT lower(hex(randomblob(16))), m.noted_at, "
    "json_object('kind', 'measured', 'person', (SELECT min(id) FROM known_as WHERE kind = 'person' AND "
    "number = "
    "m.person), 'measured', json(m.document)), (SELECT min(id) FROM known_as WHERE kind = 'person' AND "
    "number = "
    "m.person), 1 FROM measured m WHERE m.id NOT IN (SELECT json_extract(what, '$.measured.id') FROM entries "
    "WHERE "
    "json_extract(what, '$.kind') = 'measured')";

}  // namespace

void tell_what_was_kept(SQLite::Database& database) {
  for (const auto& [name, tell] : kTellings) {
    if (change(database, name) > 0) change(database, tell);
  }
  database.exec(kNameSessions);
  for (const char* tell : kTellSessions) change(database, tell);
  change(database, kTellMeasured);
}

}  // namespace thenar::journal
