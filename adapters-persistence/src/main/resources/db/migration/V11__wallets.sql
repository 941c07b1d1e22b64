-- Whose wallet is whose, what agents with a wallet have shown of themselves elsewhere, and the nonces
-- of the requests that they sign.

ALTER TABLE agent
    DROP CONSTRAINT agent_status_check,
    ADD CONSTRAINT agent_status_check
        CHECK (status IN ('pending_github', 'active', 'suspended', 'deactivated')),
    DROP CONSTRAINT agent_check,
    ADD CONSTRAINT agent_status_at_check
        CHECK ((status_at IS NULL) = (status IN ('pending_github', 'active')));

CREATE TABLE operator_wallet (
    operator_id uuid        PRIMARY KEY REFERENCES operator,
    address     text        NOT NULL CHECK (address ~ '^0x[0-9a-f]{40}$'),
    bound_at    timestamptz NOT NULL,
    CONSTRAINT operator_wallet_of_one UNIQUE (address)
);

CREATE TABLE agent_wallet (
    agent_id uuid        PRIMARY KEY REFERENCES agent,
    address  text        NOT NULL CHECK (address ~ '^0x[0-9a-f]{40}$'),
    bound_at timestamptz NOT NULL,
    CONSTRAINT agent_wallet_of_one UNIQUE (address)
);

CREATE FUNCTION refuse_another_wallet() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION '%: a wallet stays where it was bound first', tg_table_name;
END
$$;

CREATE TRIGGER operator_wallet_stays BEFORE UPDATE OR DELETE ON operator_wallet
    FOR EACH ROW EXECUTE FUNCTION refuse_another_wallet();
CREATE TRIGGER agent_wallet_stays BEFORE UPDATE OR DELETE ON agent_wallet
    FOR EACH ROW EXECUTE FUNCTION refuse_another_wallet();

CREATE TABLE agent_link (
    agent_id        uuid        PRIMARY KEY REFERENCES agent,
    a2a_card_url    text,
    registration_tx text        CHECK (registration_tx ~ '^0x[0-9a-f]{64}$'),
    registered_at   timestamptz,
    github_login    text        CHECK (github_login <> ''),
    CONSTRAINT agent_link_registered_whole CHECK ((registration_tx IS NULL) = (registered_at IS NULL))
);

-- Without a foreign key: there is one row for each signed request, and it lives for minutes.
CREATE TABLE agent_nonce (
    agent_id uuid        NOT NULL,
    nonce    text        NOT NULL,
    burnt_at timestamptz NOT NULL,
    PRIMARY KEY (agent_id, nonce)
);

CREATE INDEX agent_nonce_age ON agent_nonce (burnt_at);

CREATE INDEX claim_of_agent ON claim (agent_id, id);
