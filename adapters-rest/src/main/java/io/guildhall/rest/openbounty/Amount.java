package io.guildhall.rest.openbounty;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.SmallLetters;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Money as this door writes it: whole cents, and for usdc the exact base units beside them. */
public final class Amount {

    private static final Pattern UNITS = Pattern.compile("[0-9]{1,18}");

    private Amount() {}

    /** Null for usd, whose cents are exact. */
    public static @Nullable String units(Money amount) {
        return amount.currency() == Currency.USD ? null : Long.toString(amount.units());
    }

    /** usd when none is named. */
    public static Currency currency(@Nullable String given, Invalid.Check check) {
        if (given == null) {
            return Currency.USD;
        }
        return switch (SmallLetters.of(given)) {
            case "usd" -> Currency.USD;
            case "usdc" -> Currency.USDC;
            default -> {
                check.require(false, "currency", "must be usd or usdc");
                yield Currency.USD;
            }
        };
    }

    /**
     * The amount given in cents, in units, or in both alike; zero, which no rule takes, when
     * neither is there.
     *
     * @param name of the field without its ending, such as {@code reward}
     */
    public static Money read(
            String name,
            @Nullable Long cents,
            @Nullable String units,
            Currency currency,
            Invalid.Check check) {
        if (units != null) {
            return readUnits(name, cents, units, currency, check);
        }
        if (cents == null) {
            check.require(false, name + "_cents", "is required");
            return Money.zero(currency);
        }
        try {
            return Money.cents(cents, currency);
        } catch (ArithmeticException tooLarge) {
            check.require(false, name + "_cents", "is too large");
            return Money.zero(currency);
        }
    }

    private static Money readUnits(
            String name,
            @Nullable Long cents,
            String units,
            Currency currency,
            Invalid.Check check) {
        if (!UNITS.matcher(units).matches()) {
            check.require(false, name + "_units", "must be a string of 1 to 18 digits");
            return Money.zero(currency);
        }
        Money amount = new Money(Long.parseLong(units), currency);
        check.require(
                cents == null || cents == amount.cents(),
                name + "_units",
                "must be the same amount as " + name + "_cents");
        return amount;
    }
}
