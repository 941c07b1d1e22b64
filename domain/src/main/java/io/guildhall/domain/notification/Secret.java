package io.guildhall.domain.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a receiver and we alone know, so that it can tell our deliveries from forged ones. One that
 * we made is 24 to 64 random bytes, written as Standard Webhooks does; its bytes sign, and its text
 * is shown once. One that the receiver has chosen is any text, and signs as it is.
 */
public record Secret(String text, boolean isChosen) {

    public static final int BYTES = 32;

    private static final String PREFIX = "whsec_";
    private static final int BYTES_MIN = 24;
    private static final int BYTES_MAX = 64;
    private static final Pattern CHOSEN = Pattern.compile("[!-~]{16,256}");

    public Secret {
        if (isChosen ? !CHOSEN.matcher(text).matches() : !isOurs(text)) {
            throw new IllegalArgumentException("This is no secret of ours, and none to be chosen");
        }
    }

    public Secret(String text) {
        this(text, false);
    }

    public static Secret of(byte[] random) {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(random));
    }

    /** What a receiver has chosen; empty when it is too easy to guess, or cannot be sent along. */
    public static Optional<Secret> chosen(String text) {
        if (isOurs(text)) {
            return Optional.of(new Secret(text));
        }
        return CHOSEN.matcher(text).matches()
                ? Optional.of(new Secret(text, true))
                : Optional.empty();
    }

    /** The same again from the {@link #bytes} that were kept of it. */
    public static Secret kept(byte[] bytes, boolean isChosen) {
        return isChosen ? new Secret(new String(bytes, UTF_8), true) : of(bytes);
    }

    /** The key that signs. */
    public byte[] bytes() {
        return isChosen
                ? text.getBytes(UTF_8)
                : Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Logs and error messages must never hold it. */
    @Override
    public String toString() {
        return isChosen ? "…" : PREFIX + "…";
    }

    private static boolean isOurs(String text) {
        if (!text.startsWith(PREFIX)) {
            return false;
        }
        try {
            int length = Base64.getDecoder().decode(text.substring(PREFIX.length())).length;
            return length >= BYTES_MIN && length <= BYTES_MAX;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
