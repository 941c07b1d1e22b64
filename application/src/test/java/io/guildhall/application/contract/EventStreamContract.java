package io.guildhall.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.access.EventStream;
import io.guildhall.application.access.EventStream.Extent;
import io.guildhall.application.access.EventStream.Placed;
import io.guildhall.application.access.EventStream.Standing;
import io.guildhall.application.contract.PortsUnderTest.KeptEvent;
import io.guildhall.domain.bounty.BountyEvent.BountyCancelled;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.EventLog.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of EventStream keeps. The stream is one for all, so that it holds what
 * others have published as well; each test looks at what lies behind the place where it began.
 */
public abstract class EventStreamContract extends PortContract {

    private static final int MANY = 1_000;

    private long start;

    @BeforeEach
    public void placeWhatOthersHaveLeft() {
        placeAll();
        start = stream().extent().last();
    }

    @Test
    public void placesAreGivenInTheOrderOfPublishingAndWithoutGaps() {
        BountyId bounty = newBounty();
        BountyId other = newBounty();
        publish(happened(bounty, 1), happened(other, 2));
        publish(happened(bounty, 3));

        int placed = placeAll();

        assertThat(placed).isEqualTo(3);
        assertThat(found()).extracting(Placed::place).isEqualTo(places(3));
        assertThat(found())
                .extracting(found -> found.recorded().event())
                .containsExactly(happened(bounty, 1), happened(other, 2), happened(bounty, 3));
    }

    @Test
    public void anEventIsToldAsItWasKept() {
        BountyId bounty = newBounty();
        publish(happened(bounty, 1));
        KeptEvent kept = ports().keptEvents(happened(bounty, 1).subject()).getFirst();

        placeAll();

        assertThat(found())
                .extracting(Placed::recorded)
                .containsExactly(new Recorded(kept.id(), happened(bounty, 1), kept.at()));
    }

    @Test
    public void nothingIsPlacedTwice() {
        publish(happened(newBounty(), 1));
        placeAll();
        List<Placed> before = found();

        int placed = placeAll();

        assertThat(placed).isZero();
        assertThat(found()).isEqualTo(before);
    }

    @Test
    public void noMoreThanTheLimitIsPlacedAtOnceAndTheEarliestComesFirst() {
        BountyId bounty = newBounty();
        publish(happened(bounty, 1), happened(bounty, 2), happened(bounty, 3));

        int first = place(2);
        List<Placed> afterTheFirst = found();
        int second = place(2);

        assertThat(first).isEqualTo(2);
        assertThat(afterTheFirst)
                .extracting(found -> found.recorded().event())
                .containsExactly(happened(bounty, 1), happened(bounty, 2));
        assertThat(second).isEqualTo(1);
        assertThat(found()).hasSize(3);
    }

    @Test
    public void anEventOfAFailedUnitNeverGetsAPlace() {
        BountyId bounty = newBounty();
        failing(() -> ports().outbox().publish(List.of(happened(bounty, 1)), clock.instant()));
        publish(happened(bounty, 2));

        placeAll();

        assertThat(found())
                .extracting(found -> found.recorded().event())
                .containsExactly(happened(bounty, 2));
        assertThat(found()).extracting(Placed::place).isEqualTo(places(1));
    }

    @Test
    public void placesThatWereGivenInAFailedUnitAreGivenAgain() {
        publish(happened(newBounty(), 1), happened(newBounty(), 2));
        failing(() -> stream().place(MANY, clock.instant()));
        assertThat(found()).isEmpty();
        assertThat(stream().extent().last()).isEqualTo(start);

        int placed = placeAll();

        assertThat(placed).isEqualTo(2);
        assertThat(found()).extracting(Placed::place).isEqualTo(places(2));
    }

    @Test
    public void pageByPageNothingIsMissedAndNothingSeenTwice() {
        BountyId bounty = newBounty();
        publish(IntStream.range(0, 7).mapToObj(number -> happened(bounty, number)).toList());
        placeAll();

        List<Placed> read = new ArrayList<>();
        List<Placed> page = stream().after(start, 3);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(3);
            read.addAll(page);
            page = stream().after(page.getLast().place(), 3);
        }

