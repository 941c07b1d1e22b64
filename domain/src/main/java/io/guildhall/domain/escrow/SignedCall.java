package io.guildhall.domain.escrow;

import io.guildhall.domain.chain.TxHash;
import java.util.ArrayList;
import java.util.List;

/**
 * A call with its nonce, and every text that was ever signed for both. As they share the nonce, at
 * most one of them is in a block at any time.
 *
 * @param nonce the wallet's, from 0
 * @param variants the same call at rising prices, the newest last; never empty
 */
public record SignedCall(
        SignerAccount account, long nonce, long gasLimit, List<VaultSender.Signed> variants) {

    public SignedCall {
        variants = List.copyOf(variants);
        if (variants.isEmpty() || variants.stream().anyMatch(one -> one.nonce() != nonce)) {
            throw new IllegalArgumentException("All variants have the nonce " + nonce);
        }
    }

    public VaultSender.Signed newest() {
        return variants.getLast();
    }

    public boolean holds(TxHash transaction) {
        return variants.stream().anyMatch(one -> one.hash().equals(transaction));
    }

    SignedCall with(VaultSender.Signed variant) {
        List<VaultSender.Signed> all = new ArrayList<>(variants);
        all.add(variant);
        return new SignedCall(account, nonce, gasLimit, all);
    }
}
