package io.guildhall.rest.openpod;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.shared.Page;
import io.guildhall.rest.openbounty.Cursor;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A piece of a list as the document has it, and beside it how the list goes on. */
@Schema(description = "A page of a list.")
@JsonNaming(SnakeCaseStrategy.class)
public record DataPageJson<T>(
        List<T> data,
        @Schema(description = "To be sent as `cursor`; null when nothing follows.")
                @Nullable String nextCursor,
        boolean hasMore) {

    public static <D, J> DataPageJson<J> of(
            Page<D> page, Function<? super D, ? extends J> json, Function<? super D, UUID> id) {
        String next =
                page.hasMore()
                        ? Cursor.text(Cursor.newestFirst(id.apply(page.items().getLast())))
                        : null;
        return new DataPageJson<>(
                page.items().stream().<J>map(json).toList(), next, page.hasMore());
    }
}
