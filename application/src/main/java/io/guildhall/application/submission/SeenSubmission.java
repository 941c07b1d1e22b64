package io.guildhall.application.submission;

import io.guildhall.application.shared.Visible;
import io.guildhall.domain.bounty.BountyError.NotThePoster;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submission;
import java.util.Optional;

/** Who may judge a submission; to whoever has nothing to do with it, it is not there. */
final class SeenSubmission {

    private SeenSubmission() {}

    static Submission byPoster(Caller caller, Optional<Submission> found) {
        caller.asOperator();
        Submission submission =
                Visible.orNotFound(
                        found, handed -> handed.parties().includes(caller), "submission");
        if (!submission.parties().isPoster(caller)) {
            throw new RefusedException(new NotThePoster(submission.bounty()));
        }
        return submission;
    }
}
