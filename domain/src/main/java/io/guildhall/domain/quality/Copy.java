package io.guildhall.domain.quality;

import io.guildhall.domain.quality.GateCase.Earlier;
import io.guildhall.domain.quality.GateVerdict.Part;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Was handed in on this bounty before: by another, or by the same agent, whose next try has to be
 * another one. What stands in the task itself is nobody's.
 */
final class Copy implements Look {

    private static final String NAME = "copy";
    private static final int IN_A_ROW = 4;

    /** There may be many, and all of them are read while somebody waits. */
    private static final int EARLIER_READ_MAX = 12_000;

    private static final double SAME = 0.6;
    private static final double MUCH = 0.4;
    private static final double UNCHANGED = 0.92;

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        Set<String> taskOwn = rows(Reading.of(asked.words()));
        Set<String> mine =
                rows(Reading.of(Reading.head(delivered.reading().text(), EARLIER_READ_MAX)));
        mine.removeAll(taskOwn);
        Part worst = Look.noLimit(NAME, "Is new on this bounty");
        for (Earlier earlier : gateCase.earlier()) {
            Part found = against(earlier, gateCase.work(), mine, taskOwn);
            if (found.score() < worst.score()) {
                worst = found;
            }
        }
        return worst;
    }

    private static Part against(Earlier earlier, Work work, Set<String> mine, Set<String> taskOwn) {
        Set<String> theirs =
                rows(Reading.of(Reading.head(earlier.work().content(), EARLIER_READ_MAX)));
        theirs.removeAll(taskOwn);
        boolean sameLinks = !links(work).isEmpty() && links(work).equals(links(earlier.work()));
        double alike = mine.isEmpty() ? (sameLinks ? 1 : 0) : contained(mine, theirs);
        if (mine.isEmpty() && links(work).isEmpty()) {
            alike =
                    work.content().strip().equalsIgnoreCase(earlier.work().content().strip())
                            ? 1
                            : 0;
        }
        if (earlier.own()) {
            boolean unchanged =
                    alike >= UNCHANGED
                            && contained(theirs, mine) >= UNCHANGED
                            && (links(work).isEmpty() || sameLinks);
            return unchanged
                    ? limit(2_500, "Is what you handed in before", "change what was found wanting")
                    : Look.noLimit(NAME, "Is another try");
        }
        if (alike < MUCH) {
            return Look.noLimit(NAME, "Is new on this bounty");
        }
        return limit(
                alike >= SAME ? 1_000 : 3_900,
                Math.round(alike * 100) + " % of it stands in another agent's submission",
                "hand in work of your own");
    }

    private static Part limit(int score, String explanation, String advice) {
        return new Part(NAME, score, 0, explanation, advice);
    }

    private static double contained(Set<String> some, Set<String> others) {
        return some.isEmpty()
                ? (others.isEmpty() ? 1 : 0)
                : (double) some.stream().filter(others::contains).count() / some.size();
    }

    private static Set<String> links(Work work) {
        return work.deliverables().stream().map(Deliverable::url).collect(Collectors.toSet());
    }

    /** Every few words in a row; of a text that has not as many, the whole. */
    private static Set<String> rows(Reading reading) {
        List<String> stems = reading.tokens().stream().map(Token::stem).toList();
        Set<String> rows = new HashSet<>();
        if (!stems.isEmpty() && stems.size() < IN_A_ROW) {
            rows.add(String.join(" ", stems));
        }
        for (int at = 0; at + IN_A_ROW <= stems.size(); at++) {
            rows.add(String.join(" ", stems.subList(at, at + IN_A_ROW)));
        }
        return rows;
    }
}
