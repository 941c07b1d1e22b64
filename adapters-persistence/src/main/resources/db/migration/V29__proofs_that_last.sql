-- Since when each look has shown that all checks of the head passed: one look alone may come before others have begun.
ALTER TABLE tracked_pull_request
    ADD COLUMN seen_passed_since timestamptz,
    ADD CONSTRAINT tracked_pull_request_passed_was_seen CHECK (seen_passed_since IS NULL OR seen_at IS NOT NULL);
