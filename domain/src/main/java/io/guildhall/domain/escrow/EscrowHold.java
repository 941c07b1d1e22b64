package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a bounty on rail ESCROW is at the contract.
 *
 * @param poster the only wallet that can fund it under this id
 * @param terms with which it is to be funded; fixed when it was posted
 * @param fundedBy the transaction that brought the money, once that is final
 */
public record EscrowHold(
        BountyId bounty,
        OnchainId onchainId,
        WalletAddress poster,
        VaultTerms terms,
        @Nullable TxHash fundedBy) {

    public EscrowHold funded(TxHash by) {
        return new EscrowHold(bounty, onchainId, poster, terms, by);
    }
}
