-- Until when a contract that holds money waits, by what it has said: what time has something to do with is found every second,
-- and it is not to read for that whatever lies at a contract.
ALTER TABLE escrow_hold ADD COLUMN due_at timestamptz,
    ADD CONSTRAINT escrow_hold_due_while_it_holds_money CHECK (due_at IS NULL OR (funded_by IS NOT NULL AND ended_by IS NULL));

-- What goes on has it anew with the contract's next word. What is over here has none to come, and is looked at from now on.
UPDATE escrow_hold
SET due_at = CASE WHEN bounty.status IN ('paid', 'cancelled', 'expired') THEN now() ELSE bounty.deadline END
FROM bounty
WHERE bounty.id = bounty_id AND funded_by IS NOT NULL AND ended_by IS NULL;

DROP INDEX escrow_hold_holds_money;
CREATE INDEX escrow_hold_due ON escrow_hold (due_at) WHERE due_at IS NOT NULL;
