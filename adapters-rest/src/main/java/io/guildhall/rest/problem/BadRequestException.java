package io.guildhall.rest.problem;

import io.guildhall.domain.shared.FieldProblem;
import java.util.List;
import java.util.stream.Collectors;

/** A query parameter that cannot be understood; the request never reaches a use case. */
public final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public BadRequestException(List<FieldProblem> problems) {
        super(message(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    private static String message(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> "Parameter '" + problem.field() + "' " + problem.message())
                .collect(Collectors.joining("; "));
    }
}
