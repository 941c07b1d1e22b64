package io.guildhall.chain.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.domain.chain.ChainUnavailable;
import io.guildhall.domain.shared.RefusedException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node understood the question and answers with an error: other nodes would say the same. */
public final class NodeRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** What this client says where a node would have to say more than is read. */
    static final int ANSWER_TOO_LARGE = 413;

    private static final Pattern HEX = Pattern.compile("0x((?:[0-9a-fA-F]{2})+)$");

    private final int code;
    private final transient JsonNode data;

    NodeRefusal(int code, String message, JsonNode data) {
        super(message);
        this.code = code;
        this.data = data;
    }

    public int code() {
        return code;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    /** Whether one of the words is in its text, whatever their capitals. */
    public boolean says(Iterable<String> words) {
        String text = text().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** What a contract returned as it reverted; nodes put it in two places. Empty without it. */
    public byte[] returned() {
        JsonNode place = data.isObject() ? data.path("data") : data;
        Matcher hex = HEX.matcher(place.asText(""));
        return hex.find() ? HexFormat.of().parseHex(hex.group(1)) : new byte[0];
    }

    /** For questions that a node which does its work has no reason to refuse. */
    public RefusedException unavailable() {
        return new RefusedException(
                new ChainUnavailable("a node refuses (%d): %s".formatted(code, text())));
    }
}
