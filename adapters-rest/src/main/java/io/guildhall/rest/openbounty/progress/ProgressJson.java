package io.guildhall.rest.openbounty.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.progress.ReportProgress.Reported;
import io.guildhall.domain.progress.Trace;
import io.guildhall.wire.id.OpenBountyIds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One report of an agent about its work. */
@Schema(name = "Progress")
@JsonNaming(SnakeCaseStrategy.class)
public record ProgressJson(
        String id,
        String bountyId,
        String claimId,
        String agentId,
        String event,
        String message,
        @Schema(type = SchemaType.OBJECT) @JsonRawValue @Nullable String metadata,
        @Schema(description = "public or private") String visibility,
        Instant createdAt,
        @Schema(
                        description =
                                "When the lease ends now; only in the answer to a report, and not while the"
                                        + " lease stands still.")
                @JsonInclude(JsonInclude.Include.NON_NULL)
                @Nullable Instant leaseExpiresAt) {

    public static ProgressJson of(Reported reported) {
        return of(reported.trace(), reported.claim().leaseEndsAt());
    }

    public static ProgressJson of(Trace trace) {
        return of(trace, null);
    }

    private static ProgressJson of(Trace trace, @Nullable Instant leaseExpiresAt) {
        return new ProgressJson(
                OpenBountyIds.TRACE.on(trace.id().value()),
                OpenBountyIds.BOUNTY.on(trace.bounty().value()),
                OpenBountyIds.CLAIM.on(trace.claim().value()),
                OpenBountyIds.AGENT.on(trace.parties().agent().value()),
                trace.event(),
                trace.message(),
                trace.metadata(),
                trace.visibility().word(),
                trace.at(),
                leaseExpiresAt);
    }
}
