package io.guildhall.application.notification;

import io.guildhall.application.access.RandomSource;
import io.guildhall.application.notification.Outcome.Health;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.notification.Deliveries;
import io.guildhall.domain.notification.Deliveries.Kept;
import io.guildhall.domain.notification.Delivery;
import io.guildhall.domain.notification.DeliveryId;
import io.guildhall.domain.notification.DeliveryStatus.Dead;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.domain.notification.EndpointId;
import io.guildhall.domain.notification.WebhookEndpoint;
import io.guildhall.domain.notification.WebhookEndpoints;
import io.guildhall.domain.notification.WebhookSender;
import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import io.guildhall.domain.notification.WebhookSender.Busy;
import io.guildhall.domain.notification.WebhookSender.Letter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries due deliveries to their receivers. Each endpoint has a lane of its own, so that one that
 * hangs holds up nobody else. Deliveries are taken up many at once, sent outside any unit of work,
 * and what became of them is kept many at once; a crash in between repeats the attempt.
 */
public final class SendDeliveries {

    private static final int ENDPOINTS_AT_ONCE = 50;

    /** One that has waited longer for its turn could outlast its lease. */
    private static final Duration LEASE_LEFT_MIN = Delivery.LEASE.dividedBy(2);

    /** What is not tried because its workers died of it, or seem to have. */
    private static final Answer LOST =
            new Unreachable(
                    "lost",
                    "The last "
                            + Delivery.LOST_MAX
                            + " attempts broke off on our side; what came of them is not known",
                    Duration.ZERO);

    /** What nobody could tell from a forged one is not sent. */
    private static final Answer SECRET_CLOSED =
            new Unreachable(
                    "secret_closed",
                    "The secret that signs can no longer be read here; rotate it",
                    Duration.ZERO);

    /** Where a failure of our own is told of; the deliveries are tried again when it is over. */
    public interface Failures {
        void report(RuntimeException failure);
    }

    private final UseCaseContext context;
    private final WebhookEndpoints endpoints;
    private final Deliveries deliveries;
    private final WebhookSender sender;
    private final RandomSource random;
    private final Executor executor;
    private final Lanes lanes;
    private final Failures failures;
    private final KeepOutcomes keepOutcomes;
    private final Keeper calm;
    private final Keeper troubled;
    private volatile @Nullable EndpointId lastFilled;

    /**
     * @param context with the world's clock: signatures and schedules are the receivers' business
     * @param executor of threads that may wait, as many as there are deliveries under way
     */
    public SendDeliveries(
            UseCaseContext context,
            WebhookEndpoints endpoints,
            Deliveries deliveries,
            WebhookSender sender,
            RandomSource random,
            Executor executor,
            Lanes lanes,
            Failures failures) {
        this.context = context;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.sender = sender;
        this.random = random;
        this.executor = executor;
        this.lanes = lanes;
        this.failures = failures;
        this.keepOutcomes = new KeepOutcomes(context, endpoints, deliveries);
        this.calm = new Keeper(executor, this::keep);
        this.troubled = new Keeper(executor, this::keep);
    }

    /**
     * One round over the endpoints to which something is due. Those with more due than they have
     * room for go on by themselves until nothing is; not to be called twice at once.
     *
     * @return how many deliveries were taken up
     */
    public int handle() {
        int taken = 0;
        boolean more = true;
        while (more && !lanes.isFull()) {
            List<EndpointId> due =
                    deliveries.endpointsWithDue(now(), lastFilled, ENDPOINTS_AT_ONCE);
            Map<Lane, Integer> calmRooms = new LinkedHashMap<>();
            Map<Lane, Integer> troubledRooms = new LinkedHashMap<>();
            more = due.size() == ENDPOINTS_AT_ONCE;
            for (EndpointId endpoint : due) {
                if (lanes.isFull()) {
                    // The next round begins with this one.
                    more = true;
                    break;
                }
                Lane lane = lanes.of(endpoint);
                begin(lane, lane.isTroubled() ? troubledRooms : calmRooms);
                lastFilled = endpoint;
            }
            taken += fill(calmRooms) + fill(troubledRooms);
        }
        if (!more) {
            lastFilled = null;
        }
        return taken;
    }

