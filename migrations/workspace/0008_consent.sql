-- Who left the mailing list (36), marked a mail as spam (35) or was asked for consent (45). They are few, and every export
-- asks it of everybody in it.
CREATE INDEX fact_of_consent ON fact (key) WHERE type IN (35, 36, 45);
