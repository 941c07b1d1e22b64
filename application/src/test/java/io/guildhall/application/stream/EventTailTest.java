package io.guildhall.application.stream;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.notification.Addressed;
import io.guildhall.domain.party.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventTailTest {

    private static final int ALL = 100_000;

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(20_000));
    private final EventTail tail =
            new EventTail(market.guildhall.eventStream, market.guildhall.useCases.audiences);
    private final List<Addressed> heard = new ArrayList<>();

    @Test
    void aListenerHearsWhatGetsItsPlaceAfterItCame() {
        place();
        long behind = tail.listen(heard::addAll);
        assertThat(tail.refresh()).isZero();

        market.post(ann);
        assertThat(tail.refresh()).isZero();
        place();

        assertThat(tail.refresh()).isEqualTo(heard.size());
        assertThat(heard).isNotEmpty();
        assertThat(heard.getFirst().placed().place()).isEqualTo(behind + 1);
        assertThat(heard).allSatisfy(event -> assertThat(event.bounty()).isNotNull());
        assertThat(tail.refresh()).isZero();
    }

    @Test
    void everyListenerHearsEachEventOnce() {
        List<Addressed> other = new ArrayList<>();
        tail.listen(heard::addAll);
        market.post(ann);
        place();
        tail.refresh();
        tail.listen(other::addAll);

        market.post(ann);
        place();
        tail.refresh();

        assertThat(heard).doesNotHaveDuplicates().endsWith(other.toArray(Addressed[]::new));
        assertThat(other).isNotEmpty().hasSizeLessThan(heard.size());
    }

    @Test
    void manyEventsAreToldInTheirOrder() {
        long behind = tail.listen(heard::addAll);
        for (int count = 0; count < 600; count++) {
            market.operator("Bob");
        }
        place();

        assertThat(tail.refresh()).isGreaterThanOrEqualTo(600);

        assertThat(heard)
                .extracting(event -> event.placed().place())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(behind + 1, behind + heard.size()).boxed().toList());
    }

    @Test
    void whatWasForgottenBeforeItWasReadIsPassedOver() {
        long behind = tail.listen(heard::addAll);
        market.post(ann);
        place();
        market.guildhall.clock.advance(Duration.ofDays(30));
        market.guildhall.transactions.run(() ->
                market.guildhall.eventStream.forgetPlacedBefore(
                        market.guildhall.clock.instant(), behind + 1, 1));

        tail.refresh();

        assertThat(heard.getFirst().placed().place()).isEqualTo(behind + 2);
    }

    private void place() {
        market.use.placeEvents.handle(ALL);
    }
}
