package io.guildhall.rest.openbounty.notification;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.domain.notification.Attempt;
import io.guildhall.domain.notification.Deliveries.Parcel;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.rest.openbounty.bounty.EventJson;
import io.guildhall.wire.id.OpenBountyIds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a receiver is sent. */
@Schema(name = "DeliveryRequest")
@JsonNaming(SnakeCaseStrategy.class)
public record SentRequestJson(
        @Schema(description = "Where the webhook lies now.") String url,
        @Schema(
                        description =
                                "By which deliveries are told apart and proved; of signatures only the form,"
                                        + " for they are made anew for each attempt.")
                Map<String, String> headers,
        EventJson body) {

    static SentRequestJson of(Parcel parcel, WebhookEndpoint endpoint) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("webhook-id", OpenBountyIds.EVENT.on(parcel.event().id()));
        List<Attempt> attempts = parcel.delivery().attempts();
        String time =
                attempts.isEmpty() ? "…" : Long.toString(attempts.getLast().at().getEpochSecond());
        headers.put("webhook-timestamp", time);
        headers.put("webhook-signature", "v1,…");
        headers.put("x-openbounty-signature", "t=" + time + ",v1=…");
        headers.put("x-openbounty-event", parcel.delivery().event().word());
        headers.put(
                "x-openbounty-delivery", OpenBountyIds.DELIVERY.on(parcel.delivery().id().value()));
        return new SentRequestJson(endpoint.target().url(), headers, EventJson.of(parcel.event()));
    }
}
