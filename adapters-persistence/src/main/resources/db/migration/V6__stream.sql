-- One order for everything that happened, the same for every reader. Transactions commit in another
-- order than they insert, so an event gets its place in the stream by a later transaction than its
-- own. The outbox keeps every event for good; the stream keeps the places that are still read.

CREATE UNIQUE INDEX outbox_event ON outbox (event_id);

CREATE TRIGGER outbox_is_immutable
    BEFORE UPDATE OR DELETE ON outbox
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER outbox_is_never_emptied
    BEFORE TRUNCATE ON outbox
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Events that have no place yet, written by the statement that writes the events themselves. Always
-- nearly empty and always changing, so it is cleaned by the count of its rows rather than by a part.
CREATE TABLE outbox_waiting (
    position bigint PRIMARY KEY
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_scale_factor = 0,
        autovacuum_analyze_threshold = 50000);

-- What happened before gets its places like everything else.
INSERT INTO outbox_waiting SELECT position FROM outbox;

CREATE TABLE stream (
    place     bigint      PRIMARY KEY CHECK (place > 0),
    position  bigint      NOT NULL CONSTRAINT stream_one_place_per_event UNIQUE,
    placed_at timestamptz NOT NULL
);

-- Whoever gives places holds this row, so that they are given by one replica at a time.
CREATE TABLE stream_head (
    singleton  boolean PRIMARY KEY CHECK (singleton),
    last_place bigint  NOT NULL CHECK (last_place >= 0)
);

INSERT INTO stream_head VALUES (true, 0);

-- How far the readers have come that are to hear of everything.
CREATE TABLE stream_cursor (
    reader      text        PRIMARY KEY,
    place       bigint      NOT NULL CHECK (place >= 0),
    holder      text,
    lease_until timestamptz,
    fence       bigint      NOT NULL CHECK (fence >= 0),
    CONSTRAINT stream_cursor_held_until CHECK ((holder IS NULL) = (lease_until IS NULL))
);
