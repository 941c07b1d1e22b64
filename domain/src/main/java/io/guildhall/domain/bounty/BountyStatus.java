package io.guildhall.domain.bounty;

import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a bounty stands in its life; PAID, CANCELLED and EXPIRED end it. */
public sealed interface BountyStatus {

    /** Posted, but its reward is not in escrow yet. */
    record AwaitingFunding(Instant fundBy) implements BountyStatus {}

    record Open() implements BountyStatus {}

    /** One agent has it and works. */
    record Claimed(ClaimId claim) implements BountyStatus, UnderWork {}

    /** Work lies with the poster; or the last round was refused and the claim is about to end. */
    record InReview(ClaimId claim, SubmissionId submission) implements BountyStatus, UnderWork {}

    /** The work is accepted, the money not yet with the payee. */
    record Completed(ClaimId claim, @Nullable SubmissionId submission, Instant at)
            implements BountyStatus {}

    /**
     * @param submission what was paid for; null when a dispute about the bounty itself ended so
     */
    record Paid(ClaimId claim, @Nullable SubmissionId submission, Instant at)
            implements BountyStatus {}

    /**
     * The two sides disagree; every clock stands still.
     *
     * @param interrupted where it goes on if the dispute is withdrawn
     */
    record Disputed(DisputeId dispute, UnderWork interrupted, Instant since)
            implements BountyStatus {}

    record Cancelled(String reason, Instant at) implements BountyStatus {}

    record Expired(Instant at) implements BountyStatus {}

    default String word() {
        return switch (this) {
            case AwaitingFunding _ -> "awaiting_funding";
            case Open _ -> "open";
            case Claimed _ -> "claimed";
            case InReview _ -> "in_review";
            case Completed _ -> "completed";
            case Paid _ -> "paid";
            case Disputed _ -> "disputed";
            case Cancelled _ -> "cancelled";
            case Expired _ -> "expired";
        };
    }

    default boolean isTerminal() {
        return switch (this) {
            case Paid _, Cancelled _, Expired _ -> true;
            case AwaitingFunding _, Open _, Claimed _, InReview _, Completed _, Disputed _ -> false;
        };
    }

    /** Whether the reward lies in the bounty's escrow now. */
    default boolean holdsEscrow() {
        return switch (this) {
            case Open _, Claimed _, InReview _, Completed _, Disputed _ -> true;
            case AwaitingFunding _, Paid _, Cancelled _, Expired _ -> false;
        };
    }
}
