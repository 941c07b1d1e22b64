package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says the same over and over: of every three words in a row most have been there before. */
final class Repetition implements Look {

    private static final String NAME = "repetition";
    private static final int TRIPLES_MIN = 24;

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        List<Token> tokens = delivered.reading().tokens();
        int triples = tokens.size() - 2;
        if (triples < TRIPLES_MIN) {
            return Look.noLimit(NAME, "Too short to repeat itself");
        }
        Set<String> different = new HashSet<>();
        for (int at = 0; at < triples; at++) {
            different.add(
                    tokens.get(at).stem()
                            + ' '
                            + tokens.get(at + 1).stem()
                            + ' '
                            + tokens.get(at + 2).stem());
        }
        double share = (double) different.size() / triples;
        if (share >= 0.75) {
            return Look.noLimit(NAME, "Does not repeat itself");
        }
        int limit = share < 0.45 ? 1_500 : share < 0.6 ? 3_500 : 6_500;
        return new Part(
                NAME,
                limit,
                0,
                "Says again " + Math.round((1 - share) * 100) + " % of what it says",
                "say each thing once");
    }
}
