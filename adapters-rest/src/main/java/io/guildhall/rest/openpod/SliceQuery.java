package io.guildhall.rest.openpod;

import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Slice;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.QueryReader;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which piece of a list is asked for: from a cursor on, or so many items in. */
public record SliceQuery(
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
                @Nullable String limit,
        @QueryParam("offset")
                @Parameter(
                        description =
                                "How many items are passed over. A cursor leads further, and misses nothing"
                                        + " that is new.",
                        schema =
                                @Schema(
                                        type = SchemaType.INTEGER,
                                        minimum = "0",
                                        maximum = "1000",
                                        defaultValue = "0"))
                @Nullable String offset) {

    public Slice read() {
        QueryReader reader = new QueryReader();
        Slice slice = read(reader);
        reader.orThrow();
        return slice;
    }

    /** For a list with further parameters, which are to be named together. */
    public Slice read(QueryReader reader) {
        PageRequest page = new PageQuery(cursor, limit).read(reader);
        return new Slice(page, reader.offset(offset));
    }
}
