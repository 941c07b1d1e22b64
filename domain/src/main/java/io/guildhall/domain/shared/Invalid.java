package io.guildhall.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Input that breaks a field rule; nothing was changed. */
public record Invalid(List<FieldProblem> problems) implements DomainError {

    public Invalid {
        problems = List.copyOf(problems);
    }

    public static Invalid field(String field, String message) {
        return new Invalid(List.of(new FieldProblem(field, message)));
    }

    @Override
    public String code() {
        return "invalid_field";
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }

    @Override
    public String message() {
        return problems.stream()
                .map(problem -> "Field '" + problem.field() + "' " + problem.message())
                .collect(Collectors.joining("; "));
    }

    /** Collects every problem of an input, so that one answer names them all. */
    public static final class Check {

        private final List<FieldProblem> problems = new ArrayList<>();

        public Check require(boolean holds, String field, String message) {
            if (!holds) {
                problems.add(new FieldProblem(field, message));
            }
            return this;
        }

        /** Text counted in Unicode code points, so that one emoji is one character. */
        public Check text(String value, String field, int min, int max) {
            int length = value.codePointCount(0, value.length());
            if (value.isBlank() && min > 0) {
                return require(false, field, "is required");
            }
            require(
                    value.codePoints().noneMatch(Check::cannotBeKept),
                    field,
                    "must not hold a null character or half of a surrogate pair");
            return require(
                    length >= min && length <= max,
                    field,
                    "must be " + min + " to " + max + " characters long, and is " + length);
        }

        /**
         * A list of short words such as capabilities: bounded in number, each bounded in length,
         * none twice.
         */
        public Check words(List<String> values, String field, int countMax, int lengthMax) {
            if (values.size() > countMax) {
                return require(false, field, "must hold at most " + countMax + " entries");
            }
            require(
                    Set.copyOf(values).size() == values.size(),
                    field,
                    "must not name an entry twice");
            for (int index = 0; index < values.size(); index++) {
                text(values.get(index), field + "[" + index + "]", 1, lengthMax);
            }
            return this;
        }

        /** PostgreSQL keeps no null character, and half a character has no form in UTF-8. */
        private static boolean cannotBeKept(int codePoint) {
            return codePoint == 0
                    || (codePoint >= Character.MIN_SURROGATE
                            && codePoint <= Character.MAX_SURROGATE);
        }

        public Check add(List<FieldProblem> more) {
            problems.addAll(more);
            return this;
        }

        public List<FieldProblem> problems() {
            return List.copyOf(problems);
        }

        public void orThrow() {
            if (!problems.isEmpty()) {
                throw new RefusedException(new Invalid(problems));
            }
        }
    }
}
