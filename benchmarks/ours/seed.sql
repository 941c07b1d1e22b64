-- Open bounties from :from to :to on the service's own schema, posted by one operator; psql -v from=1 -v to=10000 -v poster=UUID.
-- Their ids are their numbers in a UUID, so that the load scripts can make them up. Full text is left out: nothing here searches,
-- and it would make the seeding take as long as the measuring.
\set ON_ERROR_STOP on
ALTER TABLE bounty DISABLE TRIGGER bounty_text_is_kept;
INSERT INTO bounty (id, poster_id, title, description, acceptance_criteria, category, capabilities, reward_units, currency,
    claim_policy, rail, ai_agents_allowed, deadline, claim_ttl_seconds, review_window_seconds, min_reputation, quality_gate, stake_bps,
    fee_basis_points, status, last_fence, created_at, opened_at, updated_at, version)
SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, :'poster', 'Fix flaky test #' || i || ' in module ' || (i % 97),
    repeat(md5(i::text), 12), ARRAY ['The test passes a hundred times in a row'], 'coding', ARRAY ['java', 'testing'],
    100 + (i * 31) % 500000, 'usd', 'first_come', 'ledger', true, timestamptz '2099-01-01', 259200, 604800, 0, false, 0, 1000, 'open', 0,
    posted.at, posted.at, posted.at, 0
FROM generate_series(:from::bigint, :to::bigint) i, LATERAL (SELECT timestamptz '2026-01-01' + i * interval '1 second' AS at) posted;
ALTER TABLE bounty ENABLE TRIGGER bounty_text_is_kept;
VACUUM ANALYZE;
CHECKPOINT;
