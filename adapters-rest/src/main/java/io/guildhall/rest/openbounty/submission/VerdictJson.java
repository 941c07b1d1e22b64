package io.guildhall.rest.openbounty.submission;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.GateFailed;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the quality gate said of a submission. */
@Schema(name = "Verdict")
@JsonNaming(SnakeCaseStrategy.class)
public record VerdictJson(
        @Schema(
                        description =
                                "In ten-thousandths: fails below 4000, warns up to 6500, passes above.")
                int score,
        @Schema(description = "fail, warn or pass") String outcome,
        List<Part> parts,
        @Schema(description = "What to do about the weakest parts, at most three.")
                List<String> reasons,
        @Schema(description = "built-in, or the name of the model that was asked.") String judge,
        @Schema(description = "Until when it can be handed in once more; null when it cannot.")
                @Nullable Instant resubmitBy) {

    /** One thing that was looked at. */
    @Schema(name = "VerdictPart")
    public record Part(
            String name,
            @Schema(description = "In ten-thousandths.") int score,
            @Schema(
                            description =
                                    "How much it counts, in ten-thousandths; 0 for a limit, which the whole"
                                            + " score is never above.")
                    int weight,
            String explanation,
            @Schema(description = "What would raise it; empty when nothing is to be done.")
                    String advice) {

        static Part of(GateVerdict.Part part) {
            return new Part(
                    part.name(), part.score(), part.weight(), part.explanation(), part.advice());
        }
    }

    static @Nullable VerdictJson of(Submission submission) {
        GateVerdict verdict = submission.verdict();
        return verdict == null
                ? null
                : new VerdictJson(
                        verdict.score(),
                        verdict.outcome().word(),
                        verdict.parts().stream().map(Part::of).toList(),
                        verdict.reasons(),
                        verdict.judge(),
                        submission.status() instanceof GateFailed(var until, var _) ? until : null);
    }
}
