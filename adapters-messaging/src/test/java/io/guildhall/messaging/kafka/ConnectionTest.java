package io.guildhall.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.EventPublisher.Sent;
import io.guildhall.domain.shared.RefusedException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(
                    false,
                    new RoundRobinPartitioner(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer()) {
                // The real one waits; this one would make all arrive.
                @Override
                public synchronized void flush() {}
            };
    private final Connection connection = new Connection(producer);

    @Test
    void sendingIsOverWhenTheLastRecordIsThere() {
        Sent sent = connection.send(List.of(record(), record()));
        producer.completeNext();
        producer.completeNext();

        assertThatCode(sent::await).doesNotThrowAnyException();
        assertThat(connection.isBroken()).isFalse();
    }

    @Test
    void aRecordThatFailsEndsTheProducerBeforeLaterOnesAreSent() {
        Sent sent = connection.send(List.of(record(), record(), record()));
        producer.completeNext();
        producer.errorNext(new RecordTooLargeException());

        assertThat(producer.closed()).isTrue();
        assertThat(connection.isBroken()).isTrue();
        assertThatThrownBy(sent::await).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> connection.send(List.of(record())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("RecordTooLargeException");
    }

    @Test
    void whatCannotEvenBeSentEndsTheProducerToo() {
        producer.sendException = new IllegalStateException("closed meanwhile");

        assertThatThrownBy(() -> connection.send(List.of(record(), record())))
                .isInstanceOf(RefusedException.class);
        assertThat(producer.closed()).isTrue();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void settingsMayAddToOurPromisesAndNotTakeFromThem() {
        Map<String, Object> client =
                Connection.client(
                        new KafkaSettings(
                                Map.of(
                                        "bootstrap.servers", "127.0.0.1:1",
                                        "security.protocol", "SASL_SSL",
                                        "batch.size", "50",
                                        "acks", "1",
                                        "max.in.flight.requests.per.connection", "5",
                                        "enable.idempotence", "false"),
                                "guildhall.",
                                6,
                                "/guildhall"));

        assertThat(client)
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1)
                .containsEntry(ProducerConfig.BATCH_SIZE_CONFIG, "50")
                .containsEntry("security.protocol", "SASL_SSL");
    }

    private static ProducerRecord<byte[], byte[]> record() {
        return new ProducerRecord<>("guildhall.bounty", new byte[] {1}, new byte[] {2});
    }
}
