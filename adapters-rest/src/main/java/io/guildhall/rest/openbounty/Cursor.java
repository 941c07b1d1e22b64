package io.guildhall.rest.openbounty;

import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.application.access.BountyBoard.Sort;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Where a list goes on: a text that callers hand back and need not understand. */
public final class Cursor {

    private static final int LENGTH = Byte.BYTES + 3 * Long.BYTES;

    private Cursor() {}

    public static Position newestFirst(UUID last) {
        return new Position(Sort.NEWEST, 0, last);
    }

    public static String text(Position position) {
        return OpaqueText.of(
                ByteBuffer.allocate(LENGTH)
                        .put(mark(position.sort()))
                        .putLong(position.key())
                        .putLong(position.id().getMostSignificantBits())
                        .putLong(position.id().getLeastSignificantBits())
                        .array());
    }

    /** Empty when it is none of ours. */
    public static Optional<Position> position(String text) {
        return OpaqueText.read(text, LENGTH).flatMap(Cursor::position);
    }

    private static Optional<Position> position(ByteBuffer read) {
        byte mark = read.get();
        long key = read.getLong();
        UUID id = new UUID(read.getLong(), read.getLong());
        // Neither a reward nor a deadline is ever below zero.
        return key < 0
                ? Optional.empty()
                : Arrays.stream(Sort.values())
                        .filter(sort -> mark(sort) == mark)
                        .map(sort -> new Position(sort, key, id))
                        .findFirst();
    }

    /** A constant may move in its enum, but not what callers still hold. */
    private static byte mark(Sort sort) {
        return switch (sort) {
            case NEWEST -> 'n';
            case REWARD -> 'r';
            case DEADLINE -> 'd';
        };
    }
}
