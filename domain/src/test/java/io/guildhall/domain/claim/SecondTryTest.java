package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.claim.ClaimFixture.LEASE_END;
import static io.guildhall.domain.claim.ClaimFixture.active;
import static io.guildhall.domain.claim.ClaimFixture.pausedClaim;
import static io.guildhall.domain.claim.ClaimFixture.pendingClaim;
import static io.guildhall.domain.claim.ClaimFixture.retryingClaim;
import static io.guildhall.domain.submission.SubmissionFixture.RESUBMIT_BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.shared.Timer.Consequence;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a failed gate does to the lease. */
class SecondTryTest {

    private static final Instant TOO_LATE = RESUBMIT_BY.plusNanos(1_000);

    @Test
    void theLastInstantOfTheWindowStillCounts() {
        assertThat(retryingClaim().submit(null, RESUBMIT_BY).isAccepted()).isTrue();
        assertThat(retryingClaim().submit(null, TOO_LATE).isAccepted()).isFalse();
        assertThat(retryingClaim().spend(RESUBMIT_BY).isAccepted()).isFalse();
        assertThat(retryingClaim().spend(TOO_LATE).isAccepted()).isTrue();
        assertThat(retryingClaim().timer())
                .isEqualTo(new Timer(TOO_LATE, Consequence.SUBMISSION_FAILS_FOR_GOOD));
        assertThat(retryingClaim().leaseEndsAt()).isEqualTo(RESUBMIT_BY);
    }

    @Test
    void leaseThatHadEndedLastsUntilTheWindowIsOver() {
        Claim handedInAtTheVeryEnd =
                active(pendingClaim(), new Lease.Paused(NOW.plusSeconds(1), NOW), 1);

        assertThat(lease(state(handedInAtTheVeryEnd.retry(RESUBMIT_BY, NOW))))
                .isEqualTo(new Lease.Retrying(RESUBMIT_BY, RESUBMIT_BY));
    }

    @Test
    void whatWasLeftOfTheLeaseIsThereAgainWhenTheSecondTryIsSentBack() {
        Instant judged = NOW.plusSeconds(60);
        Instant again = NOW.plus(Duration.ofHours(1));
        Claim retrying = state(pausedClaim().retry(RESUBMIT_BY, judged));
        Claim submitted = state(retrying.submit(null, again));

        Claim resumed = state(submitted.resume(again));

        assertThat(lease(resumed)).isEqualTo(new Lease.Running(LEASE_END.plusSeconds(60)));
        assertThat(resumed.submissions()).isEqualTo(2);
    }

    @Test
    void secondTryIsGrantedEvenForTheLastSubmission() {
        Claim last =
                active(pendingClaim(), new Lease.Paused(LEASE_END, NOW), Claim.SUBMISSIONS_MAX);

        Claim again = state(state(last.retry(RESUBMIT_BY, NOW)).submit(null, NOW));

        assertThat(again.submissions()).isEqualTo(Claim.SUBMISSIONS_MAX + 1);
        assertThat(lease(state(again.resume(NOW)))).isInstanceOf(Lease.Spent.class);
    }

    @Test
    void whatFailedForGoodLeavesTwoDaysForADispute() {
        assertThat(lease(state(pausedClaim().spend(NOW))))
                .isEqualTo(new Lease.Spent(NOW.plus(Duration.ofDays(2))));
        assertThat(lease(state(retryingClaim().spend(TOO_LATE))))
                .isEqualTo(new Lease.Spent(TOO_LATE.plus(Duration.ofDays(2))));
    }

    @Test
    void disputeStopsTheWindowAndLeavesADayOfIt() {
        Claim held = state(retryingClaim().hold(RESUBMIT_BY));
        Instant withdrawn = RESUBMIT_BY.plus(Duration.ofDays(3));
        Instant aDayLater = withdrawn.plus(Duration.ofDays(1));

        assertThat(held.timer()).isNull();
        assertThat(lease(state(held.goOn(withdrawn))))
                .isEqualTo(
                        new Lease.Retrying(
                                aDayLater,
                                withdrawn.plus(Duration.between(RESUBMIT_BY, LEASE_END))));
        assertThat(retryingClaim().hold(TOO_LATE).isAccepted()).isFalse();
    }

    private static @Nullable Lease lease(Claim claim) {
        return claim.status() instanceof Active(var _, var lease) ? lease : null;
    }

    private static Claim state(Decision<Claim> decision) {
        return decision.orThrow().state();
    }
}
