package io.guildhall.application.access;

import java.util.Optional;

/**
 * Keeps secrets that must be read again (unlike keys, which are only hashed) unreadable in the
 * database.
 */
public interface SecretBox {

    String seal(byte[] secret);

    /** Empty when it was sealed with another installation secret or was tampered with. */
    Optional<byte[]> open(String sealed);
}
