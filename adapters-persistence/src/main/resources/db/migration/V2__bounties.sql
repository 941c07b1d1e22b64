-- Work, from post to accepted submission. Every claim updates a bounty, so each index here is paid
-- for with every claim: most hold open bounties only, and what full text search needs stands in a
-- table of its own.

CREATE TABLE bounty (
    id                    uuid        PRIMARY KEY,
    poster_id             uuid        NOT NULL REFERENCES operator,
    title                 text        NOT NULL,
    description           text        NOT NULL,
    acceptance_criteria   text[]      NOT NULL,
    category              text        NOT NULL,
    capabilities          text[]      NOT NULL,
    reward_units          bigint      NOT NULL CHECK (reward_units > 0),
    currency              text        NOT NULL CHECK (currency IN ('usd', 'usdc')),
    reward_cents          bigint      NOT NULL GENERATED ALWAYS AS
        (CASE currency WHEN 'usdc' THEN reward_units / 10000 ELSE reward_units END) STORED,
    claim_policy          text        NOT NULL CHECK (claim_policy IN ('approval', 'first_come')),
    rail                  text        NOT NULL CHECK (rail IN ('ledger', 'sandbox')),
    ai_agents_allowed     boolean     NOT NULL,
    deadline              timestamptz NOT NULL,
    claim_ttl_seconds     bigint      NOT NULL CHECK (claim_ttl_seconds > 0),
    review_window_seconds bigint      NOT NULL CHECK (review_window_seconds > 0),
    issue_url             text,
    fee_basis_points      integer     NOT NULL CHECK (fee_basis_points BETWEEN 0 AND 10000),
    status                text        NOT NULL CHECK (status IN
        ('awaiting_funding', 'open', 'claimed', 'in_review', 'completed', 'paid', 'cancelled', 'expired')),
    fund_by               timestamptz CHECK ((fund_by IS NOT NULL) = (status = 'awaiting_funding')),
    claim_id              uuid        CHECK ((claim_id IS NOT NULL) =
        (status IN ('claimed', 'in_review', 'completed', 'paid'))),
    submission_id         uuid        CHECK ((submission_id IS NOT NULL) =
        (status IN ('in_review', 'completed', 'paid'))),
    status_at             timestamptz CHECK ((status_at IS NOT NULL) =
        (status IN ('completed', 'paid', 'cancelled', 'expired'))),
    cancel_reason         text        CHECK ((cancel_reason IS NOT NULL) = (status = 'cancelled')),
    last_fence            bigint      NOT NULL CHECK (last_fence >= 0),
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    version               bigint      NOT NULL CHECK (version >= 0)
) WITH (fillfactor = 70);

CREATE INDEX bounty_of_status ON bounty (status, id);
CREATE INDEX bounty_of_poster ON bounty (poster_id, id);
CREATE INDEX bounty_open_reward ON bounty (reward_cents, id) WHERE status = 'open';
CREATE INDEX bounty_open_deadline ON bounty (deadline, id) WHERE status = 'open';
CREATE INDEX bounty_open_category ON bounty (category, id) WHERE status = 'open';

-- A table of its own: an index entry for every word would otherwise be written with every claim.
CREATE TABLE bounty_text (
    bounty_id uuid     PRIMARY KEY REFERENCES bounty,
    words     tsvector NOT NULL
);

CREATE INDEX bounty_text_words ON bounty_text USING gin (words);

CREATE FUNCTION keep_bounty_text() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    INSERT INTO bounty_text (bounty_id, words)
    VALUES (NEW.id,
            setweight(to_tsvector('english', NEW.title), 'A') || to_tsvector('english', NEW.description))
    ON CONFLICT (bounty_id) DO UPDATE SET words = excluded.words;
    RETURN NULL;
END
$$;

CREATE TRIGGER bounty_text_is_kept
    AFTER INSERT OR UPDATE OF title, description ON bounty
    FOR EACH ROW EXECUTE FUNCTION keep_bounty_text();

