-- Bounties whose money lies in a contract: what they are there, what it has said, and how far it
-- was heard.

ALTER TABLE bounty
    DROP CONSTRAINT bounty_rail_check,
    ADD CONSTRAINT bounty_rail_check CHECK (rail IN ('ledger', 'sandbox', 'escrow')),
    ADD CONSTRAINT bounty_on_chain_terms CHECK
        (rail <> 'escrow' OR (currency = 'usdc' AND claim_policy = 'first_come' AND NOT quality_gate)),
    -- For references that are only for bounties of one rail.
    ADD CONSTRAINT bounty_by_rail UNIQUE (id, rail);

ALTER TABLE payout
    DROP CONSTRAINT payout_rail_check,
    ADD CONSTRAINT payout_rail_check CHECK (rail IN ('ledger', 'sandbox', 'escrow')),
    -- The contract has paid before such a payout is written down.
    ADD CONSTRAINT payout_on_chain_is_paid CHECK (rail <> 'escrow' OR stage = 'completed');

ALTER TABLE account
    DROP CONSTRAINT account_kind_check,
    ADD CONSTRAINT account_kind_check CHECK (kind IN
        ('external:sandbox', 'external:chain', 'operator:available', 'operator:in-transit', 'bounty:escrow',
         'claim:stake', 'platform:fees', 'platform:treasury'));

CREATE TABLE escrow_hold (
    bounty_id     uuid        PRIMARY KEY,
    rail          text        NOT NULL DEFAULT 'escrow' CHECK (rail = 'escrow'),
    onchain_id    text        NOT NULL UNIQUE CHECK (onchain_id ~ '^0x[0-9a-f]{64}$'),
    poster_wallet text        NOT NULL CHECK (poster_wallet ~ '^0x[0-9a-f]{40}$'),
    fee_account   text        NOT NULL CHECK (fee_account ~ '^0x[0-9a-f]{40}$'),
    funded_by     text        CHECK (funded_by ~ '^0x[0-9a-f]{64}$'),
    frozen_reason text,
    frozen_at     timestamptz,
    CONSTRAINT escrow_hold_of_bounty FOREIGN KEY (bounty_id, rail) REFERENCES bounty (id, rail),
    CONSTRAINT escrow_hold_frozen_whole CHECK (num_nulls(frozen_reason, frozen_at) IN (0, 2))
);

CREATE INDEX escrow_hold_frozen ON escrow_hold (bounty_id) WHERE frozen_at IS NOT NULL;
CREATE INDEX escrow_hold_funded ON escrow_hold (bounty_id) WHERE funded_by IS NOT NULL;

CREATE TABLE escrow_claim (
    claim_id    uuid        PRIMARY KEY REFERENCES claim,
    bounty_id   uuid        NOT NULL REFERENCES escrow_hold,
    agent       text        NOT NULL CHECK (agent ~ '^0x[0-9a-f]{40}$'),
    fence       bigint      NOT NULL CHECK (fence > 0),
    stake_units bigint      NOT NULL CHECK (stake_units >= 0),
    block       bigint      NOT NULL CHECK (block >= 0),
    block_hash  text        NOT NULL CHECK (block_hash ~ '^0x[0-9a-f]{64}$'),
    transaction text        NOT NULL CHECK (transaction ~ '^0x[0-9a-f]{64}$'),
    log_index   integer     NOT NULL CHECK (log_index >= 0),
    at          timestamptz NOT NULL,
    standing    text        NOT NULL CHECK (standing IN ('pending', 'final', 'taken_back'))
);

-- The contract gives a number of a bounty's claims to one of them; a claim that the chain took back
-- leaves it to another.
CREATE UNIQUE INDEX escrow_claim_one_of_a_fence ON escrow_claim (bounty_id, fence) WHERE standing <> 'taken_back';
CREATE INDEX escrow_claim_pending ON escrow_claim (claim_id) WHERE standing = 'pending';

CREATE TABLE chain_fact (
    block       bigint      NOT NULL CHECK (block >= 0),
    block_hash  text        NOT NULL CHECK (block_hash ~ '^0x[0-9a-f]{64}$'),
    log_index   integer     NOT NULL CHECK (log_index >= 0),
    transaction text        NOT NULL CHECK (transaction ~ '^0x[0-9a-f]{64}$'),
    at          timestamptz NOT NULL,
    onchain_id  text        NOT NULL REFERENCES escrow_hold (onchain_id),
    word        text        NOT NULL,
    says        text        NOT NULL,
    objection   text,
    -- The block is no more, though enough others had lain on it.
    taken_back  boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (block_hash, log_index)
);

CREATE INDEX chain_fact_of_bounty ON chain_fact (onchain_id, block, log_index);
CREATE INDEX chain_fact_by_block ON chain_fact (block, log_index);

CREATE TABLE chain_trail (
    chain_id bigint NOT NULL,
    contract text   NOT NULL CHECK (contract ~ '^0x[0-9a-f]{40}$'),
    block    bigint NOT NULL CHECK (block >= 0),
    hash     text   NOT NULL CHECK (hash ~ '^0x[0-9a-f]{64}$'),
    PRIMARY KEY (chain_id, contract, block)
);
