package io.guildhall.messaging.webhook;

import java.time.Duration;

/**
 * What one attempt may take.
 *
 * @param call from the lookup of the host to the end of the answer
 * @param connect for one address of the host, and for its lookup
 * @param idleConnections how many are kept open for the next letter to the same receiver
 */
public record SendingLimits(Duration call, Duration connect, int idleConnections) {

    public static final SendingLimits DEFAULT =
            new SendingLimits(Duration.ofSeconds(15), Duration.ofSeconds(5), 256);

    public SendingLimits {
        // To OkHttp no time is no limit.
        if (!connect.isPositive() || connect.compareTo(call) > 0) {
            throw new IllegalArgumentException(
                    "A connection may take more than nothing and at most as long as its call");
        }
    }
}
