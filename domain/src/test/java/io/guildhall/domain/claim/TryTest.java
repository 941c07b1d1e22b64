package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.claim.ClaimFixture.activeClaim;
import static io.guildhall.domain.claim.ClaimFixture.pausedClaim;
import static io.guildhall.domain.claim.ClaimFixture.retryingClaim;
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
        for (Claim other : new Claim[] {activeClaim(), pausedClaim()}) {
            assertThat(Try.RESUBMISSION.objection(other, NOW))
                    .hasValueSatisfying(error -> {
                        assertThat(error).isInstanceOf(NothingToResubmit.class);
                        assertThat(error.kind()).isEqualTo(Kind.WRONG_STATE);
                    });
        }
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
}
