-- Bids and stakes, disputes, what time does by itself, and what is remembered of work that ended.
-- Rows from before keep their meaning: nothing was asked of a reputation, staked or disputed, and
-- every accepted submission was accepted by its poster.

ALTER TABLE operator
    DROP CONSTRAINT operator_roles_check,
    ADD CONSTRAINT operator_roles_check CHECK (roles <@ ARRAY ['admin', 'arbiter']);

ALTER TABLE bounty
    ADD COLUMN min_reputation integer NOT NULL DEFAULT 0 CHECK (min_reputation BETWEEN 0 AND 100),
    ADD COLUMN stake_bps integer NOT NULL DEFAULT 0 CHECK (stake_bps BETWEEN 0 AND 10000),
    ADD COLUMN dispute_id uuid,
    DROP CONSTRAINT bounty_claim_policy_check,
    ADD CONSTRAINT bounty_claim_policy_check CHECK (claim_policy IN ('approval', 'first_come', 'bid')),
    DROP CONSTRAINT bounty_status_check,
    ADD CONSTRAINT bounty_status_check CHECK (status IN
        ('awaiting_funding', 'open', 'claimed', 'in_review', 'disputed', 'completed', 'paid', 'cancelled', 'expired')),
    DROP CONSTRAINT bounty_check1,
    ADD CONSTRAINT bounty_claim_while_taken CHECK ((claim_id IS NOT NULL) =
        (status IN ('claimed', 'in_review', 'disputed', 'completed', 'paid'))),
    -- A dispute that interrupts CLAIMED, and what it ends in, have none.
    DROP CONSTRAINT bounty_check2,
    ADD CONSTRAINT bounty_submission_while_judged CHECK (
        CASE WHEN submission_id IS NULL THEN status <> 'in_review'
             ELSE status IN ('in_review', 'disputed', 'completed', 'paid') END),
    ADD CONSTRAINT bounty_dispute_while_disputed CHECK ((dispute_id IS NOT NULL) = (status = 'disputed')),
    DROP CONSTRAINT bounty_check3,
    ADD CONSTRAINT bounty_status_since CHECK ((status_at IS NOT NULL) =
        (status IN ('disputed', 'completed', 'paid', 'cancelled', 'expired')));

ALTER TABLE bounty
    ALTER COLUMN min_reputation DROP DEFAULT,
    ALTER COLUMN stake_bps DROP DEFAULT;

ALTER TABLE claim RENAME COLUMN lease_paused_at TO lease_stopped_at;
ALTER TABLE claim
    ADD COLUMN currency text CHECK (currency IN ('usd', 'usdc')),
    ADD COLUMN proposed_reward_units bigint CHECK (proposed_reward_units > 0),
    ADD COLUMN stake_units bigint NOT NULL DEFAULT 0 CHECK (stake_units >= 0),
    ADD COLUMN lease_spent boolean,
    ADD CONSTRAINT claim_stake_while_active CHECK (stake_units = 0 OR status = 'active'),
    DROP CONSTRAINT claim_lease_check,
    ADD CONSTRAINT claim_lease_check CHECK (lease IN ('running', 'paused', 'held', 'spent')),
    DROP CONSTRAINT claim_paused_since,
    ADD CONSTRAINT claim_stopped_since CHECK
        ((lease_stopped_at IS NOT NULL) = (lease IS NOT NULL AND lease IN ('paused', 'held'))),
    ADD CONSTRAINT claim_spent_while_held CHECK ((lease_spent IS NOT NULL) = (lease IS NOT NULL AND lease = 'held'));

-- Its bounty's currency never changes; it stands here so that a claim is read from its own row.
UPDATE claim SET currency = bounty.currency FROM bounty WHERE bounty.id = claim.bounty_id;

ALTER TABLE claim
    ALTER COLUMN currency SET NOT NULL,
    ALTER COLUMN stake_units DROP DEFAULT;

ALTER TABLE submission
    ADD COLUMN held_since timestamptz,
    ADD COLUMN acceptance text CHECK (acceptance IN ('poster', 'time', 'dispute')),
    ADD CONSTRAINT submission_held_under_review CHECK (held_since IS NULL OR status = 'under_review');

UPDATE submission SET acceptance = 'poster' WHERE status = 'accepted';

