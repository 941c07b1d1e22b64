package io.guildhall.application.inmemory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set, in the whole microseconds that a database keeps. */
public final class TestClock implements InstantSource {

    private final AtomicReference<Instant> now;

    public TestClock(Instant now) {
        this.now = new AtomicReference<>(now.truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(Instant next) {
        now.set(next.truncatedTo(ChronoUnit.MICROS));
    }

    public Instant advance(Duration by) {
        return now.updateAndGet(before -> before.plus(by).truncatedTo(ChronoUnit.MICROS));
    }
}
