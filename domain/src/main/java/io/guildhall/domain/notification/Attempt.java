package io.guildhall.domain.notification;

import io.guildhall.domain.notification.WebhookSender.Answer;
import io.guildhall.domain.notification.WebhookSender.Answer.Replied;
import io.guildhall.domain.notification.WebhookSender.Answer.Unreachable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to carry an event to its receiver, and what came of it.
 *
 * @param number of the time it was taken up, which grows
 * @param responseStatus null when there was no answer
 * @param bodyStart what the receiver wrote, or what is known of why it could not
 * @param error a stable word; null when it was taken
 * @param nextAttemptAt null when there will be none by itself
 */
public record Attempt(
        int number,
        Instant at,
        Duration took,
        @Nullable Integer responseStatus,
        String bodyStart,
        @Nullable String error,
        @Nullable Instant nextAttemptAt) {

    static final String GONE = "gone";

    private static final int STATUS_GONE = 410;

    static Attempt of(int number, Answer answer, Instant now) {
        Instant at = now.minus(answer.took());
        return switch (answer) {
            case Replied(var status, var took, var body, var _) ->
                    new Attempt(number, at, took, status, body, errorOf(status), null);
            case Unreachable(var reason, var detail, var took) ->
                    new Attempt(number, at, took, null, detail, reason, null);
        };
    }

    Attempt followedAt(Instant next) {
        return new Attempt(number, at, took, responseStatus, bodyStart, error, next);
    }

    /** Only 2xx means that the receiver has taken it; it is never sent to where a 3xx points. */
    private static @Nullable String errorOf(int status) {
        if (status >= 200 && status < 300) {
            return null;
        }
        if (status >= 300 && status < 400) {
            return "redirect_not_followed";
        }
        return status == STATUS_GONE ? GONE : "status_" + status;
    }
}
