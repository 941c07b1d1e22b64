package io.guildhall.bootstrap.platform;

import io.guildhall.application.access.RandomSource;
import java.security.SecureRandom;

/** The operating system's randomness. */
public final class SecureRandomSource implements RandomSource {

    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
