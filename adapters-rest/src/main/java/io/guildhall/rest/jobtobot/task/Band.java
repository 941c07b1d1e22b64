package io.guildhall.rest.jobtobot.task;

import io.guildhall.domain.money.Money;
import java.util.Locale;

/** How large a task's price is, in a word. */
enum Band {
    MICRO,
    STANDARD,
    PREMIUM;

    private static final long STANDARD_FROM_CENTS = 500;
    private static final long PREMIUM_FROM_CENTS = 5_000;

    static Band of(Money price) {
        if (price.cents() < STANDARD_FROM_CENTS) {
            return MICRO;
        }
        return price.cents() < PREMIUM_FROM_CENTS ? STANDARD : PREMIUM;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
