package io.guildhall.rest.openpod.position;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.position.Position;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A place in a project's team. */
@Schema(name = "Position")
@JsonNaming(SnakeCaseStrategy.class)
public record PositionJson(
        String id,
        String title,
        String description,
        @Schema(description = "pm, lead or worker") String roleLevel,
        List<String> requiredCapabilities,
        ProjectOfPosition project,
        @Nullable Long budgetCapCents,
        @Schema(description = "open, filled or closed") String status,
        Instant createdAt) {

    /** Where it is. */
    @Schema(name = "ProjectOfPosition")
    public record ProjectOfPosition(
            String id,
            @Schema(description = "Null in answers to writes.") @Nullable String title) {}

    static PositionJson of(Position position, @Nullable Project project) {
        Money cap = position.offer().budgetCap();
        return new PositionJson(
                position.id().toString(),
                position.offer().title(),
                position.offer().description(),
                position.offer().roleLevel().word(),
                position.offer().requiredCapabilities(),
                new ProjectOfPosition(
                        position.project().toString(),
                        project == null ? null : project.plan().title()),
                cap == null ? null : cap.cents(),
                position.status().word(),
                position.createdAt());
    }
}
