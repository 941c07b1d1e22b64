package io.guildhall.application.bounty;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.BountyChangeFixture.acceptanceCriteria;
import static io.guildhall.domain.bounty.BountyChangeFixture.reward;
import static io.guildhall.domain.bounty.BountyChangeFixture.title;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.money.MoneyFixture.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.party.Caller;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditBountyTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(20_000));
    private final Caller agent = market.agentOf(market.operator("Bob"));

    @AfterEach
    void ledgerBalances() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void raisedRewardTakesTheDifferenceFromTheBalance() {
        Bounty bounty = market.post(ann);

        Bounty edited = edit(ann, bounty, reward(usd(19_000)));

        assertThat(edited.terms().reward()).isEqualTo(usd(19_000));
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(19_000));
        assertThat(market.balance(ann).available()).isEqualTo(usd(1_000));
    }

    @Test
    void loweredRewardGivesTheDifferenceBack() {
        Bounty bounty = market.post(ann);

        edit(ann, bounty, reward(usd(1_000)));

        assertThat(market.escrowOf(bounty)).isEqualTo(usd(1_000));
        assertThat(market.balance(ann).available()).isEqualTo(usd(19_000));
    }

    @Test
    void raiseThatTheBalanceDoesNotCoverChangesNothing() {
        Bounty bounty = market.post(ann);

        assertThat(refusal(() -> edit(ann, bounty, reward(usd(20_001)))))
                .isEqualTo("insufficient_funds");

        assertThat(market.now(bounty)).isEqualTo(bounty);
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(15_000));
        assertThat(market.balance(ann).available()).isEqualTo(usd(5_000));
    }

    @Test
    void rewardOfAnUnfundedBountyMovesNoMoney() {
        Bounty bounty = market.post(ann, terms().reward(usd(90_000)));

        edit(ann, bounty, reward(usd(10_000)));
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(0));

        market.fund(ann, bounty);
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(10_000));
    }

    @Test
    void rewardMayOnlyGrowOnceSomebodyHasAsked() {
        Bounty bounty = market.post(ann);
        market.claim(agent, bounty);

        assertThat(refusal(() -> edit(ann, bounty, reward(usd(14_999)))))
                .isEqualTo("reward_may_only_grow");
        assertThat(refusal(() -> edit(ann, bounty, acceptanceCriteria(List.of("More")))))
                .isEqualTo("terms_frozen");
        edit(ann, bounty, reward(usd(16_000)));
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(16_000));
    }

    @Test
    void agentIsPaidTheRaisedReward() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(agent, bounty);
        edit(ann, bounty, reward(usd(20_000)));

        market.accept(ann, market.submit(agent, bounty));

        assertThat(market.balance(Caller.operator(agent.operator(), ann.roles())).available())
                .isEqualTo(usd(18_000));
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(0));
    }

    @Test
    void editThatChangesNothingLeavesNoTrace() {
        Bounty bounty = market.post(ann);
        int events = market.guildhall.outbox.kept().size();

        assertThat(edit(ann, bounty, title(bounty.terms().title()))).isEqualTo(bounty);

        assertThat(market.guildhall.outbox.kept()).hasSize(events);
    }

    @Test
    void currencyStays() {
        Bounty bounty = market.post(ann);

        assertThat(refusal(() -> edit(ann, bounty, reward(usdc(15_000)))))
                .isEqualTo("invalid_field");
    }

    @Test
    void onlyThePosterEdits() {
        Bounty bounty = market.post(ann);
        Caller carol = market.operator("Carol");

        assertThat(refusal(() -> edit(carol, bounty, title("Mine")))).isEqualTo("not_the_poster");
        assertThat(refusal(() -> edit(agent, bounty, title("Mine"))))
                .isEqualTo("operator_key_needed");
        assertThat(refusal(() -> edit(market.agentOf(ann), bounty, title("Mine"))))
                .isEqualTo("operator_key_needed");
    }

    private Bounty edit(Caller caller, Bounty bounty, BountyChange change) {
        return market.use.editBounty.handle(new EditBounty.Command(caller, bounty.id(), change));
    }
}
