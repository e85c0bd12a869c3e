-- Lists of people that go out again and again, and each time that one did.

-- `json` is what `domain/schedule.ts` reads. What was due up to `done_to` has been seen to; `deleted_at`: its links end.
CREATE TABLE schedule (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  json TEXT NOT NULL,
  done_to INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER
) STRICT;

-- `json`: the schedule as it was then, which the link keeps to. `result`: what came of it; `send`: the id under which it
-- went out, NULL where nothing did; `why`: what a refusal said.
CREATE TABLE schedule_run (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  schedule INTEGER NOT NULL REFERENCES schedule (number),
  due_at INTEGER NOT NULL,
  at INTEGER NOT NULL,
  json TEXT NOT NULL,
  result TEXT NOT NULL,
  people INTEGER NOT NULL,
  send TEXT,
  why TEXT,
  UNIQUE (schedule, due_at)
) STRICT;
