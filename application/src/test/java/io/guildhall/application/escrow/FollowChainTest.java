package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.REWARD;
import static io.guildhall.application.escrow.ChainMarket.RIVALS;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.ScriptedContract;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Released;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader.Block;
import io.guildhall.domain.escrow.HeldClaim.Standing;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FollowChainTest {

    /** So much later a transaction comes into another block. */
    private static final Duration LATER = Duration.ofMinutes(2);

    private final ChainMarket chain = new ChainMarket();

    @AfterEach
    void everyDebitHasItsCredit() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void claimThatTheChainTookBackIsReleased() {
        Bounty bounty = chain.open();
        chain.claimBy(AGENTS, bounty, 1);
        chain.follow();
        Claim claim = chain.claim(bounty);

        chain.contract.reorganise(1);
        chain.follow();

        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.now(claim).status())
                .isInstanceOfSatisfying(
                        Released.class,
                        released -> assertThat(released.reason()).isEqualTo(Claim.CHAIN_REORG));
        assertThat(chain.isFrozen(bounty)).isFalse();

        chain.claimBy(RIVALS, bounty, 1);
        chain.settle();

        assertThat(chain.claim(bounty).parties().agent()).isEqualTo(chain.rival.agent());
        assertThat(standing(chain.claim(bounty))).isEqualTo(Standing.FINAL);
    }

    @Test
    void claimThatIsInAnotherBlockAfterAForkGoesOn() {
        Bounty bounty = chain.open();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);
        chain.follow();
        Claim claim = chain.claim(bounty);

        chain.contract.reorganise(1);
        ChainFact again = chain.contract.sayAgain(claimed);
        chain.follow();

        assertThat(chain.claim(bounty)).isEqualTo(claim);
        assertThat(chain.guildhall.escrowHolds.find(claim.id()).orElseThrow().origin())
                .isEqualTo(again.origin());
    }

    @Test
    void whoeverWinsAfterAForkHasTheBounty() {
        Bounty bounty = chain.open();
        chain.claimBy(AGENTS, bounty, 1);
        chain.follow();
        Claim lost = chain.claim(bounty);

        chain.contract.reorganise(1);
        chain.claimBy(RIVALS, bounty, 1);
        chain.settle();

        assertThat(chain.now(lost).status()).isInstanceOf(Released.class);
        assertThat(chain.claim(bounty).parties().agent()).isEqualTo(chain.rival.agent());
        assertThat(chain.stakeOf(chain.claim(bounty))).isEqualTo(STAKE);
        assertThat(chain.stakeOf(lost)).isEqualTo(NOTHING);
        assertThat(chain.isFrozen(bounty)).isFalse();
    }

    @Test
    void claimThatWasLostIsTakenBackBeforeWhatCameInItsPlace() {
        Bounty bounty = chain.open();
        chain.claimBy(AGENTS, bounty, 1);
        chain.follow();
        Claim lost = chain.claim(bounty);

        chain.contract.reorganise(1);
        chain.sayForGood(
                chain.endedUnclaimed(bounty, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));

        assertThat(chain.status(bounty)).isEqualTo("cancelled");
        assertThat(chain.now(lost).status()).isInstanceOf(Released.class);
        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(chain.use.contradictions).isEmpty();
    }

    @Test
    void whatWasFinalAndIsTakenBackFreezesTheBounty() {
        Bounty before = chain.open();
        Bounty bounty = chain.posted();
        chain.fund(bounty);
        chain.settle();

        chain.contract.reorganise(UseCases.CONFIRMATIONS + 1);
        chain.settle();

        assertThat(chain.isFrozen(bounty)).isTrue();
        assertThat(Objects.requireNonNull(chain.hold(bounty).frozen()).reason())
                .startsWith("the chain took back what was final: Funded");
        assertThat(chain.guildhall.chainFacts.of(chain.hold(bounty).onchainId())).isEmpty();
        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.isFrozen(before)).isFalse();
    }

    @Test
    void whatIsSaidAgainAfterAForkIsNotBookedTwice() {
        Bounty bounty = chain.posted();
        ChainFact funded = chain.fund(bounty);
        chain.settle();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);
        chain.settle();
        Claim claim = chain.claim(bounty);

        chain.contract.reorganise(2 * (UseCases.CONFIRMATIONS + 1));
        ChainFact fundedAgain = chain.contract.sayAgain(funded);
        ChainFact claimedAgain = chain.contract.sayAgain(claimed);
        chain.settle();

        assertThat(chain.isFrozen(bounty)).isTrue();
        assertThat(chain.objections(bounty)).isEmpty();
        assertThat(chain.guildhall.chainFacts.of(chain.hold(bounty).onchainId()))
                .extracting(fact -> fact.origin())
                .containsExactly(fundedAgain.origin(), claimedAgain.origin());
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(chain.stakeOf(claim)).isEqualTo(STAKE);
        assertThat(chain.claim(bounty)).isEqualTo(claim);

        chain.sayForGood(
                chain.endedWithStake(bounty, VaultStatus.EXPIRED, VaultOutcome.RELEASED, 0));

        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        assertThat(chain.stakeOf(claim)).isEqualTo(NOTHING);
    }

    @Test
    void whatIsSaidAgainAtOtherTimesIsNotBookedTwice() {
        Bounty bounty = chain.open();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);
        chain.settle();
        Claim claim = chain.claim(bounty);

        chain.contract.reorganise(UseCases.CONFIRMATIONS + 1);
        chain.advance(LATER);
        ChainFact again =
                chain.contract.sayAs(
                        chain.claimed(AGENTS, bounty, 1), claimed.origin().transaction());
        chain.settle();

        assertThat(chain.stakeOf(claim)).isEqualTo(STAKE);
        assertThat(chain.guildhall.escrowHolds.find(claim.id()).orElseThrow().origin())
                .isEqualTo(again.origin());
        assertThat(chain.objections(bounty)).isEmpty();
        assertThat(chain.guildhall.chainFacts.of(chain.hold(bounty).onchainId()).getLast().says())
                .contains("claimedAt=" + chain.guildhall.clock.instant());
    }

    @Test
    void disputeThatIsOpenedAgainAtAnotherTimeGoesByThat() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        ChainFact opened = chain.say(chain.disputeOpened(bounty, 1, 0, Side.AGENT));
        chain.settle();
        Dispute before = chain.dispute(bounty);

        chain.contract.reorganise(UseCases.CONFIRMATIONS + 1);
        chain.advance(LATER);
        var again = (VaultEvent.DisputeOpened) chain.disputeOpened(bounty, 1, 0, Side.AGENT);
        chain.contract.sayAs(again, opened.origin().transaction());
        chain.settle();

        Dispute dispute = chain.dispute(bounty);
        assertThat(dispute.id()).isEqualTo(before.id());
        assertThat(dispute.status()).isEqualTo(new Open(again.answerBy()));
        assertThat(dispute.decideBy()).isEqualTo(before.decideBy().plus(LATER));
        assertThat(chain.objections(bounty)).isEmpty();
    }

    @Test
    void stakeThatIsGivenBackAgainAtAnotherTimeStopsNobodyElse() {
        Bounty bounty = chain.open();
        ChainFact claimed = chain.claimBy(AGENTS, bounty, 1);
        chain.settle();
        Claim claim = chain.claim(bounty);
        Submission submission = chain.market.submit(chain.agent, bounty);
        ChainFact submitted = chain.say(chain.submitted(bounty, claim, submission));
        chain.settle();

        chain.contract.reorganise(2 * (UseCases.CONFIRMATIONS + 1));
        chain.advance(LATER);
        chain.contract.sayAs(chain.claimed(AGENTS, bounty, 1), claimed.origin().transaction());
        chain.contract.sayAs(
                chain.submitted(bounty, claim, submission), submitted.origin().transaction());
        Bounty other = chain.open();

        assertThat(chain.status(other)).isEqualTo("open");
        assertThat(chain.stakeOf(claim)).isEqualTo(NOTHING);
        assertThat(chain.objections(bounty)).isEmpty();
        assertThat(chain.isFrozen(bounty)).isTrue();
    }

    /** Such as the same call at a higher price, which came into a block only after the fork. */
    @Test
    void transactionThatCameInTheLostOnesPlaceIsNotBookedTwice() {
        Bounty bounty = chain.posted();
        chain.fund(bounty);
        chain.settle();

        chain.contract.reorganise(UseCases.CONFIRMATIONS + 1);
        ChainFact funded = chain.fund(bounty);
        chain.settle();

        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(chain.objections(bounty)).isEmpty();
        assertThat(chain.hold(bounty).fundedBy()).isEqualTo(funded.origin().transaction());
    }

    @Test
    void factWhoseMoneyCannotBeBookedStopsNobodyElse() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        Submission submission = chain.market.submit(chain.agent, bounty);
        WorkRef work = new WorkRef(AGENTS, 1, 1, submission.work().digest());

        chain.say(
                new VaultEvent.Submitted(
                        chain.hold(bounty).onchainId(),
                        work,
                        STAKE.plus(STAKE),
                        chain.guildhall.clock.instant()));
        Bounty other = chain.open();

        assertThat(chain.status(other)).isEqualTo("open");
        assertThat(chain.isFrozen(bounty)).isTrue();
        assertThat(chain.objections(bounty))
                .singleElement()
                .satisfies(why -> assertThat(why).startsWith("not booked: "));
        assertThat(chain.use.contradictions).hasSize(1);
        assertThat(chain.stakeOf(claim)).isEqualTo(STAKE);
    }

    @Test
    void claimThatLocksAnotherStakeAfterAForkIsNotBookedTwice() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);

        chain.contract.reorganise(UseCases.CONFIRMATIONS + 1);
        chain.say(
                new VaultEvent.Claimed(
                        chain.hold(bounty).onchainId(),
                        AGENTS,
                        1,
                        STAKE.share(5_000),
                        chain.guildhall.clock.instant(),
                        chain.guildhall.clock.instant().plus(LATER)));
        Bounty other = chain.open();

        assertThat(chain.status(other)).isEqualTo("open");
        assertThat(chain.stakeOf(claim)).isEqualTo(STAKE);
        assertThat(chain.objections(bounty))
                .containsExactly("not booked: its money has moved before");
    }

    @Test
    void anotherEndAfterAForkMovesNoMoneyAndStopsNobodyElse() {
        Bounty bounty = chain.open();
        chain.inReview(bounty);
        chain.sayForGood(chain.paid(bounty, VaultOutcome.REVIEW_UNANSWERED));

        chain.contract.reorganise(UseCases.CONFIRMATIONS + 1);
        ChainFact ended =
                chain.say(chain.ended(bounty, VaultStatus.PAID, VaultOutcome.RULED, 5_000));
        Bounty other = chain.open();

        assertThat(chain.status(other)).isEqualTo("open");
        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        assertThat(chain.hold(bounty).endedBy()).isEqualTo(ended.origin().transaction());
        assertThat(chain.objections(bounty)).hasSize(1);
        assertThat(chain.isFrozen(bounty)).isTrue();
    }

    @Test
    void trailGoesOnFromTheFork() {
        Bounty before = chain.open();
        Bounty lost = chain.posted();
        chain.fund(lost);
        chain.settle();
        Block old = cursor();

        chain.contract.reorganise(UseCases.CONFIRMATIONS + 1);
        Bounty after = chain.posted();
        chain.fund(after);
        chain.settle();

        assertThat(chain.guildhall.chainTrail.places(ScriptedContract.SITE, 100))
                .doesNotContain(old)
                .allMatch(
                        place -> chain.contract.block(place.number()).orElseThrow().equals(place));
        assertThat(chain.status(after)).isEqualTo("open");
        assertThat(chain.isFrozen(after)).isFalse();
        assertThat(chain.isFrozen(before)).isFalse();
        assertThat(chain.guildhall.chainFacts.of(chain.hold(before).onchainId())).hasSize(1);
    }

    @Test
    void anotherClaimUnderTheNumberOfAFinalOneStopsNobodyElse() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        chain.sayForGood(chain.claimEnded(bounty, VaultOutcome.RELEASED, STAKE, NOTHING));

        chain.contract.reorganise(2 * (UseCases.CONFIRMATIONS + 1));
        chain.claimBy(RIVALS, bounty, 1);
        Bounty other = chain.open();

        assertThat(chain.status(other)).isEqualTo("open");
        assertThat(chain.objections(bounty)).containsExactly("claim number 1 is another one");
        assertThat(chain.isFrozen(bounty)).isTrue();
    }

    @Test
    void anotherClaimUnderTheNumberOfAFinalOneThatGoesOnStopsNobodyElse() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);

        chain.contract.reorganise(UseCases.CONFIRMATIONS + 1);
        chain.claimBy(RIVALS, bounty, 1);
        chain.say(
                new VaultEvent.Submitted(
                        chain.hold(bounty).onchainId(),
                        new WorkRef(RIVALS, 1, 1, ChainMarket.digest("other work")),
                        STAKE,
                        chain.guildhall.clock.instant()));
        Bounty other = chain.open();

        assertThat(chain.status(other)).isEqualTo("open");
        assertThat(chain.objections(bounty))
                .containsExactly(
                        "claimed while it is claimed",
                        "the contract speaks of a claim that we do not have");
        assertThat(chain.isFrozen(bounty)).isTrue();
        assertThat(chain.guildhall.submissions.ofClaim(claim.id())).isEmpty();
        assertThat(chain.stakeOf(claim)).isEqualTo(STAKE);
    }

    @Test
    void factsOfABranchThatIsLeftBetweenTwoQuestionsDoNotCount() {
        Bounty bounty = chain.posted();
        ChainFact funded = chain.fund(bounty);
        chain.contract.mine(UseCases.CONFIRMATIONS);
        chain.contract.afterFacts(() -> chain.contract.reorganise(UseCases.CONFIRMATIONS + 1));

        chain.follow();

        assertThat(chain.status(bounty)).isEqualTo("awaiting_funding");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);

        chain.contract.sayAgain(funded);
        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.isFrozen(bounty)).isFalse();
    }

    @Test
    void roundThatWasCutShortIsTakenBackToo() {
        Bounty bounty = chain.posted();
        chain.follow();
        ChainFact funded = chain.fund(bounty);
        chain.use.recordFacts.handle(List.of(funded));
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);

        chain.contract.reorganise(1);
        chain.contract.sayAgain(funded);
        chain.settle();

        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(chain.guildhall.chainFacts.of(chain.hold(bounty).onchainId())).hasSize(1);
        assertThat(chain.isFrozen(bounty)).isTrue();
    }

    private Block cursor() {
        return chain.guildhall.chainTrail.last(ScriptedContract.SITE).orElseThrow();
    }

    private Standing standing(Claim claim) {
        return chain.guildhall.escrowHolds.find(claim.id()).orElseThrow().standing();
    }
}
