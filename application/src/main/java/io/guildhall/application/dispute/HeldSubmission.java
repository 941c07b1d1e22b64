package io.guildhall.application.dispute;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.Submissions;
import org.jspecify.annotations.Nullable;

/** The work whose review a dispute has interrupted. */
final class HeldSubmission {

    private HeldSubmission() {}

    /** Null when nothing lay with the poster. */
    static @Nullable Submission of(Bounty bounty, Submissions submissions) {
        if (!(bounty.status() instanceof Disputed(var _, var interrupted, var _))) {
            return null;
        }
        SubmissionId latest = interrupted.underReview();
        return latest == null
                ? null
                : submissions
                        .find(latest)
                        .filter(found -> found.status() instanceof Held)
                        .orElse(null);
    }
}
