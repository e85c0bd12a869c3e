-- Lists of people over the whole workspace, and saved ones.

-- `last_at`: when the person was last active, ms UTC; later than now while it goes on. `no_mail`: 1 for who wants none.
ALTER TABLE card ADD COLUMN last_at INTEGER;
ALTER TABLE card ADD COLUMN no_mail INTEGER NOT NULL DEFAULT 0;
-- 1: works for the company, or was nothing but host, panelist or partner; such people are in no list.
ALTER TABLE card ADD COLUMN staff INTEGER NOT NULL DEFAULT 0;

-- The score negated, so that one index read forwards is the order; what comes behind the e-mail is for filters.
ALTER TABLE card ADD COLUMN score_down REAL NOT NULL DEFAULT 0;
CREATE INDEX card_by_score ON card (model, score_down, email, stage, temperature, grade) WHERE staff = 0;

-- Every card is made anew, with what it did not say so far. A version that is being built is begun anew.
DELETE FROM card WHERE model IN (SELECT version FROM model WHERE state = 'building');
DELETE FROM standing WHERE model IN (SELECT version FROM model WHERE state = 'building');
DELETE FROM place WHERE model IN (SELECT version FROM model WHERE state = 'building');
DELETE FROM webinar_count WHERE model IN (SELECT version FROM model WHERE state = 'building');
DELETE FROM unscored WHERE model IN (SELECT version FROM model WHERE state = 'building');
INSERT INTO due_scope (model, kind, which, cursor)
  SELECT version, 'everybody', 0, 0 FROM model WHERE state IN ('current', 'building')
  UNION ALL SELECT version, 'arrange', 0, 0 FROM model WHERE state = 'building'
  ON CONFLICT (model, kind, which) DO UPDATE SET cursor = 0;

-- Filters under a name. `filters`: JSON of `domain/segment-filters.ts`; `folded`: the name as two are compared.
CREATE TABLE segment (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL UNIQUE,
  filters TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  changed_at INTEGER NOT NULL
) STRICT;
