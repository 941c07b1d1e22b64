package io.guildhall.persistence;

import io.guildhall.application.inmemory.SequentialIds;
import io.guildhall.application.inmemory.TestClock;
import io.guildhall.domain.shared.IdGenerator;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** What the adapters are given by others when they are part of an installation. */
class OutsideForTests {

    private final TestClock clock = new TestClock(Instant.now());

    @Produces
    @Singleton
    InstantSource clock() {
        return clock;
    }

    @Produces
    @Singleton
    IdGenerator ids() {
        return new SequentialIds(System.nanoTime(), clock);
    }
}
