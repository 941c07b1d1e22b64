package io.guildhall.wire.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.wire.event.EventFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OpenBountyPayloadTest {

    private static final Path APPROVED = Path.of("src", "test", "resources", "approved-openbounty");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-0000000000ff");
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00.123456Z");

    static Stream<DomainEvent> everyEvent() {
        return EventFixture.EVERY_EVENT.stream();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventIsToldInTheApprovedWords(DomainEvent event) throws IOException {
        String told =
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(told(event)) + "\n";

        Path approved = APPROVED.resolve(EventFixture.name(event) + ".json");
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(APPROVED);
            Files.writeString(approved, told);
        }
        assertThat(told).isEqualTo(Files.readString(approved));
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void everyEventSaysWhatAndWhenAndByWhichId(DomainEvent event) {
        ObjectNode told = told(event);

        assertThat(told.get("event").asText()).isEqualTo(OpenBountyPayload.word(event));
        assertThat(told.get("timestamp").asText()).isEqualTo("2026-11-22T12:00:00.123456Z");
        assertThat(told.get("id").asText()).isEqualTo("evt_01K30DW000E00800000000007Z");
    }

    @Test
    void theTenDocumentedEventsHaveEveryDocumentedField() throws IOException {
        List<String> documented =
                Files.readAllLines(Path.of("src", "test", "resources", "documented-events.jsonl"));

        assertThat(documented).hasSameSizeAs(DocumentedEvents.IN_ITS_ORDER).hasSize(10);
        for (int place = 0; place < documented.size(); place++) {
            holds(
                    told(DocumentedEvents.IN_ITS_ORDER.get(place)),
                    MAPPER.readTree(documented.get(place)));
        }
    }

    /** What the document writes out is told just so; where it writes dots, the form is the same. */
    private static void holds(JsonNode told, JsonNode documented) {
        for (var field : documented.properties()) {
            JsonNode value = told.path(field.getKey());
            JsonNode example = field.getValue();
            assertThat(value.getNodeType()).as(field.getKey()).isEqualTo(example.getNodeType());
            if (example.isObject()) {
                holds(value, example);
            } else if (example.asText().endsWith("...")) {
                String start = example.asText().replace("...", "");
                assertThat(value.asText()).startsWith(start).isNotEqualTo(start);
            } else {
                assertThat(value.toString()).isEqualTo(example.toString());
            }
        }
    }

    private static ObjectNode told(DomainEvent event) {
        return OpenBountyPayload.of(new Recorded(ID, event, AT));
    }
}
