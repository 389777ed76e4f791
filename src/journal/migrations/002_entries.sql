-- What apps kept, entry by entry, as they sent it; what each comes to stands in the other tables. An entry that
-- another one has to come before waits with applied 0.

CREATE TABLE entries (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 253402300799999),
  what TEXT NOT NULL,
  person TEXT NOT NULL DEFAULT '',
  session TEXT NOT NULL DEFAULT '',
  applied INTEGER NOT NULL DEFAULT 0 CHECK (applied IN (0, 1))
) STRICT;
CREATE INDEX waiting_entries ON entries (number) WHERE applied = 0;
CREATE INDEX entries_of_person ON entries (person);
CREATE INDEX entries_of_session ON entries (session);

-- How apps call the people, check-ins, plans and sessions that stand here under numbers. One person may have several
-- names among apps; row 0 is somebody who was erased.
CREATE TABLE known_as (
  kind TEXT NOT NULL CHECK (kind IN ('person', 'checkin', 'plan', 'session')),
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_numbers ON known_as (kind, number);

-- Programmes that somebody made of their own wishes.
CREATE TABLE own_programmes (
  id TEXT PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
  name TEXT NOT NULL,
  wishes TEXT NOT NULL,
  at INTEGER NOT NULL,
  gone INTEGER NOT NULL CHECK (gone IN (0, 1))
) STRICT, WITHOUT ROWID;
