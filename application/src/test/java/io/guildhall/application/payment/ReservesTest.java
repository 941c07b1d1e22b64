package io.guildhall.application.payment;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.guildhall.application.audit.Audit;
import io.guildhall.application.inmemory.ScriptedRail.Behaviour;
import io.guildhall.application.payment.ReconcileRail.About;
import io.guildhall.application.payment.ReconcileRail.Difference;
import io.guildhall.application.payment.ReconcileRail.Report;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.rail.RailBooks;
import io.guildhall.domain.rail.RailSnapshot;
import org.jspecify.annotations.Nullable;
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

    @Test
    void balanceIsComparedWhileSomethingIsUnderWay() {
        Caller ann = market.payee("Ann");
        market.pay(ann, usd(5_000));
        market.market.withdraw(ann, usd(2_000));
        market.rail.next(Behaviour.BREAKS_AFTER);
        market.use.sendPayouts.handle(10);
        Report sound = market.use.reconcileRail.handle();
        assertThat(sound.underWay()).isEqualTo(1);
        assertThat(sound.agrees()).isTrue();

        market.rail.enter("payout", usd(-100), null);

        assertThat(market.use.reconcileRail.handle().differences())
                .extracting(Difference::about, Difference::ours, Difference::rails)
                .containsExactly(
                        tuple(About.LINE, usd(0), usd(-100)),
                        tuple(About.BALANCE, usd(2_970), usd(2_870)));
    }

    @Test
    void whatComesWhileTheBooksAreReadIsNoDifference() {
        Payment payment = market.open(market.market.operator("Ann"), usd(5_000));
        var paidMeanwhile =
                new RailBooks() {
                    @Override
                    public Money held(Currency currency) {
                        Money held = market.rail.held(currency);
                        market.rail.pay(payment.id());
                        return held;
                    }

                    @Override
                    public Lines lines(Currency currency, @Nullable String after) {
                        return market.rail.lines(currency, after);
                    }
                };
        var guildhall = market.guildhall;

        Report report =
                new ReconcileRail(
                                market.use.worldly,
                                guildhall.ledger,
                                guildhall.payments,
                                guildhall.payouts,
                                paidMeanwhile,
                                guildhall.railSnapshots,
                                new Audit(guildhall.auditLog, guildhall.ids, guildhall.clock))
                        .handle();

        assertThat(report.underWay()).isEqualTo(1);
        assertThat(report.agrees()).isTrue();
    }
}
