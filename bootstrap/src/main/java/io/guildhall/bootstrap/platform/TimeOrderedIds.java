package io.guildhall.bootstrap.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.guildhall.domain.shared.IdGenerator;
import java.util.UUID;

/**
 * UUIDs of version 7; within one process each is greater than those before it, even when the
 * machine's clock is set back.
 */
public final class TimeOrderedIds implements IdGenerator {

    private final TimeBasedEpochGenerator generator;

    public TimeOrderedIds() {
        this(UUIDClock.systemTimeClock());
    }

    TimeOrderedIds(UUIDClock clock) {
        generator = Generators.timeBasedEpochGenerator(null, new Forward(clock));
    }

    // The generator reads its clock before it takes its own lock, so that a thread that stood still
    // in between would bring back a time that is over: the next id could be less than the last.
    @Override
    public synchronized UUID next() {
        return generator.generate();
    }

    /** A clock that waits while another goes back. */
    private static final class Forward extends UUIDClock {

        private final UUIDClock clock;
        private long last;

        Forward(UUIDClock clock) {
            this.clock = clock;
        }

        @Override
        public long currentTimeMillis() {
            last = Math.max(last, clock.currentTimeMillis());
            return last;
        }
    }
}
