-- What was seen of each source. Deliveries are counted behind their intake: those up to `counted_to` are in `deliveries`.

ALTER TABLE source ADD COLUMN validated_at INTEGER;
ALTER TABLE source ADD COLUMN last_delivery_at INTEGER;
ALTER TABLE source ADD COLUMN deliveries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN counted_to INTEGER NOT NULL DEFAULT 0;
