-- Money in and out by Stripe: payees' accounts there, payments into the house, what Stripe tells by
-- itself, and the accounts of the ledger that go with it.

-- What others may have allowed before this stays allowed.
CREATE FUNCTION pg_temp.allow_also(of_table text, of_constraint text, of_column text, words text[])
RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    known text[];
BEGIN
    SELECT array_agg(quoted.word[1]) INTO known
    FROM pg_constraint, regexp_matches(pg_get_constraintdef(oid), '''([^'']*)''', 'g') AS quoted(word)
    WHERE conname = of_constraint AND conrelid = of_table::regclass;
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', of_table, of_constraint);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I IN (%s))', of_table, of_constraint, of_column,
        (SELECT string_agg(DISTINCT quote_literal(word), ', ') FROM unnest(known || words) AS word));
END
$$;

SELECT pg_temp.allow_also('account', 'account_kind_check', 'kind',
    ARRAY['external:stripe', 'operator:debt', 'platform:costs']);
SELECT pg_temp.allow_also('transfer', 'transfer_purpose_check', 'purpose',
    ARRAY['processor_fee', 'chargeback', 'chargeback_won', 'debt']);
SELECT pg_temp.allow_also('transfer', 'transfer_cause_kind_check', 'cause_kind', ARRAY['payment']);
SELECT pg_temp.allow_also('payout', 'payout_rail_check', 'rail', ARRAY['stripe']);
SELECT pg_temp.allow_also('payout', 'payout_source_check', 'source', ARRAY['refund']);

ALTER TABLE account
    DROP CONSTRAINT account_never_below_zero,
    ADD CONSTRAINT account_never_below_zero CHECK
        (balance - pending_out >= 0 OR kind LIKE 'external:%' OR kind IN ('operator:debt', 'platform:costs'));

CREATE INDEX account_in_debt ON account (code) WHERE kind = 'operator:debt' AND balance < 0;

-- What the ledger has of the world behind one rail, by what it moved for.
CREATE INDEX transfer_at_stripe_out ON transfer (cause_id) WHERE credit_account LIKE 'external:stripe:%';
CREATE INDEX transfer_at_stripe_in ON transfer (cause_id) WHERE debit_account LIKE 'external:stripe:%';

-- When the outcome of what was pending was known: a statement counts it from then on, and what it
-- told of a period that is over stays true. What was settled before this counts from when it was made.
ALTER TABLE transfer
    ADD COLUMN settled_at timestamptz,
    ADD CONSTRAINT transfer_settled_when_ended CHECK (settled_at IS NULL OR status <> 'pending');

CREATE OR REPLACE FUNCTION refuse_transfer_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.status = 'pending' AND NEW.status IN ('posted', 'voided')
        AND NEW.settled_at IS NOT NULL THEN
        OLD.status := NEW.status;
        OLD.settled_at := NEW.settled_at;
        IF NEW IS NOT DISTINCT FROM OLD THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'A transfer is never changed or removed; another one corrects it'
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TABLE payee_account (
    operator_id   uuid        PRIMARY KEY REFERENCES operator,
    key           uuid        NOT NULL UNIQUE,
    country       text        NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    reference     text        UNIQUE,
    status        text        NOT NULL CHECK (status IN ('requested', 'incomplete', 'payable')),
    required      text[]      NOT NULL,
    reason        text,
    destination   text,
    usable_from   timestamptz NOT NULL,
    look_at       timestamptz,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    version       bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT payee_account_known_once_opened CHECK ((reference IS NULL) = (status = 'requested')),
    CONSTRAINT payee_account_looked_at_once_opened CHECK (look_at IS NULL OR status <> 'requested'),
    CONSTRAINT payee_account_wanting CHECK
        (status = 'incomplete' OR (cardinality(required) = 0 AND reason IS NULL))
);

CREATE INDEX payee_account_due ON payee_account (look_at, operator_id) WHERE look_at IS NOT NULL;

