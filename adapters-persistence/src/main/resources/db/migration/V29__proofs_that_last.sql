-- Since when each look has shown that all checks of the head passed: one look alone may come before others have begun.
ALTER TABLE tracked_pull_request
    ADD COLUMN seen_passed_since timestamptz,
    ADD CONSTRAINT tracked_pull_request_passed_was_seen CHECK (seen_passed_since IS NULL OR seen_at IS NOT NULL);

-- Which repository a name means, and since when: whoever takes a name that was given up is somebody else. It stays known when nobody
-- serves it any more. Of those that are there nobody has kept the number: the first that the same installation tells is theirs.
ALTER TABLE github_repository
    ALTER COLUMN installation_id DROP NOT NULL,
    ADD COLUMN github_id bigint CHECK (github_id > 0),
    ADD COLUMN named_since timestamptz NOT NULL DEFAULT 'epoch';

ALTER TABLE github_repository ALTER COLUMN named_since DROP DEFAULT;