ALTER TABLE submission
    ADD CONSTRAINT submission_accepted_by CHECK ((acceptance IS NOT NULL) = (status = 'accepted'));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'What is kept as % is never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TABLE dispute (
    id              uuid        PRIMARY KEY,
    bounty_id       uuid        NOT NULL REFERENCES bounty,
    claim_id        uuid        NOT NULL REFERENCES claim,
    submission_id   uuid        REFERENCES submission,
    poster_id       uuid        NOT NULL,
    agent_id        uuid        NOT NULL,
    operator_id     uuid        NOT NULL,
    opened_by       text        NOT NULL CHECK (opened_by IN ('poster', 'agent')),
    reason          text        NOT NULL,
    decide_by       timestamptz NOT NULL,
    status          text        NOT NULL CHECK (status IN
        ('open', 'answered', 'ruled', 'executed', 'settled', 'withdrawn', 'timed_out')),
    answer_by       timestamptz CHECK ((answer_by IS NOT NULL) = (status = 'open')),
    status_at       timestamptz CHECK ((status_at IS NULL) = (status IN ('open', 'ruled'))),
    -- Of the reward, in basis points: what was ruled, or settled on.
    agent_share_bps integer     CHECK (agent_share_bps BETWEEN 0 AND 10000),
    arbiter_id      uuid        REFERENCES operator CHECK ((arbiter_id IS NOT NULL) = (status IN ('ruled', 'executed'))),
    ruling_notes    text        CHECK ((ruling_notes IS NOT NULL) = (status IN ('ruled', 'executed'))),
    ruled_at        timestamptz CHECK ((ruled_at IS NOT NULL) = (status IN ('ruled', 'executed'))),
    poster_evidence integer     NOT NULL CHECK (poster_evidence >= 0),
    agent_evidence  integer     NOT NULL CHECK (agent_evidence >= 0),
    poster_offer_id  uuid,
    poster_offer_bps integer    CHECK (poster_offer_bps BETWEEN 0 AND 10000),
    poster_offer_at  timestamptz,
    agent_offer_id   uuid,
    agent_offer_bps  integer    CHECK (agent_offer_bps BETWEEN 0 AND 10000),
    agent_offer_at   timestamptz,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT dispute_shared_once_decided CHECK ((agent_share_bps IS NOT NULL) =
        (status IN ('ruled', 'executed', 'settled', 'timed_out'))),
    CONSTRAINT dispute_arbiter_is_no_party CHECK (arbiter_id NOT IN (poster_id, operator_id)),
    CONSTRAINT dispute_poster_offer_whole CHECK (num_nulls(poster_offer_id, poster_offer_bps, poster_offer_at) IN (0, 3)),
    CONSTRAINT dispute_agent_offer_whole CHECK (num_nulls(agent_offer_id, agent_offer_bps, agent_offer_at) IN (0, 3)),
    CONSTRAINT dispute_agent_of_operator FOREIGN KEY (operator_id, agent_id) REFERENCES agent (operator_id, id)
);

-- Each side has one chance for each submission, and one for a claim without naming one.
CREATE UNIQUE INDEX dispute_one_per_side_and_submission ON dispute (submission_id, opened_by)
    WHERE submission_id IS NOT NULL;
CREATE UNIQUE INDEX dispute_one_per_side_and_claim ON dispute (claim_id, opened_by) WHERE submission_id IS NULL;
CREATE UNIQUE INDEX dispute_one_undecided_per_bounty ON dispute (bounty_id)
    WHERE status IN ('open', 'answered', 'ruled');
CREATE INDEX dispute_of_status ON dispute (status, id);
CREATE INDEX dispute_of_poster ON dispute (poster_id, id);
CREATE INDEX dispute_of_operator ON dispute (operator_id, id);
CREATE INDEX dispute_of_agent ON dispute (agent_id, id);

-- Looked at when the unit of work ends: the bounty is updated before its dispute is inserted.
ALTER TABLE bounty ADD CONSTRAINT bounty_dispute_exists
    FOREIGN KEY (dispute_id) REFERENCES dispute DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE dispute_evidence (
    id          uuid        PRIMARY KEY,
    dispute_id  uuid        NOT NULL REFERENCES dispute,
    given_by    text        NOT NULL CHECK (given_by IN ('poster', 'agent')),
    content     text        NOT NULL,
    attachments jsonb       NOT NULL CHECK (jsonb_typeof(attachments) = 'array'),
    given_at    timestamptz NOT NULL
);

CREATE INDEX dispute_evidence_in_dispute ON dispute_evidence (dispute_id, id);