CREATE TABLE payment (
    id          uuid        PRIMARY KEY,
    payer_id    uuid        NOT NULL REFERENCES operator,
    bounty_id   uuid        REFERENCES bounty,
    units       bigint      NOT NULL CHECK (units > 0),
    currency    text        NOT NULL CHECK (currency IN ('usd', 'usdc')),
    rail        text        NOT NULL CHECK (rail = 'stripe'),
    stage       text        NOT NULL CHECK (stage IN ('requested', 'open', 'received', 'ended')),
    page        text        UNIQUE,
    url         text,
    expires_at  timestamptz,
    receipt     text        UNIQUE,
    fee_units   bigint      NOT NULL CHECK (fee_units >= 0),
    fee_known   boolean     NOT NULL,
    chargebacks jsonb       NOT NULL,
    reason      text,
    stage_at    timestamptz,
    given_back  bigint      NOT NULL CHECK (given_back BETWEEN 0 AND units),
    attempts    integer     NOT NULL CHECK (attempts >= 0),
    look_at     timestamptz,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    version     bigint      NOT NULL CHECK (version >= 0),
    CONSTRAINT payment_page_once_opened CHECK (page IS NOT NULL OR stage IN ('requested', 'ended')),
    CONSTRAINT payment_open_whole CHECK (num_nulls(url, expires_at) = CASE stage WHEN 'open' THEN 0 ELSE 2 END),
    CONSTRAINT payment_receipt_of_received CHECK ((receipt IS NOT NULL) = (stage = 'received')),
    CONSTRAINT payment_reason_of_ended CHECK ((reason IS NOT NULL) = (stage = 'ended')),
    CONSTRAINT payment_time_of_stage CHECK ((stage_at IS NOT NULL) = (stage IN ('received', 'ended'))),
    CONSTRAINT payment_asked_about CHECK (look_at IS NOT NULL OR stage IN ('received', 'ended')),
    CONSTRAINT payment_given_back_of_received CHECK (given_back = 0 OR stage = 'received')
) WITH (fillfactor = 80);

CREATE INDEX payment_of_payer ON payment (payer_id, id);
-- Whoever opens two pages for one bounty may pay at both.
CREATE UNIQUE INDEX payment_one_under_way_per_bounty ON payment (bounty_id)
    WHERE bounty_id IS NOT NULL AND stage IN ('requested', 'open');
CREATE INDEX payment_due ON payment (look_at, id) WHERE look_at IS NOT NULL;

ALTER TABLE payout
    ADD COLUMN payment_id uuid REFERENCES payment,
    ADD CONSTRAINT payout_payment_of_refund CHECK ((payment_id IS NOT NULL) = (source = 'refund'));

CREATE INDEX payout_of_payment ON payout (payment_id) WHERE payment_id IS NOT NULL;
CREATE INDEX payout_blocked_of_payee ON payout (payee_id, id) WHERE stage = 'blocked';

-- Kept as they came until they are heard; afterwards for some weeks, so that a repetition is known
-- and an admin can have them heard once more.
CREATE TABLE rail_notice (
    place       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          text        NOT NULL CHECK (id <> ''),
    type        text        NOT NULL CHECK (type <> ''),
    body        text        NOT NULL,
    received_at timestamptz NOT NULL,
    heard_at    timestamptz,
    CONSTRAINT rail_notice_once UNIQUE (id)
);

CREATE INDEX rail_notice_unheard ON rail_notice (place) WHERE heard_at IS NULL;
CREATE INDEX rail_notice_age ON rail_notice (heard_at) WHERE heard_at IS NOT NULL;

-- What each rail held when its books were last laid beside the ledger, for everybody to see. A rail
-- may hold less than nothing: a chargeback of what has been paid out.
CREATE TABLE rail_snapshot (
    rail        text        PRIMARY KEY CHECK (rail = 'stripe'),
    taken_at    timestamptz NOT NULL,
    currency    text        NOT NULL CHECK (currency IN ('usd', 'usdc')),
    held_units  bigint      NOT NULL,
    owed_units  bigint      NOT NULL,
    differences integer     NOT NULL CHECK (differences >= 0),
    under_way   integer     NOT NULL CHECK (under_way >= 0)
);
