package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;

/**
 * Whether there is anything that somebody could check: a number, a name, a file, a link. Many words
 * without any fit every task.
 */
final class Concreteness implements Look {

    private static final String NAME = "concreteness";
    private static final int FACTS_MIN = 2;

    /** The task's own names say a little, and cost nothing to repeat. */
    private static final int NAMES_OF_THE_TASK_MAX = 1;

    private static final int WORDS_PER_FACT = 60;
    private static final int LIMIT = 3_800;

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        long names = delivered.shared().stream().filter(asked.names()::contains).count();
        long facts =
                delivered.facts().size()
                        + delivered.links().size()
                        + Math.min(NAMES_OF_THE_TASK_MAX, names);
        int enough = Math.max(FACTS_MIN, delivered.words() / WORDS_PER_FACT);
        if (asked.isTiny() || facts >= enough) {
            return Look.noLimit(NAME, "Holds things that can be checked");
        }
        return new Part(
                NAME,
                LIMIT,
                0,
                "Holds " + facts + " things that can be checked in " + delivered.words() + " words",
                "name what was changed, measured or found, and where");
    }
}
