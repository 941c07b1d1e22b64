package io.guildhall.application.submission;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionError.NotVerified;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The poster takes the work, which is paid in the same unit of work. */
public final class AcceptSubmission {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Submissions submissions;
    private final VerifiedWork verified;
    private final TakenWork takenWork;

    public AcceptSubmission(
            UseCaseContext context,
            Bounties bounties,
            Submissions submissions,
            VerifiedWork verified,
            TakenWork takenWork) {
        this.context = context;
        this.bounties = bounties;
        this.submissions = submissions;
        this.verified = verified;
        this.takenWork = takenWork;
    }

    public record Command(Caller caller, SubmissionId submission) {}

    public Submission handle(Command command) {
        return context.transactions().run(() -> accept(command, context.clock().instant()));
    }

    private Submission accept(Command command, Instant now) {
        Submission seen =
                SeenSubmission.byPoster(command.caller(), submissions.find(command.submission()));
        Bounty bounty = bounties.lock(seen.bounty()).orElseThrow();
        Submission submission = submissions.find(seen.id()).orElseThrow();
        mustBeVerified(bounty, submission);
        List<DomainEvent> events = new ArrayList<>();
        Submission accepted = takenWork.take(bounty, submission, Submission::accept, now, events);
        context.outbox().publish(events, now);
        return accepted;
    }

    /** Where the terms ask for more than the poster's word, that comes first. */
    private void mustBeVerified(Bounty bounty, Submission submission) {
        boolean isUnderReview = submission.status() instanceof UnderReview;
        if (!isUnderReview || verified.isUpToPoster(bounty, submission)) {
            return;
        }
        throw new RefusedException(
                new NotVerified(submission.id(), verified.missingFor(bounty, submission)));
    }
}
