package io.guildhall.domain.quality;

import java.util.regex.Pattern;

/**
 * Something to be found in a text, in any case. {@code \b} means what it mostly means; Java's own
 * looks back over all marks that combine, so that a text of nothing else would take hours.
 */
final class Phrase {

    private static final String EDGE = "(?:(?<![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]))";

    private Phrase() {}

    static Pattern of(String expression) {
        return Pattern.compile(
                expression.replace("\\b", EDGE), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
