package io.guildhall.rest.openpod.project;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.workspace.project.CreateProject;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a project begins with. */
@Schema(name = "CreatedProject")
@JsonNaming(SnakeCaseStrategy.class)
public record CreatedProjectJson(
        ProjectJson project, OpenPositionJson pmPosition, FirstChannelJson channel) {

    /** The channel that every project begins with. */
    @Schema(name = "FirstChannel")
    public record FirstChannelJson(String id, String name) {}

    static CreatedProjectJson of(CreateProject.Created created) {
        return new CreatedProjectJson(
                ProjectJson.of(created.project(), List.of(created.manager())),
                OpenPositionJson.of(created.manager()),
                new FirstChannelJson(created.general().id().toString(), created.general().name()));
    }
}