    private void begin(Lane lane, Map<Lane, Integer> rooms) {
        int room = lanes.beginFilling(lane);
        if (room > 0) {
            rooms.put(lane, room);
        }
    }

    /**
     * All of them together, so that one does not wait for as many units of work as there are.
     *
     * @param rooms of lanes whose filling was begun
     * @return how many deliveries were taken up
     */
    private int fill(Map<Lane, Integer> rooms) {
        if (rooms.isEmpty()) {
            return 0;
        }
        Map<EndpointId, List<Load>> taken = new HashMap<>();
        try {
            takeOrReport(rooms, taken);
        } finally {
            rooms.forEach((lane, room) ->
                    filled(lane, room, taken.getOrDefault(lane.endpoint(), List.of())));
        }
        return taken.values().stream().mapToInt(List::size).sum();
    }

    private void filled(Lane lane, int room, List<Load> loads) {
        lanes.ended(room - loads.size());
        int senders = lane.filled(loads, room, now());
        for (int started = 0; started < senders; started++) {
            executor.execute(() -> send(lane));
        }
    }

    /** What is wrong with one endpoint is not the others' business. */
    private void takeOrReport(Map<Lane, Integer> rooms, Map<EndpointId, List<Load>> taken) {
        try {
            taken.putAll(take(rooms));
        } catch (RuntimeException e) {
            if (rooms.size() == 1) {
                failures.report(e);
            } else {
                rooms.forEach((lane, room) -> takeOrReport(Map.of(lane, room), taken));
            }
        }
    }

    private Map<EndpointId, List<Load>> take(Map<Lane, Integer> rooms) {
        return context.transactions()
                .run(() -> {
                    look(rooms.keySet());
                    Map<EndpointId, Integer> enabled = new LinkedHashMap<>();
                    rooms.forEach((lane, room) -> {
                        if (lane.seen().enabled().isPresent()) {
                            enabled.put(lane.endpoint(), room);
                        }
                    });
                    return deliveries.takeDue(enabled, now()).stream()
                            .map(Load::new)
                            .collect(Collectors.groupingBy(load -> load.delivery().endpoint()));
                });
    }

    private void look(Collection<Lane> looking) {
        Instant now = now();
        Map<EndpointId, WebhookEndpoint> found =
                endpoints.findAll(looking.stream().map(Lane::endpoint).toList()).stream()
                        .filter(WebhookEndpoint::isEnabled)
                        .collect(Collectors.toMap(WebhookEndpoint::id, Function.identity()));
        looking.forEach(
                lane -> lane.saw(new Seen(Optional.ofNullable(found.get(lane.endpoint())), now)));
    }

    /** One slot of a lane: sends one after the other while there is something to send. */
    private void send(Lane lane) {
        Load load = lane.next();
        while (load != null) {
            send(lane, load);
            load = lane.next();
        }
    }

    private void send(Lane lane, Load load) {
        if (load.delivery().isLost()) {
            lane.notSent();
            ended(lane, List.of(new Outcome(lane, after(load.delivery(), LOST), Health.NOT_ASKED)));
            return;
        }
        Optional<WebhookEndpoint> endpoint =
                lanes.isStopped() || isLate(load) ? Optional.empty() : enabled(lane);
        Optional<Answer> answer = endpoint.flatMap(known -> answer(load, known));
        if (answer.isEmpty()) {
            lane.notSent();
            ended(lane, List.of(putBack(lane, load)));
            return;
        }
        Outcome outcome = outcome(lane, load.delivery(), answer.get());
        boolean goesOn = answer.get() instanceof Replied && outcome.health() != Health.IS_GONE;
        List<Outcome> ended = new ArrayList<>();
        ended.add(outcome);
        lane.sent(goesOn, outcome.health() == Health.TOOK_IT)
                .forEach(left -> ended.add(putBack(lane, left)));
        ended(lane, ended);
    }

