-- An operator's wallet has said itself whose it is, or was only named when an agent was registered.
-- Of what was there, that is named whose time is an agent's registration to the microsecond; its
-- operator keeps it, and lets it sign before it posts the next bounty on rail escrow.

DROP TRIGGER operator_wallet_stays ON operator_wallet;

ALTER TABLE operator_wallet ADD COLUMN proved boolean NOT NULL DEFAULT false;

UPDATE operator_wallet named SET proved = true
WHERE NOT EXISTS (
    SELECT FROM agent JOIN agent_wallet ON agent_wallet.agent_id = agent.id
    WHERE agent.operator_id = named.operator_id AND agent_wallet.bound_at = named.bound_at);

-- What was only named goes when the wallet says otherwise.
CREATE TRIGGER operator_wallet_stays BEFORE UPDATE ON operator_wallet
    FOR EACH ROW EXECUTE FUNCTION refuse_another_wallet();
CREATE TRIGGER operator_wallet_proved_stays BEFORE DELETE ON operator_wallet
    FOR EACH ROW WHEN (old.proved) EXECUTE FUNCTION refuse_another_wallet();

-- Bounties about which a contract has refused an order for good: time sees to them by what it has said.
CREATE INDEX vault_order_failed ON vault_order (bounty_id) WHERE status = 'failed';