CREATE TRIGGER dispute_evidence_is_immutable
    BEFORE UPDATE OR DELETE ON dispute_evidence
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER dispute_evidence_is_never_emptied
    BEFORE TRUNCATE ON dispute_evidence
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE trace (
    id          uuid        PRIMARY KEY,
    bounty_id   uuid        NOT NULL REFERENCES bounty,
    claim_id    uuid        NOT NULL REFERENCES claim,
    poster_id   uuid        NOT NULL,
    agent_id    uuid        NOT NULL,
    operator_id uuid        NOT NULL,
    event       text        NOT NULL,
    message     text        NOT NULL,
    -- As it was said. Nobody searches it, and jsonb would put it in an order of its own and refuse
    -- what JSON allows: a null character, or a number larger than its own.
    metadata    json        CHECK (json_typeof(metadata) = 'object'),
    visibility  text        NOT NULL CHECK (visibility IN ('public', 'private')),
    reported_at timestamptz NOT NULL,
    CONSTRAINT trace_agent_of_operator FOREIGN KEY (operator_id, agent_id) REFERENCES agent (operator_id, id)
);

CREATE INDEX trace_of_bounty ON trace (bounty_id, id);
CREATE INDEX trace_of_claim ON trace (claim_id);

CREATE TRIGGER trace_is_immutable
    BEFORE UPDATE OR DELETE ON trace
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER trace_is_never_emptied
    BEFORE TRUNCATE ON trace
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Written with the money that ends a claim, so nothing here refuses what is merely odd, such as a
-- time below zero between two replicas whose clocks differ.
CREATE TABLE settled_work (
    claim_id              uuid        PRIMARY KEY REFERENCES claim,
    poster_id             uuid        NOT NULL,
    agent_id              uuid        NOT NULL,
    operator_id           uuid        NOT NULL,
    outcome               text        NOT NULL CHECK (outcome IN
        ('accepted', 'auto_accepted', 'settled', 'ruled', 'failed', 'expired')),
    agent_share_bps       integer     NOT NULL CHECK (agent_share_bps BETWEEN 0 AND 10000),
    submit_after_micros   bigint,
    lease_micros          bigint      NOT NULL,
    reviewed_after_micros bigint,
    review_window_micros  bigint      NOT NULL,
    settled_at            timestamptz NOT NULL,
    CONSTRAINT settled_work_agent_of_operator FOREIGN KEY (operator_id, agent_id) REFERENCES agent (operator_id, id)
);

CREATE INDEX settled_work_of_agent ON settled_work (agent_id, settled_at, claim_id);
CREATE INDEX settled_work_of_poster ON settled_work (poster_id, settled_at, claim_id);

CREATE TRIGGER settled_work_is_immutable
    BEFORE UPDATE OR DELETE ON settled_work
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER settled_work_is_never_emptied
    BEFORE TRUNCATE ON settled_work
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The ids of events sort by the time of their making, and a story is read by them.
DROP INDEX outbox_of_story;
CREATE INDEX outbox_of_story ON outbox (story_id, event_id);

-- Nobody's record begins anew with this version. When a lease began is known from its event.
INSERT INTO settled_work
SELECT c.id, c.poster_id, c.agent_id, c.operator_id,
       CASE c.status WHEN 'fulfilled' THEN 'accepted' WHEN 'released' THEN 'failed' ELSE c.status END,
       CASE c.status WHEN 'fulfilled' THEN 10000 ELSE 0 END,
       (extract(epoch FROM first.created_at - began.at) * 1000000)::bigint,
       (extract(epoch FROM least(b.claim_ttl_seconds * interval '1 second', b.deadline - began.at)) * 1000000)::bigint,
       (extract(epoch FROM answered.status_at - answered.created_at) * 1000000)::bigint,
       b.review_window_seconds * 1000000,
       c.status_at
FROM claim c
JOIN bounty b ON b.id = c.bounty_id
CROSS JOIN LATERAL (
    SELECT coalesce(min(o.occurred_at), c.created_at) AS at FROM outbox o
    WHERE o.story_id = c.bounty_id AND o.subject_id = c.id AND o.kind = 'claim.approved') began
LEFT JOIN submission first ON first.claim_id = c.id AND first.round = 1
LEFT JOIN LATERAL (
    SELECT s.created_at, s.status_at FROM submission s
    WHERE s.claim_id = c.id AND s.status <> 'under_review' ORDER BY s.round DESC LIMIT 1) answered ON true
WHERE c.status IN ('fulfilled', 'failed', 'expired') OR (c.status = 'released' AND c.submissions > 0);

