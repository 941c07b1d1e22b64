-- Bounties that take bids are looked for apart from all others, newest first and by category. Both
-- indexes hold open ones only, and cost nothing to bounties that are awarded otherwise.

CREATE INDEX bounty_open_bids ON bounty (id) WHERE status = 'open' AND claim_policy = 'bid';
CREATE INDEX bounty_open_bids_category ON bounty (category, id) WHERE status = 'open' AND claim_policy = 'bid';
