package io.guildhall.persistence.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class StreamGuardsTest extends SchemaTest {

    private UUID event;

    @BeforeEach
    void placedEvent() {
        var expired = new BountyExpired(new BountyId(ids.next()), new OperatorId(ids.next()));
        unit(() -> ports.outbox().publish(List.of(expired), clock.instant()));
        event = ports.keptEvents(expired.subject()).getFirst().id();
        unit(() -> ports.eventStream().place(10_000, clock.instant()));
        assertThat(ports.eventStream().placeOf(event)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE outbox SET kind = 'bounty.opened' WHERE event_id = ?",
                "UPDATE outbox SET occurred_at = now() WHERE event_id = ?",
                "DELETE FROM outbox WHERE event_id = ?"
            })
    void whatHappenedStaysAsItWas(String statement) {
        assertRefused("outbox", statement, event);
    }

    @Test
    void whatHappenedIsNotWipedOut() {
        assertRefused("outbox", "TRUNCATE outbox");
    }

    @Test
    void anEventIdIsGivenOnce() {
        assertRefused(
                "outbox_event",
                """
                INSERT INTO outbox (event_id, kind, subject_kind, subject_id, story_kind, story_id,
                    payload, occurred_at)
                SELECT event_id, kind, subject_kind, subject_id, story_kind, story_id, payload, occurred_at
                FROM outbox WHERE event_id = ?
                """,
                event);
    }

    @Test
    void anEventHasOnePlace() {
        assertRefused(
                "stream_one_place_per_event",
                """
                INSERT INTO stream SELECT place + 1000000, position, placed_at
                FROM stream JOIN outbox USING (position) WHERE event_id = ?
                """,
                event);
    }

    @Test
    void aPlaceHasOneEvent() {
        assertRefused(
                "stream_pkey",
                """
                INSERT INTO stream SELECT place, position + 1000000, placed_at
                FROM stream JOIN outbox USING (position) WHERE event_id = ?
                """,
                event);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void placesAreCountedFromOne(long place) {
        assertRefused(
                "stream_place_check", "INSERT INTO stream VALUES (?, 1000000000, now())", place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stream_head_pkey | INSERT INTO stream_head VALUES (true, 0)",
                "stream_head_singleton_check | INSERT INTO stream_head VALUES (false, 0)",
                "stream_head_last_place_check | UPDATE stream_head SET last_place = -1"
            })
    void theStreamHasOneHead(String guard, String statement) {
        assertRefused(guard, statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stream_cursor_place_check | -1, NULL, NULL, 0",
                "stream_cursor_fence_check | 0, NULL, NULL, -1",
                "stream_cursor_held_until | 0, 'one', NULL, 0",
                "stream_cursor_held_until | 0, NULL, now(), 0"
            })
    void aCursorIsHeldForATimeOrNotAtAll(String guard, String broken) {
        assertRefused(
                guard, "INSERT INTO stream_cursor VALUES (?, " + broken + ")", "r" + ids.next());
    }
}
