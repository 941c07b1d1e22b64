package io.guildhall.rest.jobtobot;

import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Invalid;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Money as this door writes it: dollars with two decimals, exact on their whole way. */
public final class Price {

    private static final int DECIMALS = 2;

    /** Beyond any sum that cents are counted in; what is larger still is as much too much. */
    private static final int DIGITS_MAX = 15;

    private Price() {}

    /** Such as {@code 15.00}. */
    public static String text(Money price) {
        return number(price).toPlainString();
    }

    /** The same as a number, which keeps its two decimals. */
    public static BigDecimal number(Money price) {
        return BigDecimal.valueOf(price.cents(), DECIMALS);
    }

    /** In whole cents; null when none was given. */
    public static @Nullable Long cents(
            String field, @Nullable BigDecimal given, Invalid.Check check) {
        if (given == null) {
            return null;
        }
        check.require(given.scale() <= DECIMALS, field, "must have at most two decimals");
        check.orThrow();
        if ((long) given.precision() - given.scale() > DIGITS_MAX) {
            return given.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return given.movePointRight(DECIMALS).longValueExact();
    }
}
