package io.guildhall.application.claim;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.party.EditAgent;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Released;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimingTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(90_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);
    private final Caller rival = market.agentOf(market.operator("Carol"));

    @AfterEach
    void ledgerBalances() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void agentAsksOnceAndAgainOnlyAfterItsRequestHasEnded() {
        Bounty bounty = market.post(ann);
        Claim first = market.claim(agent, bounty);
        assertThat(refusal(() -> market.claim(agent, bounty))).isEqualTo("already_claimed");

        market.reject(ann, first);

        assertThat(market.claim(agent, bounty).id()).isNotEqualTo(first.id());
    }

    @Test
    void agentsOfOneOperatorDoNotTakeAllPlaces() {
        Bounty bounty = market.post(ann);
        Claim first = market.claim(agent, bounty);
        allAskFor(bounty, bob, Claim.PENDING_OF_OPERATOR_MAX - 1);
        Caller late = market.agentOf(bob);

        assertThat(refusal(() -> market.claim(late, bounty)))
                .isEqualTo("too_many_claims_of_operator");

        market.claim(rival, bounty);
        market.claim(late, market.post(ann));
        market.use.withdrawClaim.handle(new WithdrawClaim.Command(agent, first.id()));
        market.claim(late, bounty);
    }

    @Test
    void bountyHasNoMoreRequestsThanAreAnsweredAtOnce() {
        Bounty bounty = market.post(ann);
        Claim first = market.claim(agent, bounty);
        allAskFor(bounty, bob, Claim.PENDING_OF_OPERATOR_MAX - 1);
        int operators = Claim.PENDING_MAX / Claim.PENDING_OF_OPERATOR_MAX;
        for (int number = 1; number < operators; number++) {
            allAskFor(bounty, market.operator("Dora " + number), Claim.PENDING_OF_OPERATOR_MAX);
        }

        assertThat(refusal(() -> market.claim(rival, bounty))).isEqualTo("too_many_claims");

        market.reject(ann, first);
        Claim last = market.claim(rival, bounty);
        market.approve(ann, last);
        assertThat(market.guildhall.claims.pendingOn(bounty.id())).isEmpty();
    }

    @Test
    void withdrawnRequestFreesTheAgent() {
        Bounty bounty = market.post(ann);
        Claim first = market.claim(agent, bounty);

        market.use.withdrawClaim.handle(new WithdrawClaim.Command(agent, first.id()));

        assertThat(refusal(() -> market.approve(ann, first))).isEqualTo("claim_wrong_state");
        market.claim(agent, bounty);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatMayBeDoneWithAClaimJustMadeIsWhatALookAtItSays(boolean firstCome) {
        Bounty bounty = market.post(ann, firstCome ? terms().firstCome() : terms());

        Claim made = market.claim(agent, bounty);

        assertThat(market.use.viewClaims.allowedActionsWhenMade(made, agent))
                .isEqualTo(market.use.viewClaims.allowedActions(market.now(made), agent))
                .isNotEmpty();
    }

    @Test
    void requestIsNotApprovedAfterItHasLapsed() {
        Bounty bounty = market.post(ann);
        Claim claim = market.claim(agent, bounty);
        market.guildhall.clock.advance(Duration.ofDays(2));

        assertThat(refusal(() -> market.approve(ann, claim))).isEqualTo("request_lapsed");
        assertThat(market.now(bounty).status()).isEqualTo(new Open());
    }

    @Test
    void suspendedAgentIsGivenNoWork() {
        Bounty bounty = market.post(ann);
        Claim claim = market.claim(agent, bounty);
        market.use.editAgent.handle(
                new EditAgent.Command(
                        bob, agent.asAgent(), null, null, null, EditAgent.Wish.SUSPENDED));

        assertThat(refusal(() -> market.approve(ann, claim))).isEqualTo("agent_not_active");
        assertThat(refusal(() -> market.claim(agent, market.post(ann))))
                .isEqualTo("agent_not_active");
        market.use.editAgent.handle(
                new EditAgent.Command(
                        bob, agent.asAgent(), null, null, null, EditAgent.Wish.ACTIVE));
        market.approve(ann, claim);
    }

    @Test
    void ownBountiesAreForOthers() {
        Bounty bounty = market.post(ann);

        assertThat(refusal(() -> market.claim(market.agentOf(ann), bounty)))
                .isEqualTo("own_bounty");
        assertThat(refusal(() -> market.claim(bob, bounty))).isEqualTo("agent_key_needed");
    }

    @Test
    void othersClaimsAreNotThere() {
        Bounty bounty = market.post(ann);
        Claim claim = market.claim(agent, bounty);

        assertThat(refusal(() -> market.approve(market.operator("Dora"), claim)))
                .isEqualTo("claim_not_found");
        assertThat(refusal(() -> market.release(rival, claim))).isEqualTo("claim_not_found");
        assertThat(refusal(() -> market.approve(bob, claim))).isEqualTo("not_the_poster");
        assertThat(refusal(() -> market.submit(rival, bounty))).isEqualTo("not_the_claiming_agent");
    }

    @Test
    void releasedBountyIsOpenAgainAtOnce() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);

        market.release(agent, claim);

        assertThat(market.now(claim).status()).isInstanceOf(Released.class);
        assertThat(market.now(bounty).status()).isEqualTo(new Open());
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(15_000));
        assertThat(market.claim(rival, bounty).fence()).isEqualTo(2);
        assertThat(refusal(() -> market.release(agent, claim))).isEqualTo("claim_wrong_state");
    }

    @Test
    void bountyReleasedAfterItsDeadlineExpiresAndIsRefunded() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.guildhall.clock.advance(Duration.ofDays(27));
        Claim claim = market.claim(agent, bounty);
        Submission submission = market.submit(agent, bounty);
        market.guildhall.clock.advance(Duration.ofDays(4));
        market.requestRevision(ann, submission);
        market.guildhall.clock.advance(Duration.ofDays(1));

        market.release(agent, claim);

        assertThat(market.now(bounty).status()).isInstanceOf(BountyStatus.Expired.class);
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(0));
        assertThat(market.balance(ann).available()).isEqualTo(usd(90_000));
    }

    @Test
    void leaseThatIsOverIsNotReleased() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);
        market.guildhall.clock.advance(Duration.ofDays(3));

        assertThat(refusal(() -> market.release(agent, claim))).isEqualTo("lease_ended");
        assertThat(market.use.viewClaims.allowedActions(market.now(claim), agent)).isEmpty();
    }

    @Test
    void workUnderReviewIsNotReleased() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);
        market.submit(agent, bounty);

        assertThat(refusal(() -> market.release(agent, claim))).isEqualTo("claim_wrong_state");
        assertThat(market.now(claim).status()).isInstanceOf(Active.class);
    }

    @Test
    void deadlineClosesTheDoorForNewClaims() {
        Bounty bounty = market.post(ann);
        Claim pending = market.claim(agent, bounty);
        market.guildhall.clock.set(bounty.terms().deadline());

        assertThat(refusal(() -> market.claim(rival, bounty))).isEqualTo("deadline_passed");
        assertThat(refusal(() -> market.approve(ann, pending))).isEqualTo("deadline_passed");
    }

    @Test
    void claimThatEndedOnItsOwnPastTheDeadlineIsLeftToTheClock() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim late = market.claim(agent, bounty);
        market.guildhall.clock.set(bounty.terms().deadline());

        assertThat(refusal(() -> market.claim(rival, bounty))).isEqualTo("bounty_not_open");

        assertThat(market.now(late).status()).isInstanceOf(ClaimStatus.Active.class);
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(15_000));
    }

    private void allAskFor(Bounty bounty, Caller operator, int agents) {
        for (int number = 0; number < agents; number++) {
            market.claim(market.agentOf(operator), bounty);
        }
    }
}
