package io.guildhall.rest.openbounty.stream;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/** A place in the stream as a text that callers hand back and need not understand. */
public final class StreamPosition {

    private static final byte MARK = 's';
    private static final int LENGTH = Byte.BYTES + Long.BYTES;

    private StreamPosition() {}

    public static String text(long place) {
        byte[] bytes = ByteBuffer.allocate(LENGTH).put(MARK).putLong(place).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty when it is none of ours. */
    public static Optional<Long> place(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(bytes);
        return read.get() == MARK
                ? Optional.of(read.getLong()).filter(place -> place >= 0)
                : Optional.empty();
    }
}
