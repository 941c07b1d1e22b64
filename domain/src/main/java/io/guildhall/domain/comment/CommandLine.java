package io.guildhall.domain.comment;

import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.SmallLetters;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a line of a comment asks of us. */
public sealed interface CommandLine {

    /** Longer lines are no commands. */
    int LENGTH_MAX = 200;

    /** Put up a bounty for the issue. */
    record PutUp(Money reward) implements CommandLine {}

    /** Give me the work. */
    record Attempt() implements CommandLine {}

    /**
     * I have done the work.
     *
     * @param number on an issue the pull request's, on a pull request the issue's; null when it was
     *     left out
     */
    record HandIn(@Nullable Integer number) implements CommandLine {}

    /**
     * Begins as one of these, and goes on otherwise.
     *
     * @param form how it should be
     */
    record Unclear(String form) implements CommandLine {}

    String PUT_UP_FORM = "`/bounty 50`, `/bounty $50` or `/bounty 50.5 usdc`";
    String ATTEMPT_FORM = "`/attempt`";
    String HAND_IN_FORM = "`/claim` or `/claim #12`";

    Pattern COMMAND = Pattern.compile("/(bounty|attempt|claim)(?:[ \\t]+(.*))?");
    Pattern AMOUNT = Pattern.compile("(\\$)?([0-9]{1,8}(?:\\.[0-9]{1,6})?)(?:[ \\t]*(usd|usdc))?");
    Pattern NUMBER = Pattern.compile("#([1-9][0-9]{0,8})");

    /** The first line of a comment that is a command; empty when none is. */
    static Optional<String> in(String comment) {
        return comment.lines()
                .map(String::strip)
                .filter(line -> line.length() <= LENGTH_MAX)
                .filter(line -> COMMAND.matcher(SmallLetters.of(line)).matches())
                .findFirst();
    }

    /**
     * @param line as {@link #in} finds it
     */
    static CommandLine read(String line) {
        Matcher command = COMMAND.matcher(SmallLetters.of(line));
        if (!command.matches()) {
            throw new IllegalArgumentException("No command: " + line);
        }
        String rest = command.group(2) == null ? "" : command.group(2).strip();
        return switch (command.group(1)) {
            case "bounty" -> putUp(rest);
            case "attempt" -> rest.isEmpty() ? new Attempt() : new Unclear(ATTEMPT_FORM);
            default -> handIn(rest);
        };
    }

    private static CommandLine putUp(String rest) {
        Matcher amount = AMOUNT.matcher(rest);
        if (!amount.matches()) {
            return new Unclear(PUT_UP_FORM);
        }
        Currency currency = "usdc".equals(amount.group(3)) ? Currency.USDC : Currency.USD;
        boolean isDollars = amount.group(1) != null;
        BigDecimal units = new BigDecimal(amount.group(2)).movePointRight(currency.scale());
        boolean isWhole = units.stripTrailingZeros().scale() <= 0;
        if (!isWhole || units.signum() == 0 || (isDollars && currency != Currency.USD)) {
            return new Unclear(PUT_UP_FORM);
        }
        return new PutUp(new Money(units.longValueExact(), currency));
    }

    private static CommandLine handIn(String rest) {
        if (rest.isEmpty()) {
            return new HandIn(null);
        }
        Matcher number = NUMBER.matcher(rest);
        return number.matches()
                ? new HandIn(Integer.valueOf(number.group(1)))
                : new Unclear(HAND_IN_FORM);
    }
}
