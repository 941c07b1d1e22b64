package io.guildhall.web.oidc;

import io.guildhall.application.access.RandomSource;
import io.guildhall.application.access.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the way to the issuer and back. It travels sealed in the traveller's own cookie, so
 * that nothing is kept for those who never come back, and nobody else can end it.
 *
 * @param state what the issuer hands back
 * @param nonce what its token has to hold
 * @param verifier proves to the issuer that who comes with the code is who asked for it
 * @param linking whether it was begun to link the account
 */
record Journey(String state, String nonce, String verifier, boolean linking, Instant until) {

    static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int BYTES = 32;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    static Journey begin(RandomSource random, boolean linking, Instant now) {
        return new Journey(text(random), text(random), text(random), linking, now.plus(LONGEST));
    }

    String sealed(SecretBox box) {
        String all =
                String.join(
                        "\n", state, nonce, verifier, String.valueOf(linking), until.toString());
        return TEXT.encodeToString(
                box.seal(all.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it is none of ours, or took too long. */
    static Optional<Journey> opened(@Nullable String sealed, SecretBox box, Instant now) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return box.open(
                            new String(
                                    Base64.getUrlDecoder().decode(sealed), StandardCharsets.UTF_8))
                    .map(Journey::read)
                    .filter(journey -> now.isBefore(journey.until()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What the issuer is told of the verifier beforehand. */
    String challenge() {
        try {
            return TEXT.encodeToString(
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Journey read(byte[] opened) {
        String[] parts = new String(opened, StandardCharsets.UTF_8).split("\n", -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("No journey");
        }
        return new Journey(
                parts[0],
                parts[1],
                parts[2],
                Boolean.parseBoolean(parts[3]),
                Instant.parse(parts[4]));
    }

    private static String text(RandomSource random) {
        return TEXT.encodeToString(random.bytes(BYTES));
    }
}
