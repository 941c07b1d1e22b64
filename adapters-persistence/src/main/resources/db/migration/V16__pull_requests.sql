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
