package io.guildhall.rest.openbounty;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/** Bytes as a text that stands in URLs as it is, for callers to hand back and not to understand. */
public final class OpaqueText {

    private OpaqueText() {}

    public static String of(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty when it does not hold just so many bytes. */
    public static Optional<ByteBuffer> read(String text, int length) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            return bytes.length == length ? Optional.of(ByteBuffer.wrap(bytes)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
