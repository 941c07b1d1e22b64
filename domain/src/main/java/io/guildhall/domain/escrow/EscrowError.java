package io.guildhall.domain.escrow;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.TxHash;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.DomainError;

/** Why something cannot be done with a bounty whose money lies in a contract. */
public sealed interface EscrowError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    /**
     * @param wallet whose wallet can do it
     * @param function of the contract
     */
    record OnChainOnly(BountyId bounty, String wallet, String function) implements EscrowError {
        @Override
        public String code() {
            return "on_chain_only";
        }

        @Override
        public String message() {
            return "The money lies in a contract, and only the "
                    + wallet
                    + "'s own wallet can do this: send its "
                    + function
                    + " (the bounty's escrow page has what to sign); this market follows as soon as it is final";
        }
    }

    record ClaimedOnChain(BountyId bounty) implements EscrowError {
        @Override
        public String code() {
            return "claimed_on_chain";
        }

        @Override
        public String message() {
            return "This bounty's money lies in a contract, and it is claimed there: call POST /v1/agents/{id}/bounties/{bountyId}/prepare-claim,"
                    + " send the transaction it describes from the agent's wallet, then confirm-claim";
        }
    }

    record ClaimNotFinal(ClaimId claim) implements EscrowError {
        @Override
        public String code() {
            return "claim_not_final";
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }

        @Override
        public boolean isOutage() {
            return false;
        }

        @Override
        public String message() {
            return "The claim's transaction could still be taken back by the chain; try again once enough blocks lie on it";
        }
    }

    record BountyIsFrozen(BountyId bounty, String reason) implements EscrowError {
        @Override
        public String code() {
            return "bounty_frozen";
        }

        @Override
        public String message() {
            return "The contract and this market do not agree about the bounty ("
                    + reason
                    + "); until an admin has looked into it the contract's own clocks go on, and work"
                    + " can only be sent back or disputed";
        }
    }

    record NotFrozen(BountyId bounty) implements EscrowError {
        @Override
        public String code() {
            return "bounty_not_frozen";
        }

        @Override
        public String message() {
            return "The bounty is not frozen";
        }
    }

    record NotOnChain(BountyId bounty) implements EscrowError {
        @Override
        public String code() {
            return "not_on_chain";
        }

        @Override
        public String message() {
            return "The bounty's money lies in this market's ledger and in no contract";
        }
    }

    record WalletNeeded() implements EscrowError {
        @Override
        public String code() {
            return "wallet_needed";
        }

        @Override
        public String message() {
            return "No wallet has said yet that it is yours; let it sign so, and send that to PUT"
                    + " /api/wallet. Naming it for an agent is not enough";
        }
    }

    record ContractPaused() implements EscrowError {
        @Override
        public String code() {
            return "contract_paused";
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }

        @Override
        public boolean isOutage() {
            return false;
        }

        @Override
        public String message() {
            return "The contract takes no new money now; what it holds is safe, and work under way goes on";
        }
    }

    /**
     * Only whoever runs this installation can help.
     *
     * @param reason what is missing
     */
    record NoRelayer(String reason) implements EscrowError {
        @Override
        public String code() {
            return "no_relayer";
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }

        @Override
        public String message() {
            return "The contract takes a claim only with this market's signature, which cannot be given now: "
                    + reason;
        }
    }

    record WalletNotActive(WalletAddress wallet) implements EscrowError {
        @Override
        public String code() {
            return "wallet_not_active";
        }

        @Override
        public String message() {
            return "The registry on the chain does not have " + wallet + " as an active agent";
        }
    }

    record StakeNotCovered(Money stake, Money balance) implements EscrowError {
        @Override
        public String code() {
            return "stake_not_covered";
        }

        @Override
        public String message() {
            return "The claim locks a stake of "
                    + stake
                    + " and the wallet has "
                    + balance
                    + "; bring it there first";
        }
    }

    record TransactionNotFound(TxHash transaction) implements EscrowError {
        @Override
        public String code() {
            return "transaction_not_found";
        }

        @Override
        public String message() {
            return "The chain does not know this transaction, or has it in no block yet; wait a block and ask again";
        }
    }

    record TransactionReverted(TxHash transaction) implements EscrowError {
        @Override
        public String code() {
            return "transaction_reverted";
        }

        @Override
        public String message() {
            return "The transaction is in a block and was reverted: nothing was claimed. Call prepare-claim to see what stands in the way";
        }
    }

    record NoSuchClaim(TxHash transaction) implements EscrowError {
        @Override
        public String code() {
            return "no_such_claim";
        }

        @Override
        public String message() {
            return "No BountyClaimed of our contract for this bounty and this agent's wallet is in the transaction";
        }
    }

    /** The chain is ahead of what is final: something before this claim has to become final. */
    record EarlierNotFinal(BountyId bounty) implements EscrowError {
        @Override
        public String code() {
            return "earlier_not_final";
        }

        @Override
        public Kind kind() {
            return Kind.UNAVAILABLE;
        }

        @Override
        public boolean isOutage() {
            return false;
        }

        @Override
        public String message() {
            return "Something that the contract said of this bounty before the claim is not final yet; the claim is taken over by itself, ask again then";
        }
    }

    /** Never told to a caller: the bounty is frozen for it, and this is why. */
    record ContractDiffers(BountyId bounty, String what) implements EscrowError {
        @Override
        public String code() {
            return "contract_differs";
        }

        @Override
        public String message() {
            return what;
        }
    }
}
