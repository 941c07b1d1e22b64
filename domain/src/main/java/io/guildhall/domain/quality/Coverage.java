package io.guildhall.domain.quality;

import io.guildhall.domain.quality.Asked.Criterion;
import io.guildhall.domain.quality.Delivered.Passage;
import io.guildhall.domain.quality.GateVerdict.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether each acceptance criterion, and what the task is about, is spoken of. Only where something
 * is said about it: the task's words alone answer nothing. In another language than the task's only
 * names, numbers and identifiers can be compared, so there it is asked whether the work says as
 * many things as there are criteria.
 */
final class Coverage implements Look {

    private static final int WEIGHT = 3_800;

    /** Nobody uses all the words of a question in the answer. */
    private static final double ENOUGH = 0.45;

    private static final int NAMES_ENOUGH = 4;
    private static final double OF_SUBJECTS = 0.25;
    private static final int SUBJECTS_ENOUGH = 8;
    private static final double UNDECIDED = 0.75;
    private static final double IN_OTHER_WORDS = 0.6;

    @Override
    public Part at(Asked asked, Delivered delivered, GateCase gateCase) {
        if (asked.isTiny()) {
            return part(
                    delivered.isEmpty() ? 0 : UNDECIDED,
                    "Whether so short an answer is right cannot be told from its words",
                    "");
        }
        Set<String> spokenOf = spokenOf(delivered);
        return Tongues.differ(asked, delivered)
                ? byNames(asked, delivered, spokenOf)
                : byCriteria(asked, spokenOf);
    }

    private static Part byCriteria(Asked asked, Set<String> spokenOf) {
        double sum = 0;
        List<String> missing = new ArrayList<>();
        for (Criterion criterion : asked.criteria()) {
            double covered = covered(criterion.stems(), spokenOf);
            sum += covered;
            if (covered < 1) {
                missing.add(criterion.text());
            }
        }
        long aboutIt = spokenOf.stream().filter(asked.subjects()::contains).count();
        double subjects =
                Math.min(
                        1,
                        (double) aboutIt
                                / Math.min(
                                        SUBJECTS_ENOUGH, Math.max(1, asked.subjects().size() / 2)));
        double met = sum / asked.criteria().size();
        return part(
                (1 - OF_SUBJECTS) * met + OF_SUBJECTS * subjects,
                "Says something about "
                        + (asked.criteria().size() - missing.size())
                        + " of "
                        + asked.criteria().size()
                        + " criteria",
                missing.isEmpty() ? "" : "answer \"" + missing.getFirst() + "\" in your own words");
    }

    private static Part byNames(Asked asked, Delivered delivered, Set<String> spokenOf) {
        long names = spokenOf.stream().filter(asked.names()::contains).count();
        long things = delivered.passages().stream().filter(Passage::saysSomething).count();
        double told = Math.min(1, (double) things / Math.min(3, asked.criteria().size()));
        double named = Math.min(1, (double) names / NAMES_ENOUGH);
        return part(
                IN_OTHER_WORDS * told + (1 - IN_OTHER_WORDS) * named,
                "Is in another language than the task, so only names and numbers are compared: "
                        + names
                        + " of the task's are there, and "
                        + things
                        + " passages say something",
                told < 1 ? "write a passage on each criterion" : "name things as the task does");
    }

    private static double covered(Set<String> stems, Set<String> spokenOf) {
        if (stems.isEmpty()) {
            return spokenOf.isEmpty() ? 0 : 1;
        }
        long hit = stems.stream().filter(spokenOf::contains).count();
        return Math.min(1, hit / Math.max(1, Math.ceil(stems.size() * ENOUGH)));
    }

    private static Set<String> spokenOf(Delivered delivered) {
        Set<String> stems = new HashSet<>();
        delivered.passages().stream()
                .filter(Passage::saysSomething)
                .forEach(passage -> stems.addAll(passage.stems()));
        return stems;
    }

    private static Part part(double share, String explanation, String advice) {
        return new Part("coverage", Look.score(share), WEIGHT, explanation, advice);
    }
}
