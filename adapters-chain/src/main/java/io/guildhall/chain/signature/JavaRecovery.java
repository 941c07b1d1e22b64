package io.guildhall.chain.signature;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** By Bouncy Castle, which runs everywhere and takes some ten times as long. */
final class JavaRecovery implements KeyRecovery {

    private static final int HALF = 32;
    private static final int KEY_LENGTH = 64;

    @Override
    public byte @Nullable [] recover(byte[] hash, byte[] signature, int parity) {
        BigInteger r = new BigInteger(1, Arrays.copyOf(signature, HALF));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, HALF, 2 * HALF));
        try {
            BigInteger key = Sign.recoverFromSignature(parity, new ECDSASignature(r, s), hash);
            return key == null ? null : Numeric.toBytesPadded(key, KEY_LENGTH);
        } catch (IllegalArgumentException _) {
            // No point of the curve has that x.
            return null;
        }
    }
}
