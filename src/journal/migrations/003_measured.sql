-- What was measured, as it was typed in (the document of thenar.journal/1). Nothing is overwritten: one corrects another.

CREATE TABLE measured (
  id TEXT PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
  noted_at INTEGER NOT NULL CHECK (noted_at BETWEEN 0 AND 253402300799999),
  document TEXT NOT NULL
) STRICT;
CREATE INDEX measured_of_person ON measured (person);
