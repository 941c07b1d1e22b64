package io.guildhall.domain.quality;

import io.guildhall.domain.shared.SmallLetters;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text taken apart: blocks of sentences, each a list of tokens. Blank lines, white space, zero
 * width characters and the forms of compatibility make no difference.
 *
 * @param blocks paragraphs, list entries, headings, table rows and pieces of code
 */
record Reading(String text, List<Block> blocks, Language language) {

    /** More of a text is not read, so that judging stays a matter of milliseconds. */
    static final int TEXT_MAX = 60_000;

    /** Behind a full stop that ends a sentence, and not one within a number or a name. */
    static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])(?=\\s)|(?<=[。！？])|(?<=\n)");

    private static final Pattern ENTRY_BEGIN =
            Pattern.compile("\\s*+(?:[-*+•]|\\d{1,3}+[.)]|\\|)\\s*+");
    private static final Pattern HEADING_BEGIN = Pattern.compile("\\s*+#{1,6}+\\s++");
    private static final Pattern IGNORED = Pattern.compile("\\p{Cf}");

    /**
     * No letter has so many marks. To bring marks into their order takes the square of their
     * number, and the last two signs become marks only by that.
     */
    private static final Pattern PILE_OF_MARKS =
            Pattern.compile("([\\p{M}\\x{FF9E}\\x{FF9F}]{30})[\\p{M}\\x{FF9E}\\x{FF9F}]++");

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>()\\[\\]\"'，。]+");

    enum Kind {
        PROSE,
        ENTRY,
        HEADING,
        CODE
    }

    record Block(Kind kind, List<Sentence> sentences) {

        List<Token> tokens() {
            return sentences.stream().flatMap(sentence -> sentence.tokens().stream()).toList();
        }
    }

    record Sentence(String text, List<Token> tokens) {}

    static Reading of(String raw) {
        String text = plain(raw);
        List<Block> blocks = new ArrayList<>();
        StringBuilder prose = new StringBuilder();
        boolean inCode = false;
        for (String line : text.split("\n", -1)) {
            if (line.stripLeading().startsWith("```")) {
                end(prose, inCode ? Kind.CODE : Kind.PROSE, blocks);
                inCode = !inCode;
                continue;
            }
            Matcher heading = HEADING_BEGIN.matcher(line);
            Matcher entry = ENTRY_BEGIN.matcher(line);
            if (inCode) {
                prose.append(line).append('\n');
            } else if (line.isBlank()) {
                end(prose, Kind.PROSE, blocks);
            } else if (heading.lookingAt()) {
                end(prose, Kind.PROSE, blocks);
                add(line.substring(heading.end()), Kind.HEADING, blocks);
            } else if (entry.lookingAt()) {
                end(prose, Kind.PROSE, blocks);
                add(line.substring(entry.end()), Kind.ENTRY, blocks);
            } else {
                prose.append(line).append('\n');
            }
        }
        end(prose, inCode ? Kind.CODE : Kind.PROSE, blocks);
        List<String> words =
                blocks.stream()
                        .flatMap(block -> block.tokens().stream())
                        .map(Token::lowerCase)
                        .toList();
        return new Reading(text, List.copyOf(blocks), Language.of(text, words));
    }

    /** Cut once more at the end: there are signs that become eighteen. */
    private static String plain(String raw) {
        String visible = IGNORED.matcher(head(raw, TEXT_MAX)).replaceAll("");
        String sparing = PILE_OF_MARKS.matcher(visible).replaceAll("$1");
        return head(Normalizer.normalize(sparing, Normalizer.Form.NFKC), TEXT_MAX);
    }

    static String head(String text, int max) {
        return text.length() > max ? text.substring(0, max) : text;
    }

    List<Token> tokens() {
        return blocks.stream().flatMap(block -> block.tokens().stream()).toList();
    }

    List<Sentence> sentences() {
        return blocks.stream().flatMap(block -> block.sentences().stream()).toList();
    }

    /** Every stem that is a subject of the text. */
    Set<String> stems() {
        Set<String> stems = new HashSet<>();
        tokens().stream().filter(Token::isSubject).map(Token::stem).forEach(stems::add);
        return stems;
    }

    static List<String> links(String text) {
        return LINK.matcher(text).results().map(match -> match.group()).distinct().toList();
    }

    private static void end(StringBuilder gathered, Kind kind, List<Block> blocks) {
        if (!gathered.toString().isBlank()) {
            add(gathered.toString(), kind, blocks);
        }
        gathered.setLength(0);
    }

    private static void add(String text, Kind kind, List<Block> blocks) {
        List<Sentence> sentences = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text, -1)) {
            List<Token> tokens = Token.of(sentence, kind);
            if (!tokens.isEmpty()) {
                sentences.add(new Sentence(SmallLetters.of(sentence.strip()), tokens));
            }
        }
        if (!sentences.isEmpty()) {
            blocks.add(new Block(kind, List.copyOf(sentences)));
        }
    }
}
