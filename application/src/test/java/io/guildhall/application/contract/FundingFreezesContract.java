package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.funding.FundingFreeze;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.payout.Rail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of FundingFreezes keeps. */
public abstract class FundingFreezesContract extends PortContract {

    private static final FundingScope LEDGER_USD = new FundingScope(Rail.LEDGER, Currency.USD);
    private static final FundingScope ESCROW = new FundingScope(Rail.ESCROW, null);
    private static final FundingScope USDC = new FundingScope(null, Currency.USDC);

    /** Others that share the store want to post. */
    @BeforeEach
    @AfterEach
    void thaw() {
        for (FundingScope scope : List.of(FundingScope.ALL, LEDGER_USD, ESCROW, USDC)) {
            unit(() -> ports().admin().fundingFreezes().lift(scope));
        }
    }

    @Test
    public void eachScopeHasItsOwn() {
        FundingFreeze all = frozen(FundingScope.ALL, null);
        FundingFreeze one = frozen(LEDGER_USD, clock.instant().plus(Duration.ofHours(1)));
        FundingFreeze rail = frozen(ESCROW, null);
        FundingFreeze currency = frozen(USDC, null);

        assertThat(unit(() -> ports().admin().fundingFreezes().all()))
                .containsExactly(all, rail, one, currency);
        assertThat(unit(() -> ports().admin().fundingFreezes().find(LEDGER_USD))).contains(one);
        assertThat(
                        unit(() ->
                                ports().admin()
                                        .fundingFreezes()
                                        .find(new FundingScope(Rail.LEDGER, null))))
                .isEmpty();
    }

    @Test
    public void laterOneTakesThePlaceOfTheEarlier() {
        frozen(ESCROW, null);
        FundingFreeze later = frozen(ESCROW, clock.instant().plus(Duration.ofDays(1)));

        assertThat(unit(() -> ports().admin().fundingFreezes().all())).containsExactly(later);
    }

    @Test
    public void liftingTellsWhetherThereWasOne() {
        frozen(USDC, null);

        assertThat(unit(() -> ports().admin().fundingFreezes().lift(USDC))).isTrue();
        assertThat(unit(() -> ports().admin().fundingFreezes().lift(USDC))).isFalse();
        assertThat(unit(() -> ports().admin().fundingFreezes().all())).isEmpty();
    }

    private FundingFreeze frozen(FundingScope scope, @Nullable Instant until) {
        Operator admin = operator();
        var freeze = new FundingFreeze(scope, "Audit", clock.instant(), until, admin.id());
        unit(() -> ports().admin().fundingFreezes().save(freeze));
        return freeze;
    }
}
