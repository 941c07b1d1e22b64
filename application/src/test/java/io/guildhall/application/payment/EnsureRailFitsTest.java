package io.guildhall.application.payment;

import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.payee.OnboardPayee;
import io.guildhall.application.payment.EnsureRailFits.Finding;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.rail.RailMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pretended money and real money never meet, whatever is set up when the service is started. */
class EnsureRailFitsTest {

    private static final @Nullable RailMode SANDBOX = null;

    private final RailMarket market = new RailMarket();
    private final InMemoryGuildhall guildhall = market.guildhall;

    @Test
    void newInstallationTakesAnyRail() {
        assertThat(found(SANDBOX)).isEqualTo(Finding.FITS);
        assertThat(found(RailMode.TEST)).isEqualTo(Finding.FITS);
        assertThat(found(RailMode.LIVE)).isEqualTo(Finding.FITS);
        assertThat(found(SANDBOX)).isEqualTo(Finding.FITS);
    }

    @Test
    void pretendedMoneyIsNotToBePaidOutForReal() {
        Market sandbox = new Market(guildhall);
        Caller ann = sandbox.operatorWith("Ann", usd(2_000));

        assertThat(found(SANDBOX)).isEqualTo(Finding.FITS);
        assertThat(found(RailMode.TEST)).isEqualTo(Finding.PRETENDED_MONEY);
        assertThat(found(RailMode.LIVE)).isEqualTo(Finding.PRETENDED_MONEY);

        sandbox.withdraw(ann, usd(2_000));
        assertThat(found(RailMode.LIVE)).isEqualTo(Finding.PRETENDED_MONEY);
        sandbox.use.sendPayouts.handle(10);
        assertThat(found(RailMode.LIVE)).isEqualTo(Finding.FITS);
    }

    @Test
    void withoutTheRailNothingIsDoneAboutWhatIsKeptOfIt() {
        market.open(market.market.operator("Ann"), usd(2_000));

        assertThat(found(SANDBOX)).isEqualTo(Finding.RAIL_IS_GONE);
        assertThat(found(RailMode.TEST)).isEqualTo(Finding.FITS);
    }

    @Test
    void payoutAccountIsKeptOfTheRailToo() {
        Caller bob = market.market.operator("Bob");
        market.use.onboardPayee.handle(new OnboardPayee.Command(bob, "DE", false));

        assertThat(found(SANDBOX)).isEqualTo(Finding.RAIL_IS_GONE);
    }

    @Test
    void moneyOfTheTestModeIsNotToBePaidOutForReal() {
        assertThat(found(RailMode.TEST)).isEqualTo(Finding.FITS);
        market.operatorWith("Ann", usd(2_000));

        assertThat(found(RailMode.LIVE)).isEqualTo(Finding.OTHER_MODE);
        assertThat(found(RailMode.LIVE)).isEqualTo(Finding.OTHER_MODE);
        assertThat(found(RailMode.TEST)).isEqualTo(Finding.FITS);
    }

    @Test
    void mixedDatabaseGoesOnOnceItIsKnownThatWhatWasPretendedStays() {
        new Market(guildhall).operatorWith("Ann", usd(2_000));
        market.operatorWith("Bob", usd(3_000));

        assertThat(found(SANDBOX)).isEqualTo(Finding.RAIL_IS_GONE);
        assertThat(found(RailMode.LIVE)).isEqualTo(Finding.PRETENDED_MONEY);
        assertThat(rail().handle(RailMode.LIVE, true)).isEqualTo(Finding.FITS);
        assertThat(rail().handle(RailMode.LIVE, true)).isEqualTo(Finding.FITS);
        assertThat(rail().handle(RailMode.TEST, true)).isEqualTo(Finding.OTHER_MODE);
        assertThat(rail().handle(SANDBOX, true)).isEqualTo(Finding.RAIL_IS_GONE);
    }

    private Finding found(@Nullable RailMode mode) {
        return rail().handle(mode, false);
    }

    private EnsureRailFits rail() {
        return new EnsureRailFits(guildhall.transactions, guildhall.ledger, guildhall.railRecords);
    }
}
