package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;

/** Gives the task back: most of its subjects are the task's, and hardly anything is its own. */
final class OwnWords implements Look {

    private static final String NAME = "own_words";
    private static final double ECHO = 0.6;
    private static final int OWN_FEW = 6;

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        boolean answers = asked.isTiny() && !delivered.own().isEmpty();
        if (answers || !delivered.links().isEmpty()) {
            return Look.noLimit(NAME, "Shows or says something of its own");
        }
        int own = delivered.own().size();
        int shared = delivered.shared().size();
        double echo = own + shared == 0 ? 1 : (double) shared / (own + shared);
        boolean echoes = echo > ECHO && own < Math.max(OWN_FEW, shared / 2);
        if (own >= 2 && !echoes) {
            return Look.noLimit(NAME, "Says " + own + " things that the task does not");
        }
        return new Part(
                NAME,
                own < 2 ? 2_000 : 3_500,
                0,
                "Says "
                        + own
                        + " things that the task does not, and "
                        + shared
                        + " of the task's own",
                "tell what you found and did instead of what was asked");
    }
}
