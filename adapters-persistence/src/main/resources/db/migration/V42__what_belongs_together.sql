-- That a submission and a dispute are about their own bounty, that nobody works for itself and that an account is what its code says
-- was up to the code. What is written from now on is looked at here, what was written before by V43, which keeps nobody waiting.
--
-- A key that is referred to is unique. Both indexes were there and only did not say so: the new ones take their place, and no claim
-- writes into one more. While they are made nobody claims or hands in, some seconds for a million claims. Who has no seconds makes
-- them before the upgrade, by hand and CONCURRENTLY, under the same names.
CREATE UNIQUE INDEX IF NOT EXISTS claim_of_bounty_and_agent ON claim (bounty_id, agent_id, id);
CREATE UNIQUE INDEX IF NOT EXISTS submission_in_bounty ON submission (bounty_id, id);
DROP INDEX claim_of_bounty;
DROP INDEX submission_of_bounty;

-- Each takes the place of one that only asked whether there is such a claim, or such a submission.
ALTER TABLE submission
    ADD CONSTRAINT submission_of_claim FOREIGN KEY (bounty_id, agent_id, claim_id)
        REFERENCES claim (bounty_id, agent_id, id) NOT VALID,
    DROP CONSTRAINT submission_claim_id_fkey;

ALTER TABLE dispute
    ADD CONSTRAINT dispute_of_claim FOREIGN KEY (bounty_id, agent_id, claim_id)
        REFERENCES claim (bounty_id, agent_id, id) NOT VALID,
    ADD CONSTRAINT dispute_of_submission FOREIGN KEY (bounty_id, submission_id)
        REFERENCES submission (bounty_id, id) NOT VALID,
    DROP CONSTRAINT dispute_claim_id_fkey,
    DROP CONSTRAINT dispute_submission_id_fkey;

ALTER TABLE claim
    ADD CONSTRAINT claim_not_of_its_poster CHECK (operator_id <> poster_id) NOT VALID;

-- The world's and the platform's own accounts belong to nobody; of all others the code names the owner.
ALTER TABLE account
    ADD CONSTRAINT account_tells_its_kind CHECK (
        CASE WHEN kind LIKE 'external:%' OR kind LIKE 'platform:%'
             THEN owner_id IS NULL AND code = kind || ':' || currency
             ELSE owner_id IS NOT NULL AND code = replace(kind, ':', ':' || owner_id::text || ':') || ':' || currency END) NOT VALID;
