package io.guildhall.persistence.notification;

/**
 * The statements about deliveries. Statistics come after the fact, and where most has ended they
 * say that nothing waits, so any index would do, and all that waits for an endpoint could be read
 * for each event. Therefore whatever looks among what is open names its index by a condition that
 * is always true: {@code round >= 0} is {@code webhook_delivery_due}, {@code place > 0} {@code
 * webhook_delivery_in_order}.
 */
final class DeliverySql {

    static final String WITH_EVENT =
            """
            SELECT d.*, o.kind, o.payload, o.occurred_at, o.traceparent
            FROM webhook_delivery d JOIN outbox o ON o.event_id = d.event_id
            """;

    /**
     * What waits behind a delivery that failed would otherwise be looked at in vain, ever again.
     * The last of an aggregate's is due no earlier than any of them that failed.
     */
    static final String ADD =
            """
            INSERT INTO webhook_delivery (id, endpoint_id, event_id, word, place, subject_id, status,
                due_at, taken, attempts, planned_at, round)
            SELECT v.id, v.endpoint_id, v.event_id, v.word, v.place, v.subject_id, 'pending',
                greatest(v.due_at, (
                    SELECT e.due_at FROM webhook_delivery e
                    WHERE e.endpoint_id = v.endpoint_id AND e.subject_id = v.subject_id
                        AND e.due_at IS NOT NULL AND e.place > 0
                    ORDER BY e.place DESC LIMIT 1)),
                0, '[]', v.planned_at, v.round
            FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS text[]),
                    CAST(? AS bigint[]), CAST(? AS uuid[]), CAST(? AS timestamptz[]),
                    CAST(? AS timestamptz[]), CAST(? AS integer[]))
                AS v (id, endpoint_id, event_id, word, place, subject_id, due_at, planned_at, round)
            """;

    static final String ADD_UNLESS_PLANNED =
            ADD + " ON CONFLICT ON CONSTRAINT webhook_delivery_once_a_round DO NOTHING";

    /**
     * Jumps from endpoint to endpoint, so that what is due to one is not read to find the next, and
     * only as far as is asked for. Of an endpoint's backlog only the beginning is looked at.
     */
    static final String ENDPOINTS_WITH_DUE =
            """
            WITH RECURSIVE open (endpoint_id, due_at) AS (
                (SELECT endpoint_id, due_at FROM webhook_delivery
                WHERE due_at IS NOT NULL AND round >= 0 AND endpoint_id > (SELECT CAST(? AS uuid))
                ORDER BY endpoint_id, due_at LIMIT 1)
                UNION ALL
                SELECT next.endpoint_id, next.due_at FROM open CROSS JOIN LATERAL (
                    SELECT d.endpoint_id, d.due_at FROM webhook_delivery d
                    WHERE d.due_at IS NOT NULL AND d.round >= 0
                        AND d.endpoint_id > open.endpoint_id
                    ORDER BY d.endpoint_id, d.due_at LIMIT 1) next)
            SELECT endpoint_id FROM open
            WHERE due_at <= (SELECT CAST(? AS timestamptz)) AND
                (SELECT e.status FROM webhook_endpoint e WHERE e.id = endpoint_id) = 'enabled'
                AND (SELECT true FROM webhook_delivery d
                    WHERE d.endpoint_id = open.endpoint_id AND d.round >= 0
                        AND d.due_at <= (SELECT CAST(? AS timestamptz))
                        AND (d.lease_until IS NULL
                            OR d.lease_until <= (SELECT CAST(? AS timestamptz)))
                    ORDER BY d.due_at LIMIT 1)
            LIMIT ?
            """;

