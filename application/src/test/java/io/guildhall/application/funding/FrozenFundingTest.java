package io.guildhall.application.funding;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.bounty.EditBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.funding.FundingScope;
import io.guildhall.domain.money.Currency;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.payout.Rail;
import io.guildhall.domain.shared.RefusedException;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrozenFundingTest {

    private static final String FROZEN = "funding_frozen";

    private final Market market = new Market();
    private final Caller admin =
            Caller.operator(market.operator("Admin").operator(), Set.of(Role.ADMIN));
    private final Caller ann = market.operatorWith("Ann", usd(50_000));
    private final Caller bot = market.agentOf(market.operator("Bob"));

    @Test
    void noNewMoneyIsTaken() {
        Caller poor = market.operator("Poor");
        Bounty unfunded = market.post(poor);
        freeze(FundingScope.ALL, null);

        assertThat(refusal(() -> market.post(ann))).isEqualTo(FROZEN);
        assertThat(refusal(() -> market.topUp(ann, usd(100)))).isEqualTo(FROZEN);
        assertThat(refusal(() -> market.fund(poor, unfunded))).isEqualTo(FROZEN);
        assertThat(market.balance(ann).available()).isEqualTo(usd(50_000));

        lift(FundingScope.ALL);
        assertThat(refusal(() -> market.post(ann))).isEqualTo("accepted");
    }

    @Test
    void workThatIsFundedGoesOnToItsPayment() {
        Bounty bounty = market.post(ann);
        freeze(FundingScope.ALL, null);

        market.approve(ann, market.claim(bot, bounty));
        Submission submission = market.submit(bot, bounty);
        market.accept(ann, submission);

        assertThat(market.now(bounty).status()).isInstanceOf(BountyStatus.Paid.class);
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void rewardIsNotRaisedAndMayStillBeLowered() {
        Bounty bounty = market.post(ann);
        freeze(FundingScope.ALL, null);

        assertThat(refusal(() -> reprice(bounty, usd(20_000)))).isEqualTo(FROZEN);
        assertThat(market.now(bounty).terms().reward()).isEqualTo(bounty.terms().reward());
        assertThat(refusal(() -> reprice(bounty, usd(100)))).isEqualTo("accepted");
    }

    @Test
    void bidAboveTheRewardIsNotApprovedAndOneWithinItIs() {
        Bounty bounty = market.post(ann, TermsFixture.terms().takingBids());
        long reward = bounty.terms().reward().cents();
        Claim above = market.bid(bot, bounty, reward + 1);
        Claim within = market.bid(market.agentOf(market.operator("Carol")), bounty, reward);
        freeze(FundingScope.ALL, null);

        assertThat(refusal(() -> market.approve(ann, above))).isEqualTo(FROZEN);
        assertThat(refusal(() -> market.approve(ann, within))).isEqualTo("accepted");
        assertThat(market.now(bounty).terms().reward()).isEqualTo(bounty.terms().reward());
    }

    @Test
    void freezeIsOfItsRailAndCurrencyOnly() {
        freeze(new FundingScope(Rail.ESCROW, null), null);
        freeze(new FundingScope(null, Currency.USDC), null);
        freeze(new FundingScope(Rail.SANDBOX, Currency.USD), null);

        assertThat(refusal(() -> market.post(ann))).isEqualTo("accepted");
        assertThat(refusal(() -> market.topUp(ann, usd(100)))).isEqualTo(FROZEN);
        assertThat(
                        market.use.admin.viewFundingFreezes.inForce(admin).stream()
                                .map(freeze -> freeze.scope().word()))
                .containsExactly("escrow", "sandbox/usd", "usdc");
    }

    @Test
    void freezeEndsWhenItsTimeHasCome() {
        Instant until = market.guildhall.clock.instant().plus(Duration.ofHours(1));
        freeze(FundingScope.ALL, until);
        assertThatThrownBy(() -> market.post(ann))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> {
                            assertThat(refused.error().retryAfter()).isEqualTo(Duration.ofHours(1));
                            assertThat(refused.error().message())
                                    .contains(Mandates.REASON)
                                    .contains(until.toString());
                        });

        market.guildhall.clock.advance(Duration.ofHours(1));

        assertThat(refusal(() -> market.post(ann, TermsFixture.terms()))).isEqualTo("accepted");
        assertThat(market.use.admin.viewFundingFreezes.inForce(admin)).isEmpty();
    }

    @Test
    void endThatLiesInThePastIsRefused() {
        Instant now = market.guildhall.clock.instant();
        assertThat(refusal(() -> freeze(FundingScope.ALL, now))).isEqualTo("invalid_field");
        assertThat(refusal(() -> market.post(ann))).isEqualTo("accepted");
    }

    private void reprice(Bounty bounty, Money reward) {
        market.use.editBounty.handle(
                new EditBounty.Command(
                        ann,
                        bounty.id(),
                        new BountyChange(
                                null, null, null, null, null, reward, null, null, null, null, null,
                                null, null, null, null)));
    }

    private void freeze(FundingScope scope, @Nullable Instant until) {
        market.use.admin.freezeFunding.handle(
                new FreezeFunding.Command(Mandates.of(admin), scope, until));
    }

    private void lift(FundingScope scope) {
        market.use.admin.unfreezeFunding.handle(
                new UnfreezeFunding.Command(Mandates.of(admin), scope));
    }
}
