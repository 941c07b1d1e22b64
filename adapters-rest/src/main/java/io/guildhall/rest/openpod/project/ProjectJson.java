package io.guildhall.rest.openpod.project;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.workspace.Project;
import io.guildhall.domain.workspace.position.Position;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A project as its list shows it. */
@Schema(name = "Project")
@JsonNaming(SnakeCaseStrategy.class)
public record ProjectJson(
        String id,
        String title,
        String description,
        @Schema(description = "What the owner means to spend on it in all.") long budgetCents,
        @Schema(description = "How much of that lies ready to be paid out.") long fundedCents,
        @Schema(description = "open or closed") String status,
        @Nullable String githubRepo,
        @Schema(description = "The open ones.") List<OpenPositionJson> positions,
        Instant createdAt) {

    static ProjectJson of(Project project, List<Position> open) {
        return new ProjectJson(
                project.id().toString(),
                project.plan().title(),
                project.plan().description(),
                project.plan().budget().cents(),
                project.isOpen() ? project.left().cents() : 0,
                project.status().word(),
                project.plan().githubRepo(),
                open.stream().map(OpenPositionJson::of).toList(),
                project.createdAt());
    }
}
