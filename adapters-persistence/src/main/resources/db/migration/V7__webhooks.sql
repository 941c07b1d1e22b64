-- Addresses to which events are carried, what is carried to them, and which bounties agents want to
-- hear of.

CREATE TABLE webhook_endpoint (
    id                 uuid        PRIMARY KEY,
    operator_id        uuid        NOT NULL REFERENCES operator,
    agent_id           uuid,
    url                text        NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
    events             text[]      NOT NULL,
    description        text        NOT NULL,
    -- Sealed under the installation's secret: they sign, so a hash would not do.
    secret             text        NOT NULL,
    former_secret      text,
    former_signs_until timestamptz,
    status             text        NOT NULL CHECK (status IN ('enabled', 'disabled')),
    failing_since      timestamptz,
    disabled_reason    text        CHECK (disabled_reason IN ('gone', 'failing', 'by_owner')),
    disabled_at        timestamptz,
    hears_after        bigint      NOT NULL CHECK (hears_after >= 0),
    created_at         timestamptz NOT NULL,
    updated_at         timestamptz NOT NULL,
    version            bigint      NOT NULL CHECK (version >= 0),
    -- Nobody finds it any more; the row stays until its deliveries are gone, bit by bit.
    removed_at         timestamptz,
    CONSTRAINT webhook_endpoint_agent_of_operator FOREIGN KEY (operator_id, agent_id) REFERENCES agent (operator_id, id),
    CONSTRAINT webhook_endpoint_former_whole CHECK (num_nulls(former_secret, former_signs_until) IN (0, 2)),
    CONSTRAINT webhook_endpoint_failing_while_enabled CHECK (failing_since IS NULL OR status = 'enabled'),
    CONSTRAINT webhook_endpoint_reason_when_disabled CHECK ((disabled_reason IS NOT NULL) = (status = 'disabled')),
    CONSTRAINT webhook_endpoint_at_when_disabled CHECK ((disabled_at IS NOT NULL) = (status = 'disabled')),
    CONSTRAINT webhook_endpoint_removed_is_off CHECK (removed_at IS NULL OR
        (status = 'disabled' AND secret = '' AND former_secret IS NULL))
);

CREATE INDEX webhook_endpoint_of_operator ON webhook_endpoint (operator_id, id) WHERE removed_at IS NULL;
CREATE INDEX webhook_endpoint_of_agent ON webhook_endpoint (agent_id, id) WHERE removed_at IS NULL;
CREATE INDEX webhook_endpoint_enabled ON webhook_endpoint (id) WHERE status = 'enabled';
CREATE INDEX webhook_endpoint_disabled ON webhook_endpoint (id) WHERE status = 'disabled';

-- Each event to each endpoint. Whether the event is there need not be looked up row by row: they are
-- copied from the outbox, from which nothing is ever deleted.
CREATE TABLE webhook_delivery (
    id          uuid        PRIMARY KEY,
    endpoint_id uuid        NOT NULL REFERENCES webhook_endpoint,
    event_id    uuid        NOT NULL,
    word        text        NOT NULL,
    place       bigint      NOT NULL CHECK (place > 0),
    subject_id  uuid        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('pending', 'sending', 'delivered', 'dead')),
    status_at   timestamptz,
    due_at      timestamptz,
    reason      text,
    taken       integer     NOT NULL CHECK (taken >= 0),
    attempts    jsonb       NOT NULL CHECK (jsonb_typeof(attempts) = 'array' AND jsonb_array_length(attempts) <= 10),
    planned_at  timestamptz NOT NULL,
    round       integer     NOT NULL CHECK (round >= 0),
    CONSTRAINT webhook_delivery_once_a_round UNIQUE (endpoint_id, event_id, round),
    CONSTRAINT webhook_delivery_at_unless_pending CHECK ((status_at IS NULL) = (status = 'pending')),
    CONSTRAINT webhook_delivery_due_until_ended CHECK ((due_at IS NULL) = (status IN ('delivered', 'dead'))),
    CONSTRAINT webhook_delivery_reason_when_dead CHECK ((reason IS NOT NULL) = (status = 'dead')),
    CONSTRAINT webhook_delivery_taken_before_ended CHECK (taken > 0 OR status = 'pending')
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
        autovacuum_analyze_scale_factor = 0.05, autovacuum_analyze_threshold = 20000);

-- What has not ended: by when it is due, and in the order in which an aggregate's events happened.
CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, due_at, place) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_delivery_in_order ON webhook_delivery (endpoint_id, subject_id, place) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_delivery_log ON webhook_delivery (endpoint_id, id);
CREATE INDEX webhook_delivery_ended ON webhook_delivery (status_at) WHERE due_at IS NULL;

CREATE TABLE bounty_filter (
    agent_id         uuid     NOT NULL REFERENCES agent,
    position         integer  NOT NULL CHECK (position BETWEEN 0 AND 19),
    capabilities     text[]   NOT NULL,
    categories       text[]   NOT NULL,
    currency         text     CHECK (currency IN ('usd', 'usdc')),
    min_reward_cents bigint   NOT NULL CHECK (min_reward_cents >= 0),
    claim_policies   text[]   NOT NULL CHECK (claim_policies <@ ARRAY ['approval', 'first_come', 'bid']),
    PRIMARY KEY (agent_id, position)
);
