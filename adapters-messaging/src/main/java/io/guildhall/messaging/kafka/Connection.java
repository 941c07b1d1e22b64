package io.guildhall.messaging.kafka;

import io.guildhall.application.access.EventPublisher;
import io.guildhall.application.access.EventPublisher.Sent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer from its start to its first failure. It never gives up a record by itself and goes on
 * with later ones: the first that fails ends it with all that is still on its way. Nothing
 * overtakes anything at the broker: one request at a time is on its way, and an idempotent
 * producer's records are numbered, so that none is kept twice.
 */
final class Connection implements AutoCloseable {

    private static final int BLOCKED_MAX_MILLIS = EventPublisher.PATIENCE_SECONDS * 500;

    /** What an operator may set otherwise. */
    private static final Map<String, Object> PREFERRED =
            Map.of(
                    ProducerConfig.CLIENT_ID_CONFIG,
                    "guildhall",
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "lz4",
                    // Whatever is sent is flushed behind its last record, and goes in as few
                    // pieces as it can until then.
                    ProducerConfig.LINGER_MS_CONFIG,
                    1_000,
                    ProducerConfig.BATCH_SIZE_CONFIG,
                    128 * 1024);

    /** What our promises rest on. */
    private static final Map<String, Object> REQUIRED =
            Map.of(
                    ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                    ByteArraySerializer.class,
                    ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                    ByteArraySerializer.class,
                    ProducerConfig.ACKS_CONFIG,
                    "all",
                    ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                    true,
                    // Of two on their way a partition whose leader is just coming up may refuse the
                    // first and take the second: then the first, sent again, counts as a duplicate
                    // there, and is gone with nobody told.
                    ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                    1,
                    ProducerConfig.RETRIES_CONFIG,
                    Integer.MAX_VALUE,
                    ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                    Integer.MAX_VALUE,
                    ProducerConfig.MAX_BLOCK_MS_CONFIG,
                    BLOCKED_MAX_MILLIS);

    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Connection(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    static Connection open(KafkaSettings settings) {
        return new Connection(new KafkaProducer<>(client(settings)));
    }

    static Map<String, Object> client(KafkaSettings settings) {
        Map<String, Object> client = new HashMap<>(PREFERRED);
        client.putAll(settings.client());
        client.putAll(REQUIRED);
        return client;
    }

    boolean isBroken() {
        return failure.get() != null;
    }

    /**
     * @throws io.guildhall.domain.shared.RefusedException when one of them, or one sent before, is
     *     known to have failed
     */
    Sent send(List<ProducerRecord<byte[], byte[]>> records) {
        var missing = new CountDownLatch(records.size());
        for (ProducerRecord<byte[], byte[]> record : records) {
            send(record, missing);
            failIfBroken();
        }
        // It also waits until all is there, which is not for us to do yet.
        Thread.ofVirtual().name("kafka-flush").start(this::flush);
        return () -> await(missing);
    }

    private void send(ProducerRecord<byte[], byte[]> record, CountDownLatch missing) {
        try {
            // Whatever becomes of it is told to the callback.
            var _ =
                    producer.send(
                            record,
                            (_, thrown) -> {
                                if (thrown != null) {
                                    giveUp(thrown);
                                }
                                missing.countDown();
                            });
        } catch (RuntimeException e) {
            giveUp(e);
        }
    }

    private void flush() {
        try {
            producer.flush();
        } catch (RuntimeException e) {
            giveUp(e);
        }
    }

    private void await(CountDownLatch missing) {
        try {
            if (!missing.await(EventPublisher.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                giveUp(
                        new TimeoutException(
                                "No answer in " + EventPublisher.PATIENCE_SECONDS + " s"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(e);
        }
        failIfBroken();
    }

    private void failIfBroken() {
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw KafkaUnavailable.because(thrown);
        }
    }

    /** Called in the producer's own thread too, where it ends before it sends anything else. */
    private void giveUp(Throwable cause) {
        if (failure.compareAndSet(null, cause)) {
            producer.close(Duration.ZERO);
        }
    }

    /** What has not arrived yet is sent again by whoever goes on. */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
