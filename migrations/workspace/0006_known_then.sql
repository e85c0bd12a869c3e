-- What makes it possible to tell at any later time what was known at a moment. Written only where something becomes
-- another one; who and what a fact was about from the beginning stands with the fact.

-- Until `until` a fact was about another key (0: nobody whose key was known) or webinar name (0: none).
CREATE TABLE fact_was (
  fact INTEGER NOT NULL REFERENCES fact (number),
  until INTEGER NOT NULL,
  key INTEGER NOT NULL,
  name INTEGER NOT NULL,
  PRIMARY KEY (fact, until)
) STRICT, WITHOUT ROWID;

CREATE INDEX fact_was_of_key ON fact_was (key, name);

-- Until `until` a key was another person's.
CREATE TABLE key_was (
  key INTEGER NOT NULL REFERENCES person_key (number),
  until INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person_key (number),
  PRIMARY KEY (key, until)
) STRICT, WITHOUT ROWID;

CREATE INDEX key_was_of_person ON key_was (person);

-- When a webinar name was first heard of, and when a webinar's id first came out; null: in an earlier release.
ALTER TABLE webinar_name ADD COLUMN since INTEGER;
ALTER TABLE webinar ADD COLUMN since INTEGER;

-- Of names the facts tell it, all but those that another content has replaced.
UPDATE webinar_name SET since = heard.since
FROM (SELECT name, min(time + received_after) AS since FROM fact WHERE name IS NOT NULL GROUP BY name) heard
WHERE heard.name = webinar_name.number;
