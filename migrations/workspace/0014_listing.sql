-- The list of people gets a table of its own, as the rankings have: where everybody but staff stands by score, negated,
-- so that it reads forwards. Under a version that is being built it can be filled in its order, which the index of the
-- cards could not. What comes behind the id is for filters.
CREATE TABLE listing (
  model INTEGER NOT NULL,
  score_down REAL NOT NULL,
  email TEXT NOT NULL,
  id BLOB NOT NULL,
  person INTEGER NOT NULL,
  stage INTEGER NOT NULL,
  temperature INTEGER NOT NULL,
  grade TEXT,
  PRIMARY KEY (model, score_down, email, id)
) STRICT, WITHOUT ROWID;

INSERT INTO listing (model, score_down, email, id, person, stage, temperature, grade)
  SELECT c.model, c.score_down, c.email, k.id, c.person, c.stage, c.temperature, c.grade
  FROM card c INDEXED BY card_by_score CROSS JOIN person_key k ON k.number = c.person
  WHERE c.staff = 0 AND c.model IN (SELECT version FROM model WHERE state IN ('current', 'building'))
  ORDER BY c.model, c.score_down, c.email;

DROP INDEX card_by_score;
ALTER TABLE card DROP COLUMN score_down;
