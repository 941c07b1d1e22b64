package io.guildhall.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.Subject;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.wire.event.EventFixture;
import io.guildhall.wire.openbounty.OpenBountyPayload;
import io.guildhall.wire.openbounty.SchemaExport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/** The committed document over all channels is the one of the code: its events, topics, headers. */
class AsyncApiDocumentTest {

    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build();

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Topics TOPICS = new Topics(settings());
    private static final NavigableMap<String, ObjectNode> SCHEMAS = SchemaExport.schemas();

    /** By word, what each event happens to. */
    private final NavigableMap<String, Subject.Kind> subjects = new TreeMap<>();

    private final ObjectNode document = frame();

    AsyncApiDocumentTest() throws IOException {
        EventFixture.EVERY_EVENT.forEach(
                event -> subjects.put(OpenBountyPayload.word(event), event.subject().kind()));
    }

    @Test
    void committedDocumentIsTheOneOfTheCode() throws IOException {
        subjects.forEach((word, kind) -> {
            put("stream", "serverSentEvent", word);
            put("webhook", "webhook", word);
            put(topic(kind), "cloudEvent", word);
        });

        ApprovedFile.assertApproved("docs/asyncapi.yaml", YAML.writeValueAsString(document));
    }

    @Test
    void everyEventIsInTheDocument() {
        assertThat(subjects.keySet()).isEqualTo(SCHEMAS.keySet());
    }

    @Test
    void headersAreThoseThatAreDescribed() {
        ObjectNode described = document.withObject("/components/schemas/CloudEventHeaders");
        for (DomainEvent event : EventFixture.EVERY_EVENT) {
            ObjectNode headers = headers(event);

            assertThat(headers.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(
                            () -> described.get("properties").fieldNames());
            assertThat(
                            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                    .getSchema(described.toString())
                                    .validate(
                                            headers.toString(),
                                            InputFormat.JSON,
                                            context ->
                                                    context.executionConfig(config ->
                                                            config.formatAssertionsEnabled(true))))
                    .isEmpty();
        }
    }

    private void put(String channel, String trait, String word) {
        ObjectNode message =
                JSON.objectNode()
                        .put("name", word)
                        .put("title", word)
                        .put(
                                "summary",
                                Objects.requireNonNull(SCHEMAS.get(word))
                                        .get("description")
                                        .asText());
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/" + trait);
        message.putObject("payload").put("$ref", "./events/" + word + ".json");
        document.withObject("/channels")
                .withObject("/" + channel)
                .withObject("/messages")
                .set(word, message);
    }

    /** The channel of a topic, which stands in the document from now on. */
    private String topic(Subject.Kind kind) {
        String topic = TOPICS.of(kind);
        ObjectNode channels = document.withObject("/channels");
        if (!channels.has(topic)) {
            ObjectNode channel =
                    channels.putObject(topic)
                            .put("address", topic)
                            .put("title", "Kafka topic " + topic)
                            .put(
                                    "description",
                                    "Keyed by the id of what the event happened to, so that its events stay"
                                            + " in order. All events are here, private ones too.");
            channel.putArray("servers").addObject().put("$ref", "#/servers/kafka");
            channel.putObject("messages");
            channel.putObject("bindings")
                    .putObject("kafka")
                    .put("topic", topic)
                    .put("partitions", settings().partitions())
                    .put("bindingVersion", "0.5.0");
            ObjectNode operation =
                    document.withObject("/operations")
                            .putObject("publish-" + topic)
                            .put("action", "send");
            operation.putObject("channel").put("$ref", "#/channels/" + topic);
            operation.put("summary", "Carries events to " + topic + ", at least once.");
        }
        return topic;
    }

    private static ObjectNode headers(DomainEvent event) {
        ObjectNode headers = JSON.objectNode();
        var placed =
                new Placed(
                        7,
                        new Recorded(
                                new UUID(0x7000L, 7),
                                event,
                                Instant.parse("2026-11-22T12:00:00Z"),
                                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        for (Header header :
                new CloudEventRecords(TOPICS, settings().source()).of(placed).headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return headers;
    }

    private static ObjectNode frame() throws IOException {
        JsonNode frame =
                YAML.readTree(Path.of("src", "test", "resources", "asyncapi-frame.yaml").toFile());
        return (ObjectNode) frame;
    }

    private static KafkaSettings settings() {
        return new KafkaSettings(Map.of(), "guildhall.", 6, "/guildhall");
    }
}
