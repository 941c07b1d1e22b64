package io.guildhall.domain.shared;

/**
 * Text with its capitals made small, to be compared. The work grows with the length of the text
 * alone: Java's own looks from the beginning again at each capital sigma, and copies all that it
 * has for each capital that becomes two characters, so that a text of those takes hours.
 */
public final class SmallLetters {

    private SmallLetters() {}

    public static String of(String text) {
        int[] small = text.codePoints().map(Character::toLowerCase).toArray();
        return new String(small, 0, small.length);
    }
}
