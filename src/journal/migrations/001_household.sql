-- People of a household and what is kept of their massages. Times are milliseconds since 1970-01-01 UTC, at
-- most the end of the year 9999; documents are JSON texts. AUTOINCREMENT: a number is never used again, not
-- even after erasing.

CREATE TABLE people (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE,
  created_at INTEGER NOT NULL CHECK (created_at BETWEEN 0 AND 253402300799999),
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX one_default_person ON people (is_default) WHERE is_default = 1;

CREATE TABLE checkins (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799999),
  document TEXT NOT NULL
) STRICT;
CREATE INDEX checkins_of_person ON checkins (person);

-- The latest answer to each rule.
CREATE TABLE answers (
  person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
  rule TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at INTEGER NOT NULL CHECK (answered_at BETWEEN 0 AND 253402300799999),
  PRIMARY KEY (person, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE plans (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799999),
  document TEXT NOT NULL
) STRICT;
CREATE INDEX plans_of_person ON plans (person);

-- A session that has not ended has neither ended_at, how nor given.
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  plan INTEGER NOT NULL REFERENCES plans ON DELETE CASCADE,
  started_at INTEGER NOT NULL CHECK (started_at BETWEEN 0 AND 253402300799999),
  reached_ms INTEGER NOT NULL DEFAULT 0 CHECK (reached_ms >= 0),
  ended_at INTEGER CHECK (ended_at BETWEEN 0 AND 253402300799999),
  how TEXT CHECK (how IN ('finished', 'stopped', 'cut-off')),
  rule TEXT NOT NULL DEFAULT '',
  given TEXT,
  CHECK ((ended_at IS NULL) = (how IS NULL) AND (ended_at IS NULL) = (given IS NULL))
) STRICT;
CREATE INDEX sessions_of_plan ON sessions (plan);
CREATE INDEX unfinished_sessions ON sessions (id) WHERE ended_at IS NULL;

CREATE TABLE commands (
  session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  t_ms INTEGER NOT NULL CHECK (t_ms >= 0),
  command TEXT NOT NULL,
  PRIMARY KEY (session, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE ratings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
  measure TEXT NOT NULL,
  hand TEXT CHECK (hand IN ('left', 'right')),
  moment TEXT NOT NULL CHECK (moment IN ('before', 'after')),
  value REAL NOT NULL,
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799999)
) STRICT;
CREATE INDEX ratings_of_session ON ratings (session);

CREATE TABLE next_days (
  session INTEGER PRIMARY KEY REFERENCES sessions ON DELETE CASCADE,
  soreness INTEGER NOT NULL CHECK (soreness BETWEEN 0 AND 10),
  lasted_long INTEGER NOT NULL CHECK (lasted_long IN (0, 1)),
  answered_at INTEGER NOT NULL CHECK (answered_at BETWEEN 0 AND 253402300799999)
) STRICT;
