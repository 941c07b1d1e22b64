package io.guildhall.application.timer;

import io.guildhall.application.access.ClockOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time by which the market goes: the world's, plus what a sandbox has moved it ahead. Keys,
 * tokens and rate limits stay with the world's.
 */
public final class MarketClock implements InstantSource {

    private final InstantSource system;
    private final ClockOffset offset;
    private volatile Duration ahead = Duration.ZERO;

    /** Goes by the world's time until it is refreshed. */
    public MarketClock(InstantSource system, ClockOffset offset) {
        this.system = system;
        this.offset = offset;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
    }

    /** Takes over what this or another replica has moved. */
    public void refresh() {
        ahead = offset.read();
    }

    /** What it would say if it were so far ahead. */
    Instant at(Duration offset) {
        return system.instant().plus(offset);
    }
}
