package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.claimed;
import static io.guildhall.domain.bounty.BountyFixture.openBounty;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.claim.ClaimFixture.LEASE_END;
import static io.guildhall.domain.claim.ClaimFixture.activeClaim;
import static io.guildhall.domain.claim.ClaimFixture.pendingClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.claim.ClaimError.LeaseEnded;
import io.guildhall.domain.claim.ClaimError.StaleFence;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Expired;
import io.guildhall.domain.claim.ClaimStatus.Failed;
import io.guildhall.domain.claim.Lease.Paused;
import io.guildhall.domain.claim.Lease.Running;
import io.guildhall.domain.claim.Lease.Spent;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.DomainError;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @Test
    void leaseRunsForItsTimeOrUntilTheDeadline() {
        assertThat(lease(approvedWith(Duration.ofDays(3), Duration.ofDays(30))))
                .isEqualTo(new Running(NOW.plus(Duration.ofDays(3))));
        assertThat(lease(approvedWith(Duration.ofDays(3), Duration.ofDays(1))))
                .isEqualTo(new Running(NOW.plus(Duration.ofDays(1))));
    }

    @Test
    void approvedClaimHasTheFenceOfItsBounty() {
        Bounty taken = BountyFixture.fenced(BountyFixture.claimedBounty(), 5);

        assertThat(pendingClaim().approve(taken, NOW).orThrow().state().fence()).isEqualTo(5);
    }

    @Test
    void requestLapsesAfterTwoDaysOrAtTheDeadline() {
        Bounty soonOver = openBounty(terms().deadline(NOW.plusSeconds(60)).build());

        assertThat(requested(openBounty())).isEqualTo(new ClaimStatus.Pending(NOW.plus(TWO_DAYS)));
        assertThat(requested(soonOver)).isEqualTo(new ClaimStatus.Pending(NOW.plusSeconds(60)));
    }

    @Test
    void leaseStandsStillWhileWorkLiesWithThePoster() {
        Instant submittedAt = NOW.plus(Duration.ofHours(1));
        Claim paused = submit(activeClaim(), submittedAt);

        assertThat(lease(paused)).isEqualTo(new Paused(LEASE_END, submittedAt));
        assertThat(paused.submissions()).isEqualTo(1);
        assertThat(paused.leaseEndsAt()).isNull();
        assertThat(paused.end(LEASE_END.plus(Duration.ofDays(99))).isAccepted()).isFalse();
    }

    @Test
    void resumedLeaseKeepsWhatWasLeft() {
        Claim paused = submit(activeClaim(), NOW.plus(Duration.ofHours(1)));

        Claim resumed = resume(paused, NOW.plus(Duration.ofHours(6)));

        assertThat(lease(resumed)).isEqualTo(new Running(LEASE_END.plus(Duration.ofHours(5))));
    }

    @Test
    void resumedLeaseHasAtLeastTwoDays() {
        Instant justInTime = LEASE_END.minusSeconds(1);
        Instant answeredAt = justInTime.plus(Duration.ofHours(3));

        Claim resumed = resume(submit(activeClaim(), justInTime), answeredAt);

        assertThat(resumed.leaseEndsAt()).isEqualTo(answeredAt.plus(TWO_DAYS));
    }

    @Test
    void reworkMayGoPastTheDeadline() {
        Claim approved = approvedWith(Duration.ofDays(3), Duration.ofHours(1));
        Instant deadline = NOW.plus(Duration.ofHours(1));

        Claim resumed = resume(submit(approved, deadline.minusSeconds(1)), deadline);

        assertThat(resumed.leaseEndsAt()).isEqualTo(deadline.plus(TWO_DAYS));
    }

    @Test
    void lastSubmissionSentBackLeavesTwoDaysAndNothingToHandIn() {
        Claim claim = activeClaim();
        for (int round = 1; round < Claim.SUBMISSIONS_MAX; round++) {
            claim = resume(submit(claim, NOW), NOW);
            assertThat(lease(claim)).isInstanceOf(Running.class);
        }

        Claim spent = resume(submit(claim, NOW), NOW.plusSeconds(60));

        assertThat(lease(spent)).isEqualTo(new Spent(NOW.plusSeconds(60).plus(TWO_DAYS)));
        assertThat(spent.leaseEndsAt()).isEqualTo(NOW.plusSeconds(60).plus(TWO_DAYS));
        assertThat(spent.end(NOW.plus(Duration.ofDays(3))).orThrow().state().status())
                .isEqualTo(new Failed("submissions_spent", NOW.plus(Duration.ofDays(3))));
    }

    @Test
    void workIsTakenUntilTheVeryEndOfTheLease() {
        assertThat(activeClaim().submit(null, LEASE_END.minusNanos(1_000)).isAccepted()).isTrue();
        assertThat(refusal(activeClaim().submit(null, LEASE_END)))
                .isEqualTo(new LeaseEnded(activeClaim().id(), LEASE_END));
        assertThat(activeClaim().end(LEASE_END.minusNanos(1_000)).isAccepted()).isFalse();
        assertThat(activeClaim().end(LEASE_END).orThrow().state().status())
                .isEqualTo(new Expired(LEASE_END));
    }

    @Test
    void claimThatEndsAfterRefusedWorkHasFailed() {
        Claim resumed = resume(submit(activeClaim(), NOW), NOW);

        assertThat(resumed.end(LEASE_END).orThrow().state().status())
                .isEqualTo(new Failed("lease_ended", LEASE_END));
    }

    @Test
    void onlyTheClaimsOwnFenceMaySubmit() {
        assertThat(activeClaim().submit(activeClaim().fence(), NOW).isAccepted()).isTrue();
        assertThat(refusal(activeClaim().submit(7L, NOW)))
                .isEqualTo(new StaleFence(activeClaim().id(), 7, 1));
    }

    private static Claim approvedWith(Duration ttl, Duration untilDeadline) {
        Bounty bounty = openBounty(terms().claimTtl(ttl).deadline(NOW.plus(untilDeadline)).build());
        return pendingClaim().approve(claimed(bounty), NOW).orThrow().state();
    }

    private static ClaimStatus requested(Bounty bounty) {
        return Claim.request(
                        pendingClaim().id(),
                        bounty,
                        ClaimFixture.PARTIES,
                        "I can do this",
                        null,
                        NOW)
                .orThrow()
                .state()
                .status();
    }

    private static Claim submit(Claim claim, Instant now) {
        return claim.submit(null, now).orThrow().state();
    }

    private static Claim resume(Claim claim, Instant now) {
        return claim.resume(now).orThrow().state();
    }

    private static @Nullable Lease lease(Claim claim) {
        return claim.status() instanceof Active(var _, var lease) ? lease : null;
    }

    private static DomainError refusal(Decision<Claim> decision) {
        return ((Decision.Refused<Claim>) decision).error();
    }
}