        assertThat(read).extracting(Placed::place).isEqualTo(places(7));
        assertThat(read)
                .extracting(found -> found.recorded().event())
                .isEqualTo(
                        IntStream.range(0, 7)
                                .<DomainEvent>mapToObj(number -> happened(bounty, number))
                                .toList());
    }

    @Test
    public void thePlaceOfAnEventIsFoundByItsId() {
        BountyId bounty = newBounty();
        publish(happened(bounty, 1), happened(bounty, 2));
        List<KeptEvent> kept = ports().keptEvents(happened(bounty, 1).subject());
        assertThat(stream().placeOf(kept.getLast().id())).isEmpty();

        placeAll();

        assertThat(stream().placeOf(kept.getFirst().id())).hasValue(start + 1);
        assertThat(stream().placeOf(kept.getLast().id())).hasValue(start + 2);
        assertThat(stream().placeOf(ids.next())).isEmpty();
    }

    @Test
    public void anEventThatHasNoPlaceStillStandsSomewhere() {
        BountyId bounty = newBounty();
        publish(happened(bounty, 1));
        KeptEvent kept = ports().keptEvents(happened(bounty, 1).subject()).getFirst();

        assertThat(stream().standing(ids.next())).isEqualTo(Standing.UNKNOWN);
        assertThat(stream().standing(kept.id())).isEqualTo(Standing.WAITING);
        placeAll();
        assertThat(stream().standing(kept.id())).isEqualTo(Standing.PLACED);
        forgetEverything();
        assertThat(stream().standing(kept.id())).isEqualTo(Standing.FORGOTTEN);
    }

    @Test
    public void theEndOfTheExtentIsTheLastPlaceGiven() {
        publish(happened(newBounty(), 1), happened(newBounty(), 2));
        placeAll();

        Extent extent = stream().extent();

        assertThat(extent.last()).isEqualTo(start + 2);
        assertThat(extent.first()).isPositive().isLessThanOrEqualTo(start + 1);
    }

    @Test
    public void placesAreForgottenUpToOneAndOnlyThoseGivenBeforeATime() {
        Instant early = clock.instant();
        forgetEverything();
        BountyId bounty = newBounty();
        publish(happened(bounty, 1), happened(bounty, 2));
        placeAll();
        clock.advance(Duration.ofDays(1));
        publish(happened(bounty, 3));
        placeAll();

        assertThat(forget(early, start + 3)).isZero();
        assertThat(forget(clock.instant(), start + 1)).isEqualTo(1);
        assertThat(stream().extent()).isEqualTo(new Extent(start + 2, start + 3));
        assertThat(forget(clock.instant(), start + 3)).isEqualTo(1);

        assertThat(stream().extent()).isEqualTo(new Extent(start + 3, start + 3));
        assertThat(stream().after(0, MANY)).extracting(Placed::place).containsExactly(start + 3);
    }

    @Test
    public void noMoreThanTheLimitIsForgottenAtOnceAndTheEarliestGoesFirst() {
        forgetEverything();
        BountyId bounty = newBounty();
        publish(happened(bounty, 1), happened(bounty, 2), happened(bounty, 3));
        placeAll();
        Instant later = clock.instant().plusSeconds(1);

        int forgotten = unit(() -> stream().forgetPlacedBefore(later, start + 3, 2));

        assertThat(forgotten).isEqualTo(2);
        assertThat(stream().extent()).isEqualTo(new Extent(start + 3, start + 3));
    }

    @Test
    public void whatIsForgottenHasNoPlaceAnyMoreAndIsNeverPlacedAgain() {
        BountyId bounty = newBounty();
        publish(happened(bounty, 1));
        placeAll();
        KeptEvent kept = ports().keptEvents(happened(bounty, 1).subject()).getFirst();

        forgetEverything();

        assertThat(stream().placeOf(kept.id())).isEmpty();
        assertThat(placeAll()).isZero();
        assertThat(ports().keptEvents(happened(bounty, 1).subject())).containsExactly(kept);
    }

    @Test
    public void anEmptyStreamBeginsBehindItsEndAndGoesOnFromThere() {
        publish(happened(newBounty(), 1));
        placeAll();
        forgetEverything();

        assertThat(stream().extent()).isEqualTo(new Extent(start + 2, start + 1));
        publish(happened(newBounty(), 2));
        placeAll();

        assertThat(stream().extent()).isEqualTo(new Extent(start + 2, start + 2));
        assertThat(stream().after(start + 1, MANY))
                .extracting(Placed::place)
                .containsExactly(start + 2);
    }

    private EventStream stream() {
        return ports().eventStream();
    }

    private List<Placed> found() {
        return stream().after(start, MANY);
    }

    private List<Long> places(int count) {
        return LongStream.rangeClosed(start + 1, start + count).boxed().toList();
    }

    private int placeAll() {
        int all = 0;
        int placed;
        do {
            placed = place(MANY);
            all += placed;
        } while (placed == MANY);
        return all;
    }

    private int place(int limit) {
        return unit(() -> stream().place(limit, clock.instant()));
    }

    private void forgetEverything() {
        long last = stream().extent().last();
        while (unit(
                        () ->
                                stream()
                                        .forgetPlacedBefore(
                                                Instant.parse("9999-01-01T00:00:00Z"), last, MANY))
                == MANY) {
            // Others may have left more than is forgotten at once.
        }
    }

    private int forget(Instant before, long upTo) {
        return unit(() -> stream().forgetPlacedBefore(before, upTo, MANY));
    }

    private void failing(Runnable work) {
        assertThatThrownBy(() ->
                        unit(() -> {
                            work.run();
                            throw new IllegalArgumentException("too late");
                        }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private BountyId newBounty() {
        return new BountyId(ids.next());
    }

    private void publish(DomainEvent... events) {
        publish(List.of(events));
    }

    private void publish(List<? extends DomainEvent> events) {
        unit(() -> ports().outbox().publish(events, clock.instant()));
    }

    private static DomainEvent happened(BountyId bounty, int number) {
        return new BountyCancelled(bounty, new OperatorId(bounty.value()), "no " + number);
    }
}
