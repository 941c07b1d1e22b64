package io.guildhall.rest.openbounty.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.wire.id.OpenBountyIds;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.UUID;

/** What is written to a reader, in the format of Server-Sent Events. */
final class StreamTexts {

    static final Buffer SIGN_OF_LIFE = Buffer.buffer(":\n\n");

    private static final String WHAT_TO_DO =
            "What happened since your last event is not kept any more, or that event is none of"
                    + " ours; read again what you keep a copy of, then go on from here";

    private StreamTexts() {}

    /** How long the client waits before it comes back when the connection is lost. */
    static Buffer retry(long millis) {
        return Buffer.buffer("retry: " + millis + "\n\n");
    }

    /** JSON in one line: every line break within a text is escaped in it. */
    static Buffer event(UUID id, String word, ObjectNode payload) {
        return Buffer.buffer(
                "id: "
                        + OpenBountyIds.EVENT.on(id)
                        + "\nevent: "
                        + word
                        + "\ndata: "
                        + payload
                        + "\n\n");
    }

    /**
     * A sign of life that also says how far the reader has come: an id without data is no event to
     * a client, but it is what the client comes back with.
     */
    static Buffer position(long place) {
        return Buffer.buffer(":\nid: " + StreamPosition.text(place) + "\n\n");
    }

    static Buffer resync(long head, Instant now) {
        ObjectNode data =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("event", "resync")
                        .put("timestamp", now.toString())
                        .put("reason", "events_forgotten")
                        .put("message", WHAT_TO_DO);
        return Buffer.buffer(
                "id: " + StreamPosition.text(head) + "\nevent: resync\ndata: " + data + "\n\n");
    }
}
