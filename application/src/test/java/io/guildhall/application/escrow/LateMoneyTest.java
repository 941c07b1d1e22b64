package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.ANNS;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.REWARD;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOrderStatus.Failed;
import io.guildhall.domain.escrow.VaultOrderStatus.Waiting;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.party.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money on its way to the contract while the time for it runs out, or its bounty is cancelled. */
class LateMoneyTest {

    private final ChainMarket chain = new ChainMarket();

    @AfterEach
    void everyDebitHasItsCredit() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void moneyThatCameInTimeIsHeardBeforeTimeEndsTheBounty() {
        Bounty bounty = chain.posted();
        chain.advance(Bounty.FUNDING_WINDOW.minusSeconds(1));
        chain.fund(bounty);
        chain.advance(Duration.ofDays(2));

        chain.market.fireTimers();
        assertThat(chain.status(bounty)).isEqualTo("awaiting_funding");

        chain.settle();
        chain.market.fireTimers();
        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.isFrozen(bounty)).isFalse();
    }

    @Test
    void chainThatIsNotHeardEndsNothing() {
        Bounty bounty = chain.posted();
        chain.contract.beSilent(true);
        chain.market.pass(Bounty.FUNDING_WINDOW.plusDays(3));
        assertThat(refusal(chain::follow)).isEqualTo("chain_unavailable");
        chain.market.fireTimers();
        assertThat(chain.status(bounty)).isEqualTo("awaiting_funding");

        chain.contract.beSilent(false);
        chain.heardUntilNow();
        chain.market.fireTimers();

        assertThat(chain.status(bounty)).isEqualTo("expired");
    }

    @Test
    void posterTakesBackWhatCameAfterTheTimeForIt() {
        Bounty bounty = chain.posted();
        chain.expire(bounty);

        chain.fund(bounty);
        chain.settle();

        assertThat(chain.isFrozen(bounty)).isTrue();
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(calls(chain.ann, bounty)).containsExactly("cancelBounty");

        chain.sayForGood(
                chain.endedUnclaimed(bounty, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));

        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        assertThat(chain.status(bounty)).isEqualTo("expired");
        assertThat(chain.objections(bounty)).containsExactly("funded while it is expired");
        assertThat(calls(chain.ann, bounty)).isEmpty();
    }

    @Test
    void posterTakesBackWhatWasUnderWayWhenSheCancelled() {
        Bounty bounty = chain.posted();
        chain.fund(bounty);
        chain.market.cancel(chain.ann, bounty);
        assertThat(calls(chain.ann, bounty)).isEmpty();

        chain.settle();

        assertThat(chain.status(bounty)).isEqualTo("cancelled");
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(calls(chain.ann, bounty)).containsExactly("cancelBounty");
        assertThat(refusal(() -> chain.use.viewEscrow.of(chain.agent, bounty.id())))
                .isEqualTo("bounty_not_found");
    }

    @Test
    void timeFreesWhatNobodyTakesBack() {
        Bounty bounty = chain.posted();
        chain.expire(bounty);
        chain.fund(bounty);
        chain.settle();

        assertThat(chain.market.fireTimers()).isZero();
        assertIsDueFrom(bounty.terms().deadline(), bounty);
        chain.advance(untilDeadline(bounty));
        chain.market.fireTimers();
        chain.market.fireTimers();

        assertThat(waiting(bounty)).containsExactly("expire");

        chain.sayForGood(chain.endedUnclaimed(bounty, VaultStatus.EXPIRED, VaultOutcome.UNCLAIMED));

        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        assertThat(chain.objections(bounty)).containsExactly("funded while it is expired");
        assertThat(waiting(bounty)).isEmpty();
        assertNothingIsDue(bounty);
    }

    @Test
    void unfreezingItChangesNothingOfThat() {
        Bounty bounty = chain.posted();
        chain.expire(bounty);
        chain.fund(bounty);
        chain.settle();

        chain.use.unfreezeBounty.handle(
                new UnfreezeBounty.Command(
                        chain.admin(), bounty.id(), "Her money came late", "req_1"));

        assertThat(calls(chain.ann, bounty)).containsExactly("cancelBounty");
        chain.advance(untilDeadline(bounty));
        chain.market.fireTimers();
        assertThat(waiting(bounty)).containsExactly("expire");
    }

    @Test
    void thatTimeDoesNotFreeItIsTold() {
        Bounty bounty = chain.posted();
        chain.expire(bounty);
        chain.fund(bounty);
        chain.settle();
        chain.use.unfreezeBounty.handle(
                new UnfreezeBounty.Command(
                        chain.admin(), bounty.id(), "Her money came late", "req_1"));
        chain.advance(untilDeadline(bounty));
        chain.market.fireTimers();
        chain.use.contradictions.clear();

        failForGood(chain.guildhall.vaultOrders.of(bounty.id()).getLast());

        assertThat(chain.isFrozen(bounty)).isTrue();
        assertThat(chain.use.contradictions)
                .containsExactly(new UseCases.Contradiction(bounty.id(), "NotDue"));
        chain.advance(EscrowOrders.REST);
        chain.market.fireTimers();
        assertThat(waiting(bounty)).containsExactly("expire");
    }

    @Test
    void whoeverClaimsItAtTheContractIsToldWhenTimeIsOver() {
        Bounty bounty = chain.posted();
        chain.market.cancel(chain.ann, bounty);
        chain.fund(bounty);
        chain.claimBy(AGENTS, bounty, 1);
        chain.settle();
        assertThat(calls(chain.ann, bounty)).isEmpty();
        assertIsDueFrom(chain.guildhall.clock.instant().plus(bounty.terms().claimTtl()), bounty);

        chain.advance(bounty.terms().claimTtl());
        chain.market.fireTimers();
        assertThat(waiting(bounty)).containsExactly("expire");

        chain.sayForGood(chain.claimEnded(bounty, VaultOutcome.LEASE_ENDED, NOTHING, STAKE));
        assertThat(waiting(bounty)).isEmpty();
        assertThat(calls(chain.ann, bounty)).containsExactly("cancelBounty");

        chain.advance(untilDeadline(bounty));
        chain.market.fireTimers();
        assertThat(waiting(bounty)).containsExactly("expire");
    }

    @Test
    void moneyOnOtherTermsIsFreedToo() {
        Bounty bounty = chain.posted();
        EscrowHold hold = chain.hold(bounty);
        VaultTerms terms = hold.termsOf(bounty);
        chain.sayForGood(
                new VaultEvent.Funded(
                        hold.onchainId(),
                        ANNS,
                        bounty.id(),
                        new VaultTerms(
                                MoneyFixture.usdc(40_000),
                                terms.feeBps(),
                                terms.feeAccount(),
                                terms.stakeBps(),
                                terms.deadline(),
                                terms.ttl(),
                                terms.reviewWindow(),
                                terms.manifest())));
        assertThat(calls(chain.ann, bounty)).containsExactly("cancelBounty");

        chain.expire(bounty);
        assertThat(calls(chain.ann, bounty)).containsExactly("cancelBounty");
        chain.advance(untilDeadline(bounty));
        chain.market.fireTimers();

        assertThat(waiting(bounty)).containsExactly("expire");
    }

    @Test
    void endThatTheChainTakesBackLeavesItsMoneyThere() {
        Bounty bounty = chain.open();
        ChainFact cancelled =
                chain.say(
                        chain.endedUnclaimed(
                                bounty, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));
        chain.settle();
        assertThat(chain.hold(bounty).holdsMoney()).isFalse();

        chain.contract.reorganise(UseCases.CONFIRMATIONS + 1);
        chain.settle();

        assertThat(chain.hold(bounty).holdsMoney()).isTrue();
        assertThat(calls(chain.ann, bounty)).containsExactly("cancelBounty");
        assertIsDueFrom(bounty.terms().deadline(), bounty);

        chain.contract.sayAgain(cancelled);
        chain.settle();

        assertThat(chain.hold(bounty).holdsMoney()).isFalse();
        assertNothingIsDue(bounty);
    }

    private void failForGood(VaultOrder order) {
        chain.guildhall.transactions.run(() -> {
            Instant now = chain.guildhall.clock.instant();
            VaultOrder refused = order;
            while (!(refused.status() instanceof Failed)) {
                refused = refused.object("NotDue", SendingLimits.STANDARD, now).orThrow().state();
            }
            chain.use.freezeOnFailure.failed(chain.guildhall.vaultOrders.save(refused), "NotDue");
        });
    }

    private void assertNothingIsDue(Bounty bounty) {
        assertThat(due(chain.guildhall.clock.instant())).doesNotContain(bounty.id());
    }

    /** Until then nobody even looks at it. */
    private void assertIsDueFrom(Instant time, Bounty bounty) {
        assertThat(due(time.minusNanos(1_000))).doesNotContain(bounty.id());
        assertThat(due(time)).contains(bounty.id());
    }

    private List<BountyId> due(Instant time) {
        return chain.guildhall.dueBounties.due(time, null, 100);
    }

    private Duration untilDeadline(Bounty bounty) {
        return Duration.between(chain.guildhall.clock.instant(), bounty.terms().deadline());
    }

    private List<String> calls(Caller caller, Bounty bounty) {
        return chain.use.viewEscrow.of(caller, bounty.id()).calls().stream()
                .map(ViewEscrow.OwnCall::function)
                .toList();
    }

    private List<String> waiting(Bounty bounty) {
        return chain.guildhall.vaultOrders.of(bounty.id()).stream()
                .filter(order -> order.status() instanceof Waiting)
                .map(order -> order.call().word())
                .toList();
    }
}
