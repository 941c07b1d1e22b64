package io.guildhall.application.contract;

import static io.guildhall.domain.notification.NotificationFixture.BROKEN;
import static io.guildhall.domain.notification.NotificationFixture.GONE;
import static io.guildhall.domain.notification.NotificationFixture.SILENT;
import static io.guildhall.domain.notification.NotificationFixture.TAKEN;
import static io.guildhall.domain.notification.NotificationFixture.TOOK;
import static io.guildhall.domain.notification.NotificationFixture.endpoint;
import static io.guildhall.domain.notification.NotificationFixture.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyEvent.BountyExpired;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.notification.Deliveries.Kept;
import io.guildhall.domain.notification.Deliveries.Parcel;
import io.guildhall.domain.notification.Deliveries.Query;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.DeliveryStatus;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.HeardEvent;
import io.guildhall.domain.notification.Hearer;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.party.Operator;
import io.guildhall.domain.shared.EventLog.Recorded;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every implementation of Deliveries keeps. */
public abstract class DeliveriesContract extends PortContract {

    private static final Query ANY = new Query(null, null);

    private long place;

    @Test
    public void deliveryIsFoundWithItsEvent() {
        WebhookEndpoint endpoint = listening();
        BountyExpired event = event();
        Delivery planned = planned(endpoint, event);

        Parcel found = unit(() -> ports().deliveries().find(planned.id()).orElseThrow());

        assertThat(found)
                .isEqualTo(
                        new Parcel(
                                planned,
                                new Recorded(planned.event().id(), event, clock.instant())));
        assertThat(unit(() -> ports().deliveries().find(new DeliveryId(ids.next())))).isEmpty();
    }

    @Test
    public void eventIsPlannedForAnEndpointOnce() {
        WebhookEndpoint endpoint = listening();
        Delivery planned = planned(endpoint, event());
        Delivery again =
                Delivery.plan(
                        new DeliveryId(ids.next()),
                        endpoint.id(),
                        planned.event(),
                        clock.instant());
        Delivery another = plan(endpoint, event());

        unit(() -> ports().deliveries().add(List.of(again, another)));

        assertThat(log(endpoint, ANY)).containsExactly(another.id(), planned.id());
    }

    @Test
    public void whatBecameOfADeliveryIsKept() {
        WebhookEndpoint endpoint = listening();
        Answer odd = new Replied(500, TOOK, "\u0000 is \ud800 no text", null);
        for (Answer answer : List.of(TAKEN, BROKEN, GONE, SILENT)) {
            planned(endpoint, event());
            Delivery outcome = answered(take(endpoint, 1).getFirst(), answer);

            assertThat(save(outcome)).containsExactly(new Kept(outcome.id(), false));

            assertThat(found(outcome)).isEqualTo(outcome);
        }
        planned(endpoint, event());
        Delivery kept = answered(take(endpoint, 1).getFirst(), odd);
        save(kept);
        assertThat(found(kept).attempts().getFirst().bodyStart()).contains(" is ", " no text");
    }

    @Test
    public void dueDeliveriesAreTakenUpLongestDueFirst() {
        WebhookEndpoint endpoint = listening();
        Delivery second = planned(endpoint, event());
        Delivery third = planned(endpoint, event());
        clock.advance(Duration.ofSeconds(-10));
        Delivery first = planned(endpoint, event());
        clock.advance(Duration.ofSeconds(30));
        Delivery notYet = planned(endpoint, event());
        clock.advance(Duration.ofSeconds(-20));

        assertThat(take(endpoint, 2))
                .containsExactly(
                        first.attempt(clock.instant()).orThrow().state(),
                        second.attempt(clock.instant()).orThrow().state());
        assertThat(take(endpoint, 10)).extracting(Delivery::id).containsExactly(third.id());
        assertThat(found(third).status()).isInstanceOf(DeliveryStatus.Sending.class);
        assertThat(found(notYet)).isEqualTo(notYet);
        assertThat(take(listening(), 10)).isEmpty();
    }

