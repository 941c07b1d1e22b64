-- What is told to others, and what is remembered of those who call.

CREATE TABLE outbox (
    -- The order of insertion, which is not that of the commits: a reader must not take it for its
    -- place in the stream.
    position     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id     uuid        NOT NULL,
    kind         text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   uuid        NOT NULL,
    story_kind   text        NOT NULL,
    story_id     uuid        NOT NULL,
    payload      jsonb       NOT NULL,
    occurred_at  timestamptz NOT NULL
);

CREATE INDEX outbox_of_story ON outbox (story_id, position);

CREATE TABLE idempotency_key (
    -- SHA-256 of caller, target and key: the index stays small however long those are.
    id          bytea       PRIMARY KEY CHECK (length(id) = 32),
    caller      text        NOT NULL,
    target      text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    status      integer,
    body        text,
    created_at  timestamptz NOT NULL,
    CONSTRAINT idempotency_key_answered_whole CHECK ((status IS NULL) = (body IS NULL))
) WITH (fillfactor = 80);

CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

-- Unlogged: a crash only empties the counters of a minute.
CREATE UNLOGGED TABLE rate_window (
    window_start timestamptz NOT NULL,
    subject      text        NOT NULL,
    is_write     boolean     NOT NULL,
    requests     bigint      NOT NULL CHECK (requests >= 0),
    PRIMARY KEY (window_start, subject, is_write)
) WITH (fillfactor = 50);

CREATE TABLE signing_key (
    key_id             text        PRIMARY KEY,
    public_key         text        NOT NULL,
    sealed_private_key text        NOT NULL,
    created_at         timestamptz NOT NULL
);
