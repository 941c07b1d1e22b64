package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateVerdict.Part;
import java.util.Set;

/** Whether it is about this task at all. */
final class Topic implements Look {

    private static final String NAME = "topic";

    /** A few words of a task turn up by chance in any text of this length. */
    private static final int LONG = 40;

    private static final int OFF = 1_500;
    private static final int DOUBTFUL = 3_900;

    /** So many of the words of what the task is about leave no doubt. */
    private static final int CORE_ENOUGH = 3;

    private static final int CORE_PLENTY = 5;
    private static final double SHARE_ENOUGH = 0.08;

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        if (asked.isTiny() || delivered.isAtTheIssue()) {
            return Look.noLimit(NAME, "Is not off the topic");
        }
        if (Tongues.differ(asked, delivered)) {
            long names = delivered.shared().stream().filter(asked.names()::contains).count();
            return switch ((int) Math.min(2, names)) {
                case 0 ->
                        off(asked.names().size() < 2 ? DOUBTFUL : OFF, "names nothing of the task");
                case 1 -> off(5_500, "names one thing of the task");
                default -> Look.noLimit(NAME, "Names " + names + " things of the task");
            };
        }
        Set<String> shared = delivered.shared();
        long core = shared.stream().filter(asked.core()::contains).count();
        long all = shared.size();
        double share = (double) all / Math.max(1, all + delivered.own().size());
        long enough = Math.min(CORE_ENOUGH, Math.max(1, asked.core().size() / 2));
        if ((core >= enough && share >= SHARE_ENOUGH) || core >= CORE_PLENTY) {
            return Look.noLimit(NAME, "Speaks of " + all + " subjects of the task");
        }
        String found = "speaks of " + all + " subjects of the task";
        boolean strange = core < 2 || share < SHARE_ENOUGH;
        return off(core == 0 || (strange && delivered.words() > LONG) ? OFF : DOUBTFUL, found);
    }

    private static Part off(int limit, String found) {
        return new Part(
                NAME,
                limit,
                0,
                "Seems to be about something else: " + found,
                "hand in work on this task");
    }
}
