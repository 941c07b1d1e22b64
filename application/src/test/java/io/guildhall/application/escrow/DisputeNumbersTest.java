package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.RIVALS;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static io.guildhall.application.escrow.ChainMarket.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.AnswerDispute;
import io.guildhall.domain.escrow.VaultCall.RuleDispute;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.submission.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bounty's disputes have the numbers that the contract gave them, whatever happened here. */
class DisputeNumbersTest {

    private static final WalletAddress STRANGERS = new WalletAddress("0x" + "dd".repeat(20));

    private final ChainMarket chain = new ChainMarket();

    @AfterEach
    void everyDebitHasItsCredit() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void disputeThatTheContractRefusedHasNoNumber() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        chain.market.dispute(chain.agent, bounty);
        chain.failForGood(chain.waiting(bounty).getFirst());
        chain.sayForGood(chain.claimEnded(bounty, VaultOutcome.LEASE_ENDED, NOTHING, STAKE));
        chain.unfreeze(bounty);
        chain.claimBy(RIVALS, bounty, 2);
        chain.settle();

        Dispute dispute = chain.market.dispute(chain.rival, bounty);
        answerAndRule(dispute);

        assertAnsweredAndRuledOn(bounty, 1);
    }

    @Test
    void disputeOfAnEarlierClaimThatWeNeverHadIsCounted() {
        Bounty bounty = chain.open();
        OnchainId id = chain.hold(bounty).onchainId();
        chain.claimBy(STRANGERS, bounty, 1);
        chain.say(ofStrangers(chain.disputeOpened(bounty, 1, 0, Side.AGENT)));
        chain.say(chain.disputeWithdrawn(bounty, 1));
        chain.sayForGood(
                new VaultEvent.ClaimEnded(id, STRANGERS, 1, VaultOutcome.RELEASED, STAKE, NOTHING));
        chain.unfreeze(bounty);
        chain.claimBy(RIVALS, bounty, 2);
        chain.settle();

        Dispute dispute = chain.market.dispute(chain.rival, bounty);
        assertThat(chain.use.viewEscrow.of(chain.rival, bounty.id()).calls())
                .singleElement()
                .satisfies(call ->
                        assertThat(call.calldata())
                                .isEqualTo(
                                        chain.contract.calldata(
                                                new WalletCall.WithdrawDispute(id, 2))));
        assertThat(chain.use.viewEscrow.offer(chain.rival, bounty.id(), 3_000).calldata())
                .isEqualTo(chain.contract.calldata(new WalletCall.OfferSplit(id, 2, 3_000)));

        answerAndRule(dispute);

        assertAnsweredAndRuledOn(bounty, 2);
    }

    @Test
    void numberIsTheSameOnceTheContractHasHeardOfIt() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.AGENT));

        answerAndRule(dispute);

        assertAnsweredAndRuledOn(bounty, 1);
    }

    /** Its wallet was quicker, about something else, and took that back. */
    @Test
    void disputeThatIsOnThereIsOnHere() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute first = chain.market.dispute(chain.agent, submission);
        chain.say(chain.disputeOpened(bounty, 1, 0, Side.AGENT));
        chain.say(chain.disputeWithdrawn(bounty, 1));

        chain.sayForGood(chain.disputeOpened(bounty, 2, 1, Side.AGENT));

        Dispute second = chain.dispute(bounty);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(chain.now(first).status().word()).isEqualTo("withdrawn");
        assertThat(chain.isFrozen(bounty)).isFalse();

        answerAndRule(second);

        assertAnsweredAndRuledOn(bounty, 2);
    }

    @Test
    void orderThatIsGivenAgainHasTheNumberThatHoldsNow() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.say(chain.disputeOpened(bounty, 1, 0, Side.AGENT));
        chain.sayForGood(chain.disputeWithdrawn(bounty, 1));
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        answerAndRule(dispute);
        assertAnsweredAndRuledOn(bounty, 2);

        chain.contract.reorganise(UseCases.CONFIRMATIONS + 2);
        chain.settle();
        chain.waiting(bounty).stream()
                .filter(order -> order.call() instanceof VaultCall.OpenDispute)
                .findFirst()
                .ifPresent(chain::failForGood);
        chain.unfreeze(bounty);

        assertAnsweredAndRuledOn(bounty, 1);
    }

    private void answerAndRule(Dispute dispute) {
        chain.market.giveEvidence(chain.ann, dispute);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForAgent());
    }

    private void assertAnsweredAndRuledOn(Bounty bounty, int number) {
        OnchainId id = chain.hold(bounty).onchainId();
        assertThat(chain.waiting(bounty))
                .extracting(VaultOrder::call)
                .endsWith(
                        new AnswerDispute(id, number, digest("See for yourself")),
                        new RuleDispute(id, number, Ruling.WHOLE_BPS));
    }

    private static VaultEvent ofStrangers(VaultEvent opened) {
        var ours = (VaultEvent.DisputeOpened) opened;
        return new VaultEvent.DisputeOpened(
                ours.bounty(),
                STRANGERS,
                1,
                ours.dispute(),
                ours.submission(),
                ours.openedBy(),
                ours.answerBy(),
                ours.decideBy());
    }
}
