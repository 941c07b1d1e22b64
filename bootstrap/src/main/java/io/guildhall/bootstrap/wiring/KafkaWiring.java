package io.guildhall.bootstrap.wiring;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.stream.PublishEvents;
import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.messaging.kafka.KafkaEventPublisher;
import io.guildhall.messaging.kafka.KafkaSettings;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;

/** The stream on Kafka, where brokers are named. */
@Singleton
final class KafkaWiring {

    /**
     * @param client all settings that begin with {@code kafka.}
     */
    @Produces
    @Singleton
    Optional<KafkaEventPublisher> publisher(
            GuildhallConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> client) {
        return config.kafka()
                .bootstrapServers()
                .map(servers -> {
                    Map<String, Object> settings = new HashMap<>(client);
                    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers);
                    return new KafkaEventPublisher(
                            new KafkaSettings(
                                    settings,
                                    config.kafka().topicPrefix(),
                                    config.kafka().partitions(),
                                    config.kafka().source()));
                });
    }

    void close(@Disposes Optional<KafkaEventPublisher> publisher) {
        publisher.ifPresent(KafkaEventPublisher::close);
    }

    @Produces
    @Singleton
    Optional<PublishEvents> publishEvents(
            Optional<KafkaEventPublisher> publisher,
            Transactions transactions,
            EventStream stream,
            StreamCursors cursors,
            InstantSource clock,
            IdGenerator ids) {
        String replica = ids.next().toString();
        return publisher.map(
                kafka -> new PublishEvents(transactions, stream, cursors, kafka, clock, replica));
    }
}
