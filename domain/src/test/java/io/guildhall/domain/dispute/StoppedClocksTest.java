package io.guildhall.domain.dispute;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.claim.ClaimFixture.LEASE_END;
import static io.guildhall.domain.claim.ClaimFixture.activeClaim;
import static io.guildhall.domain.claim.ClaimFixture.pausedClaim;
import static io.guildhall.domain.claim.ClaimFixture.spentClaim;
import static io.guildhall.domain.submission.SubmissionFixture.REVIEW_BY;
import static io.guildhall.domain.submission.SubmissionFixture.submissionUnderReview;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Lease;
import io.guildhall.domain.claim.Lease.Held;
import io.guildhall.domain.claim.Lease.Running;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a dispute does to the clocks of the work it interrupts. */
class StoppedClocksTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Instant OPENED = NOW.plus(A_DAY);
    private static final Instant WITHDRAWN = OPENED.plus(Duration.ofDays(10));
    private static final Instant SHORTLY_BEFORE_THE_END = LEASE_END.minusSeconds(1);

    @Test
    void leaseStandsStillInADispute() {
        Claim held = state(activeClaim().hold(OPENED));

        assertThat(lease(held)).isEqualTo(new Held(new Running(LEASE_END), OPENED));
        assertThat(held.leaseEndsAt()).isNull();
        assertThat(held.end(WITHDRAWN).isAccepted()).isFalse();
        assertThat(held.submit(null, OPENED).isAccepted()).isFalse();
    }

    @Test
    void leaseGoesOnWithWhatWasLeft() {
        Claim held = state(activeClaim().hold(OPENED));

        assertThat(lease(state(held.goOn(WITHDRAWN))))
                .isEqualTo(new Running(WITHDRAWN.plus(Duration.ofDays(2))));
    }

    @Test
    void leaseGoesOnForADayAtLeast() {
        Claim held = state(activeClaim().hold(SHORTLY_BEFORE_THE_END));

        assertThat(lease(state(held.goOn(WITHDRAWN))))
                .isEqualTo(new Running(WITHDRAWN.plus(A_DAY)));
    }

    @Test
    void claimWithNothingLeftToHandInWaitsForItsEndAgain() {
        Claim held = state(spentClaim().hold(OPENED));

        assertThat(lease(held)).isEqualTo(new Held(new Spent(NOW.plus(Claim.REWORK_MIN)), OPENED));
        assertThat(lease(state(held.goOn(WITHDRAWN)))).isEqualTo(new Spent(WITHDRAWN.plus(A_DAY)));
    }

    @Test
    void leaseThatStoodStillAlreadyStaysSoUntilTheReviewIsOver() {
        Claim paused = pausedClaim();

        assertThat(state(paused.hold(OPENED))).isEqualTo(paused);
        assertThat(state(paused.goOn(WITHDRAWN))).isEqualTo(paused);
        assertThat(state(paused.resume(WITHDRAWN)).leaseEndsAt())
                .isEqualTo(LEASE_END.plus(Duration.between(NOW, WITHDRAWN)));
    }

    @Test
    void leaseThatHasEndedIsNotBroughtBack() {
        Instant spentUntil = NOW.plus(Claim.REWORK_MIN);

        assertThat(activeClaim().hold(LEASE_END.minusNanos(1_000)).isAccepted()).isTrue();
        assertThat(activeClaim().hold(LEASE_END).isAccepted()).isFalse();
        assertThat(spentClaim().hold(spentUntil.minusNanos(1_000)).isAccepted()).isTrue();
        assertThat(spentClaim().hold(spentUntil).isAccepted()).isFalse();
    }

    @Test
    void reviewGoesOnWithWhatWasLeft() {
        Submission held = state(submissionUnderReview().hold(OPENED));

        assertThat(state(held.goOn(WITHDRAWN)).status())
                .isEqualTo(new UnderReview(WITHDRAWN.plus(Duration.ofDays(6))));
    }

    @Test
    void reviewGoesOnForADayAtLeast() {
        Submission held = state(submissionUnderReview().hold(REVIEW_BY.minusSeconds(1)));

        assertThat(state(held.goOn(WITHDRAWN)).status())
                .isEqualTo(new UnderReview(WITHDRAWN.plus(A_DAY)));
    }

    @Test
    void posterThatWasSilentCannotWinTimeByADispute() {
        assertThat(submissionUnderReview().hold(REVIEW_BY.minusNanos(1_000)).isAccepted()).isTrue();
        assertThat(submissionUnderReview().hold(REVIEW_BY).isAccepted()).isFalse();
    }

    @Test
    void bountyGoesOnWhereItWasInterrupted() {
        Bounty claimed = BountyFixture.claimedBounty();
        Bounty inReview = BountyFixture.bountyInReview();

        for (Bounty interrupted : new Bounty[] {claimed, inReview}) {
            Bounty disputed = state(interrupted.dispute(DisputeFixture.DISPUTE, OPENED));

            assertThat(disputed.activeClaim()).isEqualTo(interrupted.activeClaim());
            assertThat(disputed.status().holdsEscrow()).isTrue();
            assertThat(state(disputed.goOn(WITHDRAWN)).status()).isEqualTo(interrupted.status());
        }
    }

    private static @Nullable Lease lease(Claim claim) {
        return claim.status() instanceof Active(var _, var lease) ? lease : null;
    }

    private static <S> S state(Decision<S> decision) {
        return decision.orThrow().state();
    }
}
