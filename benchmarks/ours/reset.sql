-- Gives the claimed bounties back, so that each round finds the market as the one before it did.
\set ON_ERROR_STOP on
-- Nobody deletes a claim, so no index finds the bounty that names it; here nobody asks for one.
SET session_replication_role = replica;
BEGIN;
UPDATE bounty SET status = 'open', claim_id = NULL, last_fence = 0, version = 0 WHERE status = 'claimed';
DELETE FROM claim;
DELETE FROM outbox_waiting;
DELETE FROM stream;
DELETE FROM outbox;
COMMIT;
VACUUM bounty;
VACUUM claim;
VACUUM outbox_waiting;
VACUUM stream;
VACUUM outbox;
CHECKPOINT;
