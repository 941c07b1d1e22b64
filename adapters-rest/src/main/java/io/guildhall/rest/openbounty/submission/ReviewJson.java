package io.guildhall.rest.openbounty.submission;

import static io.guildhall.rest.openbounty.Given.text;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.submission.CriterionResult;
import io.guildhall.domain.submission.Review;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the poster says of work it does not take as it is. */
@Schema(name = "Review")
@JsonNaming(SnakeCaseStrategy.class)
public record ReviewJson(
        @Schema(required = true, examples = "Missing test coverage") @Nullable String notes,
        @Schema(
                        description =
                                "A rejection names at least one criterion that is not met, where the bounty"
                                        + " has any.")
                @Nullable List<@Nullable CriterionResultJson> criteriaResults) {

    Review review() {
        if (criteriaResults == null) {
            return Review.notes(text(notes));
        }
        Invalid.Check check = new Invalid.Check();
        List<CriterionResult> results = new ArrayList<>();
        for (CriterionResultJson result : criteriaResults) {
            String field = "criteria_results[" + results.size() + "]";
            results.add(CriterionResultJson.read(result, field, check));
        }
        check.orThrow();
        return new Review(text(notes), results);
    }
}
