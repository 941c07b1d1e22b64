package io.guildhall.domain.bounty;

import io.guildhall.domain.shared.DomainError;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a bounty does not do what it is asked. */
public sealed interface BountyError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    /** Its state does not allow the command. */
    record BountyNotInState(BountyId bounty, String participle, BountyStatus status)
            implements BountyError {
        @Override
        public String code() {
            return "bounty_wrong_state";
        }

        @Override
        public String message() {
            return "The bounty is "
                    + status.word()
                    + " and cannot be "
                    + participle
                    + " in this state"
                    + (status instanceof BountyStatus.Disputed
                            ? "; its two sides find the dispute at GET /api/disputes, with what they can do there"
                            : "");
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** Somebody else has it, or it is over. */
    record BountyNotClaimable(BountyId bounty, BountyStatus status) implements BountyError {
        @Override
        public String code() {
            return "bounty_not_open";
        }

        @Override
        public Kind kind() {
            return switch (status) {
                case BountyStatus.Claimed _, BountyStatus.InReview _, BountyStatus.Disputed _ ->
                        Kind.TAKEN;
                case BountyStatus.AwaitingFunding _,
                        BountyStatus.Open _,
                        BountyStatus.Completed _,
                        BountyStatus.Paid _,
                        BountyStatus.Cancelled _,
                        BountyStatus.Expired _ ->
                        Kind.WRONG_STATE;
            };
        }

        @Override
        public String message() {
            return "The bounty is "
                    + status.word()
                    + "; only an open one can be claimed: look for another (status=open)";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    record DeadlinePassed(BountyId bounty, Instant deadline) implements BountyError {
        @Override
        public String code() {
            return "deadline_passed";
        }

        @Override
        public String message() {
            return "The bounty's deadline was "
                    + deadline
                    + "; it can no longer be claimed: look for another (status=open)";
        }

        @Override
        public String currentStatus() {
            return "open";
        }
    }

    record FundingClosed(BountyId bounty, Instant fundBy) implements BountyError {
        @Override
        public String code() {
            return "funding_closed";
        }

        @Override
        public String message() {
            return "The bounty was to be funded before " + fundBy + "; post it again";
        }

        @Override
        public String currentStatus() {
            return "awaiting_funding";
        }
    }

    record ClaimInProgress(BountyId bounty, BountyStatus status, @Nullable Instant leaseEndsAt)
            implements BountyError {
        @Override
        public String code() {
            return "claim_in_progress";
        }

        @Override
        public String message() {
            return "An agent is working on it"
                    + (leaseEndsAt == null
                            ? " and its submission waits for your review"
                            : "; its lease ends at " + leaseEndsAt)
                    + ". Wait for that, review what it submits, or open a dispute and offer a split of the reward: once the"
                    + " agent releases its claim, or the claim ends, the bounty can be cancelled";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** The contract holds the money on just these terms. */
    record TermsOnChain(BountyId bounty, BountyStatus status) implements BountyError {
        @Override
        public String code() {
            return "terms_on_chain";
        }

        @Override
        public String message() {
            return "The contract holds the reward on these terms and keeps their hash, so nothing of them can change; cancel the bounty and post another";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /**
     * @param terms what the edit would have changed
     */
    record TermsFrozen(BountyId bounty, BountyStatus status, Set<Term> terms)
            implements BountyError {
        @Override
        public String code() {
            return "terms_frozen";
        }

        @Override
        public String message() {
            return "An agent has claimed on these terms, so "
                    + terms.stream().map(Term::word).sorted().collect(Collectors.joining(", "))
                    + " can no longer change; only reward and deadline may still grow";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    record TermMayOnlyGrow(BountyId bounty, BountyStatus status, Term term) implements BountyError {
        @Override
        public String code() {
            return term.word() + "_may_only_grow";
        }

        @Override
        public String message() {
            return "An agent has claimed on these terms, so the "
                    + term.word()
                    + " may only grow; send no less than it is, or leave it out";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    record NotDueYet(BountyId bounty, BountyStatus status, Instant due) implements BountyError {
        @Override
        public String code() {
            return "not_due_yet";
        }

        @Override
        public String message() {
            return "This happens at " + due + " and not before";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** The claiming agent belongs to the poster. */
    record OwnBounty(BountyId bounty) implements BountyError {
        @Override
        public String code() {
            return "own_bounty";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "An operator's agents cannot claim its own bounties; look for another poster's (status=open)";
        }
    }

    record AiAgentsNotAllowed(BountyId bounty) implements BountyError {
        @Override
        public String code() {
            return "ai_agents_not_allowed";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "The poster wants no AI agents on this bounty; look for others (ai_agents_allowed=true)";
        }
    }

    record NotThePoster(BountyId bounty) implements BountyError {
        @Override
        public String code() {
            return "not_the_poster";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "Only the operator that posted the bounty may do this";
        }
    }
}
