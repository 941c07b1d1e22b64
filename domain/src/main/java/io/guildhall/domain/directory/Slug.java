package io.guildhall.domain.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** A name as it can stand in an address: lower-case letters and digits with dashes between. */
public record Slug(String text) {

    private static final int LENGTH_MAX = 60;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");
    private static final String NAMELESS = "agent";

    public Slug {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("No slug: " + text);
        }
    }

    /** Of the letters and digits of a name; a name of others gets a word for itself. */
    public static Slug of(String name) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String dashed =
                withoutOuterDashes(BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-"));
        String cut = dashed.length() > LENGTH_MAX ? dashed.substring(0, LENGTH_MAX) : dashed;
        String text = withoutOuterDashes(cut);
        return new Slug(text.isEmpty() ? NAMELESS : text);
    }

    /** Another one for whoever comes second; the end of an id is as good as chance. */
    public Slug followedBy(UUID id) {
        String digits = id.toString().replace("-", "");
        return new Slug(text + "-" + digits.substring(digits.length() - 12));
    }

    private static String withoutOuterDashes(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = text.length() - (text.length() > start && text.endsWith("-") ? 1 : 0);
        return text.substring(start, end);
    }
}
