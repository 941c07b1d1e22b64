package io.guildhall.chain.signature;

import io.guildhall.application.access.WalletSignatures;
import io.guildhall.domain.chain.WalletAddress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Sign;

/**
 * Recovers the wallet from an EIP-191 signature. The forms that a curve would also take, and that
 * would let one signature pass under two texts, are refused before it is asked.
 */
public final class EthereumWalletSignatures implements WalletSignatures {

    private static final String PREFIX = "\u0019Ethereum Signed Message:\n";
    private static final int PART = 32;
    private static final int V_EVEN = 27;
    private static final int V_ODD = 28;
    private static final int ADDRESS_START = 12;
    private static final byte[] ORDER = word(Sign.CURVE_PARAMS.getN());
    private static final byte[] HALF_ORDER = word(Sign.CURVE_PARAMS.getN().shiftRight(1));
    private static final byte[] ZERO = new byte[PART];

    private final KeyRecovery recovery;

    public EthereumWalletSignatures() {
        this(KeyRecovery.best());
    }

    EthereumWalletSignatures(KeyRecovery recovery) {
        this.recovery = recovery;
    }

    @Override
    public Optional<WalletAddress> signer(String text, String signature) {
        if (!FORM.matcher(signature).matches()) {
            return Optional.empty();
        }
        byte[] bytes = HexFormat.of().parseHex(signature, "0x".length(), signature.length());
        byte[] pair = Arrays.copyOf(bytes, 2 * PART);
        int v = bytes[2 * PART];
        if (!isCanonical(pair) || (v != V_EVEN && v != V_ODD)) {
            return Optional.empty();
        }
        byte[] key = recovery.recover(hash(text), pair, v - V_EVEN);
        return key == null ? Optional.empty() : Optional.of(addressOf(key));
    }

    private static boolean isCanonical(byte[] pair) {
        byte[] r = Arrays.copyOf(pair, PART);
        byte[] s = Arrays.copyOfRange(pair, PART, 2 * PART);
        return Arrays.compareUnsigned(r, ZERO) > 0
                && Arrays.compareUnsigned(r, ORDER) < 0
                && Arrays.compareUnsigned(s, ZERO) > 0
                && Arrays.compareUnsigned(s, HALF_ORDER) <= 0;
    }

    static byte[] hash(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] start = (PREFIX + bytes.length).getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        return Hash.sha3(whole);
    }

    private static WalletAddress addressOf(byte[] key) {
        byte[] hash = Hash.sha3(key);
        return WalletAddress.of(Arrays.copyOfRange(hash, ADDRESS_START, hash.length));
    }

    private static byte[] word(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] word = new byte[PART];
        int length = Math.min(bytes.length, PART);
        System.arraycopy(bytes, bytes.length - length, word, PART - length, length);
        return word;
    }
}
