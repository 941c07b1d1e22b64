-- What is to be told to the contract, kept before it is sent, and who may sign for which wallet.

CREATE TABLE vault_order (
    -- The order of their adding: it decides which of a bounty's orders comes first.
    position        bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    id              uuid        PRIMARY KEY,
    bounty_id       uuid        NOT NULL REFERENCES bounty,
    key             text        NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
    word            text        NOT NULL,
    signer          text        NOT NULL CHECK (signer IN ('relayer', 'arbiter')),
    call            jsonb       NOT NULL CHECK (jsonb_typeof(call) = 'object' AND call ->> 'word' = word),
    status          text        NOT NULL
                    CHECK (status IN ('waiting', 'signed', 'mined', 'done', 'failed', 'withdrawn')),
    tries           integer     NOT NULL CHECK (tries >= 0),
    not_before      timestamptz NOT NULL,
    try_at          timestamptz,
    -- Of a waiting or a signed one what stood in its way, of a failed one why.
    objection       text,
    chain_id        bigint,
    wallet          text        CHECK (wallet ~ '^0x[0-9a-f]{40}$'),
    nonce           bigint      CHECK (nonce >= 0),
    gas_limit       bigint      CHECK (gas_limit > 0),
    -- Every text that was signed, the newest last.
    variants        jsonb       CHECK (jsonb_typeof(variants) = 'array' AND jsonb_array_length(variants) > 0),
    sent_at         timestamptz,
    spent_block     bigint      CHECK (spent_block >= 0),
    spent_hash      text,
    mined_block     bigint      CHECK (mined_block >= 0),
    mined_hash      text,
    mined_log_index integer     CHECK (mined_log_index >= 0),
    mined_at        timestamptz,
    transaction     text        CHECK (transaction ~ '^0x[0-9a-f]{64}$'),
    ended_at        timestamptz,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    version         bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT vault_order_one_of_a_key UNIQUE (bounty_id, key),
    CONSTRAINT vault_order_try_at_while_waiting CHECK ((try_at IS NOT NULL) = (status = 'waiting')),
    CONSTRAINT vault_order_objection_by_status CHECK (
        CASE status WHEN 'failed' THEN objection IS NOT NULL
                    WHEN 'waiting' THEN true
                    WHEN 'signed' THEN objection IS NULL OR sent_at IS NOT NULL
                    ELSE objection IS NULL END),
    CONSTRAINT vault_order_nonce_in_flight CHECK (
        num_nulls(chain_id, wallet, nonce, gas_limit, variants)
            = CASE WHEN status IN ('signed', 'mined') THEN 0 ELSE 5 END),
    CONSTRAINT vault_order_sent_while_signed CHECK (sent_at IS NULL OR status = 'signed'),
    CONSTRAINT vault_order_spent_whole CHECK (num_nulls(spent_block, spent_hash) IN (0, 2)),
    CONSTRAINT vault_order_spent_while_signed CHECK (spent_block IS NULL OR status = 'signed'),
    CONSTRAINT vault_order_block_when_mined CHECK (
        num_nulls(mined_block, mined_hash, mined_log_index, mined_at)
            = CASE status WHEN 'mined' THEN 0 ELSE 4 END),
    CONSTRAINT vault_order_transaction_when_mined CHECK ((transaction IS NOT NULL) = (status IN ('mined', 'done'))),
    CONSTRAINT vault_order_ended_when_over CHECK ((ended_at IS NOT NULL) = (status IN ('done', 'failed', 'withdrawn')))
);

-- A nonce is one order's while it is in flight; another that got the same would undo it.
CREATE UNIQUE INDEX vault_order_one_of_a_nonce ON vault_order (chain_id, wallet, nonce)
    WHERE status IN ('signed', 'mined');
CREATE INDEX vault_order_due ON vault_order (signer, try_at, position) WHERE status = 'waiting';
-- Those of a bounty that hold up the ones behind them.
CREATE INDEX vault_order_ahead ON vault_order (bounty_id, position) WHERE status IN ('waiting', 'signed');

CREATE TABLE signer_account (
    chain_id    bigint      NOT NULL,
    wallet      text        NOT NULL CHECK (wallet ~ '^0x[0-9a-f]{40}$'),
    holder      text,
    lease_until timestamptz,
    fence       bigint      NOT NULL CHECK (fence >= 0),
    PRIMARY KEY (chain_id, wallet),
    CONSTRAINT signer_account_lease_whole CHECK (num_nulls(holder, lease_until) IN (0, 2))
);
