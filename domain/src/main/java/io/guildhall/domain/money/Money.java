package io.guildhall.domain.money;

/**
 * An exact amount: a whole number of the currency's smallest unit (1 usd = 100, 1 usdc =
 * 1,000,000). Arithmetic that would overflow or mix currencies throws, for both are bugs.
 */
public record Money(long units, Currency currency) implements Comparable<Money> {

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public static Money cents(long cents, Currency currency) {
        return new Money(Math.multiplyExact(cents, currency.unitsPerCent()), currency);
    }

    /**
     * Whole cents, rounded towards minus infinity: what a usdc amount shows beside its exact units.
     */
    public long cents() {
        return Math.floorDiv(units, currency.unitsPerCent());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(units, sameCurrency(other).units), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(units, sameCurrency(other).units), currency);
    }

    /** The share of this amount in basis points, rounded down to the smallest unit. */
    public Money share(int basisPoints) {
        return new Money(
                Math.floorDiv(Math.multiplyExact(units, (long) basisPoints), 10_000L), currency);
    }

    public boolean isZero() {
        return units == 0;
    }

    public boolean isPositive() {
        return units > 0;
    }

    public boolean isLessThan(Money other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(units, sameCurrency(other).units);
    }

    private Money sameCurrency(Money other) {
        if (currency != other.currency) {
            throw new IllegalArgumentException(
                    "Mixed currencies " + currency + " and " + other.currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return java.math.BigDecimal.valueOf(units, currency.scale()).toPlainString()
                + " "
                + currency.word();
    }
}
