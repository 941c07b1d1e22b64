package io.guildhall.domain.chain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a transaction on the chain: {@code 0x} and 64 small hex digits. */
public record TxHash(String hex) {

    private static final Pattern HASH = Pattern.compile("0x[0-9a-fA-F]{64}");

    public TxHash {
        if (!HASH.matcher(hex).matches()) {
            throw new IllegalArgumentException("A transaction hash is 0x and 64 hex digits");
        }
        hex = hex.toLowerCase(Locale.ROOT);
    }

    /** Empty when the text is no such hash. */
    public static Optional<TxHash> of(String text) {
        return HASH.matcher(text).matches() ? Optional.of(new TxHash(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return hex;
    }
}
