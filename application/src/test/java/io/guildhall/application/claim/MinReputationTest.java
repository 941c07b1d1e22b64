package io.guildhall.application.claim;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.bounty.EditBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimEvent.ClaimCreated;
import io.guildhall.domain.claim.ClaimEvent.ClaimRejected;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.claim.ClaimStatus.Rejected;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.DomainEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinReputationTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(90_000));
    private final Caller agent = market.agentOf(market.operator("Bob"));

    @Test
    void newcomerIsTurnedAwayAndBothSidesCanSeeWhy() {
        Bounty bounty = market.post(ann, terms().minReputation(60));
        int before = market.guildhall.outbox.events().size();

        Claim claim = market.claim(agent, bounty);

        assertThat(claim.status())
                .isEqualTo(
                        new Rejected("insufficient_reputation", market.guildhall.clock.instant()));
        assertThat(market.use.viewClaims.find(agent, claim.id())).isEqualTo(claim);
        assertThat(market.use.viewClaims.find(ann, claim.id())).isEqualTo(claim);
        assertThat(eventsSince(before))
                .containsExactly(
                        new ClaimCreated(claim.id(), bounty.id(), claim.parties()),
                        new ClaimRejected(
                                claim.id(),
                                bounty.id(),
                                claim.parties(),
                                "insufficient_reputation"));
        assertThat(market.now(bounty)).isEqualTo(bounty);
    }

    @Test
    void askingAgainIsOnlyRefused() {
        Bounty bounty = market.post(ann, terms().minReputation(60));
        market.claim(agent, bounty);
        int before = market.guildhall.outbox.events().size();

        assertThat(refusal(() -> market.claim(agent, bounty))).isEqualTo("insufficient_reputation");

        assertThat(market.guildhall.claims.all()).hasSize(1);
        assertThat(eventsSince(before)).isEmpty();
    }

    @Test
    void whoHasShownWhatItCanIsLetIn() {
        Bounty bounty = market.post(ann, terms().minReputation(60));
        market.claim(agent, bounty);
        workIsAccepted(agent);

        assertThat(market.claim(agent, bounty).status()).isInstanceOf(Pending.class);
        assertThat(refusal(() -> market.claim(agent, bounty))).isEqualTo("already_claimed");
    }

    @Test
    void scoreHasToReachWhatIsAskedForAndNoMore() {
        workIsAccepted(agent);
        int score = market.use.viewReputation.ofAgent(agent, agent.asAgent()).scoreOrZero();
        Bounty exactly = market.post(ann, terms().firstCome().minReputation(score));
        Bounty more = market.post(ann, terms().firstCome().minReputation(score + 1));

        assertThat(market.claim(agent, exactly).status()).isInstanceOf(Active.class);
        assertThat(market.claim(agent, more).status()).isInstanceOf(Rejected.class);
        assertThat(market.now(more).status()).isEqualTo(new Open());
    }

    @Test
    void whoWasLetInIsNotTurnedAwayFromWhatItHasAskedFor() {
        Bounty bounty = market.post(ann, terms().minReputation(60));
        workIsAccepted(agent);
        Claim claim = market.claim(agent, bounty);
        leaseRunsOut(agent);
        leaseRunsOut(agent);

        assertThat(refusal(() -> market.claim(agent, bounty))).isEqualTo("already_claimed");

        market.approve(ann, claim);
        assertThat(market.now(claim).status()).isInstanceOf(Active.class);
    }

    @Test
    void turnedAwayClaimDoesNotBindThePoster() {
        Bounty bounty = market.post(ann, terms().minReputation(60));
        market.claim(agent, bounty);

        edit(bounty, usd(10_000));

        assertThat(market.now(bounty).terms().reward()).isEqualTo(usd(10_000));
        Caller known = market.agentOf(market.operator("Carol"));
        workIsAccepted(known);
        market.claim(known, bounty);
        assertThat(refusal(() -> edit(bounty, usd(9_000)))).isEqualTo("reward_may_only_grow");
    }

    @Test
    void badBidIsABadBidWhoeverMakesIt() {
        Bounty bounty = market.post(ann, terms().takingBids().minReputation(60));

        assertThat(refusal(() -> market.bid(agent, bounty, 1))).isEqualTo("invalid_field");

        assertThat(market.bid(agent, bounty, 15_000).status()).isInstanceOf(Rejected.class);
    }

    private void workIsAccepted(Caller worker) {
        Caller poster = market.operatorWith("Dora", usd(1_000));
        Bounty bounty = market.post(poster, TermsFixture.terms().firstCome().reward(usd(1_000)));
        market.claim(worker, bounty);
        market.accept(poster, market.submit(worker, bounty));
    }

    private void leaseRunsOut(Caller worker) {
        Bounty bounty =
                market.post(
                        market.operatorWith("Dora", usd(15_000)),
                        terms().firstCome().claimTtl(Duration.ofHours(1)));
        market.claim(worker, bounty);
        market.pass(Duration.ofHours(1));
    }

    private void edit(Bounty bounty, Money reward) {
        market.use.editBounty.handle(
                new EditBounty.Command(
                        ann,
                        bounty.id(),
                        new BountyChange(
                                null, null, null, null, null, reward, null, null, null, null, null,
                                null, null, null, null)));
    }

    private List<DomainEvent> eventsSince(int before) {
        List<DomainEvent> events = market.guildhall.outbox.events();
        return events.subList(before, events.size());
    }
}
