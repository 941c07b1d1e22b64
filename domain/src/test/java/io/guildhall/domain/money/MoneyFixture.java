package io.guildhall.domain.money;

/** Amounts by their cents. */
public final class MoneyFixture {

    private MoneyFixture() {}

    public static Money usd(long cents) {
        return Money.cents(cents, Currency.USD);
    }

    public static Money usdc(long cents) {
        return Money.cents(cents, Currency.USDC);
    }
}
