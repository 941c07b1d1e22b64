package io.guildhall.application.notification;

import io.guildhall.domain.notification.WebhookEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An endpoint as it was at a time.
 *
 * @param enabled empty when it was disabled, or not there any more
 */
record Seen(Optional<WebhookEndpoint> enabled, Instant at) {

    /** What its owner changes takes effect so soon, on every replica. */
    private static final Duration FRESH_FOR = Duration.ofMillis(100);

    static final Seen NEVER = new Seen(Optional.empty(), Instant.EPOCH);

    boolean isFresh(Instant now) {
        return !now.isBefore(at) && now.isBefore(at.plus(FRESH_FOR));
    }
}
