package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.money.Money;

/** What a poster's, an agent's or an arbiter's own wallet can tell a contract to do. */
public sealed interface WalletCall {

    /** To the token: lets the contract take so much of the wallet's. */
    record Approve(Money amount) implements WalletCall {}

    record Fund(BountyId bounty, VaultTerms terms) implements WalletCall {}

    record Claim(OnchainId bounty, Admission admission) implements WalletCall {}

    record Release(OnchainId bounty) implements WalletCall {}

    record Cancel(OnchainId bounty) implements WalletCall {}

    record OfferSplit(OnchainId bounty, int dispute, int agentShareBps) implements WalletCall {}

    record AcceptSplit(OnchainId bounty, int dispute, int agentShareBps) implements WalletCall {}

    record WithdrawDispute(OnchainId bounty, int dispute) implements WalletCall {}

    /** Where no key of an arbiter's is ours. */
    record RuleDispute(OnchainId bounty, int dispute, int agentShareBps) implements WalletCall {}

    /** Anybody may call it: what is held for the account is paid to it alone. */
    record Withdraw(WalletAddress account) implements WalletCall {}

    /** The contract's function, as its interface spells it. */
    default String function() {
        return switch (this) {
            case Approve _ -> "approve";
            case Fund _ -> "fundBounty";
            case Claim _ -> "claimBounty";
            case Release _ -> "releaseClaim";
            case Cancel _ -> "cancelBounty";
            case OfferSplit _ -> "offerSplit";
            case AcceptSplit _ -> "acceptSplit";
            case WithdrawDispute _ -> "withdrawDispute";
            case RuleDispute _ -> "ruleDispute";
            case Withdraw _ -> "withdraw";
        };
    }
}
