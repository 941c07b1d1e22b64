package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.CLAIM;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.openBounty;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.claim.ClaimFixture.LEASE_END;
import static io.guildhall.domain.claim.ClaimFixture.activeClaim;
import static io.guildhall.domain.claim.ClaimFixture.bidding;
import static io.guildhall.domain.claim.ClaimFixture.heldClaim;
import static io.guildhall.domain.claim.ClaimFixture.pausedClaim;
import static io.guildhall.domain.claim.ClaimFixture.pendingClaim;
import static io.guildhall.domain.claim.ClaimFixture.staked;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.Quote;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.shared.Decision;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StakeTest {

    private static final Instant HALF = NOW.plus(Duration.between(NOW, LEASE_END).dividedBy(2));

    @Test
    void stakeIsAShareOfTheRewardRoundedDown() {
        assertThat(approved(terms().stakeBps(500)).stake()).isEqualTo(usd(750));
        assertThat(approved(terms().stakeBps(500).reward(usd(15_019))).stake()).isEqualTo(usd(750));
        assertThat(approved(terms().stakeBps(500).reward(usd(19))).stake()).isEqualTo(usd(0));
        assertThat(approved(terms()).stake()).isEqualTo(usd(0));
    }

    @Test
    void stakeIsAShareOfThePriceThatWasAgreed() {
        Bounty open = openBounty(terms().stakeBps(500).takingBids().build());
        Bounty taken = open.take(CLAIM, usd(10_000), NOW).orThrow().state();

        assertThat(approved(taken).stake()).isEqualTo(usd(500));
    }

    @Test
    void nothingIsStakedOnAWindowShorterThanTwelveHours() {
        Duration tooShort = Duration.ofHours(12).minusNanos(1_000);

        assertThat(approved(staking().claimTtl(Duration.ofHours(12))).stake()).isEqualTo(usd(750));
        assertThat(approved(staking().claimTtl(tooShort)).stake()).isEqualTo(usd(0));
        assertThat(approved(staking().deadline(NOW.plus(tooShort))).stake()).isEqualTo(usd(0));
    }

    @Test
    void quoteNamesTheStakeThatClaimingWouldCost() {
        Bounty bounty = openBounty(staking().build());
        Instant deadline = bounty.terms().deadline();

        assertThat(Quote.of(bounty, NOW).stake()).isEqualTo(usd(750));
        assertThat(Quote.of(bounty, deadline.minus(Duration.ofHours(11))).stake())
                .isEqualTo(usd(0));
        assertThat(Quote.of(bounty, deadline.plus(Duration.ofDays(1))).stake()).isEqualTo(usd(0));
    }

    @Test
    void requestTellsWhatItWouldLockAtMostAndAClaimWhatItHasLocked() {
        Bounty bounty = openBounty(staking().takingBids().build());
        Bounty soonOver =
                openBounty(staking().takingBids().deadline(NOW.plus(Duration.ofHours(1))).build());
        Claim bid = bidding(pendingClaim(), usd(10_000));

        assertThat(bid.stakeOn(bounty)).isEqualTo(usd(500));
        // Its poster may still move the deadline before it approves.
        assertThat(bid.stakeOn(soonOver)).isEqualTo(usd(500));
        assertThat(pendingClaim().stakeOn(bounty)).isEqualTo(usd(750));
        assertThat(staked(activeClaim(), usd(500)).stakeOn(bounty)).isEqualTo(usd(500));
        assertThat(pausedClaim().stakeOn(bounty)).isEqualTo(usd(0));
        assertThat(state(bid.withdraw(NOW)).stakeOn(bounty)).isEqualTo(usd(0));
    }

    @Test
    void noClaimLocksMoreThanItsTermsSayAtMost() {
        Bounty tooShort = openBounty(staking().claimTtl(Duration.ofHours(11)).build());

        assertThat(tooShort.terms().stakeMax()).isEqualTo(usd(0));
        assertThat(staking().build().stakeMax()).isEqualTo(usd(750));
        assertThat(terms().build().stakeMax()).isEqualTo(usd(0));
    }

    @Test
    void firstSubmissionGivesTheStakeBack() {
        Claim submitted = state(staked(activeClaim(), usd(750)).submit(null, NOW));

        assertThat(submitted.stake()).isEqualTo(usd(0));
    }

    @Test
    void stakeLiesStillWhileALeaseIsRenewedOrDisputed() {
        Claim active = staked(activeClaim(), usd(750));

        assertThat(state(active.renew(terms().build(), NOW.plusSeconds(60))).stake())
                .isEqualTo(usd(750));
        assertThat(state(active.hold(NOW)).stake()).isEqualTo(usd(750));
        assertThat(state(state(active.hold(NOW)).goOn(NOW)).stake()).isEqualTo(usd(750));
    }

    @Test
    void claimThatHasEndedHasNoStake() {
        Claim active = staked(activeClaim(), usd(750));
        Claim held = staked(heldClaim(), usd(750));

        assertThat(state(active.release("too much", NOW)).stake()).isEqualTo(usd(0));
        assertThat(state(active.end(LEASE_END)).stake()).isEqualTo(usd(0));
        assertThat(state(held.award(NOW)).stake()).isEqualTo(usd(0));
        assertThat(state(held.lose("ruled_for_poster", NOW)).stake()).isEqualTo(usd(0));
    }

    @Test
    void stakeIsForfeitOnceMoreThanHalfOfTheLeaseIsOver() {
        Claim active = staked(activeClaim(), usd(750));

        assertThat(active.wouldForfeitStake(NOW)).isFalse();
        assertThat(active.wouldForfeitStake(HALF)).isFalse();
        assertThat(active.wouldForfeitStake(HALF.plusNanos(1_000))).isTrue();
        assertThat(active.wouldForfeitStake(LEASE_END)).isTrue();
    }

    @Test
    void onlyALeaseThatRunsWithNothingSubmittedForfeitsAStake() {
        Money stake = usd(750);
        Claim submitted = ClaimFixture.active(pendingClaim(), new Lease.Running(LEASE_END), 1);

        assertThat(activeClaim().wouldForfeitStake(LEASE_END)).isFalse();
        assertThat(staked(submitted, stake).wouldForfeitStake(LEASE_END)).isFalse();
        assertThat(staked(pausedClaim(), stake).wouldForfeitStake(LEASE_END)).isFalse();
        assertThat(staked(heldClaim(), stake).wouldForfeitStake(LEASE_END)).isFalse();
        assertThat(staked(pendingClaim(), stake).wouldForfeitStake(LEASE_END)).isFalse();
    }

    private static TermsFixture staking() {
        return terms().stakeBps(500);
    }

    private static Claim approved(TermsFixture terms) {
        return approved(state(openBounty(terms.build()).take(CLAIM, NOW)));
    }

    private static Claim approved(Bounty taken) {
        return state(pendingClaim().approve(taken, NOW));
    }

    private static <S> S state(Decision<S> decision) {
        return decision.orThrow().state();
    }
}