    /** What becomes of troubled receivers is kept apart, so that nobody else waits for it. */
    private void ended(Lane lane, List<Outcome> outcomes) {
        (lane.isTroubled() ? troubled : calm).add(outcomes);
    }

    /** As it is now, for it may have been changed since the load was taken up. */
    private Optional<WebhookEndpoint> enabled(Lane lane) {
        try {
            if (!lane.seen().isFresh(now())) {
                look(List.of(lane));
            }
            return lane.seen().enabled();
        } catch (RuntimeException e) {
            failures.report(e);
            return Optional.empty();
        }
    }

    private boolean isLate(Load load) {
        Instant leaseUntil = load.delivery().dueAt();
        return leaseUntil == null || now().isAfter(leaseUntil.minus(LEASE_LEFT_MIN));
    }

    /** Empty when it could not be tried. */
    private Optional<Answer> answer(Load load, WebhookEndpoint endpoint) {
        Letter letter = load.letter(endpoint, now());
        if (letter.secrets().isEmpty()) {
            return Optional.of(SECRET_CLOSED);
        }
        try {
            return Optional.of(sender.send(letter));
        } catch (Busy _) {
            return Optional.empty();
        } catch (RuntimeException e) {
            failures.report(e);
            return Optional.of(
                    new Unreachable("internal", e.getClass().getSimpleName(), Duration.ZERO));
        }
    }

    private Outcome outcome(Lane lane, Delivery sent, Answer answer) {
        Delivery after = after(sent, answer);
        Health health =
                switch (after.status()) {
                    case Delivered _ -> Health.TOOK_IT;
                    case Dead dead when dead.isGone() -> Health.IS_GONE;
                    case Pending _, Dead _, Sending _ -> Health.DID_NOT;
                };
        return new Outcome(lane, after, health);
    }

    private Delivery after(Delivery sent, Answer answer) {
        return sent.record(answer, sent.taken(), chance(), now()).orThrow().state();
    }

    private Outcome putBack(Lane lane, Load load) {
        Delivery back = load.delivery().putBack(load.delivery().taken(), now()).orThrow().state();
        return new Outcome(lane, back, Health.NOT_ASKED);
    }

    private void keep(List<Outcome> batch) {
        List<Kept> kept = List.of();
        try {
            kept = keepOutcomes.handle(batch);
        } catch (RuntimeException e) {
            // Nobody knows what became of them any more: they are tried again after their lease.
            failures.report(e);
        } finally {
            lanes.ended(batch.size());
        }
        fillAgain(batch, kept);
    }

    private void fillAgain(List<Outcome> batch, List<Kept> kept) {
        Map<DeliveryId, Boolean> followed =
                kept.stream().collect(Collectors.toMap(Kept::delivery, Kept::followed));
        Map<Lane, Boolean> finished = new LinkedHashMap<>();
        Map<Lane, Integer> rooms = new LinkedHashMap<>();
        for (Outcome outcome : batch) {
            boolean free =
                    outcome.delivery().dueAt() == null
                            && followed.getOrDefault(outcome.delivery().id(), false);
            finished.merge(outcome.lane(), free, Boolean::logicalOr);
        }
        finished.forEach((lane, free) -> {
            if (lane.isHungry(free)) {
                begin(lane, rooms);
            }
        });
        fill(rooms);
    }

    private Instant now() {
        return context.clock().instant();
    }

    private double chance() {
        return Integer.toUnsignedLong(ByteBuffer.wrap(random.bytes(Integer.BYTES)).getInt())
                / (double) (1L << Integer.SIZE);
    }
}
