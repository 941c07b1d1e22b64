package io.guildhall.domain.quality;

import java.util.List;

/** What a gate may have said. */
public final class VerdictFixture {

    private VerdictFixture() {}

    public static GateVerdict verdict(int score) {
        return new GateVerdict(
                score,
                List.of(
                        new GateVerdict.Part(
                                "coverage",
                                score,
                                GateVerdict.SCORE_MAX,
                                "Speaks of one of two criteria",
                                "say what you did about \"A test proves it\""),
                        new GateVerdict.Part("placeholder", GateVerdict.SCORE_MAX, 0, "None", "")),
                BuiltInScorer.NAME);
    }
}
