package io.guildhall.domain.funding;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.payout.Rail;
import java.util.Locale;
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
            return currency == null ? "all" : lower(currency);
        }
        return currency == null ? lower(rail) : lower(rail) + "/" + lower(currency);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
