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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries due deliveries to their receivers. Each endpoint has a lane of its own, so that one that
 * hangs holds up nobody else. Deliveries are taken up many at once, sent outside any unit of work,
 * and what became of them is kept many at once; a crash in between repeats the attempt.
 */
public final class SendDeliveries {

    private static final int ENDPOINTS_AT_ONCE = 200;
    private static final int KEPT_AT_ONCE = 100;

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
    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean keeping = new AtomicBoolean();
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
            for (EndpointId endpoint : due) {
                if (lanes.isFull()) {
                    // The next round begins with this one.
                    return taken;
                }
                taken += fillOrReport(lanes.of(endpoint));
                lastFilled = endpoint;
            }
            more = due.size() == ENDPOINTS_AT_ONCE;
        }
        if (!more) {
            lastFilled = null;
        }
        return taken;
    }

    /** What is wrong with one endpoint is not the others' business. */
    private int fillOrReport(Lane lane) {
        try {
            return fill(lane);
        } catch (RuntimeException e) {
            failures.report(e);
            return 0;
        }
    }

    private int fill(Lane lane) {
        int room = lanes.beginFilling(lane);
        if (room == 0) {
            return 0;
        }
        List<Load> loads = List.of();
        try {
            loads = take(lane, room);
            lanes.added(loads.size());
        } finally {
            int senders = lane.filled(loads, room, now());
            for (int started = 0; started < senders; started++) {
                executor.execute(() -> send(lane));
            }
        }
        return loads.size();
    }

    private List<Load> take(Lane lane, int room) {
        return context.transactions()
                .run(() ->
                        look(lane).enabled().isEmpty()
                                ? List.of()
                                : deliveries.takeDue(lane.endpoint(), now(), room).stream()
                                        .map(Load::new)
                                        .toList());
    }

    private Seen look(Lane lane) {
        Instant now = now();
        var seen =
                new Seen(endpoints.find(lane.endpoint()).filter(WebhookEndpoint::isEnabled), now);
        lane.saw(seen);
        return seen;
    }

    /** One slot of a lane: sends one after the other while there is something to send. */
    private void send(Lane lane) {
        Load load = lane.next();
        while (load != null) {
            send(lane, load);
            keep();
            load = lane.next();
        }
    }

    private void send(Lane lane, Load load) {
        if (load.delivery().isLost()) {
            lane.notSent();
            outcomes.add(new Outcome(lane, after(load.delivery(), LOST), Health.NOT_ASKED));
            return;
        }
        Optional<WebhookEndpoint> endpoint =
                lanes.isStopped() || isLate(load) ? Optional.empty() : enabled(lane);
        Optional<Answer> answer = endpoint.flatMap(known -> answer(load, known));
        if (answer.isEmpty()) {
            lane.notSent();
            putBack(lane, List.of(load));
            return;
        }
        Outcome outcome = outcome(lane, load.delivery(), answer.get());
        boolean goesOn = answer.get() instanceof Replied && outcome.health() != Health.IS_GONE;
        putBack(lane, lane.sent(goesOn));
        outcomes.add(outcome);
    }

    /** As it is now, for it may have been changed since the load was taken up. */
    private Optional<WebhookEndpoint> enabled(Lane lane) {
        Seen seen = lane.seen();
        if (seen != null && seen.isFresh(now())) {
            return seen.enabled();
        }
        try {
            return look(lane).enabled();
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

    private void putBack(Lane lane, List<Load> loads) {
        for (Load load : loads) {
            Delivery back =
                    load.delivery().putBack(load.delivery().taken(), now()).orThrow().state();
            outcomes.add(new Outcome(lane, back, Health.NOT_ASKED));
        }
    }

    /** What ends while others are being kept is kept together with all that ends meanwhile. */
    private void keep() {
        if (keeping.compareAndSet(false, true)) {
            executor.execute(this::keepAll);
        }
    }

    private void keepAll() {
        do {
            try {
                for (List<Outcome> batch = drained(); !batch.isEmpty(); batch = drained()) {
                    keep(batch);
                }
            } finally {
                keeping.set(false);
            }
        } while (!outcomes.isEmpty() && keeping.compareAndSet(false, true));
    }

    private List<Outcome> drained() {
        List<Outcome> batch = new ArrayList<>();
        while (batch.size() < KEPT_AT_ONCE) {
            Outcome outcome = outcomes.poll();
            if (outcome == null) {
                return batch;
            }
            batch.add(outcome);
        }
        return batch;
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
        for (Outcome outcome : batch) {
            boolean free =
                    outcome.delivery().dueAt() == null
                            && followed.getOrDefault(outcome.delivery().id(), false);
            finished.merge(outcome.lane(), free, Boolean::logicalOr);
        }
        finished.forEach((lane, free) -> {
            if (lane.isHungry(free)) {
                fillOrReport(lane);
            }
        });
    }

    private Instant now() {
        return context.clock().instant();
    }

    private double chance() {
        return Integer.toUnsignedLong(ByteBuffer.wrap(random.bytes(Integer.BYTES)).getInt())
                / (double) (1L << Integer.SIZE);
    }
}
