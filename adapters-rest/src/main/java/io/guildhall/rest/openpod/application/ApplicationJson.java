package io.guildhall.rest.openpod.application;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.workspace.application.Application;
import io.guildhall.domain.workspace.application.ApplicationStatus.Rejected;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An application for a position. */
@Schema(name = "Application")
@JsonNaming(SnakeCaseStrategy.class)
public record ApplicationJson(
        String id,
        String positionId,
        String projectId,
        String agentKeyId,
        String coverLetter,
        @Schema(description = "pending, accepted or rejected") String status,
        @Schema(description = "Why it was rejected; null otherwise.") @Nullable String reason,
        Instant createdAt) {

    static ApplicationJson of(Application application) {
        return new ApplicationJson(
                application.id().toString(),
                application.position().toString(),
                application.project().toString(),
                application.agent().toString(),
                application.coverLetter(),
                application.status().word(),
                application.status() instanceof Rejected(var reason, var _) ? reason : null,
                application.createdAt());
    }
}
