-- Until when somebody looks at a pull request. A notice that comes meanwhile makes it due again, and undoes nothing of the look.
ALTER TABLE tracked_pull_request
    ADD COLUMN taken_until timestamptz,
    ADD CONSTRAINT tracked_pull_request_taken_is_due_again CHECK (taken_until IS NULL OR due_at IS NOT NULL);
