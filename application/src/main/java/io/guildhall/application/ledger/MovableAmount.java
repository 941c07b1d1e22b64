package io.guildhall.application.ledger;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Invalid;

/** The rule for an amount that a caller names. */
final class MovableAmount {

    /**
     * A hundred million whole units: far above any bounty, far below what a sum of many could
     * overflow.
     */
    private static final long CENTS_MAX = 10_000_000_000L;

    private MovableAmount() {}

    static void check(Money amount) {
        new Invalid.Check()
                .require(amount.isPositive(), "amount", "must be more than zero")
                .require(
                        amount.cents() <= CENTS_MAX,
                        "amount",
                        "must be at most " + CENTS_MAX + " cents")
                .orThrow();
    }
}
