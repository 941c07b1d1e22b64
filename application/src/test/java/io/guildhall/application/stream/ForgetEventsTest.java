package io.guildhall.application.stream;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.access.EventStream.Extent;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForgetEventsTest {

    private static final Duration KEPT = Duration.ofDays(14);
    private static final int ALL = 1_000;

    private final Market market = new Market();
    private final InMemoryGuildhall guildhall = market.guildhall;
    private long old;

    @BeforeEach
    void someEventsAreOldAndSomeAreNew() {
        market.post(market.operatorWith("Ann", usd(20_000)));
        old = market.use.placeEvents.handle(ALL);
        guildhall.clock.advance(KEPT.plusMillis(1));
        market.operator("Bob");
        assertThat(market.use.placeEvents.handle(ALL)).isEqualTo(1);
    }

    @Test
    void whatHasStoodThereForLongEnoughIsForgottenPieceByPiece() {
        ForgetEvents forget = forgetEvents(List.of());

        assertThat(forget.handle(2)).isEqualTo(2);
        assertThat(forget.handle(ALL)).isEqualTo(old - 2);
        assertThat(forget.handle(ALL)).isZero();

        assertThat(guildhall.eventStream.extent()).isEqualTo(new Extent(old + 1, old + 1));
        assertThat(guildhall.outbox.kept()).hasSize((int) old + 1);
    }

    @Test
    void whatIsNotOldEnoughIsKept() {
        guildhall.clock.advance(KEPT.minusMillis(1));

        forgetEvents(List.of()).handle(ALL);

        assertThat(guildhall.eventStream.extent().first()).isEqualTo(old + 1);
    }

    @Test
    void whatOneReaderHasStillBeforeItIsKept() {
        move(StreamReaders.WEBHOOKS, 2);
        move(StreamReaders.KAFKA, 1);

        forgetEvents(List.of(StreamReaders.WEBHOOKS, StreamReaders.KAFKA)).handle(ALL);

        assertThat(guildhall.eventStream.extent().first()).isEqualTo(2);
    }

    @Test
    void aReaderThatIsNotInUseIsNotWaitedFor() {
        move(StreamReaders.WEBHOOKS, 2);
        move(StreamReaders.KAFKA, 1);

        forgetEvents(List.of(StreamReaders.WEBHOOKS)).handle(ALL);

        assertThat(guildhall.eventStream.extent().first()).isEqualTo(3);
    }

    @Test
    void aReaderThatHasNotBegunHasEverythingBeforeIt() {
        assertThat(forgetEvents(List.of(StreamReaders.WEBHOOKS)).handle(ALL)).isZero();
    }

    private ForgetEvents forgetEvents(List<String> readers) {
        return new ForgetEvents(
                guildhall.transactions,
                guildhall.eventStream,
                guildhall.streamCursors,
                guildhall.clock,
                KEPT,
                readers);
    }

    private void move(String reader, long place) {
        guildhall.transactions.run(() -> {
            guildhall.streamCursors.lock(reader);
            guildhall.streamCursors.move(reader, place);
        });
    }
}
