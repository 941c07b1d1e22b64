package io.guildhall.rest.openbounty.bounty;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.wire.openbounty.OpenBountyPayload;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** One event of a bounty's story, just as streams and webhooks tell it. */
@Schema(
        name = "Event",
        type = SchemaType.OBJECT,
        description = "What happened; further fields depend on the event.",
        requiredProperties = {"event", "timestamp", "id"},
        properties = {
            @SchemaProperty(
                    name = "event",
                    type = SchemaType.STRING,
                    description = "Such as bounty.created or submission.accepted."),
            @SchemaProperty(name = "timestamp", type = SchemaType.STRING, format = "date-time"),
            @SchemaProperty(
                    name = "id",
                    type = SchemaType.STRING,
                    description = "The same on every channel.")
        },
        additionalProperties = Schema.True.class)
public record EventJson(@Schema(hidden = true) @JsonValue ObjectNode payload) {

    public static EventJson of(Recorded recorded) {
        return new EventJson(OpenBountyPayload.of(recorded));
    }
}
