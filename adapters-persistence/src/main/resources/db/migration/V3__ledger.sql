-- Where every cent is. The guards stand here and not only in the code: they also hold for whoever
-- comes with a database console.

CREATE TABLE account (
    code        text   NOT NULL,
    currency    text   NOT NULL CHECK (currency IN ('usd', 'usdc')),
    kind        text   NOT NULL CHECK (kind IN
        ('external:sandbox', 'operator:available', 'operator:in-transit', 'bounty:escrow', 'platform:fees')),
    owner_id    uuid,
    holder_id   uuid REFERENCES operator,
    -- Credits less debits, of posted transfers.
    balance     bigint NOT NULL,
    -- What pending transfers will take should they be posted.
    pending_out bigint NOT NULL CHECK (pending_out >= 0),
    -- The code ends with its currency, so this also makes the code itself unique.
    PRIMARY KEY (code, currency),
    CONSTRAINT account_code_names_currency CHECK (code LIKE '%:' || currency),
    CONSTRAINT account_never_below_zero CHECK (balance - pending_out >= 0 OR kind LIKE 'external:%')
) WITH (fillfactor = 50);

CREATE INDEX account_of_holder ON account (holder_id) WHERE holder_id IS NOT NULL;

CREATE TABLE transfer (
    id             uuid        PRIMARY KEY,
    debit_account  text        NOT NULL,
    credit_account text        NOT NULL,
    currency       text        NOT NULL,
    amount         bigint      NOT NULL CHECK (amount > 0),
    status         text        NOT NULL CHECK (status IN ('pending', 'posted', 'voided')),
    purpose        text        NOT NULL CHECK (purpose IN
        ('top_up', 'escrow', 'refund', 'payout', 'fee', 'withdrawal')),
    cause_kind     text        NOT NULL CHECK (cause_kind IN
        ('operator', 'agent', 'bounty', 'claim', 'submission', 'payout')),
    cause_id       uuid        NOT NULL,
    -- The accounts' holders once more: a party's entries are then two short index scans, however
    -- many escrow accounts it has had.
    debit_holder   uuid,
    credit_holder  uuid,
    made_at        timestamptz NOT NULL,
    CONSTRAINT transfer_between_two CHECK (debit_account <> credit_account),
    CONSTRAINT transfer_debit FOREIGN KEY (debit_account, currency) REFERENCES account (code, currency),
    CONSTRAINT transfer_credit FOREIGN KEY (credit_account, currency) REFERENCES account (code, currency)
);

-- Nobody is paid twice for one payout, and no fee is taken twice.
CREATE UNIQUE INDEX transfer_paid_once ON transfer (cause_id, purpose) WHERE purpose IN ('payout', 'fee');
CREATE INDEX transfer_debit_of_holder ON transfer (debit_holder, id) WHERE debit_holder IS NOT NULL;
CREATE INDEX transfer_credit_of_holder ON transfer (credit_holder, id) WHERE credit_holder IS NOT NULL;

CREATE FUNCTION refuse_transfer_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.status = 'pending' AND NEW.status IN ('posted', 'voided') THEN
        OLD.status := NEW.status;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A transfer is never changed or removed; another one corrects it'
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER transfer_is_immutable
    BEFORE UPDATE OR DELETE ON transfer
    FOR EACH ROW EXECUTE FUNCTION refuse_transfer_change();

CREATE TRIGGER transfer_is_never_emptied
    BEFORE TRUNCATE ON transfer
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_transfer_change();

CREATE TABLE payout (
    id            uuid        PRIMARY KEY,
    source        text        NOT NULL CHECK (source IN ('submission', 'withdrawal')),
    submission_id uuid        REFERENCES submission CHECK ((submission_id IS NOT NULL) = (source = 'submission')),
    bounty_id     uuid        REFERENCES bounty CHECK ((bounty_id IS NOT NULL) = (source = 'submission')),
    agent_id      uuid        CHECK ((agent_id IS NOT NULL) = (source = 'submission')),
    payee_id      uuid        NOT NULL REFERENCES operator,
    gross_units   bigint      NOT NULL CHECK (gross_units > 0),
    fee_units     bigint      NOT NULL CHECK (fee_units >= 0),
    currency      text        NOT NULL CHECK (currency IN ('usd', 'usdc')),
    rail          text        NOT NULL CHECK (rail IN ('ledger', 'sandbox')),
    stage         text        NOT NULL CHECK (stage IN
        ('pending', 'sending', 'confirming', 'completed', 'failed', 'blocked')),
    stage_at      timestamptz CHECK ((stage_at IS NULL) = (stage IN ('pending', 'failed'))),
    due_at        timestamptz CHECK ((due_at IS NULL) = (stage IN ('completed', 'blocked'))),
    reason        text        CHECK ((reason IS NOT NULL) = (stage IN ('confirming', 'failed', 'blocked'))),
    next_action   text        CHECK ((next_action IS NOT NULL) = (stage = 'blocked')),
    attempts      integer     NOT NULL CHECK (attempts >= 0),
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    version       bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT payout_fee_within_gross CHECK (fee_units <= gross_units),
    CONSTRAINT payout_agent_of_payee FOREIGN KEY (payee_id, agent_id) REFERENCES agent (operator_id, id)
) WITH (fillfactor = 80);

CREATE UNIQUE INDEX payout_one_per_submission ON payout (submission_id) WHERE submission_id IS NOT NULL;
CREATE INDEX payout_of_payee ON payout (payee_id, id);
CREATE INDEX payout_of_agent ON payout (agent_id, id) WHERE agent_id IS NOT NULL;
CREATE INDEX payout_due ON payout (due_at, id) WHERE due_at IS NOT NULL;
