package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.claim.ClaimFixture.LEASE_END;
import static io.guildhall.domain.claim.ClaimFixture.active;
import static io.guildhall.domain.claim.ClaimFixture.activeClaim;
import static io.guildhall.domain.claim.ClaimFixture.pendingClaim;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.claim.Lease.Running;
import io.guildhall.domain.shared.Decision.Accepted;
import io.guildhall.domain.shared.Decision.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RenewalTest {

    private static final Duration TTL = Duration.ofDays(3);

    @Test
    void progressRenewsTheLeaseToItsFullLength() {
        Instant reported = NOW.plus(Duration.ofDays(2));

        assertThat(renewed(activeClaim(), terms().build(), reported)).isEqualTo(reported.plus(TTL));
    }

    @Test
    void leaseIsRenewedToThreeTimesItsLengthAndNoFurther() {
        Instant most = NOW.plus(Duration.ofDays(9));
        Claim claim = activeClaim();
        for (int day = 1; day < 9; day++) {
            claim = renew(claim, terms().build(), NOW.plus(Duration.ofDays(day)));
        }

        assertThat(claim.leaseEndsAt()).isEqualTo(most);
        assertThat(claim.renew(terms().build(), most).isAccepted()).isFalse();
    }

    @Test
    void leaseIsRenewedWithinTheDeadline() {
        Instant deadline = LEASE_END.plusSeconds(60);

        assertThat(
                        renewed(
                                activeClaim(),
                                terms().deadline(deadline).build(),
                                NOW.plus(Duration.ofDays(1))))
                .isEqualTo(deadline);
    }

    @Test
    void renewalNeverShortensALease() {
        Instant pastTheDeadline = NOW.plus(Duration.ofDays(40));
        Instant pastThreeTimesItsLength = NOW.plus(Duration.ofDays(11));

        for (Instant end : List.of(pastTheDeadline, pastThreeTimesItsLength)) {
            Claim reworked = active(pendingClaim(), new Running(end), 1);

            assertThat(reworked.renew(terms().build(), NOW))
                    .isEqualTo(new Accepted<>(reworked, List.of()));
        }
    }

    @Test
    void leaseIsRenewedUntilItsVeryEnd() {
        Instant justInTime = LEASE_END.minusNanos(1_000);

        assertThat(renewed(activeClaim(), terms().build(), justInTime))
                .isEqualTo(justInTime.plus(TTL));
        assertThat(activeClaim().renew(terms().build(), LEASE_END))
                .isEqualTo(new Refused<>(new ClaimError.LeaseEnded(activeClaim().id(), LEASE_END)));
    }

    @Test
    void whatStandsStillIsNotRenewed() {
        for (Claim still :
                List.of(
                        ClaimFixture.pausedClaim(),
                        ClaimFixture.heldClaim(),
                        ClaimFixture.heldSpentClaim(),
                        ClaimFixture.spentClaim())) {
            assertThat(still.renew(terms().build(), NOW.plusSeconds(60)))
                    .isEqualTo(new Accepted<>(still, List.of()));
        }
    }

    /** max(expires_at, min(now + ttl, claimed + 3 x ttl, deadline)), whatever the numbers are. */
    @ParameterizedTest
    @MethodSource("seeds")
    void renewedLeaseIsWhatTheRuleSays(long seed) {
        Random random = new Random(seed);
        Duration ttl = Duration.ofHours(random.nextInt(1, 721));
        Instant deadline = NOW.plus(Duration.ofHours(random.nextInt(1, 2_000)));
        Instant end = NOW.plus(Duration.ofHours(random.nextInt(1, 2_000)));
        Instant now = NOW.plusSeconds(random.nextLong(Duration.between(NOW, end).toSeconds()));
        Claim claim = active(pendingClaim(), new Running(end), random.nextInt(2));

        assertThat(renewed(claim, terms().claimTtl(ttl).deadline(deadline).build(), now))
                .isEqualTo(
                        Stream.of(
                                        end,
                                        Stream.of(
                                                        now.plus(ttl),
                                                        NOW.plus(ttl.multipliedBy(3)),
                                                        deadline)
                                                .min(Instant::compareTo)
                                                .orElseThrow())
                                .max(Instant::compareTo)
                                .orElseThrow());
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static @Nullable Instant renewed(Claim claim, BountyTerms terms, Instant now) {
        return renew(claim, terms, now).leaseEndsAt();
    }

    private static Claim renew(Claim claim, BountyTerms terms, Instant now) {
        return claim.renew(terms, now).orThrow().state();
    }
}
