package io.guildhall.domain.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A SHA-256 that stands on the chain for a text that stands with us: {@code 0x} and 64 small hex
 * digits.
 */
public record Digest(String hex) {

    private static final Pattern DIGEST = Pattern.compile("0x[0-9a-fA-F]{64}");

    public Digest {
        if (!DIGEST.matcher(hex).matches()) {
            throw new IllegalArgumentException("A digest is 0x and 64 hex digits");
        }
        hex = hex.toLowerCase(Locale.ROOT);
    }

    public static Digest of(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new Digest("0x" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
