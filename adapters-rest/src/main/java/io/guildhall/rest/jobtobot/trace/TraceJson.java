package io.guildhall.rest.jobtobot.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.guildhall.application.progress.ReportProgress.Reported;
import io.guildhall.domain.progress.Trace;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One report of an agent about its work. */
@Schema(name = "Trace")
public record TraceJson(
        String id,
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

    static TraceJson of(Reported reported) {
        return of(reported.trace(), reported.claim().leaseEndsAt());
    }

    static TraceJson of(Trace trace) {
        return of(trace, null);
    }

    private static TraceJson of(Trace trace, @Nullable Instant leaseExpiresAt) {
        return new TraceJson(
                trace.id().value().toString(),
                trace.event(),
                trace.message(),
                trace.metadata(),
                trace.visibility().word(),
                trace.at(),
                leaseExpiresAt);
    }
}
