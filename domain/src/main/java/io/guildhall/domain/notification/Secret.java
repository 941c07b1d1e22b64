package io.guildhall.domain.notification;

import java.util.Base64;

/**
 * What a receiver and we alone know, so that it can tell our deliveries from forged ones: 24 to 64
 * random bytes, written as Standard Webhooks does. Its bytes sign; its text is shown once.
 */
public record Secret(String text) {

    public static final int BYTES = 32;

    private static final String PREFIX = "whsec_";
    private static final int BYTES_MIN = 24;
    private static final int BYTES_MAX = 64;

    public Secret {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A secret starts with " + PREFIX);
        }
        int length = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
        if (length < BYTES_MIN || length > BYTES_MAX) {
            throw new IllegalArgumentException("A secret of " + length + " bytes");
        }
    }

    public static Secret of(byte[] random) {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(random));
    }

    /** The key that signs. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Logs and error messages must never hold it. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
