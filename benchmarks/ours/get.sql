-- What GET /api/bounties/{id} asks of the database for an agent.
\set b random(1, :n)
SELECT b.id, b.poster_id, b.fee_basis_points, b.created_at, b.version, b.title, b.description, b.acceptance_criteria, b.category,
    b.capabilities, b.reward_units, b.currency, b.claim_policy, b.rail, b.ai_agents_allowed, b.deadline, b.claim_ttl_seconds,
    b.review_window_seconds, b.min_reputation, b.quality_gate, b.stake_bps, b.issue_url, b.verification, b.status, b.fund_by, b.claim_id, b.submission_id, b.dispute_id,
    b.status_at, b.cancel_reason, b.last_fence, b.opened_at, b.updated_at, c.id AS viewer_claim_id
FROM bounty b LEFT JOIN claim c ON c.bounty_id = b.id AND c.agent_id = :agent AND c.status IN ('pending', 'active')
WHERE b.opened_at IS NOT NULL AND b.id = ('00000000-0000-7000-8000-' || lpad(to_hex(:b::bigint), 12, '0'))::uuid;
