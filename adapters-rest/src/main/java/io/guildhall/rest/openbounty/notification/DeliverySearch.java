package io.guildhall.rest.openbounty.notification;

import io.guildhall.domain.notification.Deliveries.Query;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.rest.openbounty.PageQuery;
import io.guildhall.rest.openbounty.QueryReader;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which deliveries are looked for. */
public record DeliverySearch(
        @QueryParam("status")
                @Parameter(
                        description = "Where they stand.",
                        schema = @Schema(enumeration = {"pending", "sending", "delivered", "dead"}))
                @Nullable String status,
        @QueryParam("event") @Parameter(description = "What they carry, such as claim.approved.")
                @Nullable String event,
        @BeanParam PageQuery page) {

    record Wanted(Query query, PageRequest page) {}

    Wanted read() {
        QueryReader reader = new QueryReader();
        DeliveryStatusWord wanted = reader.word("status", status, DeliveryStatusWord.class);
        String word = reader.text("event", event);
        PageRequest asked = page.read(reader);
        reader.orThrow();
        return new Wanted(
                new Query(wanted == null ? null : wanted.name().toLowerCase(Locale.ROOT), word),
                asked);
    }
}
