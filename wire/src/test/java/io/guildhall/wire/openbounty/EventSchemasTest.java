package io.guildhall.wire.openbounty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.wire.event.EventFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed schemas are those of the code, and somebody else's validator agrees to them. */
class EventSchemasTest {

    private static final Path COMMITTED = Path.of("..", "docs", "events");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final NavigableMap<String, ObjectNode> SCHEMAS = SchemaExport.schemas();
    private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-0000000000ff");

    static Stream<String> everyWord() {
        return SCHEMAS.keySet().stream();
    }

    static Stream<DomainEvent> everySample() {
        return Stream.of(
                        EventFixture.EVERY_EVENT,
                        DocumentedEvents.IN_ITS_ORDER,
                        Variations.ofEveryEvent())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("everyWord")
    void committedSchemaIsTheOneOfTheCode(String word) throws IOException {
        ApprovedFile.assertApproved(
                "docs/events/" + word + ".json",
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(schema(word)) + "\n");
    }

    @Test
    void everyEventHasASchemaAndEverySchemaAnEvent() throws IOException {
        assertThat(everySample().map(OpenBountyPayload::word)).allMatch(SCHEMAS::containsKey);
        try (Stream<Path> files = Files.list(COMMITTED)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            everyWord().map(word -> word + ".json").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void everySampleFitsItsSchema(DomainEvent event) {
        assertThat(errors(told(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyWord")
    void whatLacksAPromisedFieldDoesNotFit(String word) {
        ObjectNode whole =
                everySample()
                        .filter(event -> OpenBountyPayload.word(event).equals(word))
                        .map(EventSchemasTest::told)
                        .findFirst()
                        .orElseThrow();

        schema(word)
                .get("required")
                .forEach(field -> {
                    ObjectNode lacking = whole.deepCopy();
                    lacking.remove(field.asText());
                    assertThat(errors(word, lacking)).as(field.asText()).isNotEmpty();
                });
        assertThat(errors(word, whole.deepCopy().put("id", "evt_none"))).isNotEmpty();
        assertThat(errors(word, whole.deepCopy().put("timestamp", "yesterday"))).isNotEmpty();
    }

    @Test
    void theDocumentsOwnExamplesFitAsFarAsTheyAreWhole() throws IOException {
        for (String line :
                Files.readAllLines(
                        Path.of("src", "test", "resources", "documented-events.jsonl"))) {
            JsonNode example = MAPPER.readTree(line);
            fits(schema(example.get("event").asText()), example);
        }
    }

    /** Where the document writes dots, it says only that something is there. */
    private static void fits(JsonNode schema, JsonNode example) {
        for (var field : example.properties()) {
            JsonNode property = schema.path("properties").path(field.getKey());
            assertThat(property.isObject()).as(field.getKey()).isTrue();
            if (field.getValue().isObject()) {
                fits(property, field.getValue());
            } else if (!field.getValue().asText().endsWith("...")) {
                assertThat(validate(property, field.getValue())).isEmpty();
            }
        }
    }

    private static ObjectNode told(DomainEvent event) {
        return OpenBountyPayload.of(new Recorded(ID, event, Variations.AT));
    }

    private static List<Error> errors(ObjectNode payload) {
        return errors(payload.get("event").asText(), payload);
    }

    private static List<Error> errors(String word, ObjectNode payload) {
        return validate(schema(word), payload);
    }

    private static ObjectNode schema(String word) {
        return Objects.requireNonNull(SCHEMAS.get(word), word);
    }

    private static List<Error> validate(JsonNode schema, JsonNode value) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString())
                .validate(
                        value.toString(),
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
    }
}
