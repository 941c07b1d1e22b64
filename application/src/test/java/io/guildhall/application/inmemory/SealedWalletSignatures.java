package io.guildhall.application.inmemory;

import io.guildhall.application.access.WalletSignatures;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.WalletAddress;
import java.util.Optional;

/**
 * Signatures for tests that need no curve: whoever knows the address can make one, and it fits its
 * text and its wallet only. As with a curve, every other text has some other signer.
 */
public final class SealedWalletSignatures implements WalletSignatures {

    private static final int ADDRESS_LENGTH = 42;

    /** As the wallet would sign. */
    public static String sign(WalletAddress wallet, String text) {
        String seal = Digest.of(wallet.hex() + text).hex().substring(2);
        return wallet.hex() + seal + "0".repeat(26);
    }

    @Override
    public Optional<WalletAddress> signer(String text, String signature) {
        if (!FORM.matcher(signature).matches()) {
            return Optional.empty();
        }
        WalletAddress wallet = new WalletAddress(signature.substring(0, ADDRESS_LENGTH));
        return Optional.of(
                sign(wallet, text).equals(signature)
                        ? wallet
                        : new WalletAddress(
                                Digest.of(signature + text).hex().substring(0, ADDRESS_LENGTH)));
    }
}
