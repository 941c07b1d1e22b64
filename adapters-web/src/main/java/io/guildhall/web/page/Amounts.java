package io.guildhall.web.page;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Invalid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Money as people read and write it; never rounded. */
public final class Amounts {

    /** A comma only parts thousands: where it stands before cents, as some write, it is refused. */
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\$?\\s*(([0-9]{1,12}|[1-9][0-9]{0,2}(,[0-9]{3}){1,3})(\\.[0-9]{1,6})?)\\s*\\$?");

    private Amounts() {}

    /** {@code $1,500.00}, or {@code 1,500.00 USDC} with as many places as it needs. */
    public static String text(Money money) {
        String number = number(money, "#,##0.00####");
        return switch (money.currency()) {
            case USD -> money.units() < 0 ? "-$" + number.substring(1) : "$" + number;
            case USDC -> number + " USDC";
        };
    }

    /** As a form takes it again. */
    public static String plain(Money money) {
        return number(money, "0.00####");
    }

    /** What somebody typed; zero, which no rule takes, when it cannot be understood. */
    public static Money read(
            @Nullable String written, Currency currency, String field, Invalid.Check check) {
        String text = written == null ? "" : written.strip();
        if (text.isEmpty()) {
            check.require(false, field, "is required");
            return Money.zero(currency);
        }
        Matcher number = WRITTEN.matcher(text);
        if (!number.matches()) {
            check.require(
                    false,
                    field,
                    "must be an amount such as 150 or 1,500.00, with a point before the cents");
            return Money.zero(currency);
        }
        BigDecimal amount = new BigDecimal(number.group(1).replace(",", ""));
        if (amount.stripTrailingZeros().scale() > currency.scale()) {
            check.require(
                    false, field, "has more than " + currency.scale() + " places after the point");
            return Money.zero(currency);
        }
        return new Money(
                amount.setScale(currency.scale(), RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact(),
                currency);
    }

    private static String number(Money money, String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH))
                .format(BigDecimal.valueOf(money.units(), money.currency().scale()));
    }
}
