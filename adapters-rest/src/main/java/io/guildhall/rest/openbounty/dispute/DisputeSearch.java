package io.guildhall.rest.openbounty.dispute;

import io.guildhall.domain.shared.PageRequest;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.QueryReader;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which disputes are looked for. */
public record DisputeSearch(
        @QueryParam("status")
                @Parameter(
                        description = "Where they stand.",
                        schema =
                                @Schema(
                                        enumeration = {
                                            "open",
                                            "answered",
                                            "ruled",
                                            "executed",
                                            "settled",
                                            "withdrawn",
                                            "timed_out"
                                        }))
                @Nullable String status,
        @BeanParam PageQuery page) {

    /**
     * @param status its word, or null for any
     */
    record Wanted(@Nullable String status, PageRequest page) {}

    Wanted read() {
        QueryReader reader = new QueryReader();
        StatusWord wanted = reader.word("status", status, StatusWord.class);
        PageRequest asked = page.read(reader);
        reader.orThrow();
        return new Wanted(wanted == null ? null : wanted.name().toLowerCase(Locale.ROOT), asked);
    }
}
