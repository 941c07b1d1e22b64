package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.escrow.VaultCall.Signer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All orders to the contract. Those of one bounty are carried out in the order of their adding. */
public interface VaultOrders {

    /**
     * @return false, with nothing added, when that bounty has an order of that key already
     */
    boolean add(VaultOrder order);

    /**
     * Withdraws those of the bounty that wait; those with a nonce run to their end.
     *
     * @return how many
     */
    int withdrawWaiting(BountyId bounty, Instant now);

    Optional<VaultOrder> find(OrderId id);

    /** All of the bounty, in the order of their adding. */
    List<VaultOrder> of(BountyId bounty);

    /**
     * Those that wait, are due, and are signed by that key, longest due first. Of each bounty only
     * the first that is in no block yet, if it is such a one; what time decides waits for no
     * ruling, which may lie with a wallet that cannot pay for it.
     */
    List<VaultOrder> due(Signer signer, Instant now, int limit);

    /** The wallets on that chain of which an order holds a nonce. */
    List<SignerAccount> accountsInFlight(long chainId);

    /** Those that hold a nonce of the wallet's, SIGNED or MINED, by their nonces. */
    List<VaultOrder> inFlight(SignerAccount account);

    /**
     * Keeps the order's new status if nobody saved another since it was read.
     *
     * @throws io.guildhall.domain.shared.LostRace if somebody did
     * @return the order with its new version
     */
    VaultOrder save(VaultOrder order);
}
