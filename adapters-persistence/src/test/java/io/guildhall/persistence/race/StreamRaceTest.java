package io.guildhall.persistence.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.contract.PortContract;
import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent;
import io.guildhall.domain.bounty.BountyEvent.BountyCancelled;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.persistence.contract.PostgresPortsUnderTest;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many publish, several give places and several read, all at the same time. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class StreamRaceTest extends PortContract {

    private static final int MANY = 10_000;
    private static final int WRITERS = 5;
    private static final int UNITS_OF_EACH = 60;
    private static final int RELAYS = 3;
    private static final int READERS = 2;

    @Inject PostgresPortsUnderTest ports;

    private long start;

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }

    @BeforeEach
    void placeWhatOthersHaveLeft() {
        place(MANY);
        start = ports.eventStream().extent().last();
    }

    @Test
    void whatWasPublishedFirstAndCommittedLastIsNotPassedOver() throws Exception {
        BountyId slow = new BountyId(ids.next());
        BountyId quick = new BountyId(ids.next());
        CountDownLatch published = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    threads.submit(() ->
                            unit(() -> {
                                publish(slow, "first");
                                published.countDown();
                                await(commit);
                            }));
            await(published);
            unit(() -> publish(quick, "second"));
            place(MANY);
            List<Placed> readBetween = ports.eventStream().after(start, MANY);

            commit.countDown();
            first.get(30, TimeUnit.SECONDS);
            place(MANY);
            List<Placed> readAfterwards =
                    ports.eventStream().after(readBetween.getLast().place(), MANY);

            assertThat(told(readBetween)).containsExactly("second");
            assertThat(told(readAfterwards)).containsExactly("first");
            assertThat(readAfterwards.getFirst().place()).isEqualTo(start + 2);
        }
    }

    @Test
    void everyReaderHearsEachCommittedEventOnceAndOfEachBountyInTheOrderInWhichItHappened()
            throws Exception {
        List<BountyId> bounties =
                Stream.generate(() -> openBounty(operator()).id()).limit(5).toList();
        Map<BountyId, List<String>> happened = new ConcurrentHashMap<>();
        bounties.forEach(
                bounty -> happened.put(bounty, Collections.synchronizedList(new ArrayList<>())));
        ConcurrentLinkedQueue<String> undone = new ConcurrentLinkedQueue<>();
        AtomicBoolean writing = new AtomicBoolean(true);
        AtomicBoolean placing = new AtomicBoolean(true);
        List<List<Placed>> heard = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers =
                    started(
                            threads::submit,
                            WRITERS,
                            writer -> {
                                var random = new Random(writer);
                                for (int number = 0; number < UNITS_OF_EACH; number++) {
                                    change(
                                            bounties.get(random.nextInt(bounties.size())),
                                            writer + "." + number,
                                            random.nextInt(4) > 0,
                                            happened,
                                            undone);
                                }
                                return true;
                            });
            var relays =
                    started(
                            threads::submit,
                            RELAYS,
                            _ -> {
                                while (writing.get()) {
                                    place(7);
                                }
                                return true;
                            });
            var readers = started(threads::submit, READERS, _ -> readWhile(placing));
            all(writers);
            writing.set(false);
            all(relays);
            place(MANY);
            placing.set(false);
            heard.addAll(all(readers));
        }

        assertThat(undone).isNotEmpty();
        List<String> all = happened.values().stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(2 * (WRITERS * UNITS_OF_EACH - undone.size()));
        assertThat(heard).hasSize(READERS);
        for (List<Placed> one : heard) {
            assertThat(one).isEqualTo(heard.getFirst());
            assertThat(one)
                    .extracting(Placed::place)
                    .isEqualTo(
                            LongStream.rangeClosed(start + 1, start + all.size()).boxed().toList());
            Map<BountyId, List<String>> told =
                    one.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            placed -> event(placed).bounty(),
                                            Collectors.mapping(
                                                    placed -> event(placed).reason(),
                                                    Collectors.toList())));
            assertThat(told).isEqualTo(happened);
        }
    }

    /**
     * As use cases do it: the bounty's row first, then what happened, and the order is the row's.
     */
    private void change(
            BountyId id,
            String name,
            boolean keep,
            Map<BountyId, List<String>> happened,
            ConcurrentLinkedQueue<String> undone) {
        if (!keep) {
            assertThatThrownBy(() ->
                            unit(() -> {
                                assertThat(ports.bounties().lock(id)).isPresent();
                                publish(id, name);
                                throw new IllegalArgumentException("too late");
                            }))
                    .isInstanceOf(IllegalArgumentException.class);
            undone.add(name);
            return;
        }
        unit(() -> {
            Bounty bounty = ports.bounties().lock(id).orElseThrow();
            publish(id, name + " begins");
            ports.bounties().save(BountyFixture.fenced(bounty, bounty.lastFence() + 1));
            publish(id, name + " ends");
            // Nobody else writes this down before the row is free again.
            Objects.requireNonNull(happened.get(id))
                    .addAll(List.of(name + " begins", name + " ends"));
        });
    }

    private List<Placed> readWhile(AtomicBoolean placing) {
        List<Placed> read = new ArrayList<>();
        long place = start;
        while (true) {
            // Asked before reading: what is placed afterwards is read in the next round.
            boolean last = !placing.get();
            List<Placed> page = ports.eventStream().after(place, 5);
            read.addAll(page);
            if (!page.isEmpty()) {
                place = page.getLast().place();
            } else if (last) {
                return read;
            }
        }
    }

    private interface Worker<T> {
        T work(int number) throws Exception;
    }

    private interface Threads {
        <T> Future<T> start(Callable<T> work);
    }

    private static <T> List<Future<T>> started(Threads threads, int count, Worker<T> worker) {
        List<Future<T>> running = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int own = number;
            running.add(threads.start(() -> worker.work(own)));
        }
        return running;
    }

    private static <T> List<T> all(List<Future<T>> running) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get(60, TimeUnit.SECONDS));
        }
        return results;
    }

    private int place(int limit) {
        return unit(() -> ports.eventStream().place(limit, clock.instant()));
    }

    private void publish(BountyId bounty, String word) {
        ports.outbox()
                .publish(
                        List.of(new BountyCancelled(bounty, new OperatorId(bounty.value()), word)),
                        clock.instant());
    }

    private static List<String> told(List<Placed> events) {
        return events.stream().map(placed -> event(placed).reason()).toList();
    }

    private static BountyCancelled event(Placed placed) {
        return (BountyCancelled) (BountyEvent) placed.recorded().event();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
