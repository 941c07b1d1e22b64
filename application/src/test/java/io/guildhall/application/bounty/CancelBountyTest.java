package io.guildhall.application.bounty;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyError.ClaimInProgress;
import io.guildhall.domain.bounty.BountyStatus.Cancelled;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.ClaimStatus.Rejected;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.shared.RefusedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancelBountyTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(20_000));
    private final Caller agent = market.agentOf(market.operator("Bob"));
    private final Caller rival = market.agentOf(market.operator("Carol"));

    @AfterEach
    void ledgerBalances() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void rewardGoesBackWholeAndRequestsAreRejected() {
        Bounty bounty = market.post(ann);
        Claim one = market.claim(agent, bounty);
        Claim other = market.claim(rival, bounty);

        market.cancel(ann, bounty);

        assertThat(market.balance(ann).available()).isEqualTo(usd(20_000));
        for (Claim claim : List.of(one, other)) {
            assertThat(market.now(claim).status())
                    .isEqualTo(new Rejected("bounty_cancelled", market.guildhall.clock.instant()));
        }
    }

    @Test
    void unfundedBountyIsCancelledWithoutAnyMoney() {
        Bounty bounty = market.post(ann, terms().reward(usd(90_000)));

        market.cancel(ann, bounty);

        assertThat(market.now(bounty).status()).isInstanceOf(Cancelled.class);
        assertThat(market.balance(ann).available()).isEqualTo(usd(20_000));
        assertThat(refusal(() -> market.fund(ann, bounty))).isEqualTo("bounty_wrong_state");
    }

    @Test
    void workInProgressIsNotCancelledAndTheAnswerTellsUntilWhen() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(agent, bounty);

        var refused =
                catchThrowableOfType(RefusedException.class, () -> market.cancel(ann, bounty));
        assertThat(refused.error())
                .isEqualTo(
                        new ClaimInProgress(
                                bounty.id(),
                                market.now(bounty).status(),
                                InMemoryGuildhall.OPENING.plus(Duration.ofDays(3))));

        market.submit(agent, bounty);
        assertThat(refusal(() -> market.cancel(ann, bounty))).isEqualTo("claim_in_progress");
    }

    @Test
    void leaseThatIsOverIsNoWorkInProgress() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim late = market.claim(agent, bounty);
        market.guildhall.clock.advance(Duration.ofDays(3));

        market.cancel(ann, bounty);

        assertThat(market.now(late).status()).isInstanceOf(ClaimStatus.Expired.class);
        assertThat(market.now(bounty).status()).isInstanceOf(Cancelled.class);
        assertThat(market.balance(ann).available()).isEqualTo(usd(20_000));
    }

    @Test
    void refusedCancellationEndsNoClaimEither() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim late = market.claim(agent, bounty);
        market.guildhall.clock.advance(Duration.ofDays(30));

        assertThat(refusal(() -> market.cancel(ann, bounty))).isEqualTo("bounty_wrong_state");

        assertThat(market.now(late).status()).isInstanceOf(ClaimStatus.Active.class);
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(15_000));
    }

    @Test
    void bountyIsCancelledOnce() {
        Bounty bounty = market.post(ann);
        market.cancel(ann, bounty);

        assertThat(refusal(() -> market.cancel(ann, bounty))).isEqualTo("bounty_wrong_state");
        assertThat(market.balance(ann).available()).isEqualTo(usd(20_000));
    }

    @Test
    void onlyThePosterCancels() {
        Bounty bounty = market.post(ann);

        assertThat(refusal(() -> market.cancel(market.operator("Dora"), bounty)))
                .isEqualTo("not_the_poster");
        assertThat(refusal(() -> market.cancel(agent, bounty))).isEqualTo("operator_key_needed");
    }
}
