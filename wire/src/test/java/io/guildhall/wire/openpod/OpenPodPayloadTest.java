package io.guildhall.wire.openpod;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.workspace.ProjectId;
import io.guildhall.domain.workspace.ticket.Priority;
import io.guildhall.domain.workspace.ticket.Step;
import io.guildhall.domain.workspace.ticket.TicketEvent.TicketAssigned;
import io.guildhall.domain.workspace.ticket.TicketFacts;
import io.guildhall.domain.workspace.ticket.TicketId;
import io.guildhall.wire.event.EventFixture;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenPodPayloadTest {

    private static final Instant AT = Instant.parse("2026-03-12T10:30:00Z");

    @Test
    void documentsExampleIsSaidFieldByField() {
        UUID ticket = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
        UUID project = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
        var assigned =
                new TicketAssigned(
                        new TicketFacts(
                                new TicketId(ticket),
                                new ProjectId(project),
                                5,
                                "Implement auth endpoint",
                                Priority.HIGH,
                                new AgentId(new UUID(1, 1)),
                                Step.TODO,
                                null));

        assertThat(OpenPodPayload.of(new Recorded(new UUID(1, 2), assigned, AT)).toPrettyString())
                .isEqualToNormalizingWhitespace(
                        """
                        {
                          "event" : "ticket_assigned",
                          "timestamp" : "2026-03-12T10:30:00Z",
                          "data" : {
                            "ticket_id" : "01890a5d-ac96-774b-bcce-b302099a8057",
                            "ticket_number" : 5,
                            "title" : "Implement auth endpoint",
                            "project_id" : "01890a5d-ac96-774b-bcce-b302099a8058",
                            "priority" : "high"
                          }
                        }
                        """);
    }

    @Test
    void everyWordOfTheDocumentIsSaidOfSomeEvent() {
        var said = new TreeSet<String>();
        for (DomainEvent event : EventFixture.EVERY_EVENT) {
            OpenPodPayload.word(event).ifPresent(said::add);
        }
        said.remove("webhook_test");

        assertThat(said).isEqualTo(OpenPodPayload.WORDS);
    }

    @Test
    void payloadIsNothingButEventTimeAndData() {
        for (DomainEvent event : EventFixture.EVERY_EVENT) {
            Optional<String> word = OpenPodPayload.word(event);
            if (word.isPresent()) {
                var payload = OpenPodPayload.of(new Recorded(new UUID(1, 2), event, AT));
                assertThat(payload.fieldNames())
                        .toIterable()
                        .containsExactly("event", "timestamp", "data");
                assertThat(payload.get("event").asText()).isEqualTo(word.get());
                assertThat(payload.get("data").isObject()).isTrue();
            }
        }
    }
}
