-- What a fact says apart from its block's times: after a fork the same transaction says the same at
-- other times, and is to be known again.
ALTER TABLE chain_fact ADD COLUMN gist text;

UPDATE chain_fact SET gist = CASE
    WHEN word IN ('claimed', 'submitted', 'sent_back', 'dispute_opened', 'dispute_withdrawn')
        THEN regexp_replace(says, '\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z', '1970-01-01T00:00:00Z', 'g')
    ELSE says END;

ALTER TABLE chain_fact ALTER COLUMN gist SET NOT NULL;

-- Which contract has said it: blocks of one chain say nothing about facts of another. Unknown of what
-- was kept before anything was followed to its end.
ALTER TABLE chain_fact
    ADD COLUMN chain_id bigint,
    ADD COLUMN contract text CHECK (contract ~ '^0x[0-9a-f]{40}$'),
    ADD CONSTRAINT chain_fact_site_whole CHECK (num_nulls(chain_id, contract) IN (0, 2));

-- Mostly there is one contract. Of several it is the one that was followed so far, and least beyond.
UPDATE chain_fact SET (chain_id, contract) = (
    SELECT chain_id, contract FROM chain_trail GROUP BY chain_id, contract
    ORDER BY max(block) < chain_fact.block, abs(max(block) - chain_fact.block), chain_id, contract LIMIT 1);

DROP INDEX chain_fact_by_block;
CREATE INDEX chain_fact_by_block ON chain_fact (chain_id, contract, block, log_index);
