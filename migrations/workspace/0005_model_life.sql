-- Who published a version of the model, why, from which one it was made, which one it repeats, who signed it (JSON by
-- side), and when readers switched to it; null: they have not, or never did.

ALTER TABLE model ADD COLUMN published_by TEXT;
ALTER TABLE model ADD COLUMN note TEXT;
ALTER TABLE model ADD COLUMN based_on INTEGER;
ALTER TABLE model ADD COLUMN rollback_of INTEGER;
ALTER TABLE model ADD COLUMN signatures TEXT NOT NULL DEFAULT '{}';
ALTER TABLE model ADD COLUMN switched_at INTEGER;

-- Earlier releases did not note the switch: it followed the publication.
UPDATE model SET switched_at = published_at WHERE state <> 'building';

-- The next version in the making: one a workspace. `revision` counts what was stored and stays when a draft goes, so
-- that nobody takes the next draft for the one they had seen; then `json` is null.
CREATE TABLE model_draft (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  revision INTEGER NOT NULL,
  json TEXT,
  based_on INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  updated_by TEXT,
  note TEXT,
  signatures TEXT NOT NULL
) STRICT;
