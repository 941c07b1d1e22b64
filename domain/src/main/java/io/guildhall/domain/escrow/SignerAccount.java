package io.guildhall.domain.escrow;

import io.guildhall.domain.chain.WalletAddress;

/** A wallet of ours on one chain: its nonces are counted there and nowhere else. */
public record SignerAccount(long chainId, WalletAddress wallet) {

    @Override
    public String toString() {
        return wallet + " on chain " + chainId;
    }
}
