-- Alerts: what a company wants to be told of, what it was told, and by which ways.

-- `json` is what `domain/alert/rule.ts` reads. Only what happens from `since` on is told of; `deleted_at`: the rule is
-- gone and what it raised stays.
CREATE TABLE alert_rule (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  json TEXT NOT NULL,
  since INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- `about` tells an alert from the others of its rule and person: a webinar's id, or a fact's. `fact` triggered it. `detail`
-- is the JSON of what was so at that moment and cannot be asked again: score, stage, grade, topics.
CREATE TABLE alert (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  rule INTEGER NOT NULL REFERENCES alert_rule (number),
  person INTEGER NOT NULL REFERENCES person_key (number),
  about TEXT NOT NULL,
  fact BLOB NOT NULL,
  webinar TEXT,
  at INTEGER NOT NULL,
  raised_at INTEGER NOT NULL,
  detail TEXT NOT NULL,
  taken_at INTEGER,
  taken_by TEXT,
  UNIQUE (rule, person, about),
  UNIQUE (rule, fact)
) STRICT;

CREATE INDEX alert_of_person ON alert (person);
CREATE INDEX alert_untaken ON alert (number) WHERE taken_at IS NULL;

-- Who is beyond what a rule on a threshold or a surge watches, and must first come back before it counts again.
CREATE TABLE alert_crossed (
  rule INTEGER NOT NULL REFERENCES alert_rule (number),
  person INTEGER NOT NULL REFERENCES person_key (number),
  PRIMARY KEY (rule, person)
) STRICT, WITHOUT ROWID;

-- Facts from which no alert may follow: they came by an import or a backfill.
CREATE TABLE quiet_fact (
  fact INTEGER PRIMARY KEY REFERENCES fact (number)
) STRICT;

-- Where alerts go. Address and secrets are sealed, `shown` is what of the address may be seen. `refused`: so many sends in a
-- row were refused for good; `failing_since`: nothing arrived since; `off_reason`: why it was switched off.
CREATE TABLE channel (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  address BLOB NOT NULL,
  shown TEXT NOT NULL,
  secret BLOB,
  previous_secret BLOB,
  language TEXT NOT NULL,
  events TEXT NOT NULL DEFAULT '[]',
  created_at INTEGER NOT NULL,
  refused INTEGER NOT NULL DEFAULT 0,
  failing_since INTEGER,
  last_at INTEGER,
  last_answer TEXT,
  last_outcome TEXT,
  off_at INTEGER,
  off_reason TEXT,
  deleted_at INTEGER
) STRICT;

-- One piece that goes out by a channel. `id` stays the same however often it is tried. `message` is the JSON of what is
-- said, null where it is put together from its alerts when it goes. `open`: more alerts may still join it (a digest).
CREATE TABLE send (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  channel INTEGER NOT NULL REFERENCES channel (number),
  message TEXT,
  open INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  ended_at INTEGER,
  answer TEXT
) STRICT;

CREATE INDEX send_waiting ON send (channel, due_at) WHERE state = 'waiting';
CREATE INDEX send_of_channel ON send (channel, number);

CREATE TABLE send_alert (
  send INTEGER NOT NULL REFERENCES send (number),
  alert INTEGER NOT NULL REFERENCES alert (number),
  PRIMARY KEY (send, alert)
) STRICT, WITHOUT ROWID;

CREATE INDEX send_of_alert ON send_alert (alert);
