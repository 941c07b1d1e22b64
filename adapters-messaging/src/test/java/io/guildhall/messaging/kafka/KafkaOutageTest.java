package io.guildhall.messaging.kafka;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.guildhall.application.Market;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.Crashes.Crash;
import io.guildhall.application.stream.PublishEvents;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of every event, as somebody else reads it, after the broker or we were away. */
class KafkaOutageTest {

    private static final int ALL = 100_000;

    private final KafkaForTests kafka = KafkaForTests.notStarted();
    private final KafkaEventPublisher publisher = KafkaEventPublisherTest.publisher(kafka);
    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(100_000_000));
    private final PublishEvents here = replica("here", publisher, market.guildhall.streamCursors);

    @AfterEach
    void stop() {
        publisher.close();
        kafka.close();
    }

    @Test
    void aBrokerThatIsNotThereYetIsWaitedFor() {
        happened(10);
        assertThatThrownBy(() -> here.handle(ALL)).isInstanceOf(RefusedException.class);
        happened(10);
        kafka.startAgain();

        KafkaForTests.untilTaken(() -> here.handle(ALL));

        assertThat(cursor()).isEqualTo(stream().size());
        assertThat(arrivedIds().stream().distinct()).containsExactlyInAnyOrderElementsOf(ids());
    }

    @Test
    void nothingIsLostOrOvertakenWhileTheBrokerIsKilledAndStartedAgain() {
        kafka.startAgain();
        var failures = new AtomicInteger();
        Runnable round =
                () -> {
                    try {
                        here.handle(50);
                    } catch (RefusedException _) {
                        failures.incrementAndGet();
                    }
                };
        try (var loop = Executors.newSingleThreadScheduledExecutor()) {
            var _ = loop.scheduleWithFixedDelay(round, 0, 20, TimeUnit.MILLISECONDS);
            liveThroughAnOutage(failures);
        }

        assertThat(arrivedIds().stream().distinct()).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(firstOccurrences()).allSatisfy((_, places) -> assertThat(places).isSorted());
    }

    @Test
    void aDeathBetweenSendingAndMovingTheCursorRepeatsTheSameEvents() {
        kafka.startAgain();
        happened(1);
        KafkaForTests.untilTaken(() -> here.handle(ALL));
        happened(20);
        Crashes crashes = new Crashes(market.guildhall.ports());
        crashes.before("StreamCursors.advance");
        try (var doomedPublisher = KafkaEventPublisherTest.publisher(kafka)) {
            PublishEvents doomed =
                    replica("doomed", doomedPublisher, crashes.ports().streamCursors());
            assertThatThrownBy(() -> doomed.handle(ALL)).isInstanceOf(Crash.class);
        }
        assertThat(arrivedIds()).containsAll(ids());
        happened(5);
        market.guildhall.clock.advance(Duration.ofSeconds(25));

        KafkaForTests.untilTaken(() -> here.handle(ALL));

        assertThat(arrivedIds().stream().distinct()).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(arrivedIds()).hasSizeGreaterThan(ids().size());
        assertThat(firstOccurrences()).allSatisfy((_, places) -> assertThat(places).isSorted());
    }

    private void liveThroughAnOutage(AtomicInteger failures) {
        happened(60);
        await(() -> cursor() > 0);
        kafka.kill();
        happened(60);
        await(() -> failures.get() > 0);
        kafka.startAgain();
        happened(60);
        await(() -> cursor() == market.guildhall.eventStream.extent().last());
    }

    private static void await(Callable<Boolean> what) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(what);
    }

    private PublishEvents replica(String name, KafkaEventPublisher to, StreamCursors cursors) {
        return new PublishEvents(
                market.guildhall.transactions,
                market.guildhall.eventStream,
                cursors,
                to,
                market.guildhall.clock,
                name);
    }

    /** Bounties that are posted and cancelled: three events of each. */
    private void happened(int bounties) {
        for (int bounty = 0; bounty < bounties; bounty++) {
            market.cancel(ann, market.post(ann));
        }
        while (market.use.placeEvents.handle(1_000) == 1_000) {
            // Until all have their places.
        }
    }

    private List<Placed> stream() {
        return market.guildhall.eventStream.after(0, ALL);
    }

    private long cursor() {
        return market.guildhall.streamCursors.placeOf(publisher.reader()).orElse(0);
    }

    private List<String> ids() {
        return stream().stream()
                .map(placed -> OpenBountyIds.EVENT.on(placed.recorded().id()))
                .toList();
    }

    private List<String> arrivedIds() {
        return IndependentReader.all(kafka).stream().map(record -> record.value().getId()).toList();
    }

    /** The places of each aggregate's events, in the order in which they were first to be read. */
    private Map<String, List<Long>> firstOccurrences() {
        var seen = new HashSet<String>();
        return IndependentReader.all(kafka).stream()
                .filter(record -> seen.add(record.value().getId()))
                .collect(
                        groupingBy(
                                ConsumerRecord<String, CloudEvent>::key,
                                mapping(KafkaEventPublisherTest::place, toList())));
    }
}
