package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.stream.PublishEvents;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.messaging.kafka.KafkaEventPublisher;
import io.guildhall.messaging.kafka.KafkaSettings;
import io.quarkus.arc.lookup.LookupUnlessProperty;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The stream on Kafka; there only when brokers are named. */
@Singleton
final class KafkaWiring {

    private static final String BROKERS = "guildhall.kafka.bootstrap-servers";

    /**
     * @param client what is set for Kafka's own clients, such as {@code KAFKA_SECURITY_PROTOCOL}
     */
    @Produces
    @Singleton
    @LookupUnlessProperty(name = BROKERS, stringValue = "")
    KafkaEventPublisher publisher(
            GuildhallConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> client) {
        GuildhallConfig.Kafka kafka = config.kafka();
        Map<String, Object> withBrokers = new HashMap<>(client);
        withBrokers.put("bootstrap.servers", kafka.bootstrapServers().orElseThrow());
        return new KafkaEventPublisher(
                new KafkaSettings(
                        withBrokers, kafka.topicPrefix(), kafka.partitions(), kafka.source()));
    }

    void close(@Disposes KafkaEventPublisher publisher) {
        publisher.close();
    }

    @Produces
    @Singleton
    @LookupUnlessProperty(name = BROKERS, stringValue = "")
    PublishEvents publishEvents(
            Transactions transactions,
            EventStream stream,
            StreamCursors cursors,
            KafkaEventPublisher publisher,
            InstantSource clock,
            IdGenerator ids) {
        return new PublishEvents(
                transactions, stream, cursors, publisher, clock, ids.next().toString());
    }
}
