package io.guildhall.messaging.kafka;

import io.guildhall.application.access.EventPublisher;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.stream.StreamReaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every event of the stream on Kafka, those that concern only few included: the brokers are those
 * of whoever runs this installation. One thread at a time sends. A record that they refuse is sent
 * again until they take it, and what comes behind it waits: whatever is refused for good, such as a
 * topic that nobody may write to, is for their administrator to put right.
 */
public final class KafkaEventPublisher implements EventPublisher, AutoCloseable {

    private final KafkaSettings settings;
    private final Topics topics;
    private final CloudEventRecords records;
    private volatile @Nullable Connection connection;

    public KafkaEventPublisher(KafkaSettings settings) {
        this.settings = settings;
        this.topics = new Topics(settings);
        this.records = new CloudEventRecords(topics, settings.source());
    }

    @Override
    public String reader() {
        return StreamReaders.KAFKA;
    }

    @Override
    public Sent send(List<Placed> events) {
        return connected().send(events.stream().map(records::of).toList());
    }

    private Connection connected() {
        Connection current = connection;
        if (current == null || current.isBroken()) {
            topics.makeMissing();
            current = Connection.open(settings);
            connection = current;
        }
        return current;
    }

    @Override
    public void close() {
        Connection current = connection;
        if (current != null) {
            current.close();
        }
    }
}
