package io.guildhall.application.submission;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.bounty.BountyError.NotThePoster;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submission;
import java.util.Optional;

/** Who may see a submission, and who may judge it. */
final class SeenSubmission {

    private SeenSubmission() {}

    static Submission by(Caller caller, Optional<Submission> found) {
        return Visible.orNotFound(
                found, submission -> submission.parties().includes(caller), "submission");
    }

    static Submission byPoster(Caller caller, Optional<Submission> found) {
        caller.asOperator();
        Submission submission = by(caller, found);
        if (!submission.parties().isPoster(caller)) {
            throw new RefusedException(new NotThePoster(submission.bounty()));
        }
        return submission;
    }
}
