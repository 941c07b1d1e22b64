-- Accounts at GitHub, who is on the way there, what GitHub tells us, and what our App is installed on.

ALTER TABLE agent_link
    ADD COLUMN github_account bigint CHECK (github_account > 0),
    ADD CONSTRAINT agent_link_github_whole
        CHECK ((github_account IS NULL) = (github_login IS NULL)),
    ADD CONSTRAINT agent_link_github_of_one UNIQUE (github_account);

CREATE TABLE github_link_request (
    state_hash  text        PRIMARY KEY CHECK (state_hash ~ '^[0-9a-f]{64}$'),
    agent_id    uuid        NOT NULL REFERENCES agent,
    operator_id uuid        NOT NULL REFERENCES operator,
    expires_at  timestamptz NOT NULL
);

CREATE INDEX github_link_request_age ON github_link_request (expires_at);

-- Kept as they came until they are heard; afterwards for some days, so that a repetition is known.
CREATE TABLE github_notice (
    place       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          text        NOT NULL CHECK (id <> ''),
    event       text        NOT NULL CHECK (event <> ''),
    body        text        NOT NULL,
    received_at timestamptz NOT NULL,
    failures    integer     NOT NULL CHECK (failures >= 0),
    due_at      timestamptz,
    outcome     text        CHECK (outcome IN ('heard', 'seen', 'given_up')),
    settled_at  timestamptz,
    CONSTRAINT github_notice_once UNIQUE (id),
    CONSTRAINT github_notice_due_or_settled
        CHECK ((due_at IS NULL) = (outcome IS NOT NULL) AND (outcome IS NULL) = (settled_at IS NULL))
);

CREATE INDEX github_notice_due ON github_notice (place) WHERE outcome IS NULL;
CREATE INDEX github_notice_age ON github_notice (settled_at) WHERE outcome IS NOT NULL;

-- A removed one stays, as a late notice of what it once served must not bring it back.
CREATE TABLE github_installation (
    id         bigint      PRIMARY KEY,
    status     text        NOT NULL CHECK (status IN ('active', 'suspended', 'removed')),
    changed_at timestamptz NOT NULL
);

CREATE TABLE github_repository (
    name            text        PRIMARY KEY CHECK (name = lower(name) AND name LIKE '_%/_%'),
    installation_id bigint      NOT NULL REFERENCES github_installation,
    changed_at      timestamptz NOT NULL
);

CREATE INDEX github_repository_of_installation ON github_repository (installation_id);
