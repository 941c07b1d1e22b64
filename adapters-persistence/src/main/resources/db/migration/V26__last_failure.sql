-- Failures long apart say nothing of what lies between them, so when one failed last is kept too. Of
-- those that fail now nobody knows it any more; as they stand, none is switched off by a guess.

ALTER TABLE webhook_endpoint ADD COLUMN failed_last timestamptz;

UPDATE webhook_endpoint SET failed_last = failing_since WHERE failing_since IS NOT NULL;

ALTER TABLE webhook_endpoint
    ADD CONSTRAINT webhook_endpoint_failing_whole CHECK (num_nulls(failing_since, failed_last) IN (0, 2)),
    ADD CONSTRAINT webhook_endpoint_failed_last_after_first CHECK (failed_last >= failing_since);
