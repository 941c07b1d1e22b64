package io.guildhall.domain.escrow;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who may sign for which of our wallets, so that of all replicas one at a time hands out its
 * nonces. Each method joins the caller's unit of work.
 */
public interface SignerAccounts {

    /**
     * A wallet that is this replica's to sign for, for a while.
     *
     * @param fence grows whenever the wallet is taken; who holds an older one has lost it
     */
    record Lease(SignerAccount account, long fence) {}

    /**
     * @param holder a name that no other replica has; who takes it again loses what it held before
     * @param until when others may take it, should this holder have died
     * @return empty while another holds it
     */
    Optional<Lease> take(SignerAccount account, String holder, Instant now, Instant until);

    /**
     * Keeps the wallet longer, and from all others until the caller's unit of work ends.
     *
     * @return whether it was still held; if not, another replica may be signing for it
     */
    boolean keep(Lease lease, Instant until);

    /**
     * Hands out a nonce: the first, from the one on that the chain says is free, that no order in
     * flight holds. So no number is passed over, and one that a foreign transaction took back to
     * the chain in a reorganisation is not lost.
     *
     * @param free how many transactions of the wallet are in blocks
     * @return empty when the lease is lost
     */
    OptionalLong reserve(Lease lease, long free);

    /** Lets others take it at once. */
    void release(Lease lease);
}
