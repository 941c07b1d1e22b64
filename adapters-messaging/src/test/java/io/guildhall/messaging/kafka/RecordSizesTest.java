package io.guildhall.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.wire.event.EventFixture;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

/**
 * A record that the brokers refuse for its size would keep all behind it waiting, for none is ever
 * passed over. So none may come near what brokers take.
 */
class RecordSizesTest {

    /** The longest text that anybody may write into an event, each character worth six in JSON. */
    private static final String LONGEST = "\u0001".repeat(10_000);

    private static final int BROKERS_TAKE = 1024 * 1024;

    private final CloudEventRecords records =
            new CloudEventRecords(
                    new Topics(new KafkaSettings(Map.of(), "guildhall.", 1, "/guildhall")),
                    "/guildhall");

    @Test
    void eventWithTheLongestTextsIsMuchSmallerThanWhatBrokersTake() throws Exception {
        for (DomainEvent event : EventFixture.EVERY_EVENT) {
            assertThat(size(wordy(event)))
                    .as(event.getClass().getSimpleName())
                    .isLessThan(BROKERS_TAKE / 4);
        }
    }

    private int size(DomainEvent event) {
        ProducerRecord<byte[], byte[]> sent =
                records.of(new Placed(1, new Recorded(new UUID(1, 2), event, Instant.EPOCH)));
        int size = sent.key().length + sent.value().length;
        for (Header header : sent.headers()) {
            size += header.key().length() + header.value().length;
        }
        return size;
    }

    private static DomainEvent wordy(DomainEvent event) throws ReflectiveOperationException {
        RecordComponent[] parts = event.getClass().getRecordComponents();
        Object[] values = new Object[parts.length];
        for (int part = 0; part < parts.length; part++) {
            values[part] =
                    parts[part].getType() == String.class
                            ? LONGEST
                            : parts[part].getAccessor().invoke(event);
        }
        Class<?>[] types =
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return (DomainEvent) event.getClass().getDeclaredConstructor(types).newInstance(values);
    }
}
