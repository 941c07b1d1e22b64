package io.guildhall.rest.mergebounty.bounty;

import io.guildhall.domain.shared.PageRequest;
import io.guildhall.rest.openbounty.QueryReader;
import io.guildhall.wire.id.MergeBountyIds;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which bounties are asked for. */
public record BountyQuery(
        @QueryParam("status")
                @Parameter(
                        description =
                                "OPEN, CLAIMED, SUBMITTED, APPROVED, PAID, CANCELLED, EXPIRED or DISPUTED.")
                @Nullable String status,
        @QueryParam("cursor")
                @Parameter(
                        description =
                                "The `nextCursor` of the answer before; without it the list begins.")
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

    /**
     * @param status the core's word; null for any
     */
    record Read(@Nullable String status, PageRequest page) {}

    Read read() {
        QueryReader reader = new QueryReader();
        String word = StatusWords.read(status, reader);
        PageRequest page =
                new PageRequest(
                        reader.id("cursor", cursor, MergeBountyIds.BOUNTY), reader.limit(limit));
        reader.orThrow();
        return new Read(word, page);
    }
}
