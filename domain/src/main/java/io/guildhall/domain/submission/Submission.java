package io.guildhall.domain.submission;

import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.chain.Digest;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.claim.Parties;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.quality.GateVerdict;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainEvent;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Invalid;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.shared.Timer.Consequence;
import io.guildhall.domain.submission.SubmissionError.BeingJudged;
import io.guildhall.domain.submission.SubmissionError.ResubmissionStillDue;
import io.guildhall.domain.submission.SubmissionError.ReviewStillDue;
import io.guildhall.domain.submission.SubmissionError.ReviewWindowOver;
import io.guildhall.domain.submission.SubmissionError.SubmissionInDispute;
import io.guildhall.domain.submission.SubmissionError.SubmissionNotInState;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionAccepted;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionCreated;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionGateFailed;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRejected;
import io.guildhall.domain.submission.SubmissionEvent.SubmissionRevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import io.guildhall.domain.submission.SubmissionStatus.GateFailed;
import io.guildhall.domain.submission.SubmissionStatus.GateFailedFinal;
import io.guildhall.domain.submission.SubmissionStatus.Held;
import io.guildhall.domain.submission.SubmissionStatus.Received;
import io.guildhall.domain.submission.SubmissionStatus.Rejected;
import io.guildhall.domain.submission.SubmissionStatus.RevisionRequested;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work handed in once under a claim. Where the bounty's quality gate stands before the poster, that
 * judges first. The poster judges once, and only inside the review window; after that it can still
 * accept, but no longer refuse.
 *
 * @param round 1 for the claim's first submission
 * @param resubmission whether it is the second try of one that failed the gate
 * @param verdict what the gate said; null where it was not asked or has not answered
 */
