package io.guildhall.domain.chain;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a wallet: 20 bytes, kept as {@code 0x} and 40 small hex digits, so that one wallet
 * has one text. The capitals of a checksum are an adapter's business.
 */
public record WalletAddress(String hex) {

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    public WalletAddress {
        if (!ADDRESS.matcher(hex).matches()) {
            throw new IllegalArgumentException("An address is 0x and 40 hex digits");
        }
        hex = hex.toLowerCase(Locale.ROOT);
    }

    /** Empty when the text is no address; capitals do not matter. */
    public static Optional<WalletAddress> of(String text) {
        return ADDRESS.matcher(text).matches()
                ? Optional.of(new WalletAddress(text))
                : Optional.empty();
    }

    public static WalletAddress of(byte[] twentyBytes) {
        return new WalletAddress("0x" + HexFormat.of().formatHex(twentyBytes));
    }

    @Override
    public String toString() {
        return hex;
    }
}
