package io.guildhall.domain.notification;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.notification.DeliveryStatus.Dead;
import io.guildhall.domain.notification.DeliveryStatus.Delivered;
import io.guildhall.domain.notification.DeliveryStatus.Pending;
import io.guildhall.domain.notification.DeliveryStatus.Sending;
import io.guildhall.domain.notification.WebhookError.DeliveryNotDue;
import io.guildhall.domain.notification.WebhookError.DeliveryNotInState;
import io.guildhall.domain.notification.WebhookError.EventOnItsWay;
import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.shared.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint. It is tried again until it is taken or its schedule is
 * over; sent again later, it is a delivery of its own, of the same event.
 *
 * @param taken how often it was taken up; answers to an earlier time are no longer heard
 * @param lost how often in a row it was taken up and nobody told what came of it
 * @param attempts those of which it is known what came of them, oldest first; never more than
 *     {@link RetrySchedule#ATTEMPTS_MAX}
 * @param plannedAt when the event was first to be carried to the endpoint
 * @param round 0 for the first delivery of the event to the endpoint; each replay has the next
 */
public record Delivery(
        DeliveryId id,
        EndpointId endpoint,
        HeardEvent event,
        DeliveryStatus status,
        int taken,
        int lost,
        List<Attempt> attempts,
        Instant plannedAt,
        int round) {

    /** Longer than an attempt may take and wait for its turn. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    /** Lost so often in a row, that counts as one failure: it may be the death of its workers. */
    public static final int LOST_MAX = 3;

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    public static Delivery plan(DeliveryId id, EndpointId endpoint, HeardEvent event, Instant now) {
        return new Delivery(id, endpoint, event, new Pending(now), 0, 0, List.of(), now, 0);
    }

    /** Takes it up for one attempt, also after a worker died in the middle of one. */
    public Decision<Delivery> attempt(Instant now) {
        return switch (status) {
            case Pending(var dueAt) -> now.isBefore(dueAt) ? notDue(dueAt) : sending(0, now);
            case Sending(var _, var leaseUntil) ->
                    now.isBefore(leaseUntil) ? notDue(leaseUntil) : sending(lost + 1, now);
            case Delivered _, Dead _ -> refuse(new DeliveryNotInState(id, status));
        };
    }

    /**
     * Records what came of an attempt; a late answer to one that was taken over is refused.
     *
     * @param number of {@link #taken} when it was taken up
     * @param chance from 0 to 1, by which the next attempt is moved a little
     */
    public Decision<Delivery> record(Answer answer, int number, double chance, Instant now) {
        return switch (status) {
            case Sending _ when number == taken -> accept(after(answer, chance, now));
            case Sending _, Pending _, Delivered _, Dead _ ->
                    refuse(new DeliveryNotInState(id, status));
        };
    }

    /**
     * Nobody has tried, and somebody else may at once.
     *
     * @param number of {@link #taken} when it was taken up
     */
    public Decision<Delivery> putBack(int number, Instant now) {
        return switch (status) {
            case Sending _ when number == taken -> accept(with(new Pending(now), attempts));
            case Sending _, Pending _, Delivered _, Dead _ ->
                    refuse(new DeliveryNotInState(id, status));
        };
    }

    /** What happened to the same aggregate before is not delivered yet and tried only then. */
    public Decision<Delivery> waitFor(Instant earlierDue) {
        return switch (status) {
            case Pending(var dueAt) ->
                    accept(
                            dueAt.isBefore(earlierDue)
                                    ? with(new Pending(earlierDue), attempts)
                                    : this);
            case Sending _, Delivered _, Dead _ -> refuse(new DeliveryNotInState(id, status));
        };
    }

    /** Whether it is not to be tried this time, but to wait as after an attempt that failed. */
    public boolean isLost() {
        return lost >= LOST_MAX;
    }

    /** A new delivery of the same event, which a receiver knows by the event's id. */
    public Decision<Delivery> replay(DeliveryId next, Instant now) {
        return switch (status) {
            case Delivered _, Dead _ ->
                    accept(
                            new Delivery(
                                    next,
                                    endpoint,
                                    event,
                                    new Pending(now),
                                    0,
                                    0,
                                    List.of(),
                                    plannedAt,
                                    round + 1));
            case Pending _, Sending _ -> refuse(new EventOnItsWay(id));
        };
    }

    /** When it is tried again because its receiver did not take it; null when that is not so. */
    public @Nullable Instant triedAgainAt() {
        return status instanceof Pending(var dueAt)
                        && !attempts.isEmpty()
                        && dueAt.equals(attempts.getLast().nextAttemptAt())
                ? dueAt
                : null;
    }

    public boolean isReplay() {
        return round > 0;
    }

    /** When a worker should look at it next; null when it has ended. */
    public @Nullable Instant dueAt() {
        return switch (status) {
            case Pending(var dueAt) -> dueAt;
            case Sending(var _, var leaseUntil) -> leaseUntil;
            case Delivered _, Dead _ -> null;
        };
    }

    private Delivery after(Answer answer, double chance, Instant now) {
        Attempt attempt = Attempt.of(taken, answer, now);
        String error = attempt.error();
        if (error == null) {
            return with(new Delivered(now), attemptsAnd(attempt));
        }
        int failures = attempts.size() + 1;
        if (error.equals(Attempt.GONE) || failures >= RetrySchedule.ATTEMPTS_MAX) {
            return with(new Dead(error, now), attemptsAnd(attempt));
        }
        Instant next = now.plus(RetrySchedule.waitAfter(failures, answer, chance));
        return with(new Pending(next), attemptsAnd(attempt.followedAt(next)));
    }

    private List<Attempt> attemptsAnd(Attempt latest) {
        return Stream.concat(attempts.stream(), Stream.of(latest)).toList();
    }

    private Decision<Delivery> sending(int lostBefore, Instant now) {
        return accept(
                new Delivery(
                        id,
                        endpoint,
                        event,
                        new Sending(now, now.plus(LEASE)),
                        taken + 1,
                        lostBefore,
                        attempts,
                        plannedAt,
                        round));
    }

    private Decision<Delivery> notDue(Instant due) {
        return refuse(new DeliveryNotDue(id, status, due));
    }

    private Delivery with(DeliveryStatus next, List<Attempt> known) {
        return new Delivery(id, endpoint, event, next, taken, 0, known, plannedAt, round);
    }
}
