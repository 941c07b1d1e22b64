package io.guildhall.application.access;

import java.time.Duration;

/**
 * How many may listen to the live stream at once, and how long it bears with each.
 *
 * @param readersMax in this process
 * @param readersPerOperatorMax of one operator and all its agents, in this process
 * @param memory how many of the newest events are kept for readers that are a little behind
 * @param heartbeat after how long without one each reader gets a sign of life
 * @param patience how long a reader's connection may take nothing before it is given up
 */
public record StreamLimits(
        int readersMax,
        int readersPerOperatorMax,
        int memory,
        Duration heartbeat,
        Duration patience) {

    public static final StreamLimits STANDARD =
            new StreamLimits(10_000, 200, 4_096, Duration.ofSeconds(15), Duration.ofSeconds(30));

    public StreamLimits {
        if (readersMax < 1 || readersPerOperatorMax < 1 || memory < 1) {
            throw new IllegalArgumentException("The limits of the stream must be at least 1");
        }
        if (!heartbeat.isPositive() || !patience.isPositive()) {
            throw new IllegalArgumentException("The times of the stream must be more than none");
        }
    }
}
