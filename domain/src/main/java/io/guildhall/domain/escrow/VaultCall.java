package io.guildhall.domain.escrow;

import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.shared.Worded;

/** What we tell the contract to do, with a key of our own. */
public sealed interface VaultCall {

    /** Which of our keys signs. */
    enum Signer implements Worded {
        /** Records what happened with us; can pay nobody but a bounty's agent and poster. */
        RELAYER,
        /** Rules on disputes. */
        ARBITER
    }

    OnchainId bounty();

    record SubmitWork(OnchainId bounty, WalletAddress agent, long fence, Digest content)
            implements VaultCall {}

    record AcceptWork(OnchainId bounty, WorkRef work) implements VaultCall {}

    /** The review window passed in silence. */
    record AcceptUnanswered(OnchainId bounty) implements VaultCall {}

    record SendBack(OnchainId bounty, WorkRef work, SentBackAs as, Digest notes)
            implements VaultCall {}

    /** Time has ended the lease, or the bounty. */
    record Expire(OnchainId bounty) implements VaultCall {}

    /**
     * @param submission what it is about: 1 to 3, or 0 for the bounty itself
     */
    record OpenDispute(
            OnchainId bounty,
            WalletAddress agent,
            long fence,
            int submission,
            Side by,
            Digest reason)
            implements VaultCall {}

    /**
     * @param dispute its number on the bounty, from 1
     */
    record AnswerDispute(OnchainId bounty, int dispute, Digest evidence) implements VaultCall {}

    record RuleDispute(OnchainId bounty, int dispute, int agentShareBps) implements VaultCall {}

    /** Nobody ruled in time. */
    record TimeOutDispute(OnchainId bounty) implements VaultCall {}

    default Signer signer() {
        return switch (this) {
            case SubmitWork _,
                    AcceptWork _,
                    AcceptUnanswered _,
                    SendBack _,
                    Expire _,
                    OpenDispute _,
                    AnswerDispute _,
                    TimeOutDispute _ ->
                    Signer.RELAYER;
            case RuleDispute _ -> Signer.ARBITER;
        };
    }

    /** The word by which it is kept and told of. */
    default String word() {
        return switch (this) {
            case SubmitWork _ -> "submit_work";
            case AcceptWork _ -> "accept_work";
            case AcceptUnanswered _ -> "accept_unanswered";
            case SendBack _ -> "send_back";
            case Expire _ -> "expire";
            case OpenDispute _ -> "open_dispute";
            case AnswerDispute _ -> "answer_dispute";
            case RuleDispute _ -> "rule_dispute";
            case TimeOutDispute _ -> "time_out_dispute";
        };
    }
}
