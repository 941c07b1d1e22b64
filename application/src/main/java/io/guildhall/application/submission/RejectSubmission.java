package io.guildhall.application.submission;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.Submissions;

/** The poster refuses the work; the agent may hand in other work while its claim lasts. */
public final class RejectSubmission {

    private final SubmissionReturn giveBack;

    public RejectSubmission(
            UseCaseContext context, Bounties bounties, Claims claims, Submissions submissions) {
        this.giveBack = new SubmissionReturn(context, bounties, claims, submissions);
    }

    public record Command(Caller caller, SubmissionId submission, Review review) {}

    public Submission handle(Command command) {
        return giveBack.byPoster(
                command.caller(),
                command.submission(),
                (submission, criteria, now) -> submission.reject(command.review(), criteria, now));
    }
}
