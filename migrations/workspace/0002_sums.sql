-- Beside each count the sums over its people. Cards, standings and counts are made anew from the facts.

DROP TABLE standing;
DROP TABLE webinar_count;
DELETE FROM card;
DELETE FROM due;
DELETE FROM due_scope;
INSERT INTO due_scope (model, kind, which, cursor)
  SELECT version, 'everybody', 0, 0 FROM model WHERE state IN ('current', 'building');

-- One row of a webinar's ranking. Points and score are stored negated: so one index read forwards is the ranking's order.
-- `live_ms` of somebody who is in the room lacks what of the live time had passed by then: add it as of any moment.
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
  stayed INTEGER NOT NULL,
  in_room INTEGER NOT NULL,
  live_ms INTEGER NOT NULL,
  questions INTEGER NOT NULL,
  poll_answers INTEGER NOT NULL,
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
