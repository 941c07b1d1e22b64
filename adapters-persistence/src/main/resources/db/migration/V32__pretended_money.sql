-- V27 took a rail's mode from its oldest payment, which says `test` where a key of the test mode was used first. Where both
-- were used, real money is kept.
UPDATE rail_mode SET mode = 'live' WHERE EXISTS (SELECT FROM payment WHERE page LIKE 'cs\_live\_%');

-- What was paid in test mode lies at no rail: it is pretended, like a sandbox's, and is booked to where that comes from.
CREATE TEMPORARY TABLE pretended ON COMMIT DROP AS
SELECT cause_kind, cause_id, currency,
    sum(CASE WHEN debit_account LIKE 'external:stripe:%' THEN amount ELSE -amount END)::bigint AS units
FROM transfer
WHERE status = 'posted' AND purpose <> 'processor_fee'
    AND (debit_account LIKE 'external:stripe:%' OR credit_account LIKE 'external:stripe:%')
    AND cause_id IN (
        SELECT id FROM payment WHERE page LIKE 'cs\_test\_%'
        UNION ALL
        SELECT payout.id FROM payout JOIN payment ON payment.id = payout.payment_id WHERE page LIKE 'cs\_test\_%')
    AND EXISTS (SELECT FROM payment WHERE page LIKE 'cs\_live\_%')
GROUP BY cause_kind, cause_id, currency
HAVING sum(CASE WHEN debit_account LIKE 'external:stripe:%' THEN amount ELSE -amount END) <> 0;

INSERT INTO account AS a (code, currency, kind, balance, pending_out)
SELECT side.kind || ':' || currency, currency, side.kind, sum(side.sign * units)::bigint, 0
FROM pretended, (VALUES ('external:sandbox', -1), ('external:stripe', 1)) AS side (kind, sign)
GROUP BY side.kind, currency
ON CONFLICT (code, currency) DO UPDATE SET balance = a.balance + excluded.balance;

-- The ids are of their moment, as all are that come after them.
INSERT INTO transfer (id, debit_account, credit_account, currency, amount, status, purpose, cause_kind, cause_id, made_at)
SELECT overlay(overlay(gen_random_uuid()::text PLACING moment FROM 1 FOR 13) PLACING '7' FROM 15 FOR 1)::uuid,
    CASE WHEN units > 0 THEN 'external:sandbox:' ELSE 'external:stripe:' END || currency,
    CASE WHEN units > 0 THEN 'external:stripe:' ELSE 'external:sandbox:' END || currency,
    currency, abs(units), 'posted', CASE cause_kind WHEN 'payment' THEN 'top_up' ELSE 'withdrawal' END, cause_kind, cause_id,
    now()
FROM pretended, (
    SELECT substr(hex, 1, 8) || '-' || substr(hex, 9) AS moment
    FROM lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') AS hex) AS clock;
