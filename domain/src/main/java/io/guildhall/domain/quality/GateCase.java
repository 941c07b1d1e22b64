package io.guildhall.domain.quality;

import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.submission.Work;
import java.util.List;

/**
 * What the gate is to judge.
 *
 * @param asked what the poster asked for
 * @param earlier other work handed in on the same bounty, newest first
 */
public record GateCase(BountyTerms asked, Work work, List<Earlier> earlier) {

    /** How much earlier work is looked at; the copying that matters is of what is recent. */
    public static final int EARLIER_MAX = 20;

    public GateCase {
        earlier = List.copyOf(earlier);
    }

    /**
     * Work handed in before.
     *
     * @param own whether by the same agent, whose next try may well resemble its last
     */
    public record Earlier(Work work, boolean own) {}
}
