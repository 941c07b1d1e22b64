package io.guildhall.application.escrow;

import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.chain.OnchainId;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.SendingLimits;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.SignedCall;
import io.guildhall.domain.escrow.SignerAccount;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.AcceptWork;
import io.guildhall.domain.escrow.VaultCall.AnswerDispute;
import io.guildhall.domain.escrow.VaultCall.OpenDispute;
import io.guildhall.domain.escrow.VaultCall.RuleDispute;
import io.guildhall.domain.escrow.VaultCall.SubmitWork;
import io.guildhall.domain.escrow.VaultCall.TimeOutDispute;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOrder;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultSender;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A poster accepts here, and says otherwise at the contract: it has the work, and pays for it. */
class AcceptedStaysAcceptedTest {

    private final ChainMarket chain = new ChainMarket();
    private final Bounty bounty = chain.open();
    private final OnchainId id = chain.hold(bounty).onchainId();
    private final Submission work = chain.inReview(bounty);

    @AfterEach
    void everyDebitHasItsCreditAndNothingIsFrozen() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(chain.objections(bounty)).isEmpty();
    }

    @Test
    void workThatWasSentBackThereIsHandedInAndAcceptedAgain() {
        chain.market.accept(chain.ann, work);
        chain.sayForGood(sentBack(1));

        assertThat(waiting()).containsExactly(submit(), accept(2));
        assertThat(chain.status(bounty)).isEqualTo("completed");

        chain.sayForGood(submitted(2));

        assertThat(waiting()).containsExactly(accept(2));

        chain.sayForGood(chain.paid(bounty, VaultOutcome.MERGED));

        assertPaid();
    }

    @Test
    void workThatCannotBeHandedInAgainIsDisputedAndRuledForTheAgent() {
        chain.market.accept(chain.ann, work);
        chain.say(sentBack(1));
        chain.say(submitted(2));
        chain.say(sentBack(2));
        chain.say(submitted(3));
        chain.sayForGood(sentBack(3));

        assertThat(waiting())
                .containsExactly(
                        new OpenDispute(
                                id,
                                AGENTS,
                                1,
                                3,
                                Side.AGENT,
                                digest("The poster has accepted this work")));

        Instant opened = chain.guildhall.clock.instant();
        chain.sayForGood(chain.disputeOpened(bounty, 1, 3, Side.AGENT));

        assertRuledFrom(opened.plus(Dispute.ANSWER_WINDOW));

        chain.failForGood(chain.waiting(bounty).getFirst());
        chain.unfreeze(bounty);

        assertRuledFrom(opened.plus(Dispute.ANSWER_WINDOW));

        chain.sayForGood(chain.ended(bounty, VaultStatus.PAID, VaultOutcome.RULED, 10_000));

        assertPaid();
    }

    /** Where no key of an arbiter's is here, somebody with the role has to. */
    @Test
    void arbitersAreToldWhatToSignAboutWhatWasAcceptedHere() {
        chain.market.accept(chain.ann, work);
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.POSTER));

        assertThat(chain.use.viewEscrow.of(chain.market.arbiter(), bounty.id()).calls())
                .extracting(ViewEscrow.OwnCall::calldata)
                .containsExactly(
                        chain.contract.calldata(
                                new WalletCall.RuleDispute(id, 1, Ruling.WHOLE_BPS)));
        assertThat(chain.use.viewEscrow.of(chain.ann, bounty.id()).calls()).isEmpty();
    }

    @Test
    void disputeOfThePostersIsAnsweredAndRuledForTheAgent() {
        chain.market.accept(chain.ann, work);
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.POSTER));

        assertThat(waiting())
                .containsExactly(
                        new AnswerDispute(id, 1, digest("The poster has accepted this work")),
                        rule(1));

        chain.say(chain.disputeAnswered(bounty, 1, Side.AGENT, "The poster has accepted it"));
        chain.sayForGood(chain.splitOffered(bounty, 1, Side.POSTER, 100));

        assertThat(waiting()).contains(rule(1));
        assertThat(chain.status(bounty)).isEqualTo("completed");
    }

    /** Then who spoke has at least half, and the whole if the poster was silent. */
    @Test
    void disputeThatNobodyRulesOnIsDecidedByTime() {
        chain.market.accept(chain.ann, work);
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        chain.advance(Dispute.DECISION_WINDOW.minusSeconds(1));
        chain.market.fireTimers();
        assertThat(waiting()).containsExactly(rule(1));

        chain.advance(Duration.ofSeconds(1));
        chain.market.fireTimers();

        assertThat(waiting()).containsExactly(new TimeOutDispute(id));

        chain.sayForGood(
                chain.ended(bounty, VaultStatus.PAID, VaultOutcome.ARBITER_SILENT, 10_000));

        assertPaid();
    }

    @Test
    void disputeThatThePosterWithdrewLeavesItToBeAccepted() {
        chain.market.accept(chain.ann, work);
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.POSTER));
        chain.sayForGood(chain.disputeWithdrawn(bounty, 1));

        assertThat(waiting()).containsExactly(accept(1));
    }

    @Test
    void timeIsNotRemindedToGiveTheRewardBack() {
        chain.market.accept(chain.ann, work);
        chain.sayForGood(sentBack(1));
        chain.failForGood(chain.waiting(bounty).getFirst());
        chain.advance(Duration.ofDays(30));

        chain.market.fireTimers();

        assertThat(waiting()).isEmpty();

        chain.unfreeze(bounty);

        assertThat(waiting()).containsExactly(submit(), accept(2));
    }

    /** It was on its way when the poster's wallet was quicker. */
    @Test
    void acceptanceThatCameTooLateHoldsNothingUp() {
        chain.market.accept(chain.ann, work);
        VaultOrder signed = signed(chain.waiting(bounty).getFirst());
        chain.sayForGood(sentBack(1));
        assertThat(waiting()).containsExactly(submit(), accept(2));

        refuse(signed);

        assertThat(waiting()).containsExactly(submit(), accept(2));
        assertThat(chain.orders(bounty)).doesNotContain(accept(1));
    }

    /** The contract hears of the first, and of what became of it, when the second is accepted. */
    @Test
    void whatTheContractIsStillToHearOfEarlierWorkIsTold() {
        chain.market.requestRevision(chain.ann, work);
        Submission second = chain.market.submit(chain.agent, bounty);
        chain.market.accept(chain.ann, second);

        chain.sayForGood(chain.sentBack(bounty, work, SentBackAs.REVISION_REQUESTED));

        assertThat(waiting())
                .containsExactly(
                        submit(),
                        new AcceptWork(id, new WorkRef(AGENTS, 1, 2, second.work().digest())));
        assertThat(chain.waiting(bounty))
                .extracting(VaultOrder::key)
                .containsExactly("submit:" + second.id(), "accept:" + second.id());
    }

    private void refuse(VaultOrder signed) {
        chain.guildhall.transactions.run(() ->
                chain.use.freezeOnFailure.refused(
                        chain.guildhall.vaultOrders.save(
                                signed.revert(
                                                "StaleSubmission",
                                                SendingLimits.STANDARD,
                                                chain.guildhall.clock.instant())
                                        .orThrow()
                                        .state())));
    }

    private VaultOrder signed(VaultOrder order) {
        var text =
                new VaultSender.Signed(
                        "0x00", chain.contract.revert(), 0, new VaultSender.Price(1, 1));
        var call =
                new SignedCall(
                        new SignerAccount(31_337, new WalletAddress("0x" + "9e".repeat(20))),
                        0,
                        21_000,
                        List.of(text));
        return Objects.requireNonNull(
                chain.guildhall.transactions.run(() ->
                        chain.guildhall.vaultOrders.save(
                                order.sign(call, chain.guildhall.clock.instant())
                                        .orThrow()
                                        .state())));
    }

    private void assertRuledFrom(Instant from) {
        assertThat(waiting()).containsExactly(rule(1));
        assertThat(chain.waiting(bounty).getFirst().notBefore()).isEqualTo(from);
    }

    private void assertPaid() {
        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.now(work).status().word()).isEqualTo("accepted");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        assertThat(waiting()).isEmpty();
    }

    private List<VaultCall> waiting() {
        return chain.waiting(bounty).stream().map(VaultOrder::call).toList();
    }

    private VaultEvent sentBack(int number) {
        return new VaultEvent.SentBack(
                id,
                AGENTS,
                1,
                number,
                SentBackAs.REJECTED,
                chain.guildhall.clock.instant().plus(Duration.ofDays(2)));
    }

    private VaultEvent submitted(int number) {
        return new VaultEvent.Submitted(
                id,
                ref(number),
                NOTHING,
                chain.guildhall.clock.instant().plus(bounty.terms().reviewWindow()));
    }

    private WorkRef ref(int number) {
        return new WorkRef(AGENTS, 1, number, work.work().digest());
    }

    private VaultCall submit() {
        return new SubmitWork(id, AGENTS, 1, work.work().digest());
    }

    private VaultCall accept(int number) {
        return new AcceptWork(id, ref(number));
    }

    private VaultCall rule(int number) {
        return new RuleDispute(id, number, Ruling.WHOLE_BPS);
    }
}
