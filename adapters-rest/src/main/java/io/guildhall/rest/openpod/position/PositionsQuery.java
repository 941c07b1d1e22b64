package io.guildhall.rest.openpod.position;

import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.position.PositionFilter;
import io.guildhall.domain.workspace.position.RoleLevel;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.rest.openpod.SliceQuery;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which open positions are asked for. */
public record PositionsQuery(
        @BeanParam SliceQuery slice,
        @QueryParam("capability") @Nullable String capability,
        @QueryParam("role_level") @Parameter(description = "pm, lead or worker")
                @Nullable String roleLevel,
        @QueryParam("project_id") @Nullable String projectId) {

    /** The same, understood. */
    record Read(PositionFilter filter, Slice slice) {}

    Read read() {
        QueryReader reader = new QueryReader();
        Slice wanted = slice.read(reader);
        UUID project = reader.plainId("project_id", projectId);
        var filter =
                new PositionFilter(
                        reader.text("capability", capability),
                        reader.word("role_level", roleLevel, RoleLevel.class),
                        project == null ? null : new ProjectId(project));
        reader.orThrow();
        return new Read(filter, wanted);
    }
}
