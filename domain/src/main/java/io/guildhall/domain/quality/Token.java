package io.guildhall.domain.quality;

import io.guildhall.domain.shared.SmallLetters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word, name or number.
 *
 * @param stem what it has in common with its other forms, and often with its relatives in other
 *     languages
 * @param isSmall whether it only holds a sentence together
 * @param isHollow whether it says that there is work without saying what
 * @param isSpecific whether it names one thing: a number, an identifier, a file, a proper name
 */
record Token(String lowerCase, String stem, boolean isSmall, boolean isHollow, boolean isSpecific) {

    private static final int STEM_MAX = 6;

    /** Never goes back, so that no text can make it go deep. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}_]++(?:[._'’/:@#+-]++[\\p{L}\\p{M}\\p{N}_]++)*+");

    private static final Pattern WITHOUT_SPACES =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}ー]++");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern IDENTIFIER =
            Pattern.compile("\\p{Ll}\\p{Lu}|\\p{Lu}{2}|\\p{N}|[_/@#]|\\p{L}[.:]\\p{L}");
    private static final Pattern ENDING =
            Pattern.compile("(?:'s|’s|ies|ing|edly|ed|ly|es|s|en|er|e)$");

    private static final Pattern PARTS = Pattern.compile("[^\\p{L}]+");

    private static final Set<String> HOLLOW =
            Set.of(
                    "done fixed finished finish completed complete implemented implement ready works work worked working"
                            .concat(
                                    " task please check thank thanks hello hi dear sir poster good great nice perfect fine")
                            .concat(
                                    " asked requested required requirement requirements deliver delivered delivery everything")
                            .concat(
                                    " solved solve issue issues problem solution made make makes see attached here result")
                            .concat(
                                    " results job quality best important professional ok okay yes well really much many things")
                            .concat(
                                    " thing added add new changed change handled successfully successful fully need needs")
                            .concat(
                                    " hecho listo fertig erledigt eklendi terminé feito готово сделано")
                            .split(" ", -1));

    private static final Set<String> YES_OR_NO = Set.of("yes", "no");

    static List<Token> of(String sentence, Reading.Kind kind) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(sentence);
        while (word.find()) {
            String found = word.group();
            if (WITHOUT_SPACES.matcher(found).find()) {
                parted(found, tokens);
            } else {
                boolean opens = tokens.isEmpty() || kind == Reading.Kind.HEADING;
                tokens.add(of(found, opens, kind == Reading.Kind.CODE));
            }
        }
        return tokens;
    }

    /** The words that an identifier is made of. */
    List<String> partStems() {
        if (!isSpecific) {
            return List.of();
        }
        return Arrays.stream(PARTS.split(lowerCase, -1))
                .filter(part -> part.length() > 2 && part.length() < lowerCase.length())
                .filter(part -> !Language.isSmallWord(part))
                .map(Token::stem)
                .toList();
    }

    /** Whether it says what a text is about. */
    boolean isSubject() {
        return !isSmall && !isHollow;
    }

    /** Says next to nothing in a text, and everything where no more was asked for. */
    boolean isYesOrNo() {
        return YES_OR_NO.contains(lowerCase);
    }

    private static Token of(String word, boolean opensSentence, boolean inCode) {
        String lower = SmallLetters.of(word);
        boolean small = Language.isSmallWord(lower);
        boolean named =
                !opensSentence && Character.isUpperCase(word.codePointAt(0)) && word.length() > 2;
        boolean specific = !small && (inCode || named || IDENTIFIER.matcher(word).find());
        return new Token(lower, stem(lower), small, HOLLOW.contains(lower), specific);
    }

    static String stem(String lowerCase) {
        String bare =
                MARKS.matcher(Normalizer.normalize(lowerCase, Normalizer.Form.NFD)).replaceAll("");
        if (bare.length() > 4 && bare.chars().allMatch(Character::isLetter)) {
            bare = ENDING.matcher(bare).replaceFirst("");
        }
        return bare.length() > STEM_MAX && bare.chars().allMatch(Character::isLetter)
                ? bare.substring(0, STEM_MAX)
                : bare;
    }

    /** Where nothing parts the words, every two characters in a row are one. */
    private static void parted(String run, List<Token> tokens) {
        Matcher piece = WITHOUT_SPACES.matcher(run);
        int from = 0;
        while (piece.find()) {
            if (piece.start() > from) {
                tokens.addAll(of(run.substring(from, piece.start()), Reading.Kind.PROSE));
            }
            pairs(piece.group(), tokens);
            from = piece.end();
        }
        if (from < run.length()) {
            tokens.addAll(of(run.substring(from), Reading.Kind.PROSE));
        }
    }

    private static void pairs(String piece, List<Token> tokens) {
        int[] points = piece.codePoints().toArray();
        for (int at = 0; at + 1 < points.length; at++) {
            String pair = new String(points, at, 2);
            tokens.add(new Token(pair, pair, false, false, false));
        }
        if (points.length == 1) {
            tokens.add(new Token(piece, piece, true, false, false));
        }
    }
}
