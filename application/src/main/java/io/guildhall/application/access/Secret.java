package io.guildhall.application.access;

import java.util.Arrays;
import java.util.List;

/** A text that nobody is to read: it is in no log, since its own text does not say it. */
public final class Secret {

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    public static Secret of(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("is empty");
        }
        return new Secret(stripped);
    }

    /** Several secrets in one text, separated by commas. */
    public List<Secret> parts() {
        return Arrays.stream(text.split(",", -1)).map(Secret::of).toList();
    }

    /** For the one place that sends or uses it. */
    public String revealed() {
        return text;
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
