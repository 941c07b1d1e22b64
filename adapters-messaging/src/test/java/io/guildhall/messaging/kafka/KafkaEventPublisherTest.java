package io.guildhall.messaging.kafka;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.wire.event.EventFixture;
import io.guildhall.wire.id.OpenBountyIds;
import io.guildhall.wire.openbounty.OpenBountyPayload;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaEventPublisherTest {

    private static final Instant AT = Instant.parse("2026-11-22T12:00:00.123456Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final KafkaForTests kafka = KafkaForTests.notStarted();
    private final KafkaEventPublisher publisher = publisher(kafka);

    @BeforeAll
    void start() {
        kafka.startAgain();
        KafkaForTests.untilTaken(
                () -> publisher.send(placed(0, EventFixture.EVERY_EVENT.subList(0, 1))).await());
    }

    @AfterAll
    void stop() {
        publisher.close();
        kafka.close();
    }

    @Test
    void everyEventArrivesAsACloudEventOnTheTopicOfItsFamily() throws IOException {
        List<Placed> events = placed(1, EventFixture.EVERY_EVENT);

        KafkaForTests.untilTaken(() -> publisher.send(events).await());

        List<ConsumerRecord<String, CloudEvent>> arrived = arrivedAmong(events);
        assertThat(arrived).hasSameSizeAs(events);
        for (Placed sent : events) {
            ConsumerRecord<String, CloudEvent> record = one(arrived, sent);
            assertTold(record, sent);
        }
    }

    @Test
    void eventsOfOneAggregateKeepTheirOrderOverManyPartitions() {
        List<BountyId> bounties = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            bounties.add(new BountyId(new UUID(0x7000L, 1_000 + number)));
        }
        List<DomainEvent> happened = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            bounties.forEach(bounty ->
                    happened.add(new BountyExpired(bounty, new OperatorId(new UUID(0x7000L, 9)))));
        }
        List<Placed> events = placed(1_000, happened);

        KafkaForTests.untilTaken(() -> {
            // The first may fail while the second is sent by another connection.
            var first = publisher.send(events.subList(0, 700));
            var second = publisher.send(events.subList(700, events.size()));
            first.await();
            second.await();
        });

        List<ConsumerRecord<String, CloudEvent>> arrived = arrivedAmong(events);
        assertThat(arrived).hasSameSizeAs(events);
        assertThat(arrived.stream().map(ConsumerRecord::partition).distinct()).hasSize(6);
        Map<String, List<Long>> places =
                arrived.stream()
                        .collect(
                                groupingBy(
                                        ConsumerRecord::key,
                                        mapping(KafkaEventPublisherTest::place, toList())));
        assertThat(places).hasSize(50).allSatisfy((_, of) -> assertThat(of).isSorted());
        assertThat(
                        arrived.stream()
                                .collect(
                                        groupingBy(
                                                ConsumerRecord::key,
                                                mapping(ConsumerRecord::partition, toList())))
                                .values())
                .allSatisfy(
                        partitions -> assertThat(partitions).containsOnly(partitions.getFirst()));
    }

    private static void assertTold(ConsumerRecord<String, CloudEvent> record, Placed sent)
            throws IOException {
        Recorded recorded = sent.recorded();
        String subject = OpenBountyIds.of(recorded.event().subject());
        String word = OpenBountyPayload.word(recorded.event());
        CloudEvent event = record.value();

        assertThat(record.topic())
                .isEqualTo(
                        "guildhall."
                                + recorded.event()
                                        .subject()
                                        .kind()
                                        .name()
                                        .toLowerCase(Locale.ROOT));
        assertThat(record.key()).isEqualTo(subject);
        assertThat(event.getSpecVersion().toString()).isEqualTo("1.0");
        assertThat(event.getId()).isEqualTo(OpenBountyIds.EVENT.on(recorded.id()));
        assertThat(event.getSource()).hasToString("/guildhall");
        assertThat(event.getType()).isEqualTo("io.guildhall." + word);
        assertThat(event.getSubject()).isEqualTo(subject);
        assertThat(event.getTime()).isEqualTo(OffsetDateTime.ofInstant(AT, ZoneOffset.UTC));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getDataSchema()).hasToString("urn:guildhall:event:" + word);
        assertThat(event.getExtension("partitionkey")).isEqualTo(subject);
        assertThat(event.getExtension("guildhallplace")).isEqualTo(Long.toString(sent.place()));
        assertThat(MAPPER.readTree(Objects.requireNonNull(event.getData()).toBytes()))
                .isEqualTo(MAPPER.readTree(OpenBountyPayload.of(recorded).toString()));
    }

    /** Once each, where it arrived first: a slow broker may have been sent some of it again. */
    private List<ConsumerRecord<String, CloudEvent>> arrivedAmong(List<Placed> events) {
        Set<Long> missing = events.stream().map(Placed::place).collect(toSet());
        return IndependentReader.all(kafka).stream()
                .filter(record -> missing.remove(place(record)))
                .toList();
    }

    private static ConsumerRecord<String, CloudEvent> one(
            List<ConsumerRecord<String, CloudEvent>> records, Placed sent) {
        return records.stream()
                .filter(record -> place(record) == sent.place())
                .findFirst()
                .orElseThrow();
    }

    static long place(ConsumerRecord<String, CloudEvent> record) {
        return Long.parseLong(
                Objects.requireNonNull(record.value().getExtension("guildhallplace")).toString());
    }

    private static List<Placed> placed(long first, List<? extends DomainEvent> events) {
        List<Placed> placed = new ArrayList<>();
        for (DomainEvent event : events) {
            long place = first + placed.size();
            placed.add(new Placed(place, new Recorded(new UUID(0x7001L, place), event, AT)));
        }
        return placed;
    }

    static KafkaEventPublisher publisher(KafkaForTests kafka) {
        return new KafkaEventPublisher(
                new KafkaSettings(
                        Map.of("bootstrap.servers", kafka.address()),
                        "guildhall.",
                        6,
                        "/guildhall"));
    }
}
