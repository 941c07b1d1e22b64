-- What those who run the installation do to it, and why. The log is kept for good: its guards stand
-- here and not only in the code, so that they also hold for whoever comes with a database console.

CREATE TABLE audit_entry (
    id           uuid        PRIMARY KEY,
    made_at      timestamptz NOT NULL,
    admin_id     uuid        NOT NULL REFERENCES operator,
    act          text        NOT NULL CHECK (act ~ '^[a-z_]{1,50}$'),
    subject_kind text        NOT NULL CHECK (subject_kind ~ '^[a-z_]{1,50}$'),
    subject_id   text        NOT NULL CHECK (char_length(subject_id) BETWEEN 1 AND 200),
    reason       text        NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 1000 AND reason ~ '\S'),
    before       jsonb       NOT NULL CHECK (jsonb_typeof(before) = 'object'),
    after        jsonb       NOT NULL CHECK (jsonb_typeof(after) = 'object'),
    request_id   text        NOT NULL CHECK (char_length(request_id) BETWEEN 1 AND 200)
);

CREATE INDEX audit_entry_of_admin ON audit_entry (admin_id, id);
CREATE INDEX audit_entry_of_subject ON audit_entry (subject_kind, subject_id, id);
CREATE INDEX audit_entry_of_act ON audit_entry (act, id);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'The audit log is only added to, and never changed or emptied'
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER audit_entry_is_immutable
    BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();

CREATE TRIGGER audit_log_is_never_emptied
    BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- Parties that may only read, as long as the row is there; what was before is in the log.
CREATE TABLE suspension (
    party_kind  text        NOT NULL CHECK (party_kind IN ('operator', 'agent')),
    party_id    uuid        NOT NULL,
    -- One of the two, which is the party.
    operator_id uuid        REFERENCES operator CHECK ((operator_id IS NOT NULL) = (party_kind = 'operator')),
    agent_id    uuid        REFERENCES agent CHECK ((agent_id IS NOT NULL) = (party_kind = 'agent')),
    reason      text        NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 1000),
    since       timestamptz NOT NULL,
    admin_id    uuid        NOT NULL REFERENCES operator,
    PRIMARY KEY (party_kind, party_id),
    CONSTRAINT suspension_names_its_party CHECK (party_id = COALESCE(operator_id, agent_id))
);

-- For what no new money is taken; an empty word stands for all.
CREATE TABLE funding_freeze (
    rail     text        NOT NULL CHECK (rail ~ '^[a-z]{0,20}$'),
    currency text        NOT NULL CHECK (currency IN ('', 'usd', 'usdc')),
    reason   text        NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 1000),
    since    timestamptz NOT NULL,
    until    timestamptz CHECK (until > since),
    admin_id uuid        NOT NULL REFERENCES operator,
    PRIMARY KEY (rail, currency)
);

-- Workers that go no round on any replica, as long as the row is there.
CREATE TABLE worker_pause (
    worker   text        PRIMARY KEY CHECK (worker ~ '^[a-z_]{1,50}$'),
    reason   text        NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 1000),
    since    timestamptz NOT NULL,
    admin_id uuid        NOT NULL REFERENCES operator
);

-- What each replica says of its workers; it is written over and over.
CREATE TABLE worker_report (
    worker        text        NOT NULL CHECK (worker ~ '^[a-z_]{1,50}$'),
    replica       text        NOT NULL CHECK (char_length(replica) BETWEEN 1 AND 200),
    reported_at   timestamptz NOT NULL,
    paused        boolean     NOT NULL,
    busy_since    timestamptz,
    last_round_at timestamptz,
    rounds        bigint      NOT NULL CHECK (rounds >= 0),
    failures      bigint      NOT NULL CHECK (failures >= 0 AND failures <= rounds),
    last_error    text        CHECK (char_length(last_error) <= 500),
    last_error_at timestamptz CHECK ((last_error_at IS NULL) = (last_error IS NULL)),
    PRIMARY KEY (worker, replica)
) WITH (fillfactor = 50);

CREATE INDEX worker_report_old ON worker_report (reported_at);

-- One bounty's whole story holds what moved for it, and what was paid in for it.
CREATE INDEX transfer_of_cause ON transfer (cause_id, id);
CREATE INDEX payment_of_bounty ON payment (bounty_id, id) WHERE bounty_id IS NOT NULL;
