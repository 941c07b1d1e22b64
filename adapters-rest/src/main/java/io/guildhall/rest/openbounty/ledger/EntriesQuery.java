package io.guildhall.rest.openbounty.ledger;

import io.guildhall.domain.shared.PageRequest;
import io.guildhall.rest.openbounty.PageQuery;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which piece of the entries is asked for; as a page never parts a transfer, it counts those. */
public record EntriesQuery(
        @QueryParam("cursor")
                @Parameter(
                        description =
                                "The `next_cursor` of the answer before; without it the list begins.")
                @Nullable String cursor,
        @QueryParam("limit")
                @Parameter(
                        description =
                                "How many transfers at most. One between two of your own accounts has an"
                                        + " entry for each of them, and the two are never on different"
                                        + " pages.",
                        schema =
                                @Schema(
                                        type = SchemaType.INTEGER,
                                        minimum = "1",
                                        maximum = "100",
                                        defaultValue = "20"))
                @Nullable String limit) {

    PageRequest read() {
        return new PageQuery(cursor, limit).read();
    }
}
