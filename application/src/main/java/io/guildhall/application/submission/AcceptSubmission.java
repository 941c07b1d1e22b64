package io.guildhall.application.submission;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The poster takes the work, which is paid in the same unit of work. */
public final class AcceptSubmission {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Submissions submissions;
    private final AcceptedWork acceptedWork;

    public AcceptSubmission(
            UseCaseContext context,
            Bounties bounties,
            Submissions submissions,
            AcceptedWork acceptedWork) {
        this.context = context;
        this.bounties = bounties;
        this.submissions = submissions;
        this.acceptedWork = acceptedWork;
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
        List<DomainEvent> events = new ArrayList<>();
        Submission accepted = accept(bounty, submission, now, events);
        context.outbox().publish(events, now);
        return accepted;
    }

    private Submission accept(
            Bounty bounty, Submission submission, Instant now, List<DomainEvent> events) {
        if (!bounty.terms().isOnChain()) {
            return acceptedWork.pay(
                    bounty, submission, Submission::accept, Outcome.ACCEPTED, now, events);
        }
        Submission accepted =
                acceptedWork.take(bounty, submission, Submission::accept, now, events);
        context.orders().accept(bounty, accepted, now);
        return accepted;
    }
}
