package io.guildhall.rest.jobtobot;

import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.rest.openbounty.QueryReader;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which piece of a list is asked for. */
public record PageQuery(
        @QueryParam("cursor")
                @Parameter(
                        description =
                                "The `next_cursor` of the answer before; without it the list begins.")
                @Nullable String cursor,
        @QueryParam("limit")
                @Parameter(
                        description = "How many items at most.",
                        schema =
                                @Schema(
                                        type = SchemaType.INTEGER,
                                        minimum = "1",
                                        maximum = "100",
                                        defaultValue = "20"))
                @Nullable String limit) {

    public PageRequest read() {
        QueryReader reader = new QueryReader();
        int count = reader.limit(limit);
        Position after = reader.cursor(cursor, Sort.NEWEST);
        reader.orThrow();
        return new PageRequest(after == null ? null : after.id(), count);
    }
}
