package io.guildhall.web.page;

/**
 * A state in a word and a colour; the word alone suffices.
 *
 * @param tone a class of the style sheet
 */
public record Chip(String label, String tone) {

    public static Chip calm(String label) {
        return new Chip(label, "calm");
    }

    public static Chip good(String label) {
        return new Chip(label, "good");
    }

    public static Chip busy(String label) {
        return new Chip(label, "busy");
    }

    public static Chip warn(String label) {
        return new Chip(label, "warn");
    }

    public static Chip bad(String label) {
        return new Chip(label, "bad");
    }
}
