package io.guildhall.domain.quality;

import static java.util.stream.Collectors.toSet;

import io.guildhall.domain.quality.GateVerdict.Part;
import io.guildhall.domain.quality.Reading.Block;
import io.guildhall.domain.quality.Reading.Kind;
import io.guildhall.domain.shared.SmallLetters;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stands where the work should stand: gaps to be filled in, and text that fills gaps. */
final class Placeholder implements Look {

    private static final String NAME = "placeholder";

    private static final String WORDS =
            "(?:to ?do|tbd|tba|fixme|lorem ipsum|dolor sit amet|irure dolor|asdf\\w*|qwerty\\w*|x{3,}|"
                    + "to be (?:added|done|written|filled|defined|determined)|coming soon|work in progress|"
                    + "placeholder|will be added|to follow|foo bar|test test|folgt noch|por hacer|à venir)";
    private static final String SIGNS =
            "\\[(?:insert|add|your|to be|link|todo|tbd)[^\\]]{0,60}\\]"
                    + "|<(?:insert|add|your|short|describe|version|title|name|link|text)[ a-z]{0,60}>"
                    + "|待补充|待完成|稍后补充|未完待续|後で追加|추후 추가";

    private static final Pattern GAP = Phrase.of("\\b" + WORDS + "\\b|" + SIGNS);

    /** In a task also within a longer word, such as todos. */
    private static final Pattern NAMED = Phrase.of(WORDS + "|" + SIGNS);

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        // What the task itself is about is no gap.
        Set<String> named = found(NAMED, SmallLetters.of(asked.words())).collect(toSet());
        List<Reading.Sentence> sentences =
                delivered.reading().blocks().stream()
                        .filter(block -> block.kind() != Kind.CODE)
                        .map(Block::sentences)
                        .flatMap(List::stream)
                        .toList();
        long gaps =
                sentences.stream()
                        .filter(sentence ->
                                found(GAP, sentence.text()).anyMatch(gap -> !named.contains(gap)))
                        .count();
        if (gaps == 0) {
            return Look.noLimit(NAME, "Nothing is left open");
        }
        double share = (double) gaps / sentences.size();
        int limit = share > 0.2 ? 1_000 : share > 0.08 ? 3_500 : 6_500;
        return new Part(
                NAME,
                limit,
                0,
                gaps + " of " + sentences.size() + " sentences only hold a place",
                "put the work where it is still to come");
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group);
    }
}
