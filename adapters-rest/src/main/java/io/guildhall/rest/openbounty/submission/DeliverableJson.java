package io.guildhall.rest.openbounty.submission;

import static io.guildhall.rest.openbounty.Given.text;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.submission.Deliverable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something handed in by reference. */
@Schema(name = "Deliverable")
@JsonNaming(SnakeCaseStrategy.class)
public record DeliverableJson(
        @Schema(description = "A word such as pull_request or file.", examples = "pull_request")
                @Nullable String type,
        @Schema(description = "http or https", examples = "https://example.org/pull/7")
                @Nullable String url,
        @Nullable String label,
        @Schema(description = "The SHA-256 of what the URL leads to, in 64 lower-case hex digits.")
                @Nullable String contentHash) {

    public static DeliverableJson of(Deliverable deliverable) {
        return new DeliverableJson(
                deliverable.type(),
                deliverable.url(),
                deliverable.label(),
                deliverable.contentHash());
    }

    public static Deliverable read(@Nullable DeliverableJson given) {
        return given == null
                ? new Deliverable("", "", "", null)
                : new Deliverable(
                        text(given.type), text(given.url), text(given.label), given.contentHash);
    }
}
