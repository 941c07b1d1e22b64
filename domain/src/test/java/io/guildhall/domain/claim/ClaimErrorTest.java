package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.claim.ClaimFixture.activeClaim;
import static io.guildhall.domain.claim.ClaimFixture.heldClaim;
import static io.guildhall.domain.claim.ClaimFixture.pausedClaim;
import static io.guildhall.domain.claim.ClaimFixture.pendingClaim;
import static io.guildhall.domain.claim.ClaimFixture.retryingClaim;
import static io.guildhall.domain.claim.ClaimFixture.spentClaim;
import static io.guildhall.domain.claim.ClaimFixture.with;
import static io.guildhall.domain.submission.SubmissionFixture.RESUBMIT_BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.claim.ClaimError.NoClaim;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Decision.Refused;
import io.guildhall.domain.shared.DomainError;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whoever is refused hears what is true in the very state, and what is left to be done. */
class ClaimErrorTest {

    private static final Instant TOO_LATE = RESUBMIT_BY.plusNanos(1_000);

    @Test
    void whoHandsInIsToldWhatIsWaitedFor() {
        assertThat(message(pendingClaim().submit(null, NOW)))
                .isEqualTo(
                        "The claim is pending and cannot be submitted to; wait until its poster"
                                + " approves it");
        assertThat(message(pausedClaim().submit(null, NOW)))
                .isEqualTo(
                        "The claim is active and cannot be submitted to while work is under review"
                                + " or in dispute; wait for the word on it");
        assertThat(message(heldClaim().submit(null, NOW)))
                .isEqualTo(
                        "The claim is active and cannot be submitted to during a dispute; GET"
                                + " /api/disputes lists it, with what you can do there");
        assertThat(message(released().submit(null, NOW)))
                .isEqualTo(
                        "The claim is released and cannot be submitted to; ask for the bounty again"
                                + " if it is open");
    }

    @Test
    void workThatWasNotTakenCanBeDisputed() {
        assertThat(message(spentClaim().submit(null, NOW)))
                .endsWith("dispute it at /api/disputes before " + NOW.plus(Claim.REWORK_MIN));
    }

    /** What comes then is two days for a dispute, and not the end of the claim. */
    @Test
    void missedSecondTryIsNoLeaseThatHasEnded() {
        String missed =
                "What failed the quality gate could be handed in once more until "
                        + RESUBMIT_BY
                        + "; it fails for good in a moment, and can be disputed at /api/disputes for"
                        + " 2 days from then";

        assertThat(message(retryingClaim().submit(null, TOO_LATE))).isEqualTo(missed);
        assertThat(message(retryingClaim().release("", TOO_LATE))).isEqualTo(missed);
        assertThat(message(retryingClaim().hold(TOO_LATE))).isEqualTo(missed);
        assertThat(error(retryingClaim().hold(TOO_LATE)).code()).isEqualTo("lease_ended");
        assertThat(message(activeClaim().hold(ClaimFixture.LEASE_END)))
                .startsWith("The lease ended at " + ClaimFixture.LEASE_END)
                .endsWith("ask for the bounty again if it is open");
    }

    @Test
    void whoGivesBackIsToldHowItIsDone() {
        assertThat(message(activeClaim().withdraw(NOW))).contains("; release it instead");
        assertThat(message(pendingClaim().release("", NOW))).endsWith("; withdraw it instead");
        assertThat(message(pausedClaim().release("", NOW))).endsWith("; wait for the word on it");
        assertThat(message(heldClaim().release("", NOW)))
                .contains("during a dispute; GET /api/disputes");
        assertThat(message(released().release("", NOW)))
                .isEqualTo("The claim is released and cannot be released");
    }

    @Test
    void whoReportsIsToldWhatIsMissing() {
        assertThat(message(pendingClaim().renew(terms().build(), NOW)))
                .endsWith("; wait until its poster approves it");
        assertThat(message(released().renew(terms().build(), NOW)))
                .endsWith("; ask for the bounty again if it is open");
        assertThat(new NoClaim(BOUNTY).message()).contains("work on it", "claim it if it is open");
    }

    private static Claim released() {
        return with(activeClaim(), new ClaimStatus.Released("", NOW));
    }

    private static String message(Decision<Claim> decision) {
        return error(decision).message();
    }

    private static DomainError error(Decision<Claim> decision) {
        return ((Refused<Claim>) decision).error();
    }
}
