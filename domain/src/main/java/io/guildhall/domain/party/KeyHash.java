package io.guildhall.domain.party;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a key, as 64 hex digits. A slow password hash would add nothing: a key holds more
 * than 160 random bits.
 */
public record KeyHash(String hex) {

    public KeyHash {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("A key hash has 64 hex digits");
        }
    }

    public static KeyHash of(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return new KeyHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