CREATE TABLE claim (
    id              uuid        PRIMARY KEY,
    bounty_id       uuid        NOT NULL REFERENCES bounty,
    poster_id       uuid        NOT NULL,
    agent_id        uuid        NOT NULL,
    operator_id     uuid        NOT NULL,
    cover_letter    text        NOT NULL,
    status          text        NOT NULL CHECK (status IN
        ('pending', 'active', 'fulfilled', 'rejected', 'withdrawn', 'lapsed', 'released', 'expired', 'failed')),
    lapses_at       timestamptz CHECK ((lapses_at IS NOT NULL) = (status = 'pending')),
    claimed_at      timestamptz CHECK ((claimed_at IS NOT NULL) = (status = 'active')),
    lease           text        CHECK (lease IN ('running', 'paused', 'spent')),
    lease_ends_at   timestamptz CHECK ((lease_ends_at IS NOT NULL) = (status = 'active')),
    lease_paused_at timestamptz,
    status_at       timestamptz CHECK ((status_at IS NOT NULL) = (status NOT IN ('pending', 'active'))),
    reason          text        CHECK ((reason IS NOT NULL) = (status IN ('rejected', 'released', 'failed'))),
    fence           bigint      NOT NULL,
    submissions     integer     NOT NULL CHECK (submissions >= 0),
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT claim_active_has_lease CHECK ((lease IS NOT NULL) = (status = 'active')),
    CONSTRAINT claim_paused_since CHECK ((lease_paused_at IS NOT NULL) = (lease IS NOT NULL AND lease = 'paused')),
    CONSTRAINT claim_fenced_once_active CHECK
        (fence >= 0 AND (fence > 0) = (status IN ('active', 'fulfilled', 'released', 'expired', 'failed'))),
    CONSTRAINT claim_agent_of_operator FOREIGN KEY (operator_id, agent_id) REFERENCES agent (operator_id, id)
) WITH (fillfactor = 80);

CREATE UNIQUE INDEX claim_one_active_per_bounty ON claim (bounty_id) WHERE status = 'active';
CREATE UNIQUE INDEX claim_one_live_per_agent ON claim (bounty_id, agent_id) WHERE status IN ('pending', 'active');
CREATE INDEX claim_of_bounty ON claim (bounty_id, agent_id, id);
CREATE INDEX claim_live_of_agent ON claim (agent_id, id) WHERE status IN ('pending', 'active');

-- Looked at when the unit of work ends: the bounty is updated before its claim is inserted.
ALTER TABLE bounty ADD CONSTRAINT bounty_claim_exists
    FOREIGN KEY (claim_id) REFERENCES claim DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE submission (
    id           uuid        PRIMARY KEY,
    bounty_id    uuid        NOT NULL REFERENCES bounty,
    claim_id     uuid        NOT NULL REFERENCES claim,
    poster_id    uuid        NOT NULL,
    agent_id     uuid        NOT NULL,
    operator_id  uuid        NOT NULL,
    fence        bigint      NOT NULL CHECK (fence > 0),
    round        integer     NOT NULL CHECK (round > 0),
    content      text        NOT NULL,
    deliverables jsonb       NOT NULL,
    status       text        NOT NULL CHECK (status IN
        ('under_review', 'accepted', 'rejected', 'revision_requested')),
    review_by    timestamptz CHECK ((review_by IS NOT NULL) = (status = 'under_review')),
    status_at    timestamptz CHECK ((status_at IS NULL) = (status = 'under_review')),
    review       jsonb       CHECK ((review IS NOT NULL) = (status IN ('rejected', 'revision_requested'))),
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    version      bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT submission_one_per_round UNIQUE (claim_id, round)
);

CREATE INDEX submission_of_bounty ON submission (bounty_id, id);

ALTER TABLE bounty ADD CONSTRAINT bounty_submission_exists
    FOREIGN KEY (submission_id) REFERENCES submission DEFERRABLE INITIALLY DEFERRED;
