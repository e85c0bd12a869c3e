-- What a platform does not send is fetched, compared and mended.

-- Access to a platform's API by a source, its secret sealed. `hosts`: JSON list of those whose webinars are looked for.
-- `problem`: why nothing is fetched until somebody acts, JSON of words; `paused_until`: a limit of the platform holds, or
-- what has a problem is tried again. `lacks`: JSON list of the scopes that the app lacks. `planned`: whether what is known
-- of webinars has become pulls. `costly`: requests of the expensive kinds on `costly_day` (UTC, days since 1970).
CREATE TABLE source_api (
  source INTEGER PRIMARY KEY REFERENCES source (number),
  account TEXT NOT NULL,
  client TEXT NOT NULL,
  secret BLOB NOT NULL,
  hosts TEXT NOT NULL DEFAULT '[]',
  connected_at INTEGER NOT NULL,
  problem TEXT,
  paused_until INTEGER,
  lacks TEXT NOT NULL DEFAULT '[]',
  planned INTEGER NOT NULL DEFAULT 0,
  costly_day INTEGER NOT NULL DEFAULT 0,
  costly INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Something to be fetched by a source. `room`: the platform's id of it, `at/<ms>` of the scheduled start where none is
-- known, and '' with platform id '' for the finding of rooms. `reason` says why at that moment, `extent` how much, `known`
-- is the JSON of what is known of the room or stretch of time, `step` and `cursor` (JSON) are where it goes on, `lacks` is
-- the JSON of what could not be had.
CREATE TABLE pull (
  number INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (number),
  platform_id TEXT NOT NULL,
  room TEXT NOT NULL,
  reason TEXT NOT NULL,
  extent TEXT NOT NULL,
  known TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  step TEXT,
  cursor TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  pages INTEGER NOT NULL DEFAULT 0,
  rows INTEGER NOT NULL DEFAULT 0,
  requests INTEGER NOT NULL DEFAULT 0,
  facts INTEGER NOT NULL DEFAULT 0,
  lacks TEXT NOT NULL DEFAULT '[]',
  began_at INTEGER,
  ended_at INTEGER,
  UNIQUE (platform_id, room, source, reason)
) STRICT;

CREATE INDEX pull_open ON pull (source, due_at) WHERE ended_at IS NULL;

-- When a platform gave the whole attendance of a room, `by` its API or a file, and as of when it speaks.
CREATE TABLE reported (
  name INTEGER NOT NULL REFERENCES webinar_name (number),
  by TEXT NOT NULL,
  generated_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY (name, by, generated_at)
) STRICT, WITHOUT ROWID;

-- Repairs by hand. What somebody said of a stay in a room (ten bytes), or of a fact that belongs to none (sixteen), that
-- nobody's key tells whose it is. `key` is made for it (`s:` and the stay in hex) and is one of the person's.
CREATE TABLE stay_tie (
  number INTEGER PRIMARY KEY,
  stay BLOB NOT NULL,
  key INTEGER NOT NULL REFERENCES person_key (number),
  tied_at INTEGER NOT NULL,
  tied_by TEXT,
  undone_at INTEGER,
  undone_by TEXT
) STRICT;

CREATE UNIQUE INDEX stay_tie_in_force ON stay_tie (stay) WHERE undone_at IS NULL;

-- Two humans whom somebody said are one, by a key of each. `natural`: whose a key is without that; null: `person`'s.
CREATE TABLE merge (
  number INTEGER PRIMARY KEY,
  one INTEGER NOT NULL REFERENCES person_key (number),
  other INTEGER NOT NULL REFERENCES person_key (number),
  merged_at INTEGER NOT NULL,
  merged_by TEXT,
  undone_at INTEGER,
  undone_by TEXT
) STRICT;

CREATE INDEX merge_of_one ON merge (one);
CREATE INDEX merge_of_other ON merge (other);

ALTER TABLE person_key ADD COLUMN natural INTEGER REFERENCES person_key (number);

CREATE INDEX person_key_of_natural ON person_key (natural) WHERE natural IS NOT NULL;

-- Where a webinar's replay plays for those who have a link: JSON of `replay/replay.ts`.
CREATE TABLE replay (
  webinar INTEGER PRIMARY KEY REFERENCES webinar (number),
  json TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- When somebody's link was first opened in a browser. Opening is no activity; what is watched becomes facts.
CREATE TABLE replay_opened (
  webinar INTEGER NOT NULL REFERENCES webinar (number),
  key INTEGER NOT NULL REFERENCES person_key (number),
  opened_at INTEGER NOT NULL,
  PRIMARY KEY (webinar, key)
) STRICT, WITHOUT ROWID;

-- Standings tell now how exactly a viewing is known: those who watched (24: replay.watched) are scored anew.
INSERT INTO due (model, person)
  SELECT DISTINCT m.version, k.person FROM model m, fact f JOIN person_key k ON k.number = f.key
  WHERE m.state IN ('current', 'building') AND f.type = 24
  ON CONFLICT DO NOTHING;

-- What came on a day of the workspace's calendar (days since 1970), by what it came from (`sender.ts`). `delay` is ms
-- from when things happened until they arrived, added up over `timed` of them; `late` of these took over a minute.
CREATE TABLE source_day (
  sender TEXT NOT NULL,
  day INTEGER NOT NULL,
  came INTEGER NOT NULL DEFAULT 0,
  taken INTEGER NOT NULL DEFAULT 0,
  duplicate INTEGER NOT NULL DEFAULT 0,
  ignored INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  late INTEGER NOT NULL DEFAULT 0,
  timed INTEGER NOT NULL DEFAULT 0,
  delay INTEGER NOT NULL DEFAULT 0,
  longest_delay INTEGER NOT NULL DEFAULT 0,
  last_at INTEGER NOT NULL,
  PRIMARY KEY (sender, day)
) STRICT, WITHOUT ROWID;

-- When a delivery was last refused for its signature, ms UTC; null: never under the secrets of today.
ALTER TABLE source ADD COLUMN refused_at INTEGER;

-- Of which webinars a source speaks, by the platform's id: since when, when last, and when last of what happens in the
-- room.
CREATE TABLE source_series (
  source INTEGER NOT NULL REFERENCES source (number),
  platform_id TEXT NOT NULL,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  room_at INTEGER,
  PRIMARY KEY (source, platform_id)
) STRICT, WITHOUT ROWID;

-- Why something of a sender was rejected, the newest reasons: JSON of words, with nothing personal in them; how often,
-- when last, and an example's id as its own system calls it.
CREATE TABLE source_rejected (
  sender TEXT NOT NULL,
  reason TEXT NOT NULL,
  times INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  example TEXT,
  PRIMARY KEY (sender, reason)
) STRICT, WITHOUT ROWID;

-- When a source that should speak was silent, or spoke in vain (silence-alarm.ts). `webinar` is the id of the one that it
-- is about, '' for none; `ended_at` null: it lasts.
CREATE TABLE source_alarm (
  number INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source (number),
  kind TEXT NOT NULL,
  webinar TEXT NOT NULL,
  details TEXT NOT NULL,
  began_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

CREATE INDEX source_alarm_lasting ON source_alarm (number) WHERE ended_at IS NULL;

-- Who threw away a delivery that could not be read, and when; its body is gone.
CREATE TABLE discarded (
  delivery INTEGER PRIMARY KEY REFERENCES delivery (number),
  discarded_at INTEGER NOT NULL,
  discarded_by TEXT
) STRICT;

-- What of buying somebody spoke of in a webinar: a bit for each topic, in the order of the model. Who asked for it is found
-- by an index of those alone.
ALTER TABLE standing ADD COLUMN buying INTEGER NOT NULL DEFAULT 0;
CREATE INDEX standing_buying ON standing (model, webinar, person, buying) WHERE buying <> 0;

-- What people said in their own words, by webinar: questions, chat, surveys and feedback (19 to 22), poll answers that they
-- wrote, and registrations (8) with a comment or with answers to the company's own questions.
CREATE INDEX fact_said ON fact (name) WHERE name IS NOT NULL AND (
  type IN (19, 20, 21, 22)
  OR (type = 18 AND instr(data, '"open":true') > 0)
  OR (type = 8 AND (instr(data, '"question"') > 0 OR instr(profile, '"attributes"') > 0))
);
