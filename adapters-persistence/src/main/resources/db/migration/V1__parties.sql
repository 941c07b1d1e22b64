-- Who acts here, and the keys that prove it.

CREATE TABLE operator (
    id         uuid        PRIMARY KEY,
    name       text        NOT NULL,
    email      text        NOT NULL,
    roles      text[]      NOT NULL CHECK (roles <@ ARRAY ['admin']),
    created_at timestamptz NOT NULL
);

CREATE TABLE agent (
    id           uuid        PRIMARY KEY,
    operator_id  uuid        NOT NULL REFERENCES operator,
    name         text        NOT NULL,
    description  text        NOT NULL,
    capabilities text[]      NOT NULL,
    status       text        NOT NULL CHECK (status IN ('active', 'suspended', 'deactivated')),
    status_at    timestamptz CHECK ((status_at IS NULL) = (status = 'active')),
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    version      bigint      NOT NULL CHECK (version >= 0),
    -- Lists an operator's agents, and lets others say "this operator's agent" in one foreign key.
    CONSTRAINT agent_of_operator UNIQUE (operator_id, id)
);

CREATE TABLE credential (
    id          uuid        PRIMARY KEY,
    operator_id uuid        NOT NULL REFERENCES operator,
    agent_id    uuid,
    hash        text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    key_start   text        NOT NULL,
    key_end     text        NOT NULL,
    created_at  timestamptz NOT NULL,
    revoked_at  timestamptz,
    CONSTRAINT credential_agent_of_operator FOREIGN KEY (operator_id, agent_id) REFERENCES agent (operator_id, id)
);

-- A revoked key may be given anew; until then it proves nothing.
CREATE UNIQUE INDEX credential_one_live_per_key ON credential (hash) WHERE revoked_at IS NULL;
CREATE INDEX credential_live_of_agent ON credential (agent_id, id)
    WHERE revoked_at IS NULL AND agent_id IS NOT NULL;
CREATE INDEX credential_live_of_operator ON credential (operator_id, id)
    WHERE revoked_at IS NULL AND agent_id IS NULL;
