package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the contract says has happened to a bounty. Each change of its state is exactly one of
 * these, with all figures of the change. Amounts are in usdc.
 */
public sealed interface VaultEvent {

    OnchainId bounty();

    /**
     * @param platformId which of our bounties the poster says it is
     */
    record Funded(OnchainId bounty, WalletAddress poster, BountyId platformId, VaultTerms terms)
            implements VaultEvent {}

    /**
     * @param fence the contract's number of the claim on its bounty, from 1
     */
    record Claimed(
            OnchainId bounty,
            WalletAddress agent,
            long fence,
            Money stake,
            Instant claimedAt,
            Instant leaseEndsAt)
            implements VaultEvent {}

    /**
     * @param stakeReturned the whole stake with the first submission, else zero
     */
    record Submitted(OnchainId bounty, WorkRef work, Money stakeReturned, Instant reviewEndsAt)
            implements VaultEvent {}

    /**
     * @param number of the submission, 1 to 3
     */
    record SentBack(
            OnchainId bounty,
            WalletAddress agent,
            long fence,
            int number,
            SentBackAs as,
            Instant leaseEndsAt)
            implements VaultEvent {}

    /**
     * The claim is over and the bounty open again.
     *
     * @param outcome LEASE_ENDED or RELEASED
     */
    record ClaimEnded(
            OnchainId bounty,
            WalletAddress agent,
            long fence,
            VaultOutcome outcome,
            Money stakeReturned,
            Money stakeForfeited)
            implements VaultEvent {}

    /**
     * The bounty is over, and its claim if it had one: the agent gets gross less fee and the stake
     * returned, the poster the refund, the fee account the fee and the stake forfeited.
     *
     * @param agent null when nobody had it
     * @param status PAID, CANCELLED or EXPIRED
     */
    record Ended(
            OnchainId bounty,
            @Nullable WalletAddress agent,
            long fence,
            VaultStatus status,
            VaultOutcome outcome,
            int agentShareBps,
            Money agentGross,
            Money fee,
            Money refund,
            Money stakeReturned,
            Money stakeForfeited)
            implements VaultEvent {}

    /**
     * @param dispute its number on the bounty, from 1
     * @param submission what it is about: 1 to 3, or 0 for the bounty itself
     */
    record DisputeOpened(
            OnchainId bounty,
            WalletAddress agent,
            long fence,
            int dispute,
            int submission,
            Side openedBy,
            Instant answerBy,
            Instant decideBy)
            implements VaultEvent {}

    record DisputeAnswered(OnchainId bounty, int dispute, Side by, Digest evidence)
            implements VaultEvent {}

    record SplitOffered(OnchainId bounty, int dispute, Side by, int agentShareBps)
            implements VaultEvent {}

    /**
     * @param dueAt the end of the lease or of the review, whichever goes on
     */
    record DisputeWithdrawn(OnchainId bounty, int dispute, Instant dueAt) implements VaultEvent {}

    /** A payment could not be pushed; the contract keeps it for the account. */
    record PaymentHeld(OnchainId bounty, WalletAddress account, Money amount)
            implements VaultEvent {}

    /**
     * The same without what the clock of its block has added. When a fork has put its transaction
     * into another block, the contract says the same again at other times.
     */
    default VaultEvent apartFromTimes() {
        return switch (this) {
            case Claimed(var bounty, var agent, var fence, var stake, var _, var _) ->
                    new Claimed(bounty, agent, fence, stake, Instant.EPOCH, Instant.EPOCH);
            case Submitted(var bounty, var work, var stakeReturned, var _) ->
                    new Submitted(bounty, work, stakeReturned, Instant.EPOCH);
            case SentBack(var bounty, var agent, var fence, var number, var as, var _) ->
                    new SentBack(bounty, agent, fence, number, as, Instant.EPOCH);
            case DisputeOpened(
                            var bounty,
                            var agent,
                            var fence,
                            var dispute,
                            var submission,
                            var openedBy,
                            var _,
                            var _) ->
                    new DisputeOpened(
                            bounty,
                            agent,
                            fence,
                            dispute,
                            submission,
                            openedBy,
                            Instant.EPOCH,
                            Instant.EPOCH);
            case DisputeWithdrawn(var bounty, var dispute, var _) ->
                    new DisputeWithdrawn(bounty, dispute, Instant.EPOCH);
            case Funded _,
                    ClaimEnded _,
                    Ended _,
                    DisputeAnswered _,
                    SplitOffered _,
                    PaymentHeld _ ->
                    this;
        };
    }

    /** The word by which it is kept. */
    default String word() {
        return switch (this) {
            case Funded _ -> "funded";
            case Claimed _ -> "claimed";
            case Submitted _ -> "submitted";
            case SentBack _ -> "sent_back";
            case ClaimEnded _ -> "claim_ended";
            case Ended _ -> "ended";
            case DisputeOpened _ -> "dispute_opened";
            case DisputeAnswered _ -> "dispute_answered";
            case SplitOffered _ -> "split_offered";
            case DisputeWithdrawn _ -> "dispute_withdrawn";
            case PaymentHeld _ -> "payment_held";
        };
    }
}
