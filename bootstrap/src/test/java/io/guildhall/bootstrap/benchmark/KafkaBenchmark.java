package io.guildhall.bootstrap.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.StreamCursors;
import io.guildhall.application.stream.PlaceEvents;
import io.guildhall.application.stream.PublishEvents;
import io.guildhall.domain.bounty.BountyEvent.BountyOpened;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.ClaimEvent.ClaimApproved;
import io.guildhall.domain.claim.ClaimEvent.ClaimCreated;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.payout.PayoutEvent.PayoutCompleted;
import io.guildhall.domain.payout.PayoutId;
import io.guildhall.domain.payout.PayoutSource.AcceptedSubmission;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.IdGenerator;
import io.guildhall.domain.shared.Outbox;
import io.guildhall.domain.shared.Transactions;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionCreated;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.messaging.kafka.KafkaEventPublisher;
import io.guildhall.messaging.kafka.KafkaForTests;
import io.guildhall.messaging.kafka.KafkaSettings;
import io.guildhall.persistence.PostgresForTests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/**
 * How fast a backlog goes to Kafka, beside the two things it cannot be faster than: reading it from
 * the database and doing nothing with it, and sending the same records by a bare producer.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class KafkaBenchmark {

    private static final int EVENTS = Integer.getInteger("benchmark.events", 200_000);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 2);
    private static final int AT_ONCE = 2_000;

    private static final String DRAIN =
            """
            SELECT s.place, o.event_id, o.kind, o.payload, o.occurred_at
            FROM stream s JOIN outbox o ON o.position = s.position
            WHERE s.place > ? ORDER BY s.place LIMIT 2000
            """;

    @Inject AgroalDataSource database;
    @Inject Transactions transactions;
    @Inject Outbox outbox;
    @Inject EventStream stream;
    @Inject StreamCursors cursors;
    @Inject PlaceEvents placeEvents;
    @Inject InstantSource clock;
    @Inject IdGenerator ids;

    @Test
    void backlog() throws Exception {
        seed();
        try (var kafka = KafkaForTests.start();
                var publisher = new KafkaEventPublisher(settings(kafka))) {
            var publishEvents =
                    new PublishEvents(transactions, stream, cursors, publisher, clock, "benchmark");
            KafkaForTests.untilTaken(() -> publish(publishEvents));
            List<ProducerRecord<byte[], byte[]>> records = records(kafka);
            assertThat(records).hasSizeGreaterThanOrEqualTo(EVENTS);
            // Unmeasured: the JVM is warm afterwards, as it is for the rest of its life.
            for (int round = 0; round < WARM_UP; round++) {
                drain();
                send(kafka, records);
                publish(publishEvents);
            }
            for (int round = 0; round < ROUNDS; round++) {
                measure("drain", this::drain);
                measure("producer", () -> send(kafka, records));
                measure("ours", () -> publish(publishEvents));
            }
        }
    }

    private static void measure(String what, Callable<Integer> work) throws Exception {
        double processor = Processor.seconds();
        Instant start = Instant.now();
        int events = work.call();
        double seconds = Duration.between(start, Instant.now()).toNanos() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "benchmark %s %.0f events/s %.1f CPU µs each%n",
                what,
                events / seconds,
                (Processor.seconds() - processor) * 1e6 / events);
    }

    private int publish(PublishEvents publishEvents) {
        transactions.run(() -> {
            cursors.lock("kafka");
            cursors.move("kafka", 0);
        });
        int published = 0;
        for (int more = -1; more != 0; published += more) {
            more = publishEvents.handle(20 * AT_ONCE);
        }
        return published;
    }

    private int drain() throws SQLException {
        int drained = 0;
        long place = 0;
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(DRAIN)) {
            for (int more = -1; more != 0; drained += more) {
                more = 0;
                statement.setLong(1, place);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        place = rows.getLong(1);
                        if (rows.getString(4).isEmpty() || rows.getObject(2) == null) {
                            throw new IllegalStateException("Nothing in it");
                        }
                        more++;
                    }
                }
            }
        }
        return drained;
    }

    private static int send(KafkaForTests kafka, List<ProducerRecord<byte[], byte[]>> records)
            throws ExecutionException, InterruptedException {
        List<Future<?>> sent = new ArrayList<>(records.size());
        try (var producer = new KafkaProducer<byte[], byte[]>(producer(kafka))) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                sent.add(producer.send(record));
            }
            producer.flush();
            for (Future<?> one : sent) {
                one.get();
            }
        }
        return records.size();
    }

    /** As our own publisher's. */
    private static Map<String, Object> producer(KafkaForTests kafka) {
        return Map.of(
                "bootstrap.servers",
                kafka.address(),
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "lz4",
                "linger.ms",
                5_000,
                "batch.size",
                128 * 1024);
    }

    private static KafkaSettings settings(KafkaForTests kafka) {
        return new KafkaSettings(
                Map.of("bootstrap.servers", kafka.address()), "guildhall.", 6, "/guildhall");
    }

    private static List<ProducerRecord<byte[], byte[]>> records(KafkaForTests kafka) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.address()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.listTopics().values().stream()
                            .flatMap(List::stream)
                            .map(found -> new TopicPartition(found.topic(), found.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (records.size() < EVENTS) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record ->
                                records.add(
                                        new ProducerRecord<>(
                                                record.topic(),
                                                null,
                                                record.key(),
                                                record.value(),
                                                record.headers())));
            }
        }
        // As they stand in the stream: partition by partition they would be cheaper to send.
        records.sort(Comparator.comparingLong(KafkaBenchmark::place));
        return records;
    }

    private static long place(ProducerRecord<byte[], byte[]> record) {
        byte[] place = record.headers().lastHeader("ce_guildhallplace").value();
        return Long.parseLong(new String(place, UTF_8));
    }

    /** Bounties that are claimed, worked on and paid, and the bootstrap's own first event. */
    private void seed() {
        int missing = EVENTS - Math.toIntExact(placed());
        for (int done = 0; done < missing; done += AT_ONCE / 2) {
            List<DomainEvent> events = new ArrayList<>();
            while (events.size() < Math.min(AT_ONCE / 2, missing - done)) {
                events.addAll(life());
            }
            List<DomainEvent> some = events.subList(0, Math.min(AT_ONCE / 2, missing - done));
            transactions.run(() -> outbox.publish(some, clock.instant()));
        }
        assertThat(placed()).isEqualTo(EVENTS);
    }

    private long placed() {
        while (placeEvents.handle(AT_ONCE) > 0) {
            // Until all have their places.
        }
        return stream.extent().last();
    }

    private List<DomainEvent> life() {
        var bounty = new BountyId(ids.next());
        var claim = new ClaimId(ids.next());
        var submission = new SubmissionId(ids.next());
        var parties =
                new Parties(
                        new OperatorId(ids.next()),
                        new AgentId(ids.next()),
                        new OperatorId(ids.next()));
        Money money = Money.cents(15_000, Currency.USD);
        Instant later = clock.instant().plus(Duration.ofDays(3));
        return List.of(
                new BountyOpened(bounty, parties.poster(), "Port the parser to Java 25", money),
                new ClaimCreated(claim, bounty, parties),
                new ClaimApproved(claim, bounty, parties, later),
                new SubmissionCreated(submission, bounty, claim, parties, later),
                new PayoutCompleted(
                        new PayoutId(ids.next()),
                        new AcceptedSubmission(submission, bounty, parties.agent()),
                        parties.operator(),
                        money));
    }
}
