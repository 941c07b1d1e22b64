package io.guildhall.rest.jobtobot;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.shared.Page;
import io.guildhall.rest.openbounty.Cursor;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a list. */
@Schema(description = "A page of a list.")
public record PageJson<T>(List<T> items, Pagination pagination) {

    /** How the list goes on; the names are the document's, which writes them otherwise here. */
    @Schema(name = "Pagination")
    @JsonNaming(SnakeCaseStrategy.class)
    public record Pagination(
            @Schema(description = "To be sent as `cursor`; null when nothing follows.")
                    @Nullable String nextCursor,
            boolean hasMore,
            @Schema(
                            description =
                                    "How many there are in all: exact while they are few, else about; null where"
                                            + " the list goes on and is not counted.")
                    @Nullable Long totalEstimate) {}

    public static <D, J> PageJson<J> of(
            Page<D> page,
            Function<? super D, ? extends J> json,
            Function<? super D, UUID> id,
            @Nullable Long total) {
        String next =
                page.hasMore()
                        ? Cursor.text(Cursor.newestFirst(id.apply(page.items().getLast())))
                        : null;
        return new PageJson<>(
                page.items().stream().<J>map(json).toList(),
                new Pagination(next, page.hasMore(), total));
    }

    /** A list that nobody counts: its length is known when this one page holds all of it. */
    public static <D, J> PageJson<J> uncounted(
            Page<D> page,
            Function<? super D, ? extends J> json,
            Function<? super D, UUID> id,
            @Nullable UUID after) {
        boolean isAll = after == null && !page.hasMore();
        return of(page, json, id, isAll ? (long) page.items().size() : null);
    }
}
