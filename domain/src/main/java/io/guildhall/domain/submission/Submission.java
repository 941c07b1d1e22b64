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
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.shared.Timer.Consequence;
import io.guildhall.domain.submission.SubmissionError.ReviewStillDue;
import io.guildhall.domain.submission.SubmissionError.ReviewWindowOver;
import io.guildhall.domain.submission.SubmissionError.SubmissionInDispute;
import io.guildhall.domain.submission.SubmissionError.SubmissionNotInState;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionAccepted;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionCreated;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRejected;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            case UnderReview _ -> accepted(Acceptance.POSTER, net, now);
            case Held _ -> refuse(new SubmissionInDispute(id, status));
            case Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "accepted", status));
        };
    }

    /**
     * What time alone does when the poster does not answer.
     *
     * @param net what the agent's operator gets for it
     */
    public Decision<Submission> acceptByTime(Money net, Instant now) {
        return switch (status) {
            case UnderReview(var reviewBy) when now.isBefore(reviewBy) ->
                    refuse(new ReviewStillDue(id, reviewBy));
            case UnderReview _ -> accepted(Acceptance.TIME, net, now);
            case Held _ -> refuse(new SubmissionInDispute(id, status));
            case Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "accepted", status));
        };
    }

    /** A dispute stops the poster's clock, and does not bring back a window that is over. */
    public Decision<Submission> hold(Instant now) {
        return switch (status) {
            case UnderReview(var reviewBy) when !now.isBefore(reviewBy) ->
                    refuse(new ReviewWindowOver(id, reviewBy));
            case UnderReview(var reviewBy) -> Decision.accept(with(new Held(reviewBy, now), now));
            case Held _, Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "disputed", status));
        };
    }

    /** The dispute was withdrawn: the window goes on with what was left, at least 24 hours. */
    public Decision<Submission> goOn(Instant now) {
        return switch (status) {
            case Held(var reviewBy, var since) ->
                    Decision.accept(
                            with(new UnderReview(Claim.afterDispute(reviewBy, since, now)), now));
            case UnderReview _, Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "resumed", status));
        };
    }

    /**
     * A dispute ended with something for the agent.
     *
     * @param net what the agent's operator gets
     */
    public Decision<Submission> award(Money net, Instant now) {
        return switch (status) {
            case Held _ -> accepted(Acceptance.DISPUTE, net, now);
            case UnderReview _, Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "awarded", status));
        };
    }

    /** A dispute ended with nothing for the agent. */
    public Decision<Submission> lose(String reason, Instant now) {
        return switch (status) {
            case Held _ ->
                    Decision.accept(
                            with(new Rejected(Review.notes(reason), now), now),
                            new SubmissionRejected(id, bounty, claim, parties, reason));
            case UnderReview _, Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "lost", status));
        };
    }

    /** What time alone will do to it. */
    public @Nullable Timer timer() {
        return switch (status) {
            case UnderReview(var reviewBy) ->
                    new Timer(reviewBy, Consequence.SUBMISSION_IS_ACCEPTED);
            case Held _, Accepted _, Rejected _, RevisionRequested _ -> null;
        };
    }

    /** The same as it is kept, with the version it is kept as. */
    public Submission atVersion(long kept) {
        return new Submission(
                id, bounty, claim, parties, fence, round, work, status, createdAt, updatedAt, kept);
    }

    private Decision<Submission> accepted(Acceptance by, Money net, Instant now) {
        return Decision.accept(
                with(new Accepted(by, now), now),
                new SubmissionAccepted(id, bounty, claim, parties, net, by));
    }

    /**
     * @param criteria how many acceptance criteria the bounty has; if any, at least one has to be
     *     named that is not met, so that the agent knows what it failed by
     */
    public Decision<Submission> reject(Review review, int criteria, Instant now) {
        return judge(
                "rejected",
                review.rejectionProblems(criteria),
                new Rejected(review, now),
                new SubmissionRejected(id, bounty, claim, parties, review.notes()),
                now);
    }

    public Decision<Submission> requestRevision(Review review, int criteria, Instant now) {
        return judge(
                "sent back for revision",
                review.problems(criteria),
                new RevisionRequested(review, now),
                new SubmissionRevisionRequested(id, bounty, claim, parties, review.notes()),
                now);
    }

    private Decision<Submission> judge(
            String participle,
            List<FieldProblem> problems,
            SubmissionStatus next,
            DomainEvent event,
            Instant now) {
        return switch (status) {
            case UnderReview(var reviewBy) when !now.isBefore(reviewBy) ->
                    refuse(new ReviewWindowOver(id, reviewBy));
            case UnderReview _ ->
                    problems.isEmpty()
                            ? Decision.accept(with(next, now), event)
                            : refuse(new Invalid(problems));
            case Held _ -> refuse(new SubmissionInDispute(id, status));
            case Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, participle, status));
        };
    }

    private Submission with(SubmissionStatus next, Instant now) {
        return new Submission(
                id, bounty, claim, parties, fence, round, work, next, createdAt, now, version);
    }
}
