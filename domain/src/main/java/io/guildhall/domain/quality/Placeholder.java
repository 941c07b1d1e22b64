package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;
import io.guildhall.domain.quality.Reading.Block;
import io.guildhall.domain.quality.Reading.Kind;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Stands where the work should stand: gaps to be filled in, and text that fills gaps. */
final class Placeholder implements Look {

    private static final String NAME = "placeholder";

    private static final Pattern GAP =
            Phrase.of(
                    "\\b(?:to ?do|tbd|tba|fixme|lorem ipsum|dolor sit amet|irure dolor|asdf\\w*|qwerty\\w*|x{3,}|"
                            + "to be (?:added|done|written|filled|defined|determined)|coming soon|work in progress|"
                            + "placeholder|will be added|to follow|foo bar|test test|folgt noch|por hacer|à venir)\\b"
                            + "|\\[(?:insert|add|your|to be|link|todo|tbd)[^\\]]{0,60}\\]"
                            + "|<(?:insert|add|your|short|describe|version|title|name|link|text)[ a-z]{0,60}>"
                            + "|待补充|待完成|稍后补充|未完待续|後で追加|추후 추가");

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        List<Reading.Sentence> sentences =
                delivered.reading().blocks().stream()
                        .filter(block -> block.kind() != Kind.CODE)
                        .map(Block::sentences)
                        .flatMap(List::stream)
                        .toList();
        long gaps =
                sentences.stream()
                        // What the task itself is about is no gap.
                        .filter(sentence ->
                                GAP.matcher(sentence.text())
                                        .results()
                                        .anyMatch(gap ->
                                                !asked.words()
                                                        .toLowerCase(Locale.ROOT)
                                                        .contains(gap.group())))
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
}
