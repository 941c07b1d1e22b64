package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.REWARD;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FreezeOnFailureTest {

    private final ChainMarket chain = new ChainMarket();

    @Test
    void orderThatTheContractRefusesForGoodFreezesTheBounty() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        Submission submission = chain.market.submit(chain.agent, bounty);
        chain.market.accept(chain.ann, submission);
        VaultOrder submit = chain.guildhall.vaultOrders.of(bounty.id()).getFirst();

        fail(submit);

        String why = "the contract refused submit_work: LeaseEnded";
        assertThat(Objects.requireNonNull(chain.hold(bounty).frozen()).reason()).isEqualTo(why);
        assertThat(chain.use.contradictions)
                .containsExactly(new UseCases.Contradiction(bounty.id(), "LeaseEnded"));
        assertThat(chain.orders(bounty)).isEmpty();
        assertThat(chain.status(bounty)).isEqualTo("completed");
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
    }

    @Test
    void remindersThatWereWithdrawnWithItAreGivenAgain() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.advance(bounty.terms().reviewWindow().plusSeconds(1));
        chain.market.fireTimers();

        fail(chain.guildhall.vaultOrders.of(bounty.id()).getFirst());
        assertThat(chain.orders(bounty)).isEmpty();
        chain.market.fireTimers();
        chain.market.fireTimers();

        assertThat(chain.orders(bounty))
                .extracting(VaultCall::word)
                .containsExactly("accept_unanswered");
        assertThat(refusal(() -> chain.market.accept(chain.ann, submission)))
                .isEqualTo("bounty_frozen");
    }

    @Test
    void claimOfWorkThatCameTooLateForTheContractEndsThere() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        chain.market.submit(chain.agent, bounty);
        chain.failForGood(chain.guildhall.vaultOrders.of(bounty.id()).getFirst());
        chain.market.fireTimers();
        assertThat(waiting(bounty)).isEmpty();
        chain.advance(bounty.terms().claimTtl());

        chain.market.fireTimers();
        chain.market.fireTimers();

        assertThat(waiting(bounty)).containsExactly("expire");

        chain.sayForGood(chain.claimEnded(bounty, VaultOutcome.LEASE_ENDED, NOTHING, STAKE));

        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);

        chain.advance(Duration.between(chain.guildhall.clock.instant(), bounty.terms().deadline()));
        chain.market.fireTimers();

        assertThat(waiting(bounty)).containsExactly("expire");

        chain.sayForGood(chain.endedUnclaimed(bounty, VaultStatus.EXPIRED, VaultOutcome.UNCLAIMED));

        assertThat(chain.status(bounty)).isEqualTo("expired");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
    }

    @Test
    void acceptanceThatTheContractNeverHeardOfIsPaidWhenTheReviewEnds() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.market.accept(chain.ann, submission);
        chain.failForGood(chain.guildhall.vaultOrders.of(bounty.id()).getLast());
        chain.market.fireTimers();
        assertThat(waiting(bounty)).isEmpty();
        chain.advance(bounty.terms().reviewWindow());

        chain.market.fireTimers();

        assertThat(waiting(bounty)).containsExactly("accept_unanswered");

        chain.sayForGood(chain.paid(bounty, VaultOutcome.REVIEW_UNANSWERED));

        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
    }

    @Test
    void rulingThatTheContractNeverHeardOfIsTimedOutThere() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.ann, dispute);
        chain.say(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        chain.sayForGood(chain.disputeAnswered(bounty, 1, Side.POSTER, "See for yourself"));
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.Split(3_000));
        chain.failForGood(chain.guildhall.vaultOrders.of(bounty.id()).getLast());
        chain.advance(Dispute.DECISION_WINDOW);

        chain.market.fireTimers();

        assertThat(waiting(bounty)).containsExactly("time_out_dispute");

        chain.sayForGood(chain.ended(bounty, VaultStatus.PAID, VaultOutcome.ARBITER_SILENT, 5_000));

        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        assertThat(chain.now(dispute).status().word()).isEqualTo("timed_out");
        assertThat(chain.status(bounty)).isEqualTo("paid");
    }

    @Test
    void reminderThatFailedIsGivenAgainAfterARest() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        chain.market.submit(chain.agent, bounty);
        chain.failForGood(chain.guildhall.vaultOrders.of(bounty.id()).getFirst());
        chain.advance(bounty.terms().claimTtl());
        chain.market.fireTimers();
        chain.failForGood(chain.guildhall.vaultOrders.of(bounty.id()).getLast());

        chain.advance(EscrowOrders.REST.minusSeconds(1));
        chain.market.fireTimers();
        assertThat(waiting(bounty)).isEmpty();

        chain.advance(Duration.ofSeconds(1));
        chain.market.fireTimers();
        assertThat(waiting(bounty)).containsExactly("expire");
    }

    @Test
    void whatIsStillWantedIsOrderedAgainOnceTheBountyGoesOn() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        Submission submission = chain.market.submit(chain.agent, bounty);
        chain.market.accept(chain.ann, submission);
        for (int time = 0; time < 2; time++) {
            chain.failForGood(firstWaiting(bounty));
            assertThat(waiting(bounty)).isEmpty();

            chain.unfreeze(bounty);

            assertThat(waiting(bounty)).containsExactly("submit_work", "accept_work");
        }
    }

    @Test
    void whatTheContractHasHeardInTheMeantimeIsNotOrderedAgain() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        Submission submission = chain.market.submit(chain.agent, bounty);
        chain.market.accept(chain.ann, submission);
        chain.failForGood(firstWaiting(bounty));
        chain.sayForGood(chain.submitted(bounty, claim, submission));

        chain.unfreeze(bounty);

        assertThat(waiting(bounty)).containsExactly("accept_work");
    }

    @Test
    void rulingIsOrderedAgainWhileItsDisputeIsOn() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.ann, dispute);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.Split(3_000));
        chain.failForGood(firstWaiting(bounty));
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.AGENT));

        chain.unfreeze(bounty);

        assertThat(waiting(bounty)).containsExactly("answer_dispute", "rule_dispute");
    }

    @Test
    void bountyThatIsOverIsNotFrozen() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.market.accept(chain.ann, submission);
        VaultOrder accept = chain.guildhall.vaultOrders.of(bounty.id()).getLast();
        chain.sayForGood(chain.paid(bounty, VaultOutcome.ACCEPTED));

        fail(accept);

        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(chain.use.contradictions).isEmpty();
    }

    /** Of those that the contract is still to be told, in their order. */
    private List<String> waiting(Bounty bounty) {
        return chain.waiting(bounty).stream().map(order -> order.call().word()).toList();
    }

    private VaultOrder firstWaiting(Bounty bounty) {
        return chain.waiting(bounty).getFirst();
    }

    private void fail(VaultOrder order) {
        chain.guildhall.transactions.run(
                () -> chain.use.freezeOnFailure.failed(order, "LeaseEnded"));
    }
}
