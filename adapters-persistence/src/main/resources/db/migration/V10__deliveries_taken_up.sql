-- Taking a delivery up changes no column that an index is built on, so that none of the indexes is
-- written for it: the row's new version stays in its page, where room is kept for it.

ALTER TABLE webhook_delivery
    ADD COLUMN taken_at    timestamptz,
    ADD COLUMN lease_until timestamptz,
    -- How often in a row it was taken up and nobody said what came of it.
    ADD COLUMN lost        integer NOT NULL DEFAULT 0 CHECK (lost >= 0),
    DROP CONSTRAINT webhook_delivery_at_unless_pending,
    SET (fillfactor = 50);

UPDATE webhook_delivery SET taken_at = status_at, lease_until = due_at, due_at = status_at, status_at = NULL
WHERE status = 'sending';

ALTER TABLE webhook_delivery
    ADD CONSTRAINT webhook_delivery_at_when_ended CHECK ((status_at IS NULL) = (status IN ('pending', 'sending'))),
    ADD CONSTRAINT webhook_delivery_lease_while_sending CHECK (
        num_nulls(taken_at, lease_until) = CASE status WHEN 'sending' THEN 0 ELSE 2 END);
