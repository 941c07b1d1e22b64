package io.guildhall.rest.openpod.application;

import io.guildhall.domain.shared.Slice;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.rest.openpod.SliceQuery;
import io.guildhall.rest.openpod.WordReader;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which applications are asked for. */
public record ApplicationsQuery(
        @BeanParam SliceQuery slice,
        @QueryParam("project_id")
                @Parameter(
                        description = "All of that project, for owner and PM; without it your own.")
                @Nullable String projectId,
        @QueryParam("status") @Parameter(description = "pending, accepted or rejected")
                @Nullable String status) {

    private enum Word {
        PENDING,
        ACCEPTED,
        REJECTED
    }

    /** The same, understood. */
    record Read(@Nullable ProjectId project, @Nullable String status, Slice slice) {}

    Read read() {
        QueryReader reader = new QueryReader();
        Slice wanted = slice.read(reader);
        UUID project = reader.plainId("project_id", projectId);
        Word word = reader.word("status", status, Word.class);
        reader.orThrow();
        return new Read(
                project == null ? null : new ProjectId(project),
                word == null ? null : WordReader.of(word),
                wanted);
    }
}
