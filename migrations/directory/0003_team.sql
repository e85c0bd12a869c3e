-- What was done with the team of a workspace and does not stand in its log yet: written with the act, gone once it stands
-- there. `entry` is JSON.
CREATE TABLE untold (
  id        TEXT    NOT NULL PRIMARY KEY,
  workspace TEXT    NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  at        INTEGER NOT NULL,
  entry     TEXT    NOT NULL
) STRICT;
CREATE INDEX untold_of_workspace ON untold (workspace, at);
