-- Deliveries are stored first and read behind that: those up to the setting `readTo` have been. `event` and `reason`
-- are of those that were not simply accepted.

INSERT INTO setting (name, value) SELECT 'readTo', number FROM delivery ORDER BY number DESC LIMIT 1;