    @Test
    public void eachEndpointHasARoomOfItsOwn() {
        WebhookEndpoint narrow = listening();
        WebhookEndpoint wide = listening();
        WebhookEndpoint notAsked = listening();
        List<DeliveryId> due = new ArrayList<>();
        List.of(narrow, wide, notAsked, narrow, wide, wide, narrow)
                .forEach(endpoint -> due.add(planned(endpoint, event()).id()));

        Map<EndpointId, List<DeliveryId>> taken =
                unit(() ->
                                ports().deliveries()
                                        .takeDue(
                                                Map.of(narrow.id(), 1, wide.id(), 9),
                                                clock.instant()))
                        .stream()
                        .map(Parcel::delivery)
                        .collect(
                                Collectors.groupingBy(
                                        Delivery::endpoint,
                                        Collectors.mapping(Delivery::id, Collectors.toList())));

        assertThat(taken)
                .isEqualTo(
                        Map.of(
                                narrow.id(),
                                List.of(due.get(0)),
                                wide.id(),
                                List.of(due.get(1), due.get(4), due.get(5))));
        assertThat(unit(() -> ports().deliveries().takeDue(Map.of(), clock.instant()))).isEmpty();
        assertThat(take(narrow, 10))
                .extracting(Delivery::id)
                .containsExactly(due.get(3), due.get(6));
    }

    @Test
    public void deliveryWhoseWorkerDiedIsTakenUpAgainAfterItsLease() {
        WebhookEndpoint endpoint = listening();
        planned(endpoint, event());
        Delivery first = take(endpoint, 1).getFirst();

        clock.advance(Delivery.LEASE.minusMillis(1));
        assertThat(take(endpoint, 1)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        Delivery second = take(endpoint, 1).getFirst();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.taken()).isEqualTo(2);
        assertThat(save(answered(first, BROKEN))).isEmpty();
        assertThat(found(second)).isEqualTo(second);
        Delivery outcome = answered(second, TAKEN);
        assertThat(save(outcome)).hasSize(1);
        assertThat(save(outcome)).isEmpty();
        assertThat(found(second)).isEqualTo(outcome);
    }

    @Test
    public void takenDeliveriesAreNobodyElses() throws InterruptedException {
        WebhookEndpoint endpoint = listening();
        List<DeliveryId> due = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            due.add(planned(endpoint, event()).id());
        }
        List<DeliveryId> takenByAll = Collections.synchronizedList(new ArrayList<>());

        InParallel.run(
                4,
                _ -> {
                    for (int round = 0; round < 12; round++) {
                        take(endpoint, 2).forEach(delivery -> takenByAll.add(delivery.id()));
                    }
                });

