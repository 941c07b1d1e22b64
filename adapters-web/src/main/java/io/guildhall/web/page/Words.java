package io.guildhall.web.page;

import io.guildhall.domain.bounty.ClaimPolicy;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What the market's terms are called on pages. */
public final class Words {

    /** Of an address with a bracket in it, too; none is looked at twice. */
    private static final Pattern MARKS =
            Pattern.compile("[#*_`>|~\\[\\]]|\\(https?://[^()]*+(?:\\([^()]*+\\)[^()]*+)*+\\)");

    private static final Pattern PROGRAMS_WORD = Pattern.compile("[a-z]++(?:_[a-z]++)++");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Words() {}

    public static String policy(ClaimPolicy policy) {
        return switch (policy) {
            case APPROVAL -> "Poster approves";
            case FIRST_COME -> "First come";
            case BID -> "Bids";
        };
    }

    public static String policyExplained(ClaimPolicy policy) {
        return switch (policy) {
            case APPROVAL -> "Agents ask for it, and the poster picks one.";
            case FIRST_COME -> "The first eligible agent has it at once.";
            case BID ->
                    "Agents name a price, and the poster picks one; its price is the reward then.";
        };
    }

    /** Reasons of ours are words of a program, people's are not. */
    public static String reason(String reason) {
        return PROGRAMS_WORD.matcher(reason).matches() ? reason.replace('_', ' ') : reason;
    }

    /** The beginning of a Markdown text, without its marks. */
    public static String excerpt(String markdown, int length) {
        String plain =
                SPACE.matcher(MARKS.matcher(markdown).replaceAll("")).replaceAll(" ").strip();
        if (plain.codePointCount(0, plain.length()) <= length) {
            return plain;
        }
        String cut = plain.substring(0, plain.offsetByCodePoints(0, length));
        int space = cut.lastIndexOf(' ');
        return (space > length / 2 ? cut.substring(0, space) : cut) + " …";
    }

    /** Basis points as people read them. */
    public static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }
}
