-- V32 booked to the sandbox's side what was paid in Stripe's test mode and what was sent back of it. The fees of such payments,
-- and what was withdrawn in that mode, stayed booked as if they had left the account that holds the real money.
CREATE TEMPORARY TABLE pretended_too ON COMMIT DROP AS
SELECT cause_kind, cause_id, purpose, currency,
    CASE purpose WHEN 'processor_fee' THEN 'platform:costs' ELSE 'external:sandbox' END AS other,
    sum(CASE WHEN debit_account LIKE 'external:stripe:%' THEN amount ELSE -amount END)::bigint AS units
FROM transfer
WHERE status = 'posted'
    AND (debit_account LIKE 'external:stripe:%' OR credit_account LIKE 'external:stripe:%')
    AND (
        -- Nobody took such a fee, and no balance bore it.
        purpose = 'processor_fee' AND cause_id IN (SELECT id FROM payment WHERE page LIKE 'cs\_test\_%')
        -- A withdrawal does not say its mode. Before it was asked for its first page the live account held nothing to pay with.
        OR purpose = 'withdrawal' AND cause_id IN (SELECT id FROM payout WHERE source = 'withdrawal' AND rail = 'stripe')
            AND coalesce(settled_at, made_at) < (SELECT min(created_at) FROM payment WHERE page LIKE 'cs\_live\_%')
            AND EXISTS (SELECT FROM payment WHERE page LIKE 'cs\_test\_%'))
    AND EXISTS (SELECT FROM payment WHERE page LIKE 'cs\_live\_%')
GROUP BY cause_kind, cause_id, purpose, currency
HAVING sum(CASE WHEN debit_account LIKE 'external:stripe:%' THEN amount ELSE -amount END) <> 0;

INSERT INTO account AS a (code, currency, kind, balance, pending_out)
SELECT kind || ':' || currency, currency, kind, sum(units)::bigint, 0
FROM (
    SELECT other AS kind, currency, -units AS units FROM pretended_too
    UNION ALL
    SELECT 'external:stripe', currency, units FROM pretended_too) AS side
GROUP BY kind, currency
ON CONFLICT (code, currency) DO UPDATE SET balance = a.balance + excluded.balance;

-- The ids are of their moment, as all are that come after them.
INSERT INTO transfer (id, debit_account, credit_account, currency, amount, status, purpose, cause_kind, cause_id, made_at)
SELECT overlay(overlay(gen_random_uuid()::text PLACING moment FROM 1 FOR 13) PLACING '7' FROM 15 FOR 1)::uuid,
    CASE WHEN units > 0 THEN other ELSE 'external:stripe' END || ':' || currency,
    CASE WHEN units > 0 THEN 'external:stripe' ELSE other END || ':' || currency,
    currency, abs(units), 'posted', purpose, cause_kind, cause_id, now()
FROM pretended_too, (
    SELECT substr(hex, 1, 8) || '-' || substr(hex, 9) AS moment
    FROM lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') AS hex) AS clock;

-- A live key is never told anything of such a payment, so that it would be asked about for ever.
UPDATE payment SET look_at = NULL, attempts = 0, version = version + 1
WHERE stage IN ('received', 'ended') AND page LIKE 'cs\_test\_%' AND look_at IS NOT NULL
    AND EXISTS (SELECT FROM payment WHERE page LIKE 'cs\_live\_%');

-- Nor does it come any more, and a bounty that waits for it can be paid for otherwise.
WITH given_up AS (
    UPDATE payment
    SET stage = 'ended', reason = 'expired', url = NULL, expires_at = NULL, stage_at = now(), look_at = NULL, attempts = 0,
        updated_at = now(), version = version + 1
    WHERE stage = 'open' AND page LIKE 'cs\_test\_%' AND EXISTS (SELECT FROM payment WHERE page LIKE 'cs\_live\_%')
    RETURNING id),
voided AS (
    UPDATE transfer SET status = 'voided', settled_at = now()
    WHERE status = 'pending' AND cause_kind = 'payment' AND cause_id IN (SELECT id FROM given_up)
    RETURNING debit_account, currency, amount)
UPDATE account SET pending_out = pending_out - expected.units
FROM (SELECT debit_account, currency, sum(amount)::bigint AS units FROM voided GROUP BY debit_account, currency) AS expected
WHERE account.code = expected.debit_account AND account.currency = expected.currency;
