package io.guildhall.rest.openbounty.submission;

import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.submission.CriterionResult;
import io.guildhall.domain.submission.Review;
import io.guildhall.rest.openbounty.Given;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The poster's word on one acceptance criterion. */
@Schema(name = "CriterionResult")
public record CriterionResultJson(
        @Schema(description = "Its place in the bounty's list, from 0.")
                @Nullable Integer criterion,
        @Nullable Boolean met,
        @Nullable String note) {

    private static final CriterionResultJson EMPTY = new CriterionResultJson(null, null, null);

    /** All of a review's; none where there is no review. */
    public static List<CriterionResultJson> of(@Nullable Review review) {
        return review == null
                ? List.of()
                : review.criteriaResults().stream().map(CriterionResultJson::of).toList();
    }

    private static CriterionResultJson of(CriterionResult result) {
        return new CriterionResultJson(result.criterion(), result.met(), result.note());
    }

    static CriterionResult read(
            @Nullable CriterionResultJson sent, String field, Invalid.Check check) {
        CriterionResultJson given = sent == null ? EMPTY : sent;
        check.require(given.criterion != null, field + ".criterion", "is required")
                .require(given.met != null, field + ".met", "is required");
        return new CriterionResult(
                given.criterion == null ? 0 : given.criterion,
                Boolean.TRUE.equals(given.met),
                Given.text(given.note));
    }
}
