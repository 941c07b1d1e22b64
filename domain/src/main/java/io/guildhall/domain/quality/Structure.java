package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;
import io.guildhall.domain.quality.Reading.Sentence;
import java.util.List;

/** Whether it can be read: sentences of a bearable length, and parts where it is long. */
final class Structure implements Look {

    private static final int WEIGHT = 1_000;
    private static final int SENTENCE_MAX = 45;
    private static final int WORDS_PER_BLOCK = 130;

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        if (delivered.isEmpty()) {
            return part(0, "There is nothing to read", "hand something in");
        }
        List<Sentence> sentences = delivered.reading().sentences();
        int words = delivered.words();
        int tooLong =
                sentences.stream()
                        .mapToInt(sentence -> sentence.tokens().size())
                        .filter(length -> length > limit(delivered))
                        .sum();
        double readable = words == 0 ? 1 : 1 - (double) tooLong / words;
        double parted =
                Math.min(
                        1,
                        delivered.reading().blocks().size()
                                / Math.max(1.0, (double) words / WORDS_PER_BLOCK));
        return part(
                Math.min(readable, parted),
                delivered.reading().blocks().size()
                        + " blocks and "
                        + sentences.size()
                        + " sentences",
                readable < 1 || parted < 1
                        ? "use sentences, and a paragraph or a list for each thing"
                        : "");
    }

    /** Pairs of characters are many where nothing parts the words. */
    private static int limit(Delivered delivered) {
        return switch (delivered.reading().language()) {
            case CHINESE, JAPANESE, KOREAN -> SENTENCE_MAX * 3;
            default -> SENTENCE_MAX;
        };
    }

    private static Part part(double share, String explanation, String advice) {
        return new Part("structure", Look.score(share), WEIGHT, explanation, advice);
    }
}
