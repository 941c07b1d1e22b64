package io.guildhall.domain.funding;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.payout.Rail;
import org.jspecify.annotations.Nullable;

/** For what new money is frozen: a rail, a currency, one on the other, or all. */
public record FundingScope(@Nullable Rail rail, @Nullable Currency currency) {

    public static final FundingScope ALL = new FundingScope(null, null);

    public boolean covers(Rail fundedOn, Currency fundedIn) {
        return (rail == null || rail == fundedOn) && (currency == null || currency == fundedIn);
    }

    /** Such as {@code all}, {@code escrow}, {@code usd} or {@code ledger/usd}. */
    public String word() {
        if (rail == null) {
            return currency == null ? "all" : currency.word();
        }
        return currency == null ? rail.word() : rail.word() + "/" + currency.word();
    }
}
