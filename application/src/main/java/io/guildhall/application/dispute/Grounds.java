package io.guildhall.application.dispute;

import static io.guildhall.domain.shared.Decision.accept;
import static io.guildhall.domain.shared.Decision.refuse;

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
     * @param underReview the submission that lies with the poster; null when none does
     */
    record Ground(Side side, Claim claim, @Nullable Submission underReview) {

        boolean canBeStopped(Instant now) {
            return claim.hold(now).isAccepted()
                    && (underReview == null || underReview.hold(now).isAccepted());
        }
    }

    /**
     * @param about the submission, or null for the bounty itself
     */
    public boolean existFor(
            Caller caller, Bounty bounty, @Nullable SubmissionId about, Instant now) {
        return switch (of(caller, bounty, about)) {
            case Decision.Refused<Ground> _ -> false;
            case Decision.Accepted<Ground>(var ground, var _) -> ground.canBeStopped(now);
        };
    }

    Decision<Ground> of(Caller caller, Bounty bounty, @Nullable SubmissionId about) {
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
                : accept(new Ground(side.get(), claim, underReview(work, submissions)));
    }

    /**
     * After the last round was refused, the bounty is still in review, but nothing lies there. What
     * lies with the gate is none of the two sides' yet, and says so when it is to be stopped.
     */
    public static @Nullable Submission underReview(UnderWork work, Submissions submissions) {
        SubmissionId latest = work.underReview();
        return latest == null
                ? null
                : submissions
                        .find(latest)
                        .filter(found ->
                                switch (found.status()) {
                                    case Received _, UnderReview _ -> true;
                                    case GateFailed _,
                                            GateFailedFinal _,
                                            Held _,
                                            Accepted _,
                                            Rejected _,
                                            RevisionRequested _ ->
                                            false;
                                })
                        .orElse(null);
    }
}
