package io.guildhall.application.submission;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.Submissions;

/** The poster asks for changes to the work. */
public final class RequestRevision {

    private final SubmissionReturn giveBack;

    public RequestRevision(
            UseCaseContext context, Bounties bounties, Claims claims, Submissions submissions) {
        this.giveBack = new SubmissionReturn(context, bounties, claims, submissions);
    }

    public record Command(Caller caller, SubmissionId submission, Review review) {}

    public Submission handle(Command command) {
        return giveBack.byPoster(
                command.caller(),
                command.submission(),
                (submission, criteria, now) ->
                        submission.requestRevision(command.review(), criteria, now));
    }
}
