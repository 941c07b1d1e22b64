package io.guildhall.application.dispute;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

import io.guildhall.application.timer.AsOfNow;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyError.BountyNotInState;
import io.guildhall.domain.bounty.UnderWork;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeError.AlreadyDisputed;
import io.guildhall.domain.dispute.DisputeError.NotAParty;
import io.guildhall.domain.dispute.DisputeError.NotTheActiveWork;
import io.guildhall.domain.dispute.Disputes;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.NotFound;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether somebody could open a dispute now, for the one who does and for those who look. */
public final class Grounds {

    private final Claims claims;
    private final Submissions submissions;
    private final Disputes disputes;

    public Grounds(Claims claims, Submissions submissions, Disputes disputes) {
        this.claims = claims;
        this.submissions = submissions;
        this.disputes = disputes;
    }

    /**
     * What a dispute will interrupt.
     *
     * @param claim with its clock stopped
     * @param held the submission under review with its clock stopped; null when none is
     */
    record Ground(Side side, Claim claim, @Nullable Submission held) {}

    /**
     * @param about the submission, or null for the bounty itself
     */
    public boolean existFor(
            Caller caller, Bounty bounty, @Nullable SubmissionId about, Instant now) {
        return of(caller, bounty, about, now).isAccepted();
    }

    Decision<Ground> of(Caller caller, Bounty bounty, @Nullable SubmissionId about, Instant now) {
        if (!(bounty.status() instanceof UnderWork work)) {
            return refuse(new BountyNotInState(bounty.id(), "disputed", bounty.status()));
        }
        Claim claim = claims.find(work.claim()).orElseThrow();
        Optional<Side> side = Side.of(caller, claim.parties());
        if (side.isEmpty()) {
            return refuse(new NotAParty());
        }
        if (about != null) {
            Optional<Submission> subject =
                    submissions.find(about).filter(found -> found.parties().includes(caller));
            if (subject.isEmpty()) {
                return refuse(new NotFound("submission"));
            }
            if (!subject.get().claim().equals(claim.id())) {
                return refuse(new NotTheActiveWork());
            }
        }
        Optional<Dispute> earlier = disputes.filed(side.get(), claim.id(), about);
        return earlier.isPresent()
                ? refuse(new AlreadyDisputed(earlier.get().id()))
                : interrupted(side.get(), bounty, work, claim, now);
    }

    private Decision<Ground> interrupted(
            Side side, Bounty bounty, UnderWork work, Claim claim, Instant now) {
        return switch (AsOfNow.claim(claim, now).hold(now)) {
            case Decision.Refused<Claim>(var error) -> refuse(error);
            case Decision.Accepted<Claim>(var stopped, var _) ->
                    switch (underReview(work)) {
                        case null -> accept(new Ground(side, stopped, null));
                        case Submission submission ->
                                held(
                                        side,
                                        stopped,
                                        AsOfNow.submission(submission, bounty, now),
                                        now);
                    };
        };
    }

    private static Decision<Ground> held(
            Side side, Claim stopped, Submission submission, Instant now) {
        return switch (submission.hold(now)) {
            case Decision.Refused<Submission>(var error) -> refuse(error);
            case Decision.Accepted<Submission>(var held, var _) ->
                    accept(new Ground(side, stopped, held));
        };
    }

    /** After the last round was refused, the bounty is still in review, but nothing lies there. */
    private @Nullable Submission underReview(UnderWork work) {
        SubmissionId latest = work.underReview();
        return latest == null
                ? null
                : submissions
                        .find(latest)
                        .filter(found -> found.status() instanceof UnderReview)
                        .orElse(null);
    }
}
