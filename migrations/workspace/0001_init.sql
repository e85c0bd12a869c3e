-- One workspace: everything that one company knows. Row numbers stay inside; what goes out are text ids.
-- Times are ms since 1970 UTC. JSON texts are canonical (sorted keys), so equal contents are equal texts.

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE api_key (
  hash BLOB NOT NULL PRIMARY KEY,
  scopes TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  number INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  hook_key TEXT NOT NULL UNIQUE,
  secret BLOB,
  previous_secret BLOB,
  bad_signatures INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

-- What arrived signed. A duplicate brings nothing new and keeps no body.
CREATE TABLE delivery (
  number INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (number),
  received_at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  event TEXT,
  reason TEXT,
  late INTEGER NOT NULL DEFAULT 0,
  body BLOB
) STRICT;

CREATE INDEX delivery_quarantined ON delivery (number) WHERE outcome = 'quarantined';

-- Every key by which a person was ever named. `id` is the hash of `text`; `person` is the number of the key that is
-- canonical for the human, so a person is its canonical key and every former id of a person is still found.
CREATE TABLE person_key (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  text TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES person_key (number)
) STRICT;

CREATE INDEX person_key_of_person ON person_key (person);

-- A webinar as a platform names it; `name` is the JSON of all but platform and platform id.
CREATE TABLE webinar_name (
  number INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  platform_id TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (platform, platform_id, name)
) STRICT;

-- Every webinar id that was ever derived from names and facts.
CREATE TABLE webinar (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  platform_id TEXT NOT NULL,
  occurrence TEXT NOT NULL
) STRICT;

-- `id`: see fact-id.ts. `type`: see fact-type.ts. `received_after` is ms after `time`.
CREATE TABLE fact (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  key INTEGER REFERENCES person_key (number),
  name INTEGER REFERENCES webinar_name (number),
  type INTEGER NOT NULL,
  time INTEGER NOT NULL,
  received_after INTEGER NOT NULL,
  data TEXT,
  profile TEXT
) STRICT;

CREATE INDEX fact_of_key ON fact (key) WHERE key IS NOT NULL;
CREATE INDEX fact_of_nobody ON fact (name, type) WHERE key IS NULL;

-- Other contents that came under the id of a fact and do not count.
CREATE TABLE fact_conflict (
  fact INTEGER NOT NULL REFERENCES fact (number),
  content TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  PRIMARY KEY (fact, content)
) STRICT, WITHOUT ROWID;

-- Two stays in a room (the first ten bytes of their facts' ids) that are one human; each pair in both directions.
CREATE TABLE bond (
  stay BLOB NOT NULL,
  other BLOB NOT NULL,
  PRIMARY KEY (stay, other)
) STRICT, WITHOUT ROWID;

-- Who is named together with which webinar name, in any fact.
CREATE TABLE mention (
  name INTEGER NOT NULL REFERENCES webinar_name (number),
  key INTEGER NOT NULL REFERENCES person_key (number),
  PRIMARY KEY (name, key)
) STRICT, WITHOUT ROWID;

-- Published models. `state`: current, building (the next current), retired (its cards go), past.
CREATE TABLE model (
  version INTEGER PRIMARY KEY,
  json TEXT NOT NULL,
  state TEXT NOT NULL,
  published_at INTEGER NOT NULL
) STRICT;

CREATE TABLE due (
  model INTEGER NOT NULL REFERENCES model (version),
  person INTEGER NOT NULL REFERENCES person_key (number),
  PRIMARY KEY (model, person)
) STRICT, WITHOUT ROWID;

-- `kind` webinar: everybody mentioned with the webinar name `which`; everybody: `which` is 0.
CREATE TABLE due_scope (
  model INTEGER NOT NULL REFERENCES model (version),
  kind TEXT NOT NULL,
  which INTEGER NOT NULL,
  cursor INTEGER NOT NULL,
  PRIMARY KEY (model, kind, which)
) STRICT, WITHOUT ROWID;

CREATE TABLE card (
  model INTEGER NOT NULL,
  person INTEGER NOT NULL,
  score REAL NOT NULL,
  stage INTEGER NOT NULL,
  grade TEXT,
  temperature INTEGER NOT NULL,
  velocity REAL NOT NULL,
  surge INTEGER NOT NULL,
  changes_at INTEGER,
  email TEXT NOT NULL,
  name TEXT,
  company TEXT,
  job_title TEXT,
  search TEXT NOT NULL,
  PRIMARY KEY (model, person)
) STRICT, WITHOUT ROWID;

CREATE INDEX card_changing ON card (model, changes_at) WHERE changes_at IS NOT NULL;

-- One row of a webinar's ranking. Points and score are stored negated: so one index read forwards is the ranking's order.
CREATE TABLE standing (
  model INTEGER NOT NULL,
  person INTEGER NOT NULL,
  webinar INTEGER NOT NULL REFERENCES webinar (number),
  points_down REAL NOT NULL,
  score_down REAL NOT NULL,
  email TEXT NOT NULL,
  id BLOB NOT NULL,
  stage INTEGER NOT NULL,
  temperature INTEGER NOT NULL,
  registered INTEGER NOT NULL,
  attended INTEGER NOT NULL,
  replayed INTEGER NOT NULL,
  no_show INTEGER NOT NULL,
  took_part INTEGER NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (model, person, webinar)
) STRICT, WITHOUT ROWID;

-- What comes behind the id is for filters, which then need not look at the rows.
CREATE INDEX standing_by_points ON standing (
  model, webinar, points_down, score_down, email, id, stage, temperature, attended, replayed, no_show
);
CREATE INDEX standing_by_score ON standing (
  model, webinar, score_down, points_down, email, id, stage, temperature, attended, replayed, no_show
);

-- How many standings of a webinar are alike: all of its counts are sums of these.
CREATE TABLE webinar_count (
  model INTEGER NOT NULL,
  webinar INTEGER NOT NULL REFERENCES webinar (number),
  registered INTEGER NOT NULL,
  attended INTEGER NOT NULL,
  replayed INTEGER NOT NULL,
  no_show INTEGER NOT NULL,
  took_part INTEGER NOT NULL,
  stage INTEGER NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (model, webinar, registered, attended, replayed, no_show, took_part, stage)
) STRICT, WITHOUT ROWID;
