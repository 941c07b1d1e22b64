package io.guildhall.messaging.kafka;

import java.util.Map;

/**
 * Where the brokers are, and what things are called there.
 *
 * @param client whatever Kafka's own clients take, {@code bootstrap.servers} at least
 * @param topicPrefix what stands before a topic's family, such as {@code guildhall.}
 * @param partitions of a topic that is not there yet
 * @param source of all events, as CloudEvents understands it
 */
public record KafkaSettings(
        Map<String, Object> client, String topicPrefix, int partitions, String source) {

    public KafkaSettings {
        client = Map.copyOf(client);
    }
}
