package io.guildhall.messaging.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.notification.WebhookSender.Letter;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.wire.id.OpenBountyIds;
import io.guildhall.wire.openbounty.OpenBountyPayload;
import io.guildhall.wire.openpod.OpenPodPayload;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** A letter as it goes over the wire: the same body on every attempt, signed for this one. */
final class SignedRequest {

    private static final MediaType JSON = MediaType.get("application/json");

    private SignedRequest() {}

    static Request of(Letter letter, HttpUrl url) {
        Recorded event = letter.event();
        ObjectNode payload =
                switch (letter.form()) {
                    case OPENBOUNTY -> OpenBountyPayload.of(event);
                    case OPENPOD -> OpenPodPayload.of(event);
                };
        byte[] body = payload.toString().getBytes(UTF_8);
        String id = OpenBountyIds.EVENT.on(event.id());
        long seconds = letter.at().getEpochSecond();
        Request.Builder request = standard(letter, url, id, seconds, body);
        return switch (letter.form()) {
            case OPENBOUNTY ->
                    request.header("X-OpenBounty-Event", payload.required("event").asText())
                            .header(
                                    "X-OpenBounty-Delivery",
                                    OpenBountyIds.DELIVERY.on(letter.delivery().value()))
                            .header(
                                    "X-OpenBounty-Signature",
                                    Signatures.openBounty(letter.secrets(), seconds, body))
                            .build();
            case OPENPOD ->
                    request.header(
                                    "X-Webhook-Signature",
                                    Signatures.openPod(letter.secrets().getFirst(), body))
                            .build();
        };
    }

    /** What goes with every letter. */
    private static Request.Builder standard(
            Letter letter, HttpUrl url, String id, long seconds, byte[] body) {
        Request.Builder request = new Request.Builder();
        String traceparent = letter.event().traceparent();
        if (traceparent != null) {
            request.header("traceparent", traceparent);
        }
        return request.url(url)
                .post(RequestBody.create(body, JSON))
                .header("User-Agent", "Guildhall-Webhooks/1")
                // Of an answer we keep a few words, so there is nothing to unpack.
                .header("Accept-Encoding", "identity")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header(
                        "webhook-signature",
                        Signatures.standard(letter.secrets(), id, seconds, body));
    }
}
