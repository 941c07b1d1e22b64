package io.guildhall.domain.bounty;

import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.submission.SubmissionId;
import org.jspecify.annotations.Nullable;

/** The states a dispute can interrupt: an agent has the bounty, and it is not accepted yet. */
public sealed interface UnderWork permits Claimed, InReview {

    ClaimId claim();

    /** The submission that lies with the poster, if one does. */
    default @Nullable SubmissionId underReview() {
        return switch (this) {
            case Claimed _ -> null;
            case InReview(var _, var submission) -> submission;
        };
    }

    default BountyStatus status() {
        return switch (this) {
            case Claimed claimed -> claimed;
            case InReview inReview -> inReview;
        };
    }
}
