package io.guildhall.chain.signature;

import org.jspecify.annotations.Nullable;

/** The one step that takes the curve: from a signature to the public key that made it. */
interface KeyRecovery {

    /**
     * @param hash 32 bytes
     * @param signature r and s, each 32 bytes and within the curve's order
     * @param parity 0 or 1
     * @return the 64 bytes of the public key, or null when no key could have made the signature
     */
    byte @Nullable [] recover(byte[] hash, byte[] signature, int parity);

    /** The fastest that this machine has. */
    static KeyRecovery best() {
        return NativeRecovery.find().map(found -> (KeyRecovery) found).orElseGet(JavaRecovery::new);
    }
}
