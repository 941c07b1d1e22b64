package io.guildhall.rest.openbounty.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.application.notification.Addressed;
import io.guildhall.application.notification.Audience;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.Subject;
import io.guildhall.wire.openbounty.OpenBountyPayload;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/**
 * An event as it goes over the wire, the same bytes for everybody who hears of it.
 *
 * @param story the life it belongs to
 * @param text never changed: it is written to many connections at once
 */
record StreamedEvent(
        long place, UUID id, Audience audience, Subject story, String word, Buffer text) {

    static StreamedEvent of(Addressed addressed) {
        Recorded recorded = addressed.placed().recorded();
        DomainEvent event = recorded.event();
        ObjectNode payload = OpenBountyPayload.of(recorded);
        String word = payload.required("event").asText();
        return new StreamedEvent(
                addressed.placed().place(),
                recorded.id(),
                addressed.audience(),
                event.story(),
                word,
                StreamTexts.event(recorded.id(), word, payload));
    }
}