public record Submission(
        SubmissionId id,
        BountyId bounty,
        ClaimId claim,
        Parties parties,
        long fence,
        int round,
        boolean resubmission,
        Work work,
        SubmissionStatus status,
        @Nullable GateVerdict verdict,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** How long the gate has before the built-in scorer decides. */
    public static final Duration JUDGING_WINDOW = Duration.ofSeconds(60);

    /**
     * How long one judge is waited for; shorter than the gate's time, so that another can follow.
     */
    public static final Duration JUDGE_LEASE = Duration.ofSeconds(25);

    /** How long what failed the gate can be handed in once more. */
    public static final Duration RESUBMISSION_WINDOW = Duration.ofHours(6);

    /**
     * @param counted the claim, with this submission already counted
     * @param resubmission whether it is the second try of one that failed the gate
     */
    public static Decision<Submission> receive(
            SubmissionId id,
            Bounty bounty,
            Claim counted,
            boolean resubmission,
            Work work,
            Instant now) {
        var problems = work.problems();
        if (!problems.isEmpty()) {
            return refuse(new Invalid(problems));
        }
        Submission received =
                new Submission(
                        id,
                        bounty.id(),
                        counted.id(),
                        counted.parties(),
                        counted.fence(),
                        counted.submissions(),
                        resubmission,
                        work,
                        new Received(now.plus(JUDGING_WINDOW), null),
                        null,
                        now,
                        now,
                        0);
        return bounty.terms().qualityGate()
                ? Decision.accept(received)
                : received.presented(null, bounty.terms().reviewWindow(), now);
    }

    /** Reserves it for one judge, who is waited for a while and then no longer. */
    public Decision<Submission> takeToJudge(Instant now) {
        return switch (status) {
            case Received(var judgeBy, var takenUntil)
                    when takenUntil != null && now.isBefore(takenUntil) ->
                    refuse(new BeingJudged(id, judgeBy));
            case Received(var judgeBy, var _) ->
                    Decision.accept(with(new Received(judgeBy, now.plus(JUDGE_LEASE)), now));
            case GateFailed _,
                    GateFailedFinal _,
                    UnderReview _,
                    Held _,
                    Accepted _,
                    Rejected _,
                    RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "judged by the gate", status));
        };
    }

    /**
     * The gate has spoken: it goes on to the poster, or back to its agent, who has one more try.
     *
     * @param reviewWindow how long the poster has to answer
     */
    public Decision<Submission> pass(GateVerdict said, Duration reviewWindow, Instant now) {
        return switch (status) {
            case Received _ ->
                    switch (said.outcome()) {
                        case PASS, WARN -> presented(said, reviewWindow, now);
                        case FAIL -> sentBack(said, now);
                    };
            case GateFailed _,
                    GateFailedFinal _,
                    UnderReview _,
                    Held _,
                    Accepted _,
                    Rejected _,
                    RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "judged by the gate", status));
        };
    }

    /** What time alone does when what failed the gate is not handed in again. */
    public Decision<Submission> failForGood(Instant now) {
        return switch (status) {
            case GateFailed(var resubmitBy, var _) when !now.isAfter(resubmitBy) ->
                    refuse(new ResubmissionStillDue(id, resubmitBy));
            case GateFailed _ -> {
                GateVerdict said = Objects.requireNonNull(verdict);
                yield Decision.accept(with(new GateFailedFinal(now), now), gateFailed(said, null));
            }
            case Received _,
                    GateFailedFinal _,
                    UnderReview _,
                    Held _,
                    Accepted _,
                    Rejected _,
                    RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "given up", status));
        };
    }

    /**
     * @param net what the agent's operator gets for it
     */
    public Decision<Submission> accept(Money net, Instant now) {
        return accept(Acceptance.POSTER, net, now);
    }

    private Decision<Submission> accept(Acceptance by, Money net, Instant now) {
        return switch (status) {
            case UnderReview _ -> accepted(by, net, now);
            case Received(var judgeBy, var _) -> refuse(new BeingJudged(id, judgeBy));
            case Held _ -> refuse(new SubmissionInDispute(id, status));
            case GateFailed _, GateFailedFinal _, Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "accepted", status));
        };
    }

    /**
     * What the bounty's terms asked for has come about: the poster said beforehand that this is
     * enough.
     *
     * @param net what the agent's operator gets for it
     */
    public Decision<Submission> acceptByPolicy(Money net, Instant now) {
        return accept(Acceptance.POLICY, net, now);
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
            case Received(var judgeBy, var _) -> refuse(new BeingJudged(id, judgeBy));
            case Held _ -> refuse(new SubmissionInDispute(id, status));
            case GateFailed _, GateFailedFinal _, Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "accepted", status));
        };
    }

    /** A dispute stops the poster's clock, and does not bring back a window that is over. */
    public Decision<Submission> hold(Instant now) {
        return switch (status) {
            case UnderReview(var reviewBy) when !now.isBefore(reviewBy) ->
                    refuse(new ReviewWindowOver(id, reviewBy));
            case UnderReview(var reviewBy) -> Decision.accept(with(new Held(reviewBy, now), now));
            case Received(var judgeBy, var _) -> refuse(new BeingJudged(id, judgeBy));
            case GateFailed _,
                    GateFailedFinal _,
                    Held _,
                    Accepted _,
                    Rejected _,
                    RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "disputed", status));
        };
    }

    /** The dispute was withdrawn: the window goes on with what was left, at least 24 hours. */
    public Decision<Submission> goOn(Instant now) {
        return switch (status) {
            case Held(var reviewBy, var since) ->
                    Decision.accept(
                            with(new UnderReview(Claim.afterDispute(reviewBy, since, now)), now));
            case Received _,
                    GateFailed _,
                    GateFailedFinal _,
                    UnderReview _,
                    Accepted _,
                    Rejected _,
                    RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "resumed", status));
        };
    }

    /** A contract keeps the window and has said when it ends, or would end without a dispute. */
    public Decision<Submission> reviewUntil(Instant reviewBy, Instant now) {
        return switch (status) {
            case UnderReview _ -> Decision.accept(with(new UnderReview(reviewBy), now));
            case Held(var _, var since) -> Decision.accept(with(new Held(reviewBy, since), now));
            case Received _,
                    GateFailed _,
                    GateFailedFinal _,
                    Accepted _,
                    Rejected _,
                    RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "reviewed any longer", status));
        };
    }

    /**
     * At the contract its agent's wallet handed in something else in its place: that is what the
     * contract is spoken to of from now on, whatever has become of it here.
     */
    public Decision<Submission> knowAs(Digest digest, Instant now) {
        return switch (status) {
            case UnderReview(var reviewBy) ->
                    Decision.accept(
                            withWork(work.knownAs(digest), now),
                            new SubmissionCreated(id, bounty, claim, parties, reviewBy));
            case Held _, Accepted _, Rejected _, RevisionRequested _ ->
                    Decision.accept(withWork(work.knownAs(digest), now));
            case Received _, GateFailed _, GateFailedFinal _ ->
                    refuse(new SubmissionNotInState(id, "known otherwise", status));
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
            case Received _,
                    GateFailed _,
                    GateFailedFinal _,
                    UnderReview _,
                    Accepted _,
                    Rejected _,
                    RevisionRequested _ ->
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
            case Received _,
                    GateFailed _,
                    GateFailedFinal _,
                    UnderReview _,
                    Accepted _,
                    Rejected _,
                    RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "lost", status));
        };
    }

    /** Its claim was taken back: nobody will answer it any more. */
    public Decision<Submission> takeBack(String reason, Instant now) {
        return switch (status) {
            case UnderReview _, Held _ ->
                    Decision.accept(
                            with(new Rejected(Review.notes(reason), now), now),
                            new SubmissionRejected(id, bounty, claim, parties, reason));
            case Received _,
                    GateFailed _,
                    GateFailedFinal _,
                    Accepted _,
                    Rejected _,
                    RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, "taken back", status));
        };
    }

    /** What time alone will do to it; what failed the gate waits under its claim's lease. */
    public @Nullable Timer timer() {
        return switch (status) {
            case UnderReview(var reviewBy) ->
                    new Timer(reviewBy, Consequence.SUBMISSION_IS_ACCEPTED);
            case Received(var judgeBy, var _) ->
                    new Timer(judgeBy, Consequence.SUBMISSION_IS_JUDGED);
            case GateFailed _,
                    GateFailedFinal _,
                    Held _,
                    Accepted _,
                    Rejected _,
                    RevisionRequested _ ->
                    null;
        };
    }

    /** What its poster said when it did not take it; null where it said nothing. */
    public @Nullable Review review() {
        return switch (status) {
            case Rejected(var review, var _) -> review;
            case RevisionRequested(var review, var _) -> review;
            case Received _, GateFailed _, GateFailedFinal _, UnderReview _, Held _, Accepted _ ->
                    null;
        };
    }

    /** The same as it is kept, with the version it is kept as. */
    public Submission atVersion(long kept) {
        return new Submission(
                id,
                bounty,
                claim,
                parties,
                fence,
                round,
                resubmission,
                work,
                status,
                verdict,
                createdAt,
                updatedAt,
                kept);
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
            case Received(var judgeBy, var _) -> refuse(new BeingJudged(id, judgeBy));
            case Held _ -> refuse(new SubmissionInDispute(id, status));
            case GateFailed _, GateFailedFinal _, Accepted _, Rejected _, RevisionRequested _ ->
                    refuse(new SubmissionNotInState(id, participle, status));
        };
    }

    private Decision<Submission> presented(
            @Nullable GateVerdict said, Duration reviewWindow, Instant now) {
        Instant reviewBy = now.plus(reviewWindow);
        return Decision.accept(
                with(new UnderReview(reviewBy), said, now),
                new SubmissionCreated(id, bounty, claim, parties, reviewBy));
    }

    private Decision<Submission> sentBack(GateVerdict said, Instant now) {
        if (resubmission) {
            return Decision.accept(
                    with(new GateFailedFinal(now), said, now), gateFailed(said, null));
        }
        // As it will be read again: no store of ours keeps more.
        Instant resubmitBy = now.plus(RESUBMISSION_WINDOW).truncatedTo(ChronoUnit.MICROS);
        return Decision.accept(
                with(new GateFailed(resubmitBy, now), said, now), gateFailed(said, resubmitBy));
    }

    private SubmissionGateFailed gateFailed(GateVerdict said, @Nullable Instant resubmitBy) {
        return new SubmissionGateFailed(
                id, bounty, claim, parties, said.score(), said.reasons(), resubmitBy);
    }

    private Submission withWork(Work other, Instant now) {
        return new Submission(
                id,
                bounty,
                claim,
                parties,
                fence,
                round,
                resubmission,
                other,
                status,
                verdict,
                createdAt,
                now,
                version);
    }

    private Submission with(SubmissionStatus next, Instant now) {
        return with(next, verdict, now);
    }

    private Submission with(SubmissionStatus next, @Nullable GateVerdict said, Instant now) {
        return new Submission(
                id,
                bounty,
                claim,
                parties,
                fence,
                round,
                resubmission,
                work,
                next,
                said,
                createdAt,
                now,
                version);
    }
}
