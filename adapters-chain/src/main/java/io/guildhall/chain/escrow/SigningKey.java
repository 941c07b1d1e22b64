package io.guildhall.chain.escrow;

import io.guildhall.domain.chain.WalletAddress;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;

/**
 * The private key of one of our wallets. It never leaves this class: no text of it, not even of an
 * error, holds a digit of it.
 */
public final class SigningKey {

    private static final Pattern KEY = Pattern.compile("(?:0x)?[0-9a-fA-F]{64}");
    private static final int FILE_BYTES_MAX = 1_024;
    private static final int SIGNATURE_BYTES = 65;

    private final Credentials credentials;

    private SigningKey(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * @param text 64 hex digits, with or without {@code 0x}
     */
    public static SigningKey of(String text) {
        String key = text.strip();
        if (!KEY.matcher(key).matches() || !isOfTheCurve(key)) {
            throw new IllegalArgumentException(
                    "A signing key is 64 hex digits, and not every such number is one");
        }
        return new SigningKey(Credentials.create(key));
    }

    /** From a mounted file, which holds nothing else. */
    public static SigningKey in(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return of(new String(bytes.readNBytes(FILE_BYTES_MAX), StandardCharsets.US_ASCII));
        } catch (IOException _) {
            throw new IllegalArgumentException("No signing key can be read from " + file);
        }
    }

    /** From whichever of the two is set; empty when neither is. */
    public static Optional<SigningKey> from(Optional<String> value, Optional<Path> file) {
        if (value.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException(
                    "A signing key is set by value or by file, and not by both");
        }
        return value.map(SigningKey::of).or(() -> file.map(SigningKey::in));
    }

    public WalletAddress wallet() {
        return new WalletAddress(credentials.getAddress());
    }

    /** The same transaction gives the same bytes. */
    public byte[] sign(RawTransaction transaction) {
        return TransactionEncoder.signMessage(transaction, credentials);
    }

    /** The same digest gives the same signature: r, s and v, as contracts read it. */
    byte[] sign(byte[] digest) {
        Sign.SignatureData signature = Sign.signMessage(digest, credentials.getEcKeyPair(), false);
        return ByteBuffer.allocate(SIGNATURE_BYTES)
                .put(signature.getR())
                .put(signature.getS())
                .put(signature.getV())
                .array();
    }

    private static boolean isOfTheCurve(String key) {
        BigInteger number = new BigInteger(key.startsWith("0x") ? key.substring(2) : key, 16);
        return number.signum() > 0 && number.compareTo(Sign.CURVE_PARAMS.getN()) < 0;
    }

    @Override
    public String toString() {
        return "the key of " + wallet();
    }
}
