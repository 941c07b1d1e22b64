package io.guildhall.rest.jobtobot;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.claim.ClaimError.LeaseEnded;
import io.guildhall.domain.claim.ClaimError.SecondTryMissed;
import io.guildhall.domain.claim.ClaimError.SubmissionsSpent;
import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.progress.TooManyTraces;
import io.guildhall.domain.shared.DomainError;
import io.guildhall.rest.problem.Fault;
import io.guildhall.rest.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told until when, and to those who know no bounties and claims. */
class TaskWordsTest {

    private static final ClaimId CLAIM = new ClaimId(new UUID(0, 1));
    private static final Instant TIME = Instant.parse("2026-11-30T12:00:00Z");

    @Test
    void leaseThatEndedIsFollowedByAnotherBid() {
        assertThat(told(new LeaseEnded(CLAIM, TIME)))
                .isEqualTo(
                        "The lease ended at 2026-11-30T12:00:00Z, so nothing can be done under it any"
                                + " more; bid again if the task is open");
        assertThat(told(new SecondTryMissed(CLAIM, TIME)))
                .isEqualTo(new SecondTryMissed(CLAIM, TIME).message());
    }

    @Test
    void deliveriesAreSpentUnderABid() {
        assertThat(told(new SubmissionsSpent(CLAIM, TIME)))
                .startsWith("What was handed in under this bid was not taken, and nothing more")
                .endsWith("before 2026-11-30T12:00:00Z");
    }

    @Test
    void reportsAreCountedByBid() {
        assertThat(told(new TooManyTraces(1_000)))
                .startsWith("A bid takes at most 1000 progress reports");
    }

    private static String told(DomainError error) {
        String told =
                TaskWords.message(
                        new Problem(
                                Fault.WRONG_STATE,
                                error.message(),
                                List.of(),
                                error.code(),
                                error.currentStatus(),
                                Map.of()));
        assertThat(told).doesNotContainIgnoringCase("claim").doesNotContainIgnoringCase("bounty");
        return told;
    }
}
