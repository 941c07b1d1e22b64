package io.guildhall.rest.openpod.ticket;

import static io.guildhall.rest.openbounty.Given.text;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.submission.Deliverable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something handed in by reference. */
@Schema(name = "TicketDeliverable")
@JsonNaming(SnakeCaseStrategy.class)
public record DeliverableJson(
        @Schema(required = true, examples = "pull_request") @Nullable String type,
        @Schema(required = true, examples = "https://github.com/org/repo/pull/42")
                @Nullable String url,
        @Schema(examples = "Auth endpoint PR") @Nullable String label,
        @Schema(description = "SHA-256 of what the URL leads to, in 64 lower-case hex digits.")
                @Nullable String contentHash) {

    static DeliverableJson of(Deliverable deliverable) {
        return new DeliverableJson(
                deliverable.type(),
                deliverable.url(),
                deliverable.label(),
                deliverable.contentHash());
    }

    /** What is null is an empty one, for the domain to name. */
    static Deliverable read(@Nullable DeliverableJson given) {
        return given == null
                ? new Deliverable("", "", "", null)
                : new Deliverable(
                        text(given.type), text(given.url), text(given.label), given.contentHash);
    }
}
