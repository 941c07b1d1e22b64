package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.claim.ClaimFixture.LEASE_END;
import static io.guildhall.domain.claim.ClaimFixture.activeClaim;
import static io.guildhall.domain.claim.ClaimFixture.heldClaim;
import static io.guildhall.domain.claim.ClaimFixture.pausedClaim;
import static io.guildhall.domain.claim.ClaimFixture.pendingClaim;
import static io.guildhall.domain.claim.ClaimFixture.retryingClaim;
import static io.guildhall.domain.claim.ClaimFixture.spentClaim;
import static io.guildhall.domain.submission.SubmissionFixture.RESUBMIT_BY;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.claim.ClaimError.NothingToResubmit;
import io.guildhall.domain.claim.ClaimError.ResubmissionDue;
import io.guildhall.domain.shared.DomainError.Kind;
import org.junit.jupiter.api.Test;

class TryTest {

    @Test
    void secondTryIsForWhatFailedTheGate() {
        assertThat(Try.RESUBMISSION.objection(retryingClaim(), NOW)).isEmpty();
        for (Claim other : new Claim[] {activeClaim(), pausedClaim(), heldClaim(), spentClaim()}) {
            assertThat(Try.RESUBMISSION.objection(other, NOW))
                    .hasValueSatisfying(error -> {
                        assertThat(error).isInstanceOf(NothingToResubmit.class);
                        assertThat(error.kind()).isEqualTo(Kind.WRONG_STATE);
                    });
        }
    }

    @Test
    void whoHasNothingToResubmitIsToldWhatIsLeft() {
        assertThat(adviceOn(activeClaim())).contains("deliver the work instead");
        assertThat(adviceOn(pausedClaim())).contains("wait for the word on it");
        assertThat(adviceOn(heldClaim())).contains("during a dispute");
        assertThat(adviceOn(spentClaim()))
                .contains("/api/disputes before " + NOW.plus(Claim.REWORK_MIN));
    }

    @Test
    void whatIsOverOrWasNeverGivenSaysSoByItself() {
        assertThat(Try.RESUBMISSION.objection(activeClaim(), LEASE_END)).isEmpty();
        assertThat(Try.RESUBMISSION.objection(pendingClaim(), NOW)).isEmpty();
    }

    @Test
    void newWorkDoesNotSpendTheSecondTry() {
        assertThat(Try.FRESH.objection(retryingClaim(), RESUBMIT_BY))
                .hasValueSatisfying(error -> {
                    assertThat(error).isInstanceOf(ResubmissionDue.class);
                    assertThat(error.kind()).isEqualTo(Kind.TAKEN);
                    assertThat(error.message()).contains(RESUBMIT_BY.toString());
                });
        assertThat(Try.FRESH.objection(retryingClaim(), RESUBMIT_BY.plusNanos(1_000))).isEmpty();
        assertThat(Try.FRESH.objection(activeClaim(), NOW)).isEmpty();
        assertThat(Try.FRESH.objection(pausedClaim(), NOW)).isEmpty();
    }

    @Test
    void whoDoesNotSayWhatItMeansMeansWhateverIsDue() {
        assertThat(Try.ANY.objection(retryingClaim(), NOW)).isEmpty();
        assertThat(Try.ANY.objection(activeClaim(), NOW)).isEmpty();
    }

    private static String adviceOn(Claim claim) {
        return Try.RESUBMISSION.objection(claim, NOW).orElseThrow().message();
    }
}
