package io.guildhall.rest.openbounty.stream;

import io.guildhall.rest.openbounty.OpaqueText;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A place in the stream as a text that callers hand back and need not understand. */
public final class StreamPosition {

    private static final byte MARK = 's';
    private static final int LENGTH = Byte.BYTES + Long.BYTES;

    private StreamPosition() {}

    public static String text(long place) {
        return OpaqueText.of(ByteBuffer.allocate(LENGTH).put(MARK).putLong(place).array());
    }

    /** Empty when it is none of ours. */
    public static Optional<Long> place(String text) {
        return OpaqueText.read(text, LENGTH)
                .filter(read -> read.get() == MARK)
                .map(ByteBuffer::getLong)
                .filter(place -> place >= 0);
    }
}
