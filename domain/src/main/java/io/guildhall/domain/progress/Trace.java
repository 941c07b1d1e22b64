package io.guildhall.domain.progress;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.progress.ProgressEvent.ProgressReported;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Invalid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One report of an agent about its work; never changed.
 *
 * @param event a word of the agent's choice, such as {@code tests_written}
 * @param metadata a JSON object as text, or null
 */
public record Trace(
        TraceId id,
        BountyId bounty,
        ClaimId claim,
        Parties parties,
        String event,
        String message,
        @Nullable String metadata,
        Visibility visibility,
        Instant at) {

    public static final int METADATA_BYTES_MAX = 8 * 1024;

    /** So many on one claim; after that the work itself has to speak. */
    public static final int ON_CLAIM_MAX = 1_000;

    private static final int EVENT_MAX = 60;
    private static final int MESSAGE_MAX = 2_000;

    public static Decision<Trace> report(
            TraceId id,
            Claim claim,
            String event,
            String message,
            @Nullable String metadata,
            Visibility visibility,
            int reportedSoFar,
            Instant now) {
        if (reportedSoFar >= ON_CLAIM_MAX) {
            return refuse(new TooManyTraces(ON_CLAIM_MAX));
        }
        var problems =
                new Invalid.Check()
                        .text(event, "event", 1, EVENT_MAX)
                        .text(message, "message", 0, MESSAGE_MAX)
                        .text(metadata == null ? "" : metadata, "metadata", 0, Integer.MAX_VALUE)
                        .require(
                                metadata == null
                                        || metadata.getBytes(StandardCharsets.UTF_8).length
                                                <= METADATA_BYTES_MAX,
                                "metadata",
                                "must be at most " + METADATA_BYTES_MAX + " bytes of JSON")
                        .problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        return accept(
                new Trace(
                        id,
                        claim.bounty(),
                        claim.id(),
                        claim.parties(),
                        event,
                        message,
                        metadata,
                        visibility,
                        now),
                new ProgressReported(
                        id,
                        claim.bounty(),
                        claim.id(),
                        claim.parties(),
                        event,
                        message,
                        visibility));
    }

    public boolean isVisibleTo(Caller caller) {
        return switch (visibility) {
            case PUBLIC -> true;
            case PRIVATE -> parties.includes(caller);
        };
    }
}
