package io.guildhall.bootstrap.observation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long ago something was, as meters count it. */
final class Age {

    private Age() {}

    static double seconds(Instant since, InstantSource clock) {
        return Duration.between(since, clock.instant()).toMillis() / 1_000.0;
    }
}
