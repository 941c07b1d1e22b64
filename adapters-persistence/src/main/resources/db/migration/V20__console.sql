-- Who is signed in with a browser, and which operator an identity elsewhere is.

CREATE TABLE console_session (
    token_hash    text        PRIMARY KEY CHECK (token_hash ~ '^[0-9a-f]{64}$'),
    operator_id   uuid        NOT NULL REFERENCES operator,
    credential_id uuid        REFERENCES credential,
    started_at    timestamptz NOT NULL,
    seen_at       timestamptz NOT NULL,
    CONSTRAINT console_session_seen_after_start CHECK (seen_at >= started_at)
);

CREATE INDEX console_session_rest ON console_session (seen_at);
CREATE INDEX console_session_age ON console_session (started_at);

CREATE TABLE operator_login (
    issuer      text        NOT NULL CHECK (issuer <> ''),
    subject     text        NOT NULL CHECK (subject <> ''),
    operator_id uuid        NOT NULL REFERENCES operator,
    linked_at   timestamptz NOT NULL,
    PRIMARY KEY (issuer, subject)
);
