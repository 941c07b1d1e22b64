package io.guildhall.chain.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.shared.RefusedException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How JSON-RPC writes numbers and bytes. What a node writes otherwise is no answer. */
public final class Hex {

    private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,64}");
    private static final Pattern BYTES = Pattern.compile("0x([0-9a-fA-F]{2})*");

    private static final int SECONDS_BITS = 40;

    private Hex() {}

    public static String of(long number) {
        return "0x" + Long.toHexString(number);
    }

    public static String of(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    public static BigInteger number(JsonNode answer) {
        String text = answer.asText();
        if (!QUANTITY.matcher(text).matches()) {
            throw unreadable("number");
        }
        return new BigInteger(text.substring(2), 16);
    }

    public static long quantity(JsonNode answer) {
        BigInteger number = number(answer);
        if (number.bitLength() >= Long.SIZE) {
            throw unreadable("number of this size");
        }
        return number.longValue();
    }

    /** Of something in a list. */
    public static int index(JsonNode answer) {
        long number = quantity(answer);
        if (number > Integer.MAX_VALUE) {
            throw unreadable("index");
        }
        return (int) number;
    }

    /** When a block was made; contracts count no further. */
    public static Instant time(JsonNode answer) {
        BigInteger second = number(answer);
        if (second.bitLength() > SECONDS_BITS) {
            throw unreadable("time");
        }
        return Instant.ofEpochSecond(second.longValue());
    }

    public static byte[] bytes(JsonNode answer) {
        return bytes(answer.asText());
    }

    public static byte[] bytes(String text) {
        if (!BYTES.matcher(text).matches()) {
            throw unreadable("bytes");
        }
        return HexFormat.of().parseHex(text, 2, text.length());
    }

    public static RefusedException unreadable(String expected) {
        return new RefusedException(
                new ChainUnavailable(
                        "a node's answer holds no " + expected + " where one belongs"));
    }
}
