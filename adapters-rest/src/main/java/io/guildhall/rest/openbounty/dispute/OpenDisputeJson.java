package io.guildhall.rest.openbounty.dispute;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.dispute.OpenDispute;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.rest.openbounty.Given;
import io.guildhall.wire.id.OpenBountyIds;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a side disputes, and why. */
@Schema(name = "OpenDispute")
@JsonNaming(SnakeCaseStrategy.class)
public record OpenDisputeJson(
        @Schema(required = true) @Nullable String bountyId,
        @Schema(description = "Left out or null, the dispute is about the bounty itself.")
                @Nullable String submissionId,
        @Schema(required = true, examples = "The criterion is met: see the second page.")
                @Nullable String reason) {

    OpenDispute.Command command(Caller caller) {
        Invalid.Check check = new Invalid.Check();
        check.require(bountyId != null, "bounty_id", "is required");
        UUID bounty = Given.id("bounty_id", bountyId, OpenBountyIds.BOUNTY, check);
        UUID submission = Given.id("submission_id", submissionId, OpenBountyIds.SUBMISSION, check);
        check.orThrow();
        return new OpenDispute.Command(
                caller,
                new BountyId(Objects.requireNonNull(bounty)),
                submission == null ? null : new SubmissionId(submission),
                Given.text(reason));
    }
}
