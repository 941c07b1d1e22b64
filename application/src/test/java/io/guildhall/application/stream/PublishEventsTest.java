package io.guildhall.application.stream;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Market;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.Crashes.Crash;
import io.guildhall.application.inmemory.InMemoryEventPublisher;
import io.guildhall.domain.party.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishEventsTest {

    private static final int ALL = 100_000;

    private final Market market = new Market();
    private final InMemoryEventPublisher publisher = new InMemoryEventPublisher();
    private final Crashes crashes = new Crashes(market.guildhall.ports());
    private final PublishEvents here = replica("here", market.guildhall.streamCursors);
    private final PublishEvents there = replica("there", market.guildhall.streamCursors);
    private final Caller ann = market.operatorWith("Ann", usd(100_000_000));

    @Test
    void everythingIsPublishedInTheOrderOfTheStream() {
        happened(25);

        assertThat(here.handle(ALL)).isEqualTo(stream().size());

        assertThat(publisher.arrived()).isEqualTo(stream()).hasSizeGreaterThan(25);
    }

    @Test
    void whatHappensLaterIsPublishedLaterAndNothingTwice() {
        happened(2);
        here.handle(ALL);
        assertThat(here.handle(ALL)).isZero();
        happened(3);

        there.handle(ALL);

        assertThat(publisher.arrived()).isEqualTo(stream());
    }

    @Test
    void aLongBacklogGoesInBatchesAndARoundEndsInTime() {
        happened(4_100);

        assertThat(here.handle(2_001)).isEqualTo(4_000);
        assertThat(here.handle(ALL)).isEqualTo(stream().size() - 4_000);

        assertThat(publisher.arrived()).isEqualTo(stream());
        assertThat(publisher.sizes()).allMatch(size -> size <= 2_000);
    }

    @Test
    void aCrashBetweenPublishingAndMovingTheCursorPublishesTheSameEventsAgain() {
        happened(3);
        PublishEvents doomed = replica("doomed", crashes.ports().streamCursors());
        crashes.before("StreamCursors.advance");
        assertThatThrownBy(() -> doomed.handle(ALL)).isInstanceOf(Crash.class);
        List<Placed> first = publisher.arrived();
        assertThat(first).isEqualTo(stream());

        assertThat(here.handle(ALL)).isZero();
        market.guildhall.clock.advance(Duration.ofSeconds(25));
        happened(1);
        here.handle(ALL);

        assertThat(publisher.arrived().subList(0, first.size())).isEqualTo(first);
        assertThat(publisher.arrived().subList(first.size(), publisher.arrived().size()))
                .isEqualTo(stream());
    }

    @Test
    void whileOneReplicaPublishesAnotherDoesNot() {
        happened(3);
        publisher.meanwhile(() -> assertThat(there.handle(ALL)).isZero());

        here.handle(ALL);

        assertThat(publisher.arrived()).isEqualTo(stream());
    }

    @Test
    void aReplicaThatComesBackTooLateCannotMoveTheCursor() {
        happened(3);
        publisher.meanwhile(() -> {
            market.guildhall.clock.advance(Duration.ofSeconds(25));
            happened(2);
            assertThat(there.handle(ALL)).isEqualTo(stream().size());
        });

        assertThat(here.handle(ALL)).isZero();

        assertThat(cursor()).isEqualTo(stream().size());
        assertThat(here.handle(ALL)).isZero();
    }

    @Test
    void whatCouldNotBeSentIsSentAgainBeforeAnythingLater() {
        happened(3);
        publisher.cutOff();
        assertThatThrownBy(() -> here.handle(ALL)).isInstanceOf(IllegalStateException.class);
        assertThat(cursor()).isZero();
        happened(2);
        publisher.connectAgain();

        here.handle(ALL);

        assertThat(publisher.arrived()).isEqualTo(stream());
    }

    @Test
    void nobodyTakesTheCursorForNothing() {
        happened(1);
        here.handle(ALL);
        crashes.before("StreamCursors.take");

        PublishEvents idle = replica("idle", crashes.ports().streamCursors());

        assertThat(idle.handle(ALL)).isZero();
    }

    private PublishEvents replica(String name, StreamCursors cursors) {
        return new PublishEvents(
                market.guildhall.transactions,
                market.guildhall.eventStream,
                cursors,
                publisher,
                market.guildhall.clock,
                name);
    }

    private void happened(int bounties) {
        for (int bounty = 0; bounty < bounties; bounty++) {
            market.post(ann);
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
}
