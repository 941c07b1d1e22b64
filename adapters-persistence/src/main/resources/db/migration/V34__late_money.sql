-- How far in time the chain was heard: a bounty that waits for money by it ends only then unfunded.
-- Unknown of places that were kept before.
ALTER TABLE chain_trail ADD COLUMN at timestamptz;
CREATE INDEX chain_trail_at ON chain_trail (at);

-- The transaction in which the contract gave a bounty's money away. Until then it holds it, even if
-- the bounty is over here because the money came too late.
ALTER TABLE escrow_hold ADD COLUMN ended_by text CHECK (ended_by ~ '^0x[0-9a-f]{64}$');

UPDATE escrow_hold SET ended_by = chain_fact.transaction
FROM chain_fact
WHERE chain_fact.onchain_id = escrow_hold.onchain_id AND word = 'ended' AND NOT taken_back;

CREATE INDEX escrow_hold_holds_money ON escrow_hold (bounty_id)
    WHERE funded_by IS NOT NULL AND ended_by IS NULL;
