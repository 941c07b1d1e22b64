package io.guildhall.application.inmemory;

import io.guildhall.application.access.RandomSource;
import java.util.Random;

/** Bytes that are the same for the same seed: for tests, and never for a real key. */
public final class SeededRandomSource implements RandomSource {

    private final Random random;

    public SeededRandomSource(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
