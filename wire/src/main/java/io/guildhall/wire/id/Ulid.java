package io.guildhall.wire.id;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.UUID;

/** The 26-character text of a 128-bit id in Crockford's base 32, which sorts as the id does. */
public final class Ulid {

    public static final int LENGTH = 26;

    private static final byte[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".getBytes(ISO_8859_1);
    private static final byte[] VALUES = values();

    private Ulid() {}

    public static String encode(UUID id) {
        byte[] text = new byte[LENGTH];
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        for (int place = LENGTH - 1; place >= 0; place--) {
            text[place] = ALPHABET[(int) (low & 31)];
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return new String(text, ISO_8859_1);
    }

    /** Empty when the text is not one of ours; case does not matter. */
    public static Optional<UUID> decode(String text) {
        // 26 characters hold 130 bits, so the first may be no more than 7.
        if (text.length() != LENGTH || value(text.charAt(0)) > 7) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int place = 0; place < LENGTH; place++) {
            int value = value(text.charAt(place));
            if (value < 0) {
                return Optional.empty();
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | value;
        }
        return Optional.of(new UUID(high, low));
    }

    private static int value(char character) {
        return character < VALUES.length ? VALUES[character] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        java.util.Arrays.fill(values, (byte) -1);
        for (byte value = 0; value < ALPHABET.length; value++) {
            values[ALPHABET[value]] = value;
            values[Character.toLowerCase((char) ALPHABET[value])] = value;
        }
        return values;
    }
}
