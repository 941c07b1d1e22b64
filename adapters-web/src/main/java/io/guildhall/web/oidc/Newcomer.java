package io.guildhall.web.oidc;

import io.guildhall.application.access.Logins.Identity;
import io.guildhall.application.access.SecretBox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom the issuer has vouched and whom nobody here is yet, on the way to becoming an
 * operator. Kept by its browser, sealed, so that we keep nothing of people who do not come.
 */
record Newcomer(Identity identity, Instant until) {

    static final String COOKIE = "guildhall-newcomer";
    static final Duration LONGEST = Duration.ofMinutes(30);

    private static final String KIND = "newcomer";

    static Newcomer of(Identity identity, Instant now) {
        return new Newcomer(identity, now.plus(LONGEST));
    }

    String sealed(SecretBox box) {
        String all =
                String.join("\n", KIND, identity.issuer(), identity.subject(), until.toString());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        box.seal(all.getBytes(StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it is none of ours, or took too long. */
    static Optional<Newcomer> opened(@Nullable String sealed, SecretBox box, Instant now) {
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return box.open(
                            new String(
                                    Base64.getUrlDecoder().decode(sealed), StandardCharsets.UTF_8))
                    .map(Newcomer::read)
                    .filter(newcomer -> now.isBefore(newcomer.until()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Newcomer read(byte[] opened) {
        String[] parts = new String(opened, StandardCharsets.UTF_8).split("\n", -1);
        if (parts.length != 4 || !parts[0].equals(KIND)) {
            throw new IllegalArgumentException("No newcomer");
        }
        return new Newcomer(new Identity(parts[1], parts[2]), Instant.parse(parts[3]));
    }
}
