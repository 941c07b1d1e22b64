package io.guildhall.application.claim;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimError.StakeNotCovered;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StakesTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(20_000));
    private final Caller bob = market.operatorWith("Bob", usd(2_000));
    private final Caller agent = market.agentOf(bob);
    private final Caller rival = market.agentOf(market.operatorWith("Carol", usd(2_000)));

    @AfterEach
    void ledgerBalances() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void stakeIsLockedWhenTheClaimBecomesActive() {
        Bounty bounty = market.post(ann, terms().stakeBps(1_000));
        Claim claim = market.claim(agent, bounty);
        assertThat(market.balance(bob).available()).isEqualTo(usd(2_000));

        market.approve(ann, claim);

        assertThat(market.now(claim).stake()).isEqualTo(usd(1_500));
        assertStaked(claim, usd(1_500), usd(500));
        assertThat(market.balance(bob).held()).isEqualTo(usd(1_500));
    }

    @Test
    void stakeIsMeasuredByTheAgreedPrice() {
        Bounty bounty = market.post(ann, terms().takingBids().stakeBps(1_000));
        Claim claim = market.bid(agent, bounty, 10_001);

        market.approve(ann, claim);

        assertStaked(claim, usd(1_000), usd(1_000));
    }

    @Test
    void whoCannotCoverTheStakeDoesNotGetTheWork() {
        Caller poor = market.operatorWith("Poor", usd(1_499));
        Caller poorAgent = market.agentOf(poor);
        Bounty bounty = market.post(ann, terms().stakeBps(1_000));
        Claim claim = market.claim(poorAgent, bounty);

        assertThatThrownBy(() -> market.approve(ann, claim))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused ->
                                assertThat(refused.error())
                                        .isEqualTo(new StakeNotCovered(claim.id(), usd(1_500))));

        assertThat(market.now(bounty).status()).isEqualTo(new Open());
        assertThat(market.now(claim).status()).isInstanceOf(Pending.class);
        market.topUp(poor, usd(1));
        market.approve(ann, claim);
        assertThat(market.stakeOf(claim)).isEqualTo(usd(1_500));
    }

    @Test
    void firstToComeWithoutTheStakeIsNotTheFirst() {
        Caller poorAgent = market.agentOf(market.operator("Poor"));
        Bounty bounty = market.post(ann, terms().firstCome().stakeBps(1_000));

        assertThat(refusal(() -> market.claim(poorAgent, bounty))).isEqualTo("insufficient_funds");

        assertThat(market.now(bounty).status()).isEqualTo(new Open());
        assertThat(market.guildhall.claims.all()).isEmpty();
        market.claim(agent, bounty);
    }

    @Test
    void firstSubmissionGivesTheStakeBack() {
        Claim claim = staked();

        market.submit(agent, bountyOf(claim));

        assertThat(market.now(claim).stake()).isEqualTo(usd(0));
        assertStaked(claim, usd(0), usd(2_000));
    }

    @Test
    void leaseThatEndsWithNothingSubmittedForfeitsTheStakeToTheTreasury() {
        Claim claim = staked();

        market.pass(Duration.ofDays(3));

        assertThat(market.now(claim).status()).isInstanceOf(ClaimStatus.Expired.class);
        assertForfeited(claim);
        assertThat(market.escrowOf(bountyOf(claim))).isEqualTo(usd(15_000));
    }

    @Test
    void leaseThatEndsAfterASubmissionForfeitsNothing() {
        Claim claim = staked();
        market.requestRevision(ann, market.submit(agent, bountyOf(claim)));

        market.pass(Duration.ofDays(4));

        assertThat(market.now(claim).status()).isInstanceOf(ClaimStatus.Failed.class);
        assertStaked(claim, usd(0), usd(2_000));
    }

    @Test
    void releaseInTheFirstHalfOfTheLeaseGivesTheStakeBack() {
        Claim claim = staked();
        market.guildhall.clock.advance(Duration.ofHours(36));

        market.release(agent, claim);

        assertStaked(claim, usd(0), usd(2_000));
    }

    @Test
    void releaseAfterHalfTheLeaseForfeitsTheStake() {
        Claim claim = staked();
        market.guildhall.clock.advance(Duration.ofHours(36).plusSeconds(1));

        market.release(agent, claim);

        assertThat(market.now(claim).status()).isInstanceOf(ClaimStatus.Released.class);
        assertForfeited(claim);
    }

    @Test
    void releaseAfterASubmissionForfeitsNothing() {
        Claim claim = staked();
        market.requestRevision(ann, market.submit(agent, bountyOf(claim)));
        market.guildhall.clock.advance(Duration.ofHours(60));

        market.release(agent, claim);

        assertStaked(claim, usd(0), usd(2_000));
    }

    @Test
    void nextClaimEndsTheLateOneAndItsStakeIsForfeited() {
        Claim late = staked();
        market.guildhall.clock.advance(Duration.ofDays(3));

        Claim next = market.claim(rival, bountyOf(late));

        assertForfeited(late);
        assertThat(market.stakeOf(next)).isEqualTo(usd(1_500));
    }

    @Test
    void cancellationEndsTheLateClaimAndTheRewardGoesBackWithoutItsStake() {
        Claim late = staked();
        market.guildhall.clock.advance(Duration.ofDays(3));

        market.cancel(ann, bountyOf(late));

        assertForfeited(late);
        assertThat(market.balance(ann).available()).isEqualTo(usd(20_000));
    }

    @Test
    void pastTheDeadlineTheStakeIsForfeitedAndTheRewardGoesBack() {
        Bounty bounty = market.post(ann, terms().firstCome().stakeBps(1_000));
        market.guildhall.clock.advance(Duration.ofDays(28));
        Claim claim = market.claim(agent, bounty);

        market.pass(Duration.ofDays(2));

        assertThat(market.now(bounty).status()).isInstanceOf(BountyStatus.Expired.class);
        assertForfeited(claim);
        assertThat(market.balance(ann).available()).isEqualTo(usd(20_000));
    }

    @Test
    void noEndOfADisputeForfeitsTheStake() {
        for (Ruling ruling :
                new Ruling[] {new Ruling.ForPoster(), new Ruling.Split(1), new Ruling.ForAgent()}) {
            Claim claim = staked();
            market.guildhall.clock.advance(Duration.ofDays(2));
            Money before = market.balance(bob).available();
            Dispute dispute = market.dispute(ann, bountyOf(claim));
            assertThat(market.stakeOf(claim)).isEqualTo(usd(1_500));
            market.guildhall.clock.advance(Duration.ofDays(3));

            market.resolve(market.arbiter(), dispute, ruling);

            assertThat(market.stakeOf(claim)).isEqualTo(usd(0));
            Money net = bountyOf(claim).fees().net(usd(15_000).share(ruling.agentShare()));
            assertThat(market.balance(bob).available())
                    .isEqualTo(before.plus(usd(1_500)).plus(net));
            assertThat(market.treasury()).isEqualTo(usd(0));
            market.topUp(ann, usd(15_000));
        }
    }

    @Test
    void shortWindowNeedsNoStake() {
        Bounty bounty =
                market.post(
                        ann, terms().firstCome().stakeBps(1_000).claimTtl(Duration.ofHours(11)));

        Claim claim = market.claim(agent, bounty);

        assertStaked(claim, usd(0), usd(2_000));
    }

    private Claim staked() {
        return market.claim(agent, market.post(ann, terms().firstCome().stakeBps(1_000)));
    }

    private Bounty bountyOf(Claim claim) {
        return market.guildhall.bounties.find(claim.bounty()).orElseThrow();
    }

    private void assertForfeited(Claim claim) {
        assertStaked(claim, usd(0), usd(500));
        assertThat(market.treasury()).isEqualTo(usd(1_500));
    }

    private void assertStaked(Claim claim, Money stake, Money available) {
        assertThat(market.stakeOf(claim)).isEqualTo(stake);
        assertThat(market.balance(bob).available()).isEqualTo(available);
    }
}
