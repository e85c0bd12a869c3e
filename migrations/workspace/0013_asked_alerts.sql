-- Whether those who cross by a version alone are told of when it comes into force.
ALTER TABLE model ADD COLUMN alerts INTEGER NOT NULL DEFAULT 0;

-- Facts of an import with which somebody asked for alerts: they raise some however old they are.
CREATE TABLE asked_fact (
  fact INTEGER PRIMARY KEY REFERENCES fact (number)
) STRICT;
