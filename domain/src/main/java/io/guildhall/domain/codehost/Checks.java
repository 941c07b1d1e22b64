package io.guildhall.domain.codehost;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ran on one commit: GitHub's check runs and the statuses that others set, taken together, and
 * what is held back or could not begin.
 */
public record Checks(List<Check> all) {

    public static final Checks NONE = new Checks(List.of());

    public Checks {
        all = List.copyOf(all);
    }

    /**
     * One of them, the latest of its name.
     *
     * @param status GitHub's word, such as {@code queued}, {@code in_progress}, {@code completed}
     * @param conclusion GitHub's word, such as {@code success}; null until it is completed
     */
    public record Check(String name, String status, @Nullable String conclusion) {

        public Outcome outcome() {
            if (!status.equals("completed") || conclusion == null) {
                return Outcome.PENDING;
            }
            return switch (conclusion) {
                // GitHub itself lets a branch be merged with these three.
                case "success", "neutral", "skipped" -> Outcome.PASSED;
                default -> Outcome.FAILED;
            };
        }
    }

    public enum Outcome {
        PASSED,
        FAILED,
        PENDING
    }

    public enum Summary {
        ALL_PASSED("all_passed"),
        PENDING("pending"),
        FAILED("failed"),
        /** Nothing runs there, which says nothing about the commit. */
        NONE("none");

        private final String word;

        Summary(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** One that failed outweighs those that still run. */
    public Summary summary() {
        if (all.isEmpty()) {
            return Summary.NONE;
        }
        if (failed() > 0) {
            return Summary.FAILED;
        }
        return pending() > 0 ? Summary.PENDING : Summary.ALL_PASSED;
    }

    public int total() {
        return all.size();
    }

    public int passed() {
        return count(Outcome.PASSED);
    }

    public int failed() {
        return count(Outcome.FAILED);
    }

    public int pending() {
        return count(Outcome.PENDING);
    }

    private int count(Outcome outcome) {
        return (int) all.stream().filter(check -> check.outcome() == outcome).count();
    }
}
