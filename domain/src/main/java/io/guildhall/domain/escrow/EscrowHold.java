package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.bounty.Manifest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bounty on rail ESCROW is at the contract.
 *
 * @param poster the only wallet that can fund it under this id
 * @param feeAccount who gets the fee and a forfeited stake
 * @param fundedBy the transaction that brought the money, once that is final
 * @param endedBy the one in which the contract gave it away, once that is final
 * @param dueAt when, by what it has said so far, the contract has waited for long enough, so that
 *     anybody may tell it that time is over; null while it waits for nothing or holds no money
 * @param frozen null while we and the contract agree
 */
public record EscrowHold(
        BountyId bounty,
        OnchainId onchainId,
        WalletAddress poster,
        WalletAddress feeAccount,
        @Nullable TxHash fundedBy,
        @Nullable TxHash endedBy,
        @Nullable Instant dueAt,
        @Nullable Freeze frozen) {

    public static EscrowHold of(
            BountyId bounty, OnchainId onchainId, WalletAddress poster, WalletAddress feeAccount) {
        return new EscrowHold(bounty, onchainId, poster, feeAccount, null, null, null, null);
    }

    /** On which terms the contract is to be funded; they never change. */
    public VaultTerms termsOf(Bounty held) {
        BountyTerms terms = held.terms();
        return new VaultTerms(
                terms.reward(),
                held.fees().basisPoints(),
                feeAccount,
                terms.stakeBps(),
                terms.deadline(),
                terms.claimTtl(),
                terms.reviewWindow(),
                Manifest.of(terms).hash());
    }

    public EscrowHold funded(TxHash by) {
        return new EscrowHold(bounty, onchainId, poster, feeAccount, by, endedBy, dueAt, frozen);
    }

    /**
     * @param by null when the chain took it back
     */
    public EscrowHold ended(@Nullable TxHash by) {
        return new EscrowHold(
                bounty,
                onchainId,
                poster,
                feeAccount,
                fundedBy,
                by,
                by == null ? dueAt : null,
                frozen);
    }

    /**
     * @param at null when the contract waits for nothing
     */
    public EscrowHold due(@Nullable Instant at) {
        return new EscrowHold(
                bounty,
                onchainId,
                poster,
                feeAccount,
                fundedBy,
                endedBy,
                holdsMoney() ? at : null,
                frozen);
    }

    /** Whether money lies at the contract, whatever the bounty is here. */
    public boolean holdsMoney() {
        return fundedBy != null && endedBy == null;
    }

    /** The first reason stays: what comes after it often follows from it. */
    public EscrowHold freeze(String reason, Instant at) {
        return frozen == null
                ? new EscrowHold(
                        bounty,
                        onchainId,
                        poster,
                        feeAccount,
                        fundedBy,
                        endedBy,
                        dueAt,
                        new Freeze(reason, at))
                : this;
    }

    public EscrowHold unfreeze() {
        return new EscrowHold(
                bounty, onchainId, poster, feeAccount, fundedBy, endedBy, dueAt, null);
    }
}
