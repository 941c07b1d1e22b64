package io.guildhall.rest.jobtobot.trace;

import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.application.access.BountyBoard.Sort;
import io.guildhall.domain.progress.Trace;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.rest.openbounty.QueryReader;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Which traces are asked for. The document knows no pages of them, so that who sends no limit gets
 * all that a claim can have.
 */
public record TraceQuery(
        @QueryParam("cursor")
                @Parameter(
                        description =
                                "The `next_cursor` of the answer before; without it the list begins.")
                @Nullable String cursor,
        @QueryParam("limit")
                @Parameter(
                        description = "How many items at most; without it up to 1000.",
                        schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
                @Nullable String limit) {

    private static final int ALL_MAX = Trace.ON_CLAIM_MAX;

    PageRequest first() {
        QueryReader reader = new QueryReader();
        int count = isUnlimited() ? PageRequest.LIMIT_MAX : reader.limit(limit);
        Position after = reader.cursor(cursor, Sort.NEWEST);
        reader.orThrow();
        return new PageRequest(after == null ? null : after.id(), count);
    }

    /** After so many no further page is read. */
    int countMax() {
        return isUnlimited() ? ALL_MAX : 1;
    }

    private boolean isUnlimited() {
        return limit == null || limit.isBlank();
    }
}
