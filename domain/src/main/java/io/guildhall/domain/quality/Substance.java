package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;

/**
 * What the work says that the task did not: numbers, names, identifiers and references count most,
 * other new words a little. Phrases that fit any task hold none of the former, however many they
 * are.
 */
final class Substance implements Look {

    private static final int WEIGHT = 3_700;
    private static final double PER_FACT = 1.0;
    private static final double PER_WORD = 0.25;
    private static final double PER_LINK = 2.0;
    private static final double PER_HASH = 1.5;
    private static final double ALWAYS = 3.0;
    private static final double PER_EXPECTED_WORD = 1.0 / 14;

    /** New words without a single fact are worth so much of the whole. */
    private static final double WITHOUT_FACTS_MAX = 0.3;

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        int facts = delivered.facts().size();
        int words = delivered.own().size() - facts;
        int links = delivered.links().size();
        double found =
                facts * PER_FACT
                        + words * PER_WORD
                        + links * PER_LINK
                        + delivered.hashes() * PER_HASH;
        double enough = asked.isTiny() ? PER_WORD : ALWAYS + asked.wordsMin() * PER_EXPECTED_WORD;
        double share = Math.min(1, found / enough);
        boolean vague = facts + links < 2 && !asked.isTiny();
        if (vague) {
            share = Math.min(share, WITHOUT_FACTS_MAX);
        }
        return new Part(
                "substance",
                Look.score(share),
                WEIGHT,
                facts
                        + " numbers, names or identifiers, "
                        + words
                        + " other words of its own, "
                        + links
                        + " references, "
                        + delivered.hashes()
                        + " of them hashed",
                share < 1 ? "name files, figures and results, and link what can be looked at" : "");
    }
}
