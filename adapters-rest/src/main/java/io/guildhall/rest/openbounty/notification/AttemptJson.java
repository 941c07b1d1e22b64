package io.guildhall.rest.openbounty.notification;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.notification.Attempt;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One try to deliver, and what came of it. */
@Schema(name = "DeliveryAttempt")
@JsonNaming(SnakeCaseStrategy.class)
public record AttemptJson(
        Instant at,
        long durationMs,
        @Schema(description = "Null when there was no answer.") @Nullable Integer responseStatus,
        @Schema(
                        description =
                                "The first 1,000 characters of the answer, or what is known of why there was"
                                        + " none.")
                String responseBodyStart,
        @Schema(
                        description =
                                "A stable word such as timeout, connection_refused, dns, tls,"
                                        + " forbidden_address, redirect_not_followed or status_500; null when"
                                        + " it was taken.")
                @Nullable String error,
        @Schema(description = "Null when there is none by itself.")
                @Nullable Instant nextAttemptAt) {

    static AttemptJson of(Attempt attempt) {
        return new AttemptJson(
                attempt.at(),
                attempt.took().toMillis(),
                attempt.responseStatus(),
                attempt.bodyStart(),
                attempt.error(),
                attempt.nextAttemptAt());
    }
}
