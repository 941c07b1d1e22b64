package io.guildhall.application.payment;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailSnapshot;
import org.junit.jupiter.api.Test;

/** What lies behind the money of the market is no secret. */
class ReservesTest {

    private final RailMarket market = new RailMarket();

    @Test
    void everybodySeesWhatTheRailHeldWhenItWasLastCompared() {
        assertThat(market.use.viewReserves.handle()).isEmpty();
        market.pay(market.market.operator("Ann"), usd(5_000));
        market.use.reconcileRail.handle();
        RailSnapshot sound =
                new RailSnapshot(
                        Rail.STRIPE,
                        market.guildhall.clock.instant(),
                        usd(4_970),
                        usd(4_970),
                        0,
                        0);
        assertThat(market.use.viewReserves.handle()).containsExactly(sound);

        market.rail.enter("payout", usd(-100), null);
        assertThat(market.use.viewReserves.handle()).containsExactly(sound);
        market.use.reconcileRail.handle();

        // The line that nobody knows, and the sum.
        assertThat(market.use.viewReserves.handle())
                .containsExactly(
                        new RailSnapshot(
                                Rail.STRIPE,
                                market.guildhall.clock.instant(),
                                usd(4_870),
                                usd(4_970),
                                2,
                                0));
    }
}
