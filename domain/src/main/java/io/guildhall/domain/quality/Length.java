package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether there is as much as the task asks for. What is said twice counts once, more than enough
 * counts no more, and a reference stands for the words it saves.
 */
final class Length implements Look {

    private static final int WEIGHT = 1_500;
    private static final int WORDS_PER_LINK = 14;
    private static final int WORDS_PER_HASH = 8;

    /** Whoever counts words counts them in another way. */
    private static final double TOLERATED = 1.05;

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        int words = wordsOnce(delivered);
        int references =
                delivered.links().size() * WORDS_PER_LINK + delivered.hashes() * WORDS_PER_HASH;
        int counted = words + references;
        OptionalInt most = asked.wordsMax();
        if (most.isPresent() && words > most.getAsInt() * TOLERATED) {
            return tooLong(words, most.getAsInt());
        }
        return new Part(
                "length",
                Look.score((double) counted / asked.wordsMin()),
                WEIGHT,
                words
                        + " words and "
                        + delivered.links().size()
                        + " references; about "
                        + asked.wordsMin()
                        + " words or references in their place are expected",
                counted < asked.wordsMin()
                        ? "say what was done, how it was checked and where it is, or link it"
                        : "");
    }

    private static Part tooLong(int words, int most) {
        return new Part(
                "length",
                Look.score(1 - 2.0 * (words - most) / most),
                WEIGHT,
                words + " words where at most " + most + " are asked for",
                "cut it to " + most + " words");
    }

    private static int wordsOnce(Delivered delivered) {
        Set<String> seen = new HashSet<>();
        return delivered.reading().sentences().stream()
                .filter(sentence -> seen.add(sentence.text()))
                .mapToInt(sentence -> sentence.tokens().size())
                .sum();
    }
}
