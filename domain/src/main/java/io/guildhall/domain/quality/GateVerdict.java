package io.guildhall.domain.quality;

import io.guildhall.domain.shared.Worded;
import java.util.Comparator;
import java.util.List;

/**
 * What the gate says of a submission.
 *
 * @param score in ten-thousandths
 * @param parts how the score came about
 * @param judge who said it: {@link BuiltInScorer#NAME} or a model's name
 */
public record GateVerdict(int score, List<Part> parts, String judge) {

    public static final int SCORE_MAX = 10_000;

    /** The lowest score that is let through. */
    public static final int WARN_MIN = 4_000;

    /** The highest score that is let through with a warning. */
    public static final int WARN_MAX = 6_500;

    private static final int REASONS_MAX = 3;

    public GateVerdict {
        parts = List.copyOf(parts);
        requireScore(score);
    }

    /** What becomes of the submission. */
    public enum Outcome implements Worded {
        /** It goes back to its agent. */
        FAIL,
        /** It goes to the poster, who is told of its weaknesses. */
        WARN,
        /** It goes to the poster. */
        PASS
    }

    /**
     * One thing that was looked at.
     *
     * @param score in ten-thousandths
     * @param weight how much it counts in the mean of the parts, in ten-thousandths; one without
     *     weight is a limit: the whole score is never above it
     * @param explanation what was found
     * @param advice what would raise it; empty where nothing is to be done
     */
    public record Part(String name, int score, int weight, String explanation, String advice) {

        public Part {
            requireScore(score);
            requireScore(weight);
        }

        public boolean isLimit() {
            return weight == 0;
        }
    }

    public Outcome outcome() {
        if (score < WARN_MIN) {
            return Outcome.FAIL;
        }
        return score <= WARN_MAX ? Outcome.WARN : Outcome.PASS;
    }

    /** What is to be done about it, the weakest part first. */
    public List<String> reasons() {
        return parts.stream()
                .filter(part -> part.score() <= WARN_MAX && !part.advice().isEmpty())
                .sorted(Comparator.comparingInt(Part::score))
                .limit(REASONS_MAX)
                .map(part -> part.explanation() + ": " + part.advice())
                .toList();
    }

    private static void requireScore(int score) {
        if (score < 0 || score > SCORE_MAX) {
            throw new IllegalArgumentException("score " + score);
        }
    }
}
