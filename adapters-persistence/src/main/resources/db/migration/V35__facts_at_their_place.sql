-- What a fact says apart from its block's times: after a fork the same transaction says the same at
-- other times, and is to be known again.
ALTER TABLE chain_fact ADD COLUMN gist text;

UPDATE chain_fact SET gist = CASE
    WHEN word IN ('claimed', 'submitted', 'sent_back', 'dispute_opened', 'dispute_withdrawn')
        THEN regexp_replace(says, '\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z', '1970-01-01T00:00:00Z', 'g')
    ELSE says END;

ALTER TABLE chain_fact ALTER COLUMN gist SET NOT NULL;
