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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** What the headers say of a word; there are some dozens of words. */
    private record OfWord(Header type, Header dataSchema) {

        static OfWord of(String word) {
            return new OfWord(
                    header("ce_type", "io.guildhall." + word),
                    header("ce_dataschema", EventSchemas.id(word)));
        }
    }

    private final Topics topics;
    private final Header source;
    private final Map<String, OfWord> words = new ConcurrentHashMap<>();

    CloudEventRecords(Topics topics, String source) {
        this.topics = topics;
        this.source = header("ce_source", source);
    }

    ProducerRecord<byte[], byte[]> of(Placed placed) {
        Recorded recorded = placed.recorded();
        Subject subject = recorded.event().subject();
        byte[] key = OpenBountyIds.of(subject).getBytes(UTF_8);
        ObjectNode payload = OpenBountyPayload.of(recorded);
        OfWord word = words.computeIfAbsent(payload.get("event").textValue(), OfWord::of);
        List<Header> headers =
                new ArrayList<>(
                        List.of(
                                SPEC_VERSION,
                                header("ce_id", payload.get("id").textValue()),
                                source,
                                word.type(),
                                new RecordHeader("ce_subject", key),
                                header("ce_time", payload.get("timestamp").textValue()),
                                word.dataSchema(),
                                new RecordHeader("ce_partitionkey", key),
                                header("ce_guildhallplace", Long.toString(placed.place())),
                                CONTENT_TYPE));
        if (recorded.traceparent() != null) {
            headers.add(header("ce_traceparent", recorded.traceparent()));
        }
        return new ProducerRecord<>(topics.of(subject.kind()), null, key, json(payload), headers);
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
