package io.guildhall.chain.signature;

import fr.acinq.secp256k1.Secp256k1;
import fr.acinq.secp256k1.Secp256k1Exception;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By libsecp256k1, which comes along for Linux. */
final class NativeRecovery implements KeyRecovery {

    private static final System.Logger LOG = System.getLogger(NativeRecovery.class.getName());

    private final Secp256k1 library;

    private NativeRecovery(Secp256k1 library) {
        this.library = library;
    }

    /** Empty where the library cannot be loaded. */
    static Optional<NativeRecovery> find() {
        try {
            return Optional.of(new NativeRecovery(Secp256k1.get()));
        } catch (Exception | LinkageError unavailable) {
            // The library is found and loaded by reflection, which lets anything through.
            LOG.log(
                    System.Logger.Level.INFO,
                    "Signatures are checked without libsecp256k1, which is slower: {0}",
                    unavailable);
            return Optional.empty();
        }
    }

    @Override
    public byte @Nullable [] recover(byte[] hash, byte[] signature, int parity) {
        try {
            // It answers with 65 bytes, the first of which says that the point is written in full.
            byte[] point = library.ecdsaRecover(signature, hash, parity);
            return Arrays.copyOfRange(point, 1, point.length);
        } catch (Secp256k1Exception _) {
            return null;
        }
    }
}
