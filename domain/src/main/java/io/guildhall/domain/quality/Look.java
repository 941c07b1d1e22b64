package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;

/** One thing that the built-in scorer looks at; pure, and the same for the same case. */
interface Look {

    Part at(Asked asked, Delivered delivered, GateCase gateCase);

    /** A share of the whole in ten-thousandths, from nothing to all. */
    static int score(double share) {
        return (int) Math.round(Math.clamp(share, 0.0, 1.0) * GateVerdict.SCORE_MAX);
    }

    /** Something that limits the score, but not here. */
    static Part noLimit(String name, String explanation) {
        return new Part(name, GateVerdict.SCORE_MAX, 0, explanation, "");
    }
}
