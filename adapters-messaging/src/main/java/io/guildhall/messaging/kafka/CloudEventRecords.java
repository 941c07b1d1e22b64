package io.guildhall.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.Subject;
import io.guildhall.wire.id.OpenBountyIds;
import io.guildhall.wire.openbounty.EventSchemas;
import io.guildhall.wire.openbounty.OpenBountyPayload;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Events as CloudEvents 1.0 in binary mode: the payload of every channel as the value, and what
 * routes it in the headers. The key is the aggregate's id, so that its events stay in one
 * partition.
 */
final class CloudEventRecords {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    private final Topics topics;
    private final Header source;

    CloudEventRecords(Topics topics, String source) {
        this.topics = topics;
        this.source = header("ce_source", source);
    }

    ProducerRecord<byte[], byte[]> of(Placed placed) {
        Recorded recorded = placed.recorded();
        Subject subject = recorded.event().subject();
        byte[] key = OpenBountyIds.of(subject).getBytes(UTF_8);
        ObjectNode payload = OpenBountyPayload.of(recorded);
        String word = payload.get("event").asText();
        return new ProducerRecord<>(
                topics.of(subject.kind()),
                null,
                key,
                json(payload),
                List.of(
                        SPEC_VERSION,
                        header("ce_id", payload.get("id").asText()),
                        source,
                        header("ce_type", "io.guildhall." + word),
                        new RecordHeader("ce_subject", key),
                        header("ce_time", payload.get("timestamp").asText()),
                        header("ce_dataschema", EventSchemas.id(word)),
                        new RecordHeader("ce_partitionkey", key),
                        header("ce_guildhallplace", Long.toString(placed.place())),
                        CONTENT_TYPE));
    }

    private static byte[] json(ObjectNode payload) {
        try {
            return MAPPER.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
