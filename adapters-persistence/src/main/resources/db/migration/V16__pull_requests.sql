-- What accepts work, and the pull requests that are followed for it.

-- Bounties that are there already were posted on the poster's own word.
ALTER TABLE bounty
    ADD COLUMN verification text[] NOT NULL DEFAULT '{manual}',
    ADD CONSTRAINT bounty_verification_words
        CHECK (verification <@ ARRAY['merge', 'checks', 'manual'] AND cardinality(verification) > 0),
    ADD CONSTRAINT bounty_verification_of_an_issue
        CHECK (verification = '{manual}' OR issue_url IS NOT NULL);

ALTER TABLE submission
    DROP CONSTRAINT submission_acceptance_check,
    ADD CONSTRAINT submission_acceptance_check
        CHECK (acceptance IN ('poster', 'policy', 'time', 'dispute'));

CREATE TABLE tracked_pull_request (
    repository            text        NOT NULL CHECK (repository = lower(repository) AND repository LIKE '_%/_%'),
    number                integer     NOT NULL CHECK (number > 0),
    status                text        NOT NULL CHECK (status IN ('loose', 'assigned', 'done')),
    bounty_id             uuid        REFERENCES bounty,
    claim_id              uuid        REFERENCES claim,
    done_at               timestamptz,
    known_before          boolean     NOT NULL,
    seen_stage            text        CHECK (seen_stage IN ('draft', 'open', 'closed', 'merged')),
    seen_head             text,
    seen_held             text[]      CHECK (seen_held <@ ARRAY['merge', 'checks']),
    seen_named            text[],
    seen_at               timestamptz,
    hand_in_submission_id uuid        REFERENCES submission,
    hand_in_head          text,
    hand_in_merged        boolean,
    hand_in_at            timestamptz,
    hand_in_heard_until   timestamptz,
    hand_in_closed        boolean,
    asked_at              timestamptz,
    due_at                timestamptz,
    failures              integer     NOT NULL CHECK (failures >= 0),
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    version               bigint      NOT NULL CHECK (version >= 0),
    PRIMARY KEY (repository, number),
    CONSTRAINT tracked_pull_request_of_a_claim_unless_loose
        CHECK (num_nulls(bounty_id, claim_id) = CASE status WHEN 'loose' THEN 2 ELSE 0 END),
    CONSTRAINT tracked_pull_request_done_at CHECK ((done_at IS NOT NULL) = (status = 'done')),
    CONSTRAINT tracked_pull_request_seen_whole
        CHECK (num_nulls(seen_stage, seen_head, seen_held, seen_named, seen_at) IN (0, 5)),
    CONSTRAINT tracked_pull_request_hand_in_whole
        CHECK (num_nulls(hand_in_submission_id, hand_in_head, hand_in_merged, hand_in_at,
                         hand_in_heard_until, hand_in_closed) IN (0, 6)),
    CONSTRAINT tracked_pull_request_hand_in_of_a_claim
        CHECK (status <> 'loose' OR hand_in_submission_id IS NULL)
);

CREATE UNIQUE INDEX tracked_pull_request_one_per_claim ON tracked_pull_request (claim_id) WHERE status = 'assigned';
CREATE INDEX tracked_pull_request_of_claim ON tracked_pull_request (claim_id, updated_at) WHERE claim_id IS NOT NULL;
CREATE INDEX tracked_pull_request_due ON tracked_pull_request (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX tracked_pull_request_head ON tracked_pull_request (repository, seen_head) WHERE status = 'assigned';

-- When a repository in which agents work is searched for pull requests of theirs.
CREATE TABLE pull_request_search (
    repository text        PRIMARY KEY CHECK (repository = lower(repository) AND repository LIKE '_%/_%'),
    due_at     timestamptz NOT NULL
);
