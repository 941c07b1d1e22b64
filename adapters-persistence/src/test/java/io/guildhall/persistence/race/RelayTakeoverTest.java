package io.guildhall.persistence.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.contract.PortContract;
import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.persistence.contract.PostgresPortsUnderTest;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.guildhall.persistence.shared.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replicas that die or hang while they hold what the others wait for. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class RelayTakeoverTest extends PortContract {

    private static final Executor THREADS = work -> Thread.ofVirtual().start(work);
    private static final int MANY = 10_000;
    private static final int EVENTS = 20;

    /** How long a failure may take to show; nothing that works waits for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String MAY_HANG_FOR_EVER =
            "SELECT set_config('idle_in_transaction_session_timeout', '0', true)";

    @Inject PostgresPortsUnderTest ports;
    @Inject Sql sql;

    private final AtomicLong backend = new AtomicLong();
    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private List<DomainEvent> published = List.of();
    private long start;

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }

    @BeforeEach
    void waitingEvents() {
        place(MANY);
        start = ports.eventStream().extent().last();
        published =
                Stream.<DomainEvent>generate(() ->
                                new BountyExpired(
                                        new BountyId(ids.next()), new OperatorId(ids.next())))
                        .limit(EVENTS)
                        .toList();
        unit(() -> ports.outbox().publish(published, clock.instant()));
    }

    /** Its end alone lets the other go on: what ends a relay that hangs is out of the way. */
    @Test
    void aRelayThatDiesInTheMiddleIsReplacedAtOnce() throws Exception {
        var dying = placeAndHold(() -> sql.exists(MAY_HANG_FOR_EVER));
        var other = CompletableFuture.supplyAsync(() -> place(MANY), THREADS);
        SomebodyWaits.await(sql);

        sql.exists("SELECT pg_terminate_backend(?::int)", backend.get());

        assertThat(result(other)).isEqualTo(EVENTS);
        goOn.countDown();
        assertFailed(dying);
        assertPlacedOnce();
    }

    /** Before whoever waits for it gives up, which would be told as a refusal. */
    @Test
    void aRelayThatHangsIsEndedByTheDatabase() throws Exception {
        long began = System.nanoTime();
        var hanging = placeAndHold(() -> {});

        int placed = result(CompletableFuture.supplyAsync(() -> place(MANY), THREADS));

        assertThat(placed).isEqualTo(EVENTS);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(Duration.ofSeconds(4));
        goOn.countDown();
        assertFailed(hanging);
        assertPlacedOnce();
    }

    @Test
    void theLimitsOfARelayEndWithItsUnitOfWork() {
        List<String> meanwhile =
                unit(() -> {
                    ports.eventStream().place(1, clock.instant());
                    return limits();
                });

        assertThat(meanwhile).containsExactly("15s, 5s");
        assertThat(unit(() -> limits())).containsExactly("0, 0");
    }

    @Test
    void ofSeveralPlannersOneWorksAndTheOthersPassOn() throws Exception {
        String reader = "planner " + ids.next();
        unit(() -> cursors().lock(reader));
        var working =
                CompletableFuture.supplyAsync(
                        () ->
                                unit(() -> {
                                    OptionalLong place = cursors().lock(reader);
                                    cursors().move(reader, 5);
                                    holding.countDown();
                                    await(goOn);
                                    return place;
                                }),
                        THREADS);
        await(holding);

        assertThat(unit(() -> cursors().lock(reader))).isEmpty();
        assertThat(cursors().placeOf(reader)).hasValue(0);

        goOn.countDown();
        assertThat(working.get(30, TimeUnit.SECONDS)).hasValue(0);
        assertThat(unit(() -> cursors().lock(reader))).hasValue(5);
    }

    @Test
    void severalPlannersPlanEachEventOnceAndInItsOrder() {
        place(MANY);
        String reader = "planner " + ids.next();
        unit(() -> {
            cursors().lock(reader);
            cursors().move(reader, start);
        });
        List<Long> planned = Collections.synchronizedList(new ArrayList<>());

        var refusals =
                Crowd.refusals(
                        List.of(1, 2, 3, 4),
                        _ -> {
                            while (cursors().placeOf(reader).orElseThrow() < start + EVENTS) {
                                unit(() -> plan(reader, planned));
                            }
                        });

        assertThat(refusals).isEmpty();
        assertThat(planned)
                .isEqualTo(LongStream.rangeClosed(start + 1, start + EVENTS).boxed().toList());
    }

    private void plan(String reader, List<Long> planned) {
        OptionalLong place = cursors().lock(reader);
        if (place.isEmpty()) {
            return;
        }
        List<Placed> page = ports.eventStream().after(place.getAsLong(), 2);
        if (!page.isEmpty()) {
            page.forEach(event -> planned.add(event.place()));
            cursors().move(reader, page.getLast().place());
        }
    }

    /** A relay in the middle of its batch, which goes on when it is told to. */
    private CompletableFuture<Integer> placeAndHold(Runnable then) {
        var relay =
                CompletableFuture.supplyAsync(
                        () ->
                                unit(() -> {
                                    int placed = ports.eventStream().place(MANY, clock.instant());
                                    backend.set(
                                            sql.first(
                                                            "SELECT pg_backend_pid() AS pid",
                                                            row -> row.number("pid"))
                                                    .orElseThrow());
                                    then.run();
                                    holding.countDown();
                                    await(goOn);
                                    return placed;
                                }),
                        THREADS);
        await(holding);
        return relay;
    }

    private static void assertFailed(CompletableFuture<Integer> relay) {
        assertThatThrownBy(() -> relay.get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RefusedException.class);
    }

    private void assertPlacedOnce() {
        place(MANY);
        List<Placed> found = ports.eventStream().after(start, MANY);
        assertThat(found)
                .extracting(Placed::place)
                .isEqualTo(LongStream.rangeClosed(start + 1, start + EVENTS).boxed().toList());
        assertThat(found).extracting(event -> event.recorded().event()).isEqualTo(published);
    }

    private StreamCursors cursors() {
        return ports.streamCursors();
    }

    private int place(int limit) {
        return unit(() -> ports.eventStream().place(limit, clock.instant()));
    }

    /** How long a unit of work waits for what another holds, and may hang. */
    private List<String> limits() {
        return sql.list(
                """
                SELECT current_setting('lock_timeout') || ', '
                    || current_setting('idle_in_transaction_session_timeout') AS now
                """,
                row -> row.text("now"));
    }

    private static int result(CompletableFuture<Integer> relay) throws Exception {
        return relay.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
