package io.guildhall.application.submission;

import io.guildhall.application.directory.RateAgent;
import io.guildhall.application.ledger.Escrow;
import io.guildhall.application.shared.UseCaseContext;
import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.ledger.Transfer;
import io.guildhall.domain.quality.QualityGate;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.Submissions;
import io.guildhall.domain.submission.Work;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in work under a claim, whoever brings it: the agent itself, or its pull request. */
public final class ReceivedWork {

    private final UseCaseContext context;
    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final RateAgent rateAgent;
    private final Escrow escrow;
    private final JudgedWork judgedWork;
    private final QualityGate gate;

    public ReceivedWork(
            UseCaseContext context,
            Bounties bounties,
            Claims claims,
            Submissions submissions,
            RateAgent rateAgent,
            Escrow escrow,
            JudgedWork judgedWork,
            QualityGate gate) {
        this.context = context;
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.rateAgent = rateAgent;
        this.escrow = escrow;
        this.judgedWork = judgedWork;
        this.gate = gate;
    }

    /**
     * @param bounty kept from others by this unit of work
     * @param fence of the claim the agent believes to have; null means this one
     * @param events where what happened is added
     */
    public Submission receive(
            Bounty bounty,
            Claim claim,
            @Nullable Long fence,
            Work work,
            Instant now,
            List<DomainEvent> events) {
        var counted = claim.submit(fence, now).orThrow();
        var received =
                Submission.receive(
                                new SubmissionId(context.ids().next()),
                                bounty,
                                counted.state(),
                                claim.isRetrying(),
                                work,
                                now)
                        .orThrow();
        Submission submission = received.state();
        var inReview = bounty.receive(claim.id(), submission.id(), now).orThrow();
        Bounty savedBounty = bounties.save(inReview.state());
        claims.save(counted.state());
        submissions.add(submission);
        returnStake(claim, now);
        context.orders().submit(savedBounty, submission, now);
        events.addAll(received.events());
        return submission.status() instanceof Received && !gate.isOffered()
                ? judgedWork.judge(savedBounty, submission, now, events)
                : submission;
    }

    /** What is merged already is taken in the same unit of work, which rates its agent then. */
    private void returnStake(Claim claim, Instant now) {
        List<Transfer> stake = escrow.stakeReturn(claim, now);
        if (!stake.isEmpty()) {
            rateAgent.keepCard(claim.parties().agent());
            escrow.post(stake);
        }
    }
}
