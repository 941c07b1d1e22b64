package io.guildhall.bootstrap.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all topics of the service from their beginning on, as long as it is open. */
public final class KafkaEar implements AutoCloseable {

    private static final Pattern TOPICS = Pattern.compile("guildhall\\..*");

    private final Heard heard = new Heard("Kafka");
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;

    public KafkaEar(String bootstrapServers) {
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "group.id", "ear",
                                "auto.offset.reset", "earliest",
                                // Topics come into being while it listens.
                                "metadata.max.age.ms", "1000"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        this.thread = Thread.ofVirtual().start(this::listen);
    }

    public Heard heard() {
        return heard;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (consumer) {
            consumer.subscribe(TOPICS);
            while (true) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                    heard.hear(new String(event.value(), StandardCharsets.UTF_8));
                }
            }
        } catch (WakeupException closed) {
            // Nobody listens any more.
        }
    }
}
