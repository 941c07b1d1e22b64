package io.guildhall.domain.notification;

import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import java.time.Duration;
import java.util.List;

/** When a delivery that failed is tried again: the schedule of Standard Webhooks, over 75.6 h. */
public final class RetrySchedule {

    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    /** The first comes at once. */
    public static final int ATTEMPTS_MAX = WAITS.size() + 1;

    /** A receiver may not put us off for longer. */
    public static final Duration RETRY_AFTER_MAX = Duration.ofHours(24);

    private static final double JITTER = 0.2;

    /** No attempt follows another later than this. */
    static final Duration WAIT_MAX = jittered(WAITS.getLast(), 1);

    private RetrySchedule() {}

    /**
     * @param failures how many attempts have failed, 1 to {@link #ATTEMPTS_MAX} - 1
     * @param chance from 0 to 1, so that those that failed together do not come back together
     */
    static Duration waitAfter(int failures, Answer answer, double chance) {
        Duration wait = jittered(WAITS.get(failures - 1), chance);
        Duration asked = askedFor(answer);
        return asked.compareTo(wait) > 0 ? asked : wait;
    }

    private static Duration jittered(Duration wait, double chance) {
        double factor = 1 - JITTER + 2 * JITTER * chance;
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }

    /** Only these two answers say that a later time would do. */
    private static Duration askedFor(Answer answer) {
        return switch (answer) {
            case Replied(var status, var _, var _, var retryAfter)
                    when retryAfter != null && (status == 429 || status == 503) ->
                    retryAfter.compareTo(RETRY_AFTER_MAX) < 0 ? retryAfter : RETRY_AFTER_MAX;
            case Replied _, Unreachable _ -> Duration.ZERO;
        };
    }
}