    /**
     * Of each aggregate's events only the first that has not ended; a comparison with what one look
     * into the index finds, because no plan turns that into a join over all that is open. For the
     * same reason each event is looked up by itself. What is taken up stays where it stands in the
     * indexes, and is passed over. How many endpoints there are is kept from the planner: knowing
     * it, it would plan each time anew, which takes longer than the rest.
     */
    static final String TAKE_DUE =
            """
            WITH due AS MATERIALIZED (
                SELECT next.id, next.event_id
                FROM unnest((SELECT CAST(? AS uuid[])), (SELECT CAST(? AS integer[])))
                    AS lane (endpoint_id, room)
                CROSS JOIN LATERAL (
                    SELECT d.id, d.event_id FROM webhook_delivery d
                    WHERE d.endpoint_id = lane.endpoint_id AND d.round >= 0
                        AND d.due_at <= (SELECT CAST(? AS timestamptz))
                        AND (d.lease_until IS NULL
                            OR d.lease_until <= (SELECT CAST(? AS timestamptz)))
                        AND d.place = (
                            SELECT e.place FROM webhook_delivery e
                            WHERE e.endpoint_id = d.endpoint_id AND e.subject_id = d.subject_id
                                AND e.due_at IS NOT NULL AND e.place > 0
                            ORDER BY e.place LIMIT 1)
                    ORDER BY d.due_at, d.place LIMIT lane.room
                    FOR UPDATE SKIP LOCKED) next)
            UPDATE webhook_delivery d
            SET status = 'sending', taken_at = ?, lease_until = ?, taken = d.taken + 1,
                lost = CASE d.status WHEN 'sending' THEN d.lost + 1 ELSE 0 END
            FROM due CROSS JOIN LATERAL (
                SELECT kind, payload, occurred_at, traceparent FROM outbox
                WHERE event_id = due.event_id LIMIT 1) o
            WHERE d.id = due.id
            RETURNING d.*, o.kind, o.payload, o.occurred_at, o.traceparent
            """;

    static final String SAVE_ALL =
            """
            UPDATE webhook_delivery d
            SET status = v.status, status_at = v.status_at, due_at = v.due_at, reason = v.reason,
                attempts = v.attempts, taken_at = NULL, lease_until = NULL, lost = 0
            FROM unnest(CAST(? AS uuid[]), CAST(? AS integer[]), CAST(? AS text[]),
                    CAST(? AS timestamptz[]), CAST(? AS timestamptz[]), CAST(? AS text[]),
                    CAST(? AS jsonb[]))
                AS v (id, taken, status, status_at, due_at, reason, attempts)
            WHERE d.id = v.id AND d.status = 'sending' AND d.taken = v.taken
            RETURNING d.id, (
                SELECT e.place FROM webhook_delivery e
                WHERE e.endpoint_id = d.endpoint_id AND e.subject_id = d.subject_id
                    AND e.due_at IS NOT NULL AND e.place > 0
                ORDER BY e.place DESC LIMIT 1) > d.place AS followed
            """;

    static final String LET_LATER_ONES_WAIT =
            """
            UPDATE webhook_delivery d SET due_at = v.due_at
            FROM unnest(CAST(? AS uuid[]), CAST(? AS uuid[]), CAST(? AS bigint[]),
                    CAST(? AS timestamptz[])) AS v (endpoint_id, subject_id, place, due_at)
                CROSS JOIN LATERAL (
                    SELECT e.id FROM webhook_delivery e
                    WHERE e.endpoint_id = v.endpoint_id AND e.subject_id = v.subject_id
                        AND e.due_at IS NOT NULL AND e.place > 0 AND e.place > v.place
                    ORDER BY e.place) later
            WHERE d.id = later.id AND d.status = 'pending' AND d.due_at < v.due_at
            """;

    static final String ENDED_SINCE =
            """
            SELECT * FROM webhook_delivery d
            WHERE endpoint_id = ? AND planned_at >= ? AND due_at IS NULL
                AND (status = 'dead' OR NOT ?)
                AND NOT EXISTS (
                    SELECT FROM webhook_delivery later
                    WHERE later.endpoint_id = d.endpoint_id AND later.event_id = d.event_id
                        AND later.round > d.round)
            ORDER BY place LIMIT ?
            """;

    static final String FORGET =
            """
            DELETE FROM webhook_delivery WHERE id IN (
                SELECT id FROM (
                    (SELECT id FROM webhook_delivery WHERE due_at IS NULL AND status_at < ?
                    ORDER BY status_at LIMIT ?)
                    UNION
                    (SELECT d.id FROM webhook_endpoint e
                    JOIN webhook_delivery d ON d.endpoint_id = e.id
                    WHERE e.status = 'disabled' AND d.due_at < ? AND d.round >= 0 LIMIT ?)
                    UNION
                    (SELECT d.id FROM webhook_endpoint e
                    JOIN webhook_delivery d ON d.endpoint_id = e.id
                    WHERE e.status = 'disabled' AND e.removed_at IS NOT NULL LIMIT ?)) old
                LIMIT ?)
            """;

    static final String FORGET_REMOVED =
            """
            DELETE FROM webhook_endpoint WHERE id IN (
                SELECT e.id FROM webhook_endpoint e
                WHERE e.status = 'disabled' AND e.removed_at IS NOT NULL AND NOT EXISTS (
                    SELECT FROM webhook_delivery d WHERE d.endpoint_id = e.id)
                LIMIT ?)
            """;

    private DeliverySql() {}
}
