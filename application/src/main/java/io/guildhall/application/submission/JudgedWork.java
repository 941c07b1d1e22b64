package io.guildhall.application.submission;

import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.quality.BuiltInScorer;
import io.guildhall.domain.quality.GateCase;
import io.guildhall.domain.quality.GateCase.Earlier;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.GateFailed;
import io.guildhall.domain.submission.SubmissionStatus.GateFailedFinal;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.List;

/**
 * What a verdict of the gate brings with it, whoever gave it: work that passes lies with its
 * poster, work that fails goes back to its agent, and the second time it is the end of the claim
 * unless the agent disputes it.
 */
public final class JudgedWork {

    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;
    private final BuiltInScorer scorer;

    public JudgedWork(
            Bounties bounties, Claims claims, Submissions submissions, BuiltInScorer scorer) {
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
        this.scorer = scorer;
    }

    /** What a judge has to know of it. */
    GateCase caseOf(Bounty bounty, Submission submission) {
        List<Earlier> earlier =
                submissions.before(submission, GateCase.EARLIER_MAX).stream()
                        .map(found ->
                                new Earlier(
                                        found.work(),
                                        found.parties()
                                                .agent()
                                                .equals(submission.parties().agent())))
                        .toList();
        return new GateCase(bounty.terms(), submission.work(), earlier);
    }

    /**
     * Judges by the built-in scorer, which needs nobody.
     *
     * @param bounty in review
     * @param events where what happened is added
     */
    public Submission judge(
            Bounty bounty, Submission submission, Instant now, List<DomainEvent> events) {
        return settle(bounty, submission, scorer.judge(caseOf(bounty, submission)), now, events);
    }

    /**
     * @param bounty in review
     * @param events where what happened is added
     */
    Submission settle(
            Bounty bounty,
            Submission submission,
            GateVerdict verdict,
            Instant now,
            List<DomainEvent> events) {
        var judged = submission.pass(verdict, bounty.terms().reviewWindow(), now).orThrow();
        Claim claim = claims.find(submission.claim()).orElseThrow();
        switch (judged.state().status()) {
            case GateFailed(var resubmitBy, var _) -> {
                claims.save(claim.retry(resubmitBy, now).orThrow().state());
                bounties.save(bounty.sendBack(now).orThrow().state());
            }
            // The bounty stays in review until the agent has disputed it or the claim ends.
            case GateFailedFinal _ -> claims.save(claim.spend(now).orThrow().state());
            case UnderReview _ -> {
                // It is the poster's turn, and both clocks are as they should be.
            }
            case Received _, Held _, Accepted _, Rejected _, RevisionRequested _ ->
                    throw new IllegalStateException(
                            "The gate left " + submission.id() + " " + judged.state().status());
        }
        events.addAll(judged.events());
        return submissions.save(judged.state());
    }

    /**
     * What failed was not handed in again in time.
     *
     * @param bounty claimed, by a claim that waited for it
     * @param events where what happened is added
     */
    public void giveUp(Bounty bounty, Claim claim, Instant now, List<DomainEvent> events) {
        Submission last = submissions.ofClaim(claim.id()).getLast();
        var failed = last.failForGood(now).orThrow();
        claims.save(claim.spend(now).orThrow().state());
        bounties.save(bounty.receive(claim.id(), last.id(), now).orThrow().state());
        submissions.save(failed.state());
        events.addAll(failed.events());
    }
}
