package io.guildhall.application.submission;

import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What rejection and revision have in common: the poster does not take the work, and the agent's
 * clock runs again.
 */
public final class SubmissionReturn {

    /** How the submission is judged, given the number of the bounty's acceptance criteria. */
    public interface Judgement {
        Decision<Submission> on(Submission submission, int criteria, Instant now);
    }

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;

    public SubmissionReturn(
            UseCaseContext context, Bounties bounties, Claims claims, Submissions submissions) {
        this.context = context;
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
    }

    Submission byPoster(Caller caller, SubmissionId id, Judgement judgement) {
        return context.transactions()
                .run(() -> giveBack(caller, id, judgement, context.clock().instant()));
    }

    private Submission giveBack(Caller caller, SubmissionId id, Judgement judgement, Instant now) {
        Submission seen = SeenSubmission.byPoster(caller, submissions.find(id));
        Bounty bounty = bounties.lock(seen.bounty()).orElseThrow();
        List<DomainEvent> events = new ArrayList<>();
        Submission returned =
                giveBack(bounty, submissions.find(id).orElseThrow(), judgement, now, events);
        context.outbox().publish(events, now);
        return returned;
    }

    /**
     * @param bounty kept from others by this unit of work
     * @param events where what happened is added
     */
    public Submission giveBack(
            Bounty bounty,
            Submission submission,
            Judgement judgement,
            Instant now,
            List<DomainEvent> events) {
        Claim claim = claims.find(submission.claim()).orElseThrow();
        var judged =
                judgement.on(submission, bounty.terms().acceptanceCriteria().size(), now).orThrow();
        var resumed = claim.resume(now).orThrow();
        // After the last submission nothing more can come in: the bounty stays IN_REVIEW until the
        // claim ends.
        if (!isSpent(resumed.state())) {
            bounties.save(bounty.sendBack(now).orThrow().state());
        }
        claims.save(resumed.state());
        Submission saved = submissions.save(judged.state());
        context.orders().sendBack(bounty, saved, now);
        events.addAll(judged.events());
        return saved;
    }

    private static boolean isSpent(Claim claim) {
        return claim.status() instanceof Active(var _, Spent _);
    }
}
