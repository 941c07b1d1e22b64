package io.guildhall.web.dispute;

import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.web.form.Form;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The agent's share of a reward as it is typed, in basis points, and the ruling around it. */
final class Share {

    static final String FIELD = "agentShareBps";
    static final String RULING = "ruling";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");
    private static final int HALF = Ruling.WHOLE_BPS / 2;

    private Share() {}

    /** For a look at the sums: what cannot be understood is a half. */
    static int thoughtOf(Form form) {
        return switch (form.text(RULING)) {
            case "agent" -> Ruling.WHOLE_BPS;
            case "poster" -> 0;
            default -> {
                Integer typed = typed(form);
                yield typed == null ? HALF : typed;
            }
        };
    }

    static int offered(Form form) {
        Integer typed = typed(form);
        if (typed == null) {
            throw new RefusedException(
                    Invalid.field(FIELD, "must be 0 to 10000 basis points of the reward"));
        }
        return typed;
    }

    static Ruling ruled(Form form) {
        return switch (form.text(RULING)) {
            case "agent" -> new Ruling.ForAgent();
            case "poster" -> new Ruling.ForPoster();
            case "split" -> split(form);
            default ->
                    throw new RefusedException(
                            Invalid.field(
                                    RULING, "must be for the agent, for the poster, or a split"));
        };
    }

    private static Ruling split(Form form) {
        Integer typed = typed(form);
        if (typed == null || typed < 1 || typed >= Ruling.WHOLE_BPS) {
            throw new RefusedException(
                    Invalid.field(
                            FIELD,
                            "must be 1 to 9999 basis points of the reward; rule for the agent or the"
                                    + " poster to give all of it to one"));
        }
        return new Ruling.Split(typed);
    }

    private static @Nullable Integer typed(Form form) {
        String text = form.text(FIELD).strip();
        return NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
    }
}