        assertThat(takenByAll).containsExactlyInAnyOrderElementsOf(due);
    }

    @Test
    public void whatNobodyToldOfIsTakenUpAgainAndCounted() {
        WebhookEndpoint endpoint = listening();
        planned(endpoint, event());
        Delivery first = take(endpoint, 1).getFirst();
        assertThat(withDue(null)).doesNotContain(endpoint.id());

        clock.advance(Delivery.LEASE);

        assertThat(withDue(null)).contains(endpoint.id());
        Delivery second = take(endpoint, 1).getFirst();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(List.of(first.lost(), second.lost())).containsExactly(0, 1);
        assertThat(found(second)).isEqualTo(second);
        assertThat(save(answered(first, TAKEN))).isEmpty();
        Delivery back = second.putBack(second.taken(), clock.instant()).orThrow().state();
        assertThat(save(back)).hasSize(1);
        assertThat(found(back)).isEqualTo(back);
        assertThat(take(endpoint, 1).getFirst().lost()).isZero();
    }

    @Test
    public void eventsOfOneAggregateAreTakenUpOneAfterTheOther() {
        WebhookEndpoint endpoint = listening();
        BountyExpired bounty = event();
        Delivery first = planned(endpoint, bounty);
        Delivery second = planned(endpoint, bounty);
        Delivery elsewhere = planned(listening(), bounty);
        Delivery ofAnother = planned(endpoint, event());

        List<Delivery> taken = take(endpoint, 10);

        assertThat(taken)
                .extracting(Delivery::id)
                .containsExactlyInAnyOrder(first.id(), ofAnother.id());
        assertThat(take(endpoint, 10)).isEmpty();
        assertThat(found(elsewhere)).isEqualTo(elsewhere);
        assertThat(save(answered(taken.getFirst(), TAKEN)))
                .containsExactly(new Kept(first.id(), true));
        assertThat(take(endpoint, 10)).extracting(Delivery::id).containsExactly(second.id());
    }

    @Test
    public void ofTwoAnswersToOneDeliveryOnlyThatOfItsHolderIsKept() {
        WebhookEndpoint endpoint = listening();
        planned(endpoint, event());
        Delivery late = answered(take(endpoint, 10).getFirst(), BROKEN);
        clock.advance(Delivery.LEASE);
        Delivery timely = answered(take(endpoint, 10).getFirst(), TAKEN);

        assertThat(save(late, timely)).extracting(Kept::delivery).containsExactly(timely.id());

        assertThat(found(timely)).isEqualTo(timely);
    }

    @Test
    public void laterEventsOfAnAggregateWaitForOneThatIsTriedAgain() {
        WebhookEndpoint endpoint = listening();
        BountyExpired bounty = event();
        planned(endpoint, bounty);
        Delivery before = planned(endpoint, bounty);

        Delivery failed = answered(take(endpoint, 10).getFirst(), BROKEN);
        save(failed);
        Delivery after = planned(endpoint, bounty);

        Instant due = Objects.requireNonNull(failed.dueAt());
        assertThat(found(before).dueAt()).isEqualTo(due);
        assertThat(found(after).dueAt()).isEqualTo(due);
        clock.set(due);
        Delivery again = take(endpoint, 10).getFirst();
        assertThat(again.id()).isEqualTo(failed.id());
        save(answered(again, TAKEN));
        assertThat(take(endpoint, 10)).extracting(Delivery::id).containsExactly(before.id());
    }

    @Test
    public void laterEventsOfAnAggregateGoOnWhenOneIsGivenUp() {
        WebhookEndpoint endpoint = listening();
        BountyExpired bounty = event();
        planned(endpoint, bounty);
        Delivery second = planned(endpoint, bounty);

        save(answered(take(endpoint, 10).getFirst(), GONE));

        assertThat(take(endpoint, 10)).extracting(Delivery::id).containsExactly(second.id());
    }

    @Test
    public void endpointsWithSomethingDueAreFoundInTheOrderOfTheirIds() {
        WebhookEndpoint first = listening();
        WebhookEndpoint second = listening();
        WebhookEndpoint third = listening();
        WebhookEndpoint nothing = listening();
        WebhookEndpoint later = listening();
        WebhookEndpoint off = listening();
        List.of(third, second, first, off)
                .forEach(endpoint -> {
                    planned(endpoint, event());
                    planned(endpoint, event());
                });
        unit(() -> ports().webhookEndpoints().save(off.disable(clock.instant()).orThrow().state()));
        clock.advance(Duration.ofSeconds(1));
        planned(later, event());
        clock.advance(Duration.ofSeconds(-1));

        List<EndpointId> mine =
                Stream.of(first, second, third, nothing, later, off)
                        .map(WebhookEndpoint::id)
                        .toList();
        assertThat(withDue(null).stream().filter(mine::contains))
                .containsExactly(first.id(), second.id(), third.id());
        assertThat(
                        unit(() ->
                                ports().deliveries()
                                        .endpointsWithDue(clock.instant(), first.id(), 1)))
                .containsExactly(second.id());
        clock.advance(Duration.ofSeconds(1));
        assertThat(withDue(third.id()).stream().filter(mine::contains)).containsExactly(later.id());
    }

    @Test
    public void logIsReadNewestFirstAndByWhatIsLookedFor() {
        WebhookEndpoint endpoint = listening();
        List<DeliveryId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(planned(endpoint, event()).id());
        }
        planned(listening(), event());
        Delivery oldest = take(endpoint, 1).getFirst();
        save(answered(oldest, GONE));

        assertThat(
                        pageByPage(
                                page -> ports().deliveries().of(endpoint.id(), ANY, page),
                                parcel -> parcel.delivery().id().value()))
                .extracting(parcel -> parcel.delivery().id())
                .containsExactlyElementsOf(made);
        assertThat(log(endpoint, new Query("dead", null))).containsExactly(oldest.id());
        assertThat(log(endpoint, new Query("delivered", null))).isEmpty();
        assertThat(log(endpoint, new Query(null, "bounty.expired"))).hasSize(5);
        assertThat(log(endpoint, new Query("dead", "bounty.created"))).isEmpty();
    }

    @Test
    public void eventIsReplayedOneRoundAfterTheOther() {
        WebhookEndpoint endpoint = listening();
        planned(endpoint, event());
        Delivery dead = answered(take(endpoint, 1).getFirst(), GONE);
        save(dead);
        Delivery replay =
                dead.replay(new DeliveryId(ids.next()), clock.instant()).orThrow().state();
        Delivery raced = dead.replay(new DeliveryId(ids.next()), clock.instant()).orThrow().state();

        unit(() -> ports().deliveries().add(List.of(replay)));

        assertLosesRace(() -> ports().deliveries().add(List.of(raced)));
        assertThat(latest(dead)).isEqualTo(replay);
        assertThat(take(endpoint, 10)).extracting(Delivery::id).containsExactly(replay.id());
        assertThat(found(dead)).isEqualTo(dead);
    }

    @Test
    public void latestDeliveriesThatEndedAreFoundInTheOrderOfTheirEvents() {
        WebhookEndpoint endpoint = listening();
        Delivery old = ended(endpoint, GONE);
        clock.advance(Duration.ofSeconds(1));
        Instant since = clock.instant();
        Delivery dead = ended(endpoint, GONE);
        Delivery delivered = ended(endpoint, TAKEN);
        Delivery replayed = ended(endpoint, GONE);
        Delivery deadToo = ended(endpoint, GONE);
        Delivery replay =
                replayed.replay(new DeliveryId(ids.next()), clock.instant()).orThrow().state();
        unit(() -> ports().deliveries().add(List.of(replay)));
        planned(endpoint, event());

        assertThat(endedSince(endpoint, since, true, 10)).containsExactly(dead, deadToo);
        assertThat(endedSince(endpoint, since, false, 10))
                .containsExactly(dead, delivered, deadToo);
        assertThat(endedSince(endpoint, old.plannedAt(), false, 2)).containsExactly(old, dead);
    }

    @Test
    public void endedDeliveriesAreForgottenAndOthersAreNot() {
        WebhookEndpoint endpoint = listening();
        forgetAll();
        Delivery delivered = ended(endpoint, TAKEN);
        Delivery dead = ended(endpoint, GONE);
        Delivery pending = planned(endpoint, event());
        clock.advance(Duration.ofSeconds(1));
        Instant before = clock.instant();
        Delivery young = ended(endpoint, TAKEN);

        assertThat(unit(() -> ports().deliveries().forgetBefore(before, 1))).isEqualTo(1);
        assertThat(unit(() -> ports().deliveries().forgetBefore(before, 10))).isEqualTo(1);

        assertThat(
                        Stream.of(delivered, dead)
                                .filter(old ->
                                        unit(() -> ports().deliveries().find(old.id()))
                                                .isPresent()))
                .isEmpty();
        assertThat(List.of(found(pending).id(), found(young).id()))
                .containsExactly(pending.id(), young.id());
    }

    @Test
    public void whatWaitedInVainForAnEndpointThatIsOffOrRemovedIsForgotten() {
        WebhookEndpoint off = listening();
        WebhookEndpoint removed = listening();
        forgetAll();
        Delivery waiting = planned(off, event());
        Delivery onItsWay = planned(removed, event());
        unit(() -> ports().webhookEndpoints().save(off.disable(clock.instant()).orThrow().state()));
        unit(() -> ports().webhookEndpoints().remove(removed));

        assertThat(unit(() -> ports().deliveries().forgetBefore(clock.instant(), 10))).isEqualTo(1);
        assertThat(unit(() -> ports().deliveries().find(onItsWay.id()))).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(unit(() -> ports().deliveries().forgetBefore(clock.instant(), 10))).isEqualTo(1);
        assertThat(unit(() -> ports().deliveries().find(waiting.id()))).isEmpty();
    }

    @Test
    public void allThatTellsOfOneLifeIsFoundNewestFirst() {
        BountyExpired event = event();
        Delivery first = planned(listening(), event);
        Delivery second = planned(listening(), event);
        planned(listening(), event());

        assertThat(unit(() -> ports().deliveries().ofStory(event.story(), 10)))
                .extracting(Delivery::id)
                .containsExactly(second.id(), first.id());
        assertThat(unit(() -> ports().deliveries().ofStory(event.story(), 1)))
                .extracting(Delivery::id)
                .containsExactly(second.id());
    }

    private void forgetAll() {
        while (unit(
                        () ->
                                ports().deliveries()
                                        .forgetBefore(
                                                clock.instant().plus(Duration.ofDays(1)), 100))
                > 0) {
            // Other tests have left some.
        }
    }

    protected WebhookEndpoint listening() {
        Operator owner = operator();
        WebhookEndpoint endpoint =
                endpoint(new EndpointId(ids.next()), new Hearer(owner.id(), null), target());
        unit(() -> ports().webhookEndpoints().add(endpoint));
        return endpoint;
    }

    protected BountyExpired event() {
        return new BountyExpired(new BountyId(ids.next()), operator().id());
    }

    protected Delivery plan(WebhookEndpoint endpoint, BountyExpired event) {
        unit(() -> ports().outbox().publish(List.of(event), clock.instant()));
        UUID subject = event.bounty().value();
        UUID id = ports().keptEvents(new Subject(Subject.Kind.BOUNTY, subject)).getLast().id();
        return Delivery.plan(
                new DeliveryId(ids.next()),
                endpoint.id(),
                new HeardEvent(id, "bounty.expired", ++place, subject),
                clock.instant());
    }

    private Delivery planned(WebhookEndpoint endpoint, BountyExpired event) {
        Delivery planned = plan(endpoint, event);
        unit(() -> ports().deliveries().add(List.of(planned)));
        return planned;
    }

    private Delivery ended(WebhookEndpoint endpoint, Answer answer) {
        planned(endpoint, event());
        Delivery outcome = answered(take(endpoint, 1).getFirst(), answer);
        save(outcome);
        return outcome;
    }

    protected List<Delivery> take(WebhookEndpoint endpoint, int limit) {
        return unit(() ->
                        ports().deliveries().takeDue(Map.of(endpoint.id(), limit), clock.instant()))
                .stream()
                .map(Parcel::delivery)
                .toList();
    }

    protected Delivery answered(Delivery sending, Answer answer) {
        return sending.record(answer, sending.taken(), 0.5, clock.instant()).orThrow().state();
    }

    private List<Kept> save(Delivery... outcomes) {
        return unit(() -> ports().deliveries().saveAll(List.of(outcomes)));
    }

    private Delivery found(Delivery delivery) {
        return unit(() -> ports().deliveries().find(delivery.id()).orElseThrow().delivery());
    }

    private Delivery latest(Delivery delivery) {
        return unit(() ->
                ports().deliveries()
                        .latest(delivery.endpoint(), delivery.event().id())
                        .orElseThrow());
    }

    private List<Delivery> endedSince(
            WebhookEndpoint endpoint, Instant since, boolean deadOnly, int limit) {
        return unit(() -> ports().deliveries().endedSince(endpoint.id(), since, deadOnly, limit));
    }

    private List<EndpointId> withDue(@Nullable EndpointId after) {
        return unit(() -> ports().deliveries().endpointsWithDue(clock.instant(), after, 10_000));
    }

    private List<DeliveryId> log(WebhookEndpoint endpoint, Query query) {
        return unit(() -> ports().deliveries().of(endpoint.id(), query, PageRequest.first(50)))
                .items()
                .stream()
                .map(parcel -> parcel.delivery().id())
                .toList();
    }
}
