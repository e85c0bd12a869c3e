-- Who may call, by which key: what its owner knows it by. `ending`: its last characters; NULL: it was made before they were
-- kept. `used_on`: the day (since 1970, UTC) on which it was last used.
ALTER TABLE api_key ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE api_key ADD COLUMN ending TEXT;
ALTER TABLE api_key ADD COLUMN created_by TEXT;
ALTER TABLE api_key ADD COLUMN used_on INTEGER;

-- What was done that somebody may have to answer for. `by`: a name, or the way in; `details` is JSON, and holds nothing of
-- a lead but an id. `origin`: of what the directory did, under which id it tells so.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  act TEXT NOT NULL,
  by TEXT NOT NULL,
  email TEXT,
  ending TEXT,
  details TEXT NOT NULL,
  origin TEXT UNIQUE
) STRICT;
CREATE INDEX audit_of_act ON audit (act, number);
