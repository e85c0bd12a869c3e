-- The directory: which workspaces exist. It is not on the way of a delivery, whose key carries the workspace's id.
CREATE TABLE workspace (
  id         TEXT    NOT NULL PRIMARY KEY,
  slug       TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
