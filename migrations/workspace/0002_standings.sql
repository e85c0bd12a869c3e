-- Cards, standings and counts get other tables, with sums beside each count, and are made anew from the facts.

DROP TABLE standing;
DROP TABLE webinar_count;
DELETE FROM card;
DELETE FROM due;
DELETE FROM due_scope;

-- `kind` webinar: everybody mentioned with the webinar name `which`; everybody; arrange: everybody's places in the
-- rankings of a version that is being built, when all are scored. `which` is 0 for the latter two.
INSERT INTO due_scope (model, kind, which, cursor)
  SELECT version, 'everybody', 0, 0 FROM model WHERE state IN ('current', 'building')
  UNION ALL SELECT version, 'arrange', 0, 0 FROM model WHERE state = 'building';

-- One person in one webinar. `live_ms` of somebody who is in the room lacks what of the live time had passed by then:
-- add it as of any moment.
CREATE TABLE standing (
  model INTEGER NOT NULL,
  person INTEGER NOT NULL,
  webinar INTEGER NOT NULL REFERENCES webinar (number),
  points_down REAL NOT NULL,
  registered INTEGER NOT NULL,
  attended INTEGER NOT NULL,
  replayed INTEGER NOT NULL,
  no_show INTEGER NOT NULL,
  took_part INTEGER NOT NULL,
  stayed INTEGER NOT NULL,
  in_room INTEGER NOT NULL,
  live_ms INTEGER NOT NULL,
  questions INTEGER NOT NULL,
  poll_answers INTEGER NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (model, person, webinar)
) STRICT, WITHOUT ROWID;

-- The rankings: where everybody stands, by points and by score. Both are stored negated, so one index read forwards is
-- an order. What comes behind the id is for filters.
CREATE TABLE place (
  model INTEGER NOT NULL,
  webinar INTEGER NOT NULL REFERENCES webinar (number),
  points_down REAL NOT NULL,
  score_down REAL NOT NULL,
  email TEXT NOT NULL,
  id BLOB NOT NULL,
  person INTEGER NOT NULL,
  stage INTEGER NOT NULL,
  temperature INTEGER NOT NULL,
  attended INTEGER NOT NULL,
  replayed INTEGER NOT NULL,
  no_show INTEGER NOT NULL,
  PRIMARY KEY (model, webinar, points_down, score_down, email, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX place_by_score ON place (
  model, webinar, score_down, points_down, email, id, person, stage, temperature, attended, replayed, no_show
);

-- How many standings of a webinar are alike, and what they come to together: all of its counts are sums of these.
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
  stayed INTEGER NOT NULL,
  in_room INTEGER NOT NULL,
  live_ms INTEGER NOT NULL,
  questions INTEGER NOT NULL,
  poll_answers INTEGER NOT NULL,
  PRIMARY KEY (model, webinar, registered, attended, replayed, no_show, took_part, stage)
) STRICT, WITHOUT ROWID;

-- People whose scoring failed. They keep the card they had and are tried again when anything new comes.
CREATE TABLE unscored (
  model INTEGER NOT NULL,
  person INTEGER NOT NULL,
  reason TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (model, person)
) STRICT, WITHOUT ROWID;
