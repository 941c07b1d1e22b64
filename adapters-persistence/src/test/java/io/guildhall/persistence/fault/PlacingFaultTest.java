package io.guildhall.persistence.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.DomainEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The relay gives events their places, and goes on after whatever has happened to it. */
@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class PlacingFaultTest extends FaultTest {

    private static final int MANY = 10_000;

    private record Scene(long start, List<DomainEvent> events) {}

    @ParameterizedTest
    @EnumSource
    void everyEventGetsOnePlaceWhereverTheCableBreaks(Cable.Side side) {
        int statements = breakEverywhere(side, this::scene, this::place, this::assertPlacedOnce);

        assertThat(statements).isGreaterThan(4);
    }

    private Scene scene() {
        guildhall.useCases.placeEvents.handle(MANY);
        long start = guildhall.ports.eventStream().extent().last();
        List<DomainEvent> events =
                Stream.<DomainEvent>generate(() ->
                                new BountyExpired(
                                        new BountyId(UUID.randomUUID()),
                                        new OperatorId(UUID.randomUUID())))
                        .limit(3)
                        .toList();
        guildhall
                .ports
                .transactions()
                .run(() ->
                        guildhall
                                .ports
                                .outbox()
                                .publish(events, guildhall.ports.clock().instant()));
        return new Scene(start, events);
    }

    private boolean place(Scene scene) {
        return guildhall.useCases.placeEvents.handle(MANY) < scene.events().size();
    }

    private void assertPlacedOnce(Scene scene) {
        List<Placed> found = guildhall.ports.eventStream().after(scene.start(), MANY);
        assertThat(found).extracting(event -> event.recorded().event()).isEqualTo(scene.events());
        assertThat(found)
                .extracting(Placed::place)
                .isEqualTo(
                        LongStream.rangeClosed(scene.start() + 1, scene.start() + 3)
                                .boxed()
                                .toList());
    }
}
