package io.guildhall.application.claim;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent.BountyEdited;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.Term;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.claim.ClaimStatus.Rejected;
import io.guildhall.domain.party.Caller;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BidsTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(20_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);
    private final Caller rival = market.agentOf(market.operator("Carol"));
    private final Bounty bounty = market.post(ann, terms().takingBids());

    @AfterEach
    void ledgerBalances() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void lowerPriceGivesTheRestBackAtOnce() {
        Claim claim = market.bid(agent, bounty, 12_000);
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(15_000));

        market.approve(ann, claim);

        assertThat(market.now(bounty).status()).isEqualTo(new Claimed(claim.id()));
        assertThat(market.now(bounty).terms().reward()).isEqualTo(usd(12_000));
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(12_000));
        assertThat(market.balance(ann).available()).isEqualTo(usd(8_000));
        assertThat(market.guildhall.outbox.events())
                .contains(new BountyEdited(bounty.id(), bounty.poster(), Set.of(Term.REWARD)));

        market.accept(ann, market.submit(agent, bounty));

        assertThat(market.balance(bob).available()).isEqualTo(usd(10_800));
        assertThat(market.fees()).isEqualTo(usd(1_200));
        assertThat(market.balance(ann).available()).isEqualTo(usd(8_000));
    }

    @Test
    void higherPriceTakesTheDifference() {
        market.approve(ann, market.bid(agent, bounty, 18_000));

        assertThat(market.now(bounty).terms().reward()).isEqualTo(usd(18_000));
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(18_000));
        assertThat(market.balance(ann).available()).isEqualTo(usd(2_000));
    }

    @Test
    void higherPriceThatThePosterCannotPayIsRefusedAndNothingChanges() {
        Claim dear = market.bid(agent, bounty, 20_001);
        Claim other = market.bid(rival, bounty, 15_000);

        assertThat(refusal(() -> market.approve(ann, dear))).isEqualTo("insufficient_funds");

        assertThat(market.now(bounty)).isEqualTo(bounty);
        assertThat(market.now(dear)).isEqualTo(dear);
        assertThat(market.now(other).status()).isInstanceOf(Pending.class);
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(15_000));
        assertThat(market.balance(ann).available()).isEqualTo(usd(5_000));

        market.topUp(ann, usd(1));
        market.approve(ann, dear);
        assertThat(market.balance(ann).available()).isEqualTo(usd(0));
        assertThat(market.now(other).status()).isInstanceOf(Rejected.class);
    }

    @Test
    void samePriceMovesNothing() {
        int before = market.guildhall.outbox.events().size();

        market.approve(ann, market.bid(agent, bounty, 15_000));

        assertThat(market.escrowOf(bounty)).isEqualTo(usd(15_000));
        assertThat(market.guildhall.outbox.events().subList(before, before + 2))
                .noneMatch(event -> event instanceof BountyEdited);
    }

    @ParameterizedTest
    @ValueSource(longs = {3_750, 15_000, 30_000})
    void quarterOfTheRewardToTwiceIsABid(long cents) {
        assertThat(market.bid(agent, bounty, cents).proposedReward()).isEqualTo(usd(cents));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 3_749, 30_001, Long.MAX_VALUE})
    void anythingElseIsNone(long cents) {
        assertThat(refusal(() -> market.bid(agent, bounty, cents))).isEqualTo("invalid_field");
        assertThat(market.guildhall.claims.all()).isEmpty();
    }

    @Test
    void priceIsForBountiesThatTakeBidsAndTheyAskForOne() {
        market.topUp(ann, usd(30_000));
        Bounty toApprove = market.post(ann);
        Bounty firstCome = market.post(ann, terms().firstCome());

        assertThat(refusal(() -> market.claim(agent, bounty))).isEqualTo("invalid_field");
        assertThat(refusal(() -> market.bid(agent, toApprove, 15_000))).isEqualTo("invalid_field");
        assertThat(refusal(() -> market.bid(agent, firstCome, 15_000))).isEqualTo("invalid_field");
    }

    @Test
    void bountyThatIsOpenAgainKeepsTheAgreedReward() {
        Claim claim = market.bid(agent, bounty, 12_000);
        market.approve(ann, claim);

        market.release(agent, claim);

        assertThat(market.now(bounty).status()).isEqualTo(new Open());
        assertThat(market.now(bounty).terms().reward()).isEqualTo(usd(12_000));
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(12_000));
        assertThat(refusal(() -> market.bid(rival, bounty, 24_001))).isEqualTo("invalid_field");
        market.cancel(ann, bounty);
        assertThat(market.balance(ann).available()).isEqualTo(usd(20_000));
    }
}
