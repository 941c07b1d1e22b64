package io.guildhall.application.notification;

import io.guildhall.domain.notification.EndpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one process does for one endpoint: so many deliveries at once and no more, whatever the
 * receiver does. A receiver that takes them quickly has the next ones taken up ahead; one that does
 * not answer is tried with one at a time until it does.
 */
final class Lane {

    /** So many times its slots may be taken up ahead for a quick receiver. */
    private static final int AHEAD_MAX = 20;

    private static final Duration QUICK = Duration.ofSeconds(2);

    private final EndpointId endpoint;
    private final int slots;
    private final Deque<Load> waiting = new ArrayDeque<>();
    private int senders;
    private int sending;
    private int appetite;
    private boolean filling;
    private boolean mayHaveMore;
    private boolean silent;
    private volatile boolean troubled;
    private boolean retired;
    private Instant filledAt = Instant.EPOCH;
    private volatile Seen seen = Seen.NEVER;

    Lane(EndpointId endpoint, int slots) {
        this.endpoint = endpoint;
        this.slots = slots;
        this.appetite = slots;
    }

    EndpointId endpoint() {
        return endpoint;
    }

    /** The endpoint as it was when this process last looked. */
    Seen seen() {
        return seen;
    }

    void saw(Seen latest) {
        seen = latest;
    }

    /**
     * Begins to fill the lane, unless somebody else does.
     *
     * @param ahead whether more may be taken up than can be sent at once
     * @return how many it has room for; if none, nothing was begun
     */
    synchronized int beginFilling(boolean ahead) {
        int room = Math.min(appetite(), ahead ? appetite : slots) - waiting.size() - sending;
        if (filling || retired || room <= 0) {
            return 0;
        }
        filling = true;
        return room;
    }

    /**
     * Ends what was begun.
     *
     * @return how many more senders there are to be
     */
    synchronized int filled(List<Load> loads, int room, Instant now) {
        filling = false;
        mayHaveMore = loads.size() == room;
        if (mayHaveMore) {
            boolean quick = now.isBefore(filledAt.plus(QUICK));
            appetite = quick ? Math.min(2 * appetite, AHEAD_MAX * slots) : slots;
            filledAt = now;
        }
        waiting.addAll(loads);
        int more = Math.max(Math.min(slotsNow() - senders, waiting.size()), 0);
        senders += more;
        return more;
    }

    /** The next to send; none, and one sender less, when there is nothing to do for it. */
    synchronized @Nullable Load next() {
        Load next = senders > slotsNow() ? null : waiting.poll();
        if (next == null) {
            senders--;
        } else {
            sending++;
        }
        return next;
    }

    /** What was to be sent was not. */
    synchronized void notSent() {
        sending--;
    }

    /** Whether the receiver did not take what it was sent last. */
    boolean isTroubled() {
        return troubled;
    }

    /**
     * @param goesOn whether the receiver answered, and did not say that it is gone
     * @param tookIt whether it took what it was sent
     * @return what is not to be sent now after all
     */
    synchronized List<Load> sent(boolean goesOn, boolean tookIt) {
        sending--;
        silent = !goesOn;
        troubled = !tookIt;
        return goesOn ? List.of() : empty();
    }

    /** Nothing of what waits will be sent. */
    synchronized List<Load> empty() {
        List<Load> left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }

    /**
     * @param followed whether something has become free to be taken up
     * @return whether it is worth while to fill it again at once
     */
    synchronized boolean isHungry(boolean followed) {
        int room = appetite() - waiting.size() - sending;
        return room > 0 && (followed || (mayHaveMore && 2 * room >= appetite()));
    }

    /**
     * Ends the lane if nothing is in it.
     *
     * @return whether it has ended
     */
    synchronized boolean retire() {
        retired = retired || (!filling && senders == 0 && waiting.isEmpty());
        return retired;
    }

    private int appetite() {
        return silent ? 1 : appetite;
    }

    private int slotsNow() {
        return silent ? 1 : slots;
    }
}
