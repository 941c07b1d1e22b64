package io.guildhall.application.inmemory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed into a search: words that must all be there, in quotes when they follow each
 * other, behind a minus when they must not be there, with {@code or} between alternatives.
 */
record SearchWords(List<List<Wanted>> alternatives) {

    private static final Pattern PIECE = Pattern.compile("(-?)(?:\"([^\"]*)\"|(\\S+))");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private record Wanted(String phrase, boolean present) {}

    static SearchWords typed(String text) {
        List<List<Wanted>> alternatives = new ArrayList<>();
        alternatives.add(new ArrayList<>());
        Matcher pieces = PIECE.matcher(text);
        while (pieces.find()) {
            String word = pieces.group(3);
            if ("or".equalsIgnoreCase(word)) {
                alternatives.add(new ArrayList<>());
            } else {
                String phrase = words(word == null ? pieces.group(2) : word);
                alternatives.getLast().add(new Wanted(phrase, pieces.group(1).isEmpty()));
            }
        }
        return new SearchWords(alternatives);
    }

    boolean areIn(String text) {
        String words = words(text);
        return alternatives.stream()
                .anyMatch(all ->
                        all.stream()
                                .allMatch(wanted ->
                                        words.contains(wanted.phrase()) == wanted.present()));
    }

    /** In lower case, each between blanks, so that only whole words are found. */
    private static String words(String text) {
        return " " + NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    }
}
