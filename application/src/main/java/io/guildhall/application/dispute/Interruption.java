package io.guildhall.application.dispute;

import io.guildhall.domain.bounty.Bounties;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.Claims;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.Submissions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a dispute does to the work it interrupts: every clock of it stands still, and goes on. */
public final class Interruption {

    private final Bounties bounties;
    private final Claims claims;
    private final Submissions submissions;

    public Interruption(Bounties bounties, Claims claims, Submissions submissions) {
        this.bounties = bounties;
        this.claims = claims;
        this.submissions = submissions;
    }

    /**
     * @param underReview what lies with the poster; null when nothing does
     */
    public void begin(
            Bounty bounty,
            Claim claim,
            @Nullable Submission underReview,
            DisputeId dispute,
            Instant now) {
        Claim held = claim.hold(now).orThrow().state();
        bounties.save(bounty.dispute(dispute, now).orThrow().state());
        claims.save(held);
        if (underReview != null) {
            submissions.save(underReview.hold(now).orThrow().state());
        }
    }

    /** The dispute was withdrawn. */
    public void end(Bounty disputed, Claim claim, Instant now) {
        end(disputed, claim, null, now);
    }

    /**
     * @param dueAt when a contract lets the clock end that goes on now; null where we keep it
     */
    public void end(Bounty disputed, Claim claim, @Nullable Instant dueAt, Instant now) {
        Submission held = HeldSubmission.of(disputed, submissions);
        bounties.save(disputed.goOn(now).orThrow().state());
        Claim goesOn = claim.goOn(now).orThrow().state();
        claims.save(dueAt == null ? goesOn : goesOn.endAt(dueAt, now).orThrow().state());
        if (held != null) {
            Submission lies = held.goOn(now).orThrow().state();
            submissions.save(dueAt == null ? lies : lies.reviewUntil(dueAt, now).orThrow().state());
        }
    }
}
