package io.guildhall.application.inmemory;

import io.guildhall.domain.shared.IdGenerator;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;

/** Ids of version 7 that are the same for the same seed and clock; each sorts after the last. */
public final class SequentialIds implements IdGenerator {

    private static final int SEQUENCE_MAX = 0xfff;

    private final InstantSource clock;
    private final Random random;
    private long millis;
    private int sequence;

    public SequentialIds(long seed, InstantSource clock) {
        this.clock = clock;
        this.random = new Random(seed);
    }

    @Override
    public synchronized UUID next() {
        sequence++;
        if (clock.millis() > millis) {
            millis = clock.millis();
            sequence = 0;
        } else if (sequence > SEQUENCE_MAX) {
            millis++;
            sequence = 0;
        }
        long mostSignificant = millis << 16 | 0x7000 | sequence;
        long leastSignificant = random.nextLong() >>> 2 | Long.MIN_VALUE;
        return new UUID(mostSignificant, leastSignificant);
    }
}
