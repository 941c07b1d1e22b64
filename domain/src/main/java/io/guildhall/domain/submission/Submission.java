package io.guildhall.domain.submission;

import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.submission.SubmissionError.ReviewWindowOver;
import io.guildhall.domain.submission.SubmissionError.SubmissionNotInState;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionAccepted;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionCreated;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRejected;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import java.time.Instant;

/**
 * Work handed in once under a claim. It is judged once, and only inside the review window; after
 * that the poster can still accept, but no longer refuse.
 *
 * @param round 1 for the claim's first submission
 */
public record Submission(
        SubmissionId id,
        BountyId bounty,
        ClaimId claim,
        Parties parties,
        long fence,
        int round,
        Work work,
        SubmissionStatus status,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /**
     * @param counted the claim, with this submission already counted
     */
    public static Decision<Submission> receive(
            SubmissionId id, Bounty bounty, Claim counted, Work work, Instant now) {
        var problems = work.problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        Instant reviewBy = now.plus(bounty.terms().reviewWindow());
        return Decision.accept(
                new Submission(
                        id,
                        bounty.id(),
                        counted.id(),
                        counted.parties(),
                        counted.fence(),
                        counted.submissions(),
                        work,
                        new UnderReview(reviewBy),
                        now,
                        now,
                        0),
                new SubmissionCreated(id, bounty.id(), counted.id(), counted.parties(), reviewBy));
    }

    /**
     * @param net what the agent's operator gets for it
     */
    public Decision<Submission> accept(Money net, Instant now) {
        return switch (status) {
            case UnderReview _ ->
                    Decision.accept(
                            with(new Accepted(now), now),
                            new SubmissionAccepted(id, bounty, claim, parties, net));
            case Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "accepted", status));
        };
    }

    public Decision<Submission> reject(Review review, int criteria, Instant now) {
        return judge(
                "rejected",
                review,
                criteria,
                new Rejected(review, now),
                new SubmissionRejected(id, bounty, claim, parties, review.notes()),
                now);
    }

    public Decision<Submission> requestRevision(Review review, int criteria, Instant now) {
        return judge(
                "sent back for revision",
                review,
                criteria,
                new RevisionRequested(review, now),
                new SubmissionRevisionRequested(id, bounty, claim, parties, review.notes()),
                now);
    }

    private Decision<Submission> judge(
            String participle,
            Review review,
            int criteria,
            SubmissionStatus next,
            DomainEvent event,
            Instant now) {
        return switch (status) {
            case UnderReview(var reviewBy) when !now.isBefore(reviewBy) ->
                    refuse(new ReviewWindowOver(id, reviewBy));
            case UnderReview _ -> {
                var problems = review.problems(criteria);
                yield problems.isEmpty()
                        ? Decision.accept(with(next, now), event)
                        : refuse(new Invalid(problems));
            }
            case Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, participle, status));
        };
    }

    private Submission with(SubmissionStatus next, Instant now) {
        return new Submission(
                id, bounty, claim, parties, fence, round, work, next, createdAt, now, version);
    }
}
