-- A notice of the rail's over which we trip is tried again later, twice as late each time, as GitHub's are; it was tried each second, and
-- some hundred of them at once would have kept those that came after them from being heard. Both columns have a default, so that a replica
-- of the version before can go on.
ALTER TABLE rail_notice
    ADD COLUMN due_at   timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN failures integer     NOT NULL DEFAULT 0 CHECK (failures >= 0);

CREATE INDEX rail_notice_due ON rail_notice (due_at, place) WHERE heard_at IS NULL;
DROP INDEX rail_notice_unheard;
