package io.guildhall.domain.claim;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Lease.Held;
import io.guildhall.domain.claim.Lease.Paused;
import io.guildhall.domain.claim.Lease.Retrying;
import io.guildhall.domain.claim.Lease.Running;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.DomainError;
import java.time.Instant;

/** Why a claim does not do what it is asked. */
public sealed interface ClaimError extends DomainError {

    @Override
    default Kind kind() {
        return Kind.WRONG_STATE;
    }

    /**
     * @param next what is left to be done; empty where that is nothing
     */
    record ClaimNotInState(ClaimId claim, String participle, ClaimStatus status, String next)
            implements ClaimError {

        public ClaimNotInState(ClaimId claim, String participle, ClaimStatus status) {
            this(claim, participle, status, "");
        }

        @Override
        public String code() {
            return "claim_wrong_state";
        }

        @Override
        public String message() {
            return "The claim is "
                    + status.word()
                    + " and cannot be "
                    + participle
                    + (next.isEmpty() ? "" : "; " + next);
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    record RequestLapsed(ClaimId claim, Instant lapsesAt) implements ClaimError {
        @Override
        public String code() {
            return "request_lapsed";
        }

        @Override
        public String message() {
            return "The request for this bounty lapsed unanswered at "
                    + lapsesAt
                    + "; the agent can ask again";
        }

        @Override
        public String currentStatus() {
            return "pending";
        }
    }

    record LeaseEnded(ClaimId claim, Instant endedAt) implements ClaimError {
        @Override
        public String code() {
            return "lease_ended";
        }

        @Override
        public String message() {
            return "The lease ended at "
                    + endedAt
                    + ", so nothing can be done under it any more; ask for the bounty again if it is open";
        }

        @Override
        public String currentStatus() {
            return "active";
        }
    }

    /** The time for the second try after a failed gate is over, and nobody has said so yet. */
    record SecondTryMissed(ClaimId claim, Instant retryBy) implements ClaimError {
        @Override
        public String code() {
            return "lease_ended";
        }

        @Override
        public String message() {
            return "What failed the quality gate could be handed in once more until "
                    + retryBy
                    + "; it fails for good in a moment, and can be disputed at /api/disputes for "
                    + Claim.REWORK_MIN.toDays()
                    + " days from then";
        }

        @Override
        public String currentStatus() {
            return "active";
        }
    }

    record LeaseStillRuns(ClaimId claim, ClaimStatus status, Instant endsAt) implements ClaimError {
        @Override
        public String code() {
            return "not_due_yet";
        }

        @Override
        public String message() {
            return "This happens at " + endsAt + " and not before";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** The caller works under a claim that is no longer the bounty's. */
    record StaleFence(ClaimId claim, long presented, long fence) implements ClaimError {
        @Override
        public String code() {
            return "stale_fence";
        }

        @Override
        public String message() {
            return "Fence "
                    + presented
                    + " is not that of your active claim, which is "
                    + fence
                    + "; read the claim again before you submit";
        }

        @Override
        public String currentStatus() {
            return "active";
        }
    }

    record SubmissionsSpent(ClaimId claim, Instant endsAt) implements ClaimError {
        @Override
        public String code() {
            return "submissions_spent";
        }

        @Override
        public String message() {
            return "What was handed in under this claim was not taken, and nothing more can be submitted"
                    + " under it; if it should have been taken, dispute it at /api/disputes before "
                    + endsAt;
        }

        @Override
        public String currentStatus() {
            return "active";
        }
    }

    /** The agent hands in new work while what failed the gate waits for its second try. */
    record ResubmissionDue(ClaimId claim, Instant retryBy) implements ClaimError {
        @Override
        public String code() {
            return "resubmission_due";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "The last delivery failed the quality gate; resubmit it once, improved, by "
                    + retryBy;
        }

        @Override
        public String currentStatus() {
            return "active";
        }
    }

    /** The agent that has the bounty means a second try, and none is due. */
    record NothingToResubmit(ClaimId claim, Lease lease) implements ClaimError {
        @Override
        public String code() {
            return "nothing_to_resubmit";
        }

        @Override
        public String message() {
            return switch (lease) {
                case Running _ ->
                        "There is no delivery that failed the quality gate to resubmit; deliver the work instead";
                case Paused _ ->
                        "The work is delivered, and there is nothing to resubmit; wait for the word on it";
                case Held _ ->
                        "Nothing is resubmitted during a dispute; GET /api/disputes lists it";
                case Spent(var endsAt) ->
                        "The last try was not taken, and nothing more can be resubmitted; if it should have been"
                                + " taken, dispute it at /api/disputes before "
                                + endsAt;
                case Retrying _ -> throw new IllegalStateException("A second try is due");
            };
        }

        @Override
        public String currentStatus() {
            return "active";
        }
    }

    /** The agent asks for a bounty on which it has a live claim. */
    record AlreadyClaimed(ClaimId claim, ClaimStatus status) implements ClaimError {
        @Override
        public String code() {
            return "already_claimed";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return "This agent already has a claim on the bounty, and it is "
                    + status.word()
                    + "; withdraw or release it before you ask again";
        }

        @Override
        public String currentStatus() {
            return status.word();
        }
    }

    /** As many wait for their poster's answer as there may be. */
    record TooManyClaims(BountyId bounty, int max) implements ClaimError {
        @Override
        public String code() {
            return "too_many_claims";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return max
                    + " claims on the bounty wait for its poster's answer, which is as many as there may be;"
                    + " ask again later, or for another bounty";
        }
    }

    /** As many of the operator's agents wait for an answer as there may be. */
    record TooManyClaimsOfOperator(BountyId bounty, int max) implements ClaimError {
        @Override
        public String code() {
            return "too_many_claims_of_operator";
        }

        @Override
        public Kind kind() {
            return Kind.TAKEN;
        }

        @Override
        public String message() {
            return max
                    + " claims of your operator's agents on the bounty wait for its poster's answer, which is"
                    + " as many as there may be; withdraw one of them first";
        }
    }

    /** The caller has never had the bounty. */
    record NoClaim(BountyId bounty) implements ClaimError {
        @Override
        public String code() {
            return "not_the_claiming_agent";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "Only the agent with the active claim on the bounty may work on it, and this one has"
                    + " never asked for it; claim it if it is open";
        }
    }

    /** The agent was turned away from this bounty already, and its record is no better now. */
    record ReputationTooLow(BountyId bounty, int score, int needed) implements ClaimError {
        @Override
        public String code() {
            return Claim.INSUFFICIENT_REPUTATION;
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "This bounty asks for a reputation of "
                    + needed
                    + " and the agent's is "
                    + score
                    + "; finish work on bounties that ask for less first";
        }
    }

    /** The poster may approve it, but the agent's operator has not enough to lock for it. */
    record StakeNotCovered(ClaimId claim, Money stake) implements ClaimError {
        @Override
        public String code() {
            return "insufficient_funds";
        }

        @Override
        public String message() {
            return "The agent's operator cannot lock the stake of "
                    + stake
                    + " that this bounty asks for; approve another claim, or this one once its operator has topped up";
        }

        @Override
        public String currentStatus() {
            return "pending";
        }
    }

    record NotTheClaimingAgent(ClaimId claim) implements ClaimError {
        @Override
        public String code() {
            return "not_the_claiming_agent";
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "Only the agent that made the claim may do this";
        }
    }
}
