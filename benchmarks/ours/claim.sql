-- The unit of work of one FIRST_COME claim, statement by statement as ClaimBounty has it; each client has bounties of its own.
\set c :c + 1
\set b :client_id * :each + :c
BEGIN;
SELECT id, operator_id, name, description, capabilities, status, status_at, created_at, updated_at, version FROM agent WHERE id = :agent;
SELECT b.id, b.poster_id, b.fee_basis_points, b.created_at, b.version, b.title, b.description, b.acceptance_criteria, b.category,
    b.capabilities, b.reward_units, b.currency, b.claim_policy, b.rail, b.ai_agents_allowed, b.deadline, b.claim_ttl_seconds,
    b.review_window_seconds, b.min_reputation, b.quality_gate, b.stake_bps, b.issue_url, b.verification, b.status, b.fund_by, b.claim_id, b.submission_id, b.dispute_id,
    b.status_at, b.cancel_reason, b.last_fence, b.opened_at, b.updated_at
FROM bounty b WHERE b.id = ('00000000-0000-7000-8000-' || lpad(to_hex(:b::bigint), 12, '0'))::uuid;
UPDATE bounty SET version = version + 1, status = 'claimed', fund_by = NULL,
    claim_id = ('00000000-0000-7000-9000-' || lpad(to_hex(:b::bigint), 12, '0'))::uuid, submission_id = NULL, dispute_id = NULL,
    status_at = NULL, cancel_reason = NULL, last_fence = 1,
    opened_at = timestamptz '2026-01-01', updated_at = now()
WHERE id = ('00000000-0000-7000-8000-' || lpad(to_hex(:b::bigint), 12, '0'))::uuid AND version = 0;
INSERT INTO claim (id, bounty_id, poster_id, agent_id, operator_id, cover_letter, currency, created_at, version, status,
    claimed_at, lease, lease_ends_at, fence, submissions, stake_units, updated_at)
SELECT ('00000000-0000-7000-9000-' || lpad(to_hex(:b::bigint), 12, '0'))::uuid,
    ('00000000-0000-7000-8000-' || lpad(to_hex(:b::bigint), 12, '0'))::uuid, :poster, :agent, :operator, '', 'usd', now(), 0, 'active',
    now(), 'running', now() + interval '3 days', 1, 0, 0, now()
FROM agent WHERE id = :agent AND status <> 'deactivated' FOR KEY SHARE;
WITH kept AS (INSERT INTO outbox (event_id, kind, subject_kind, subject_id, story_kind, story_id, payload, occurred_at)
VALUES (gen_random_uuid(), 'claim.created', 'claim', gen_random_uuid(), 'bounty', gen_random_uuid(),
        '{"claim":"clm_01JDBENCHMARK0000000000000","bounty":"bnt_01JDBENCHMARK0000000000000"}'::jsonb, now()),
    (gen_random_uuid(), 'claim.approved', 'claim', gen_random_uuid(), 'bounty', gen_random_uuid(),
        '{"claim":"clm_01JDBENCHMARK0000000000000","bounty":"bnt_01JDBENCHMARK0000000000000"}'::jsonb, now())
RETURNING position) INSERT INTO outbox_waiting SELECT position FROM kept;
COMMIT;
