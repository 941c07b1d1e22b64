package io.guildhall.domain.submission;

import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import java.util.List;

/** What the poster says of work it does not take as it is. */
public record Review(String notes, List<CriterionResult> criteriaResults) {

    private static final int NOTES_MAX = 10_000;

    public Review {
        criteriaResults = List.copyOf(criteriaResults);
    }

    public static Review notes(String notes) {
        return new Review(notes, List.of());
    }

    /**
     * @param criteria how many acceptance criteria the bounty has; if any, a rejection names at
     *     least one that is not met
     */
    public List<FieldProblem> rejectionProblems(int criteria) {
        return new Invalid.Check()
                .add(problems(criteria))
                .require(
                        criteria == 0 || criteriaResults.stream().anyMatch(result -> !result.met()),
                        "criteriaResults",
                        "must name at least one of the bounty's acceptance criteria that is not met; to ask for changes"
                                + " beyond them, request a revision")
                .problems();
    }

    /**
     * @param criteria how many acceptance criteria the bounty has
     */
    public List<FieldProblem> problems(int criteria) {
        Invalid.Check check = new Invalid.Check().text(notes, "notes", 1, NOTES_MAX);
        check.require(
                criteriaResults.stream().map(CriterionResult::criterion).distinct().count()
                        == criteriaResults.size(),
                "criteriaResults",
                "must not judge a criterion twice");
        for (int index = 0; index < criteriaResults.size(); index++) {
            CriterionResult result = criteriaResults.get(index);
            String field = "criteriaResults[" + index + "]";
            check.require(
                            result.criterion() >= 0 && result.criterion() < criteria,
                            field + ".criterion",
                            "must be the place of one of the bounty's "
                                    + criteria
                                    + " acceptance criteria, from 0")
                    .text(result.note(), field + ".note", 0, NOTES_MAX);
        }
        return check.problems();
    }
}
