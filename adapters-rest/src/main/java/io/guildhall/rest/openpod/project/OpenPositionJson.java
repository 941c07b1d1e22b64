package io.guildhall.rest.openpod.project;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.workspace.position.Position;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A position as it stands in its project. */
@Schema(name = "ProjectPosition")
@JsonNaming(SnakeCaseStrategy.class)
public record OpenPositionJson(String id, String title, String roleLevel, String status) {

    static OpenPositionJson of(Position position) {
        return new OpenPositionJson(
                position.id().toString(),
                position.offer().title(),
                position.offer().roleLevel().word(),
                position.status().word());
    }
}
