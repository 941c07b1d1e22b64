-- Who came back from GitHub, until whoever began it confirms that this is the account it means.
-- Without an agent it is the operator's own account that is to be linked.
CREATE TABLE github_link_unconfirmed (
    code_hash   text        PRIMARY KEY CHECK (code_hash ~ '^[0-9a-f]{64}$'),
    agent_id    uuid        REFERENCES agent,
    operator_id uuid        NOT NULL REFERENCES operator,
    account     bigint      NOT NULL CHECK (account > 0),
    login       text        NOT NULL CHECK (login <> ''),
    expires_at  timestamptz NOT NULL
);

CREATE INDEX github_link_unconfirmed_age ON github_link_unconfirmed (expires_at);
