package io.guildhall.domain.chain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the contract calls a bounty: {@code 0x} and 64 small hex digits. */
public record OnchainId(String hex) {

    private static final Pattern ID = Pattern.compile("0x[0-9a-fA-F]{64}");

    public OnchainId {
        if (!ID.matcher(hex).matches()) {
            throw new IllegalArgumentException("An on-chain id is 0x and 64 hex digits");
        }
        hex = hex.toLowerCase(Locale.ROOT);
    }

    /** Empty when the text is no such id. */
    public static Optional<OnchainId> of(String text) {
        return ID.matcher(text).matches() ? Optional.of(new OnchainId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return hex;
    }
}
