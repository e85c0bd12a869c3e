-- People who sign in: the first four tables are better-auth's (times in ms), the others Ripen's own.
CREATE TABLE user (
  id             TEXT    NOT NULL PRIMARY KEY,
  name           TEXT    NOT NULL,
  email          TEXT    NOT NULL UNIQUE,
  email_verified INTEGER NOT NULL,
  image          TEXT,
  created_at     INTEGER NOT NULL,
  updated_at     INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
  id         TEXT    NOT NULL PRIMARY KEY,
  token      TEXT    NOT NULL UNIQUE,
  user_id    TEXT    NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  ip_address TEXT,
  user_agent TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_user ON session (user_id);

CREATE TABLE account (
  id                       TEXT    NOT NULL PRIMARY KEY,
  account_id               TEXT    NOT NULL,
  provider_id              TEXT    NOT NULL,
  user_id                  TEXT    NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  password                 TEXT,
  access_token             TEXT,
  refresh_token            TEXT,
  id_token                 TEXT,
  access_token_expires_at  INTEGER,
  refresh_token_expires_at INTEGER,
  scope                    TEXT,
  created_at               INTEGER NOT NULL,
  updated_at               INTEGER NOT NULL
) STRICT;
CREATE INDEX account_user ON account (user_id);

CREATE TABLE verification (
  id         TEXT    NOT NULL PRIMARY KEY,
  identifier TEXT    NOT NULL,
  value      TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX verification_identifier ON verification (identifier);

-- Who may do what in which workspace.
CREATE TABLE membership (
  user      TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
  workspace TEXT NOT NULL REFERENCES workspace (id) ON DELETE CASCADE,
  role      TEXT NOT NULL,
  PRIMARY KEY (user, workspace)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_workspace ON membership (workspace);

-- Links that work once. Only the hash of what is in the link is kept; `user` is whose password a link sets.
CREATE TABLE setup_link (
  hash       BLOB    NOT NULL PRIMARY KEY,
  purpose    TEXT    NOT NULL,
  user       TEXT    REFERENCES user (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER
) STRICT, WITHOUT ROWID;