ALTER TABLE payout
    ADD COLUMN dispute_id uuid REFERENCES dispute,
    ADD COLUMN unanswered_since timestamptz,
    ADD COLUMN delay_told boolean,
    DROP CONSTRAINT payout_source_check,
    ADD CONSTRAINT payout_source_check CHECK (source IN ('submission', 'ruling', 'withdrawal')),
    ADD CONSTRAINT payout_dispute_of_ruling CHECK ((dispute_id IS NOT NULL) = (source = 'ruling')),
    DROP CONSTRAINT payout_check1,
    ADD CONSTRAINT payout_bounty_of_work CHECK ((bounty_id IS NOT NULL) = (source IN ('submission', 'ruling'))),
    DROP CONSTRAINT payout_check2,
    ADD CONSTRAINT payout_agent_of_work CHECK ((agent_id IS NOT NULL) = (source IN ('submission', 'ruling'))),
    DROP CONSTRAINT payout_stage_check,
    ADD CONSTRAINT payout_stage_check CHECK (stage IN
        ('pending', 'sending', 'confirming', 'completed', 'failed', 'blocked', 'returned')),
    DROP CONSTRAINT payout_check4,
    DROP CONSTRAINT payout_check5,
    ADD CONSTRAINT payout_reason_given CHECK ((reason IS NOT NULL) =
        (stage IN ('confirming', 'failed', 'blocked', 'returned'))),
    ADD CONSTRAINT payout_unanswered_while_asked CHECK (
        CASE WHEN unanswered_since IS NULL THEN delay_told IS NULL
             ELSE delay_told IS NOT NULL AND stage IN ('sending', 'confirming') END);

-- Thirty days, counted in hours: a day of the session's time zone may have 23 or 25.
UPDATE payout SET due_at = stage_at + interval '720 hours' WHERE stage = 'blocked';
UPDATE payout SET unanswered_since = stage_at, delay_told = false WHERE stage = 'confirming';

ALTER TABLE payout
    ADD CONSTRAINT payout_due_until_ended CHECK ((due_at IS NULL) = (stage IN ('completed', 'returned')));

CREATE UNIQUE INDEX payout_one_per_bounty ON payout (bounty_id) WHERE bounty_id IS NOT NULL;
CREATE UNIQUE INDEX payout_one_per_dispute ON payout (dispute_id) WHERE dispute_id IS NOT NULL;

ALTER TABLE account
    DROP CONSTRAINT account_kind_check,
    ADD CONSTRAINT account_kind_check CHECK (kind IN
        ('external:sandbox', 'operator:available', 'operator:in-transit', 'bounty:escrow', 'claim:stake',
         'platform:fees', 'platform:treasury'));

ALTER TABLE transfer
    DROP CONSTRAINT transfer_purpose_check,
    ADD CONSTRAINT transfer_purpose_check CHECK (purpose IN
        ('top_up', 'escrow', 'refund', 'payout', 'fee', 'withdrawal', 'stake', 'stake_return', 'stake_forfeit', 'return')),
    DROP CONSTRAINT transfer_cause_kind_check,
    ADD CONSTRAINT transfer_cause_kind_check CHECK (cause_kind IN
        ('operator', 'agent', 'bounty', 'claim', 'submission', 'payout', 'dispute'));

-- A claim's stake is locked once and ends once, one way or the other; a payout comes back once.
CREATE UNIQUE INDEX transfer_staked_once ON transfer (cause_id) WHERE purpose = 'stake';
CREATE UNIQUE INDEX transfer_stake_ended_once ON transfer (cause_id) WHERE purpose IN ('stake_return', 'stake_forfeit');
CREATE UNIQUE INDEX transfer_returned_once ON transfer (cause_id) WHERE purpose = 'return';

-- What time alone does, found in the order of its coming. Rows enter and leave these indexes as
-- their timers start and stop; a first comer's claim enters one of them, and at its growing end.
CREATE INDEX bounty_unfunded ON bounty (fund_by, id) WHERE status = 'awaiting_funding';
CREATE INDEX claim_unanswered ON claim (lapses_at, bounty_id) WHERE status = 'pending';
CREATE INDEX claim_leased ON claim (lease_ends_at, bounty_id) WHERE lease IN ('running', 'spent');
CREATE INDEX submission_unanswered ON submission (review_by, bounty_id) WHERE status = 'under_review' AND held_since IS NULL;
CREATE INDEX dispute_undecided ON dispute (decide_by, bounty_id) WHERE status IN ('open', 'answered');

-- By how much the market's clock is ahead of the system's, on all replicas alike; no row means not
-- at all.
CREATE TABLE clock_offset (
    singleton     boolean PRIMARY KEY CHECK (singleton),
    offset_micros bigint  NOT NULL CHECK (offset_micros >= 0)
);
