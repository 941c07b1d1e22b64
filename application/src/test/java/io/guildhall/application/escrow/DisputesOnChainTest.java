package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.REWARD;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static io.guildhall.application.escrow.ChainMarket.digest;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeEvent.DisputeOpened;
import io.guildhall.domain.dispute.DisputeEvent.DisputeResolved;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.DisputeStatus.Settled;
import io.guildhall.domain.dispute.DisputeStatus.TimedOut;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.AnswerDispute;
import io.guildhall.domain.escrow.VaultCall.OpenDispute;
import io.guildhall.domain.escrow.VaultCall.RuleDispute;
import io.guildhall.domain.escrow.VaultCall.TimeOutDispute;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.WalletCall;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisputesOnChainTest {

    private static final Duration DECISION_OVER = Dispute.DECISION_WINDOW.plusSeconds(1);

    /** So much later the contract hears of what was said here, or we of what was said there. */
    private static final Duration LATE = Duration.ofHours(6);

    private final ChainMarket chain = new ChainMarket();

    @AfterEach
    void everyDebitHasItsCreditAndNobodyIsFrozen() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
        assertThat(chain.use.contradictions).isEmpty();
    }

    @Test
    void disputeOpenedAndAnsweredHereIsToldToTheContract() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);

        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.agent, dispute);
        chain.market.giveEvidence(chain.ann, dispute);
        chain.market.giveEvidence(chain.ann, dispute);

        assertThat(disputeOrders(bounty))
                .containsExactly(
                        new OpenDispute(
                                chain.hold(bounty).onchainId(),
                                ChainMarket.AGENTS,
                                1,
                                1,
                                Side.AGENT,
                                digest("That is not right")),
                        new AnswerDispute(
                                chain.hold(bounty).onchainId(), 1, digest("See for yourself")));

        chain.say(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        chain.sayForGood(chain.disputeAnswered(bounty, 1, Side.POSTER, "See for yourself"));

        assertThat(chain.dispute(bounty).id()).isEqualTo(dispute.id());
        assertThat(chain.dispute(bounty).posterEvidence()).isEqualTo(2);
        assertThat(chain.dispute(bounty).agentEvidence()).isEqualTo(1);
    }

    @Test
    void rulingIsExecutedWhenTheContractHasPaid() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Claim claim = chain.claim(bounty);
        Dispute dispute = answeredHere(bounty, submission);

        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.Split(3_000));

        assertThat(chain.now(dispute).status().word()).isEqualTo("ruled");
        assertThat(chain.status(bounty)).isEqualTo("disputed");
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(payouts()).isEmpty();
        assertThat(disputeOrders(bounty))
                .last()
                .isEqualTo(new RuleDispute(chain.hold(bounty).onchainId(), 1, 3_000));

        chain.sayForGood(chain.ended(bounty, VaultStatus.PAID, VaultOutcome.RULED, 3_000));

        assertThat(chain.now(dispute).status().word()).isEqualTo("executed");
        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.now(claim).status().word()).isEqualTo("fulfilled");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        Money gross = REWARD.share(3_000);
        assertThat(payouts())
                .singleElement()
                .satisfies(payout ->
                        assertThat(payout.net()).isEqualTo(gross.minus(gross.share(1_000))));
    }

    @Test
    void rulingForThePosterGivesTheRewardBack() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Claim claim = chain.claim(bounty);
        Dispute dispute = answeredHere(bounty, submission);

        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForPoster());
        chain.sayForGood(chain.ended(bounty, VaultStatus.CANCELLED, VaultOutcome.RULED, 0));

        assertThat(chain.now(dispute).status().word()).isEqualTo("executed");
        assertThat(chain.status(bounty)).isEqualTo("cancelled");
        assertThat(chain.now(claim).status().word()).isEqualTo("failed");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        assertThat(payouts()).isEmpty();
    }

    @Test
    void timeDecidesWhenTheContractSaysSo() {
        Bounty unanswered = chain.open();
        Submission submission = chain.inReview(unanswered);
        Dispute lonely = chain.market.dispute(chain.agent, submission);
        chain.sayForGood(chain.disputeOpened(unanswered, 1, 1, Side.AGENT));
        chain.advance(DECISION_OVER);

        chain.market.fireTimers();
        chain.market.fireTimers();

        assertThat(chain.status(unanswered)).isEqualTo("disputed");
        assertThat(disputeOrders(unanswered))
                .extracting(VaultCall::word)
                .containsExactly("time_out_dispute");

        chain.sayForGood(
                chain.ended(unanswered, VaultStatus.PAID, VaultOutcome.ARBITER_SILENT, 10_000));

        assertThat(chain.now(lonely).status().word()).isEqualTo("timed_out");
        assertThat(chain.status(unanswered)).isEqualTo("paid");
        assertThat(payouts().getFirst().fee()).isEqualTo(REWARD.share(1_000));
    }

    @Test
    void timeHalvesWhatBothSpokeAboutAndTakesNoFee() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        answeredHere(bounty, submission);
        chain.advance(DECISION_OVER);

        chain.sayForGood(chain.ended(bounty, VaultStatus.PAID, VaultOutcome.ARBITER_SILENT, 5_000));

        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(payouts())
                .singleElement()
                .satisfies(payout -> {
                    assertThat(payout.net()).isEqualTo(REWARD.share(5_000));
                    assertThat(payout.fee()).isEqualTo(NOTHING);
                });
    }

    @Test
    void answerThatTheContractNeverHeardOfChangesNoShare() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.ann, dispute);
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        chain.advance(DECISION_OVER);

        chain.sayForGood(
                chain.ended(bounty, VaultStatus.PAID, VaultOutcome.ARBITER_SILENT, 10_000));

        assertThat(chain.now(dispute).status())
                .isInstanceOfSatisfying(
                        TimedOut.class,
                        out -> assertThat(out.ruling()).isEqualTo(new Ruling.ForAgent()));
        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(payouts())
                .singleElement()
                .satisfies(payout -> {
                    assertThat(payout.net()).isEqualTo(REWARD.minus(REWARD.share(1_000)));
                    assertThat(payout.fee()).isEqualTo(REWARD.share(1_000));
                });
    }

    @Test
    void rulingThatTheContractNeverHeardOfChangesNoShare() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = answeredHere(bounty, submission);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForPoster());
        chain.advance(DECISION_OVER);

        chain.sayForGood(chain.ended(bounty, VaultStatus.PAID, VaultOutcome.ARBITER_SILENT, 5_000));

        assertThat(chain.now(dispute).status().word()).isEqualTo("timed_out");
        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.now(submission).status().word()).isEqualTo("accepted");
        assertThat(payouts())
                .singleElement()
                .satisfies(payout -> assertThat(payout.net()).isEqualTo(REWARD.share(5_000)));
    }

    /** No key of an arbiter's is ours, or its wallet cannot pay. */
    @Test
    void rulingThatNobodyTellsTheContractIsDecidedByTime() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = answeredHere(bounty, submission);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForAgent());
        chain.advance(Dispute.DECISION_WINDOW.minusSeconds(1));
        chain.market.fireTimers();
        assertThat(disputeOrders(bounty))
                .extracting(VaultCall::word)
                .containsExactly("rule_dispute");

        chain.advance(Duration.ofSeconds(1));
        chain.market.fireTimers();
        chain.market.fireTimers();

        assertThat(disputeOrders(bounty))
                .extracting(VaultCall::word)
                .containsExactly("time_out_dispute");
    }

    /** It heard of the dispute later than we did. */
    @Test
    void rulingIsToldForAsLongAsTheContractTakesOne() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.ann, dispute);
        chain.advance(Duration.ofHours(2));
        chain.say(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        chain.sayForGood(chain.disputeAnswered(bounty, 1, Side.POSTER, "See for yourself"));
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForAgent());
        chain.advance(Dispute.DECISION_WINDOW.minusHours(1));

        chain.market.fireTimers();

        assertThat(disputeOrders(bounty))
                .extracting(VaultCall::word)
                .containsExactly("rule_dispute");
    }

    @Test
    void arbitersOwnWalletMayTellTheContractWhatWasRuledHere() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = answeredHere(bounty, submission);
        Caller judith = chain.market.arbiter();
        assertThat(chain.use.viewEscrow.of(judith, bounty.id()).calls()).isEmpty();

        chain.market.resolve(judith, dispute, new Ruling.Split(3_000));

        assertThat(chain.use.viewEscrow.of(judith, bounty.id()).calls())
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.function()).isEqualTo("ruleDispute");
                    assertThat(call.calldata())
                            .isEqualTo(
                                    chain.contract.calldata(
                                            new WalletCall.RuleDispute(
                                                    chain.hold(bounty).onchainId(), 1, 3_000)));
                });
    }

    /** No key of an arbiter's is here, and nobody has told the contract. */
    @Test
    void rulingFallsAwayWithTheDisputeThatItsOpenerWithdrawsThere() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = answeredHere(bounty, submission);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForPoster());
        assertThat(chain.use.viewEscrow.of(chain.agent, bounty.id()).calls()).isEmpty();

        chain.sayForGood(chain.disputeWithdrawn(bounty, 1));

        assertThat(chain.now(dispute).status().word()).isEqualTo("withdrawn");
        assertThat(chain.status(bounty)).isEqualTo("in_review");
        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(chain.waiting(bounty)).isEmpty();
    }

    @Test
    void whatTheSidesSettleForThereCountsWhateverWasRuledHere() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = answeredHere(bounty, submission);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForPoster());

        chain.say(chain.splitOffered(bounty, 1, Side.AGENT, 6_000));
        chain.sayForGood(chain.ended(bounty, VaultStatus.PAID, VaultOutcome.SETTLED, 6_000));

        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(payouts())
                .singleElement()
                .satisfies(payout -> assertThat(payout.gross()).isEqualTo(REWARD.share(6_000)));
    }

    /** As when the order that opened it there was hours late. */
    @Test
    void timeDecidesNothingBeforeTheContractsTimeIsOver() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.market.dispute(chain.agent, submission);
        chain.advance(Duration.ofHours(6));
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.AGENT));

        chain.advance(Dispute.DECISION_WINDOW.minusHours(6));
        chain.market.fireTimers();
        assertThat(disputeOrders(bounty)).noneMatch(TimeOutDispute.class::isInstance);

        chain.advance(Duration.ofHours(6));
        chain.market.fireTimers();
        assertThat(disputeOrders(bounty)).last().isInstanceOf(TimeOutDispute.class);
    }

    @Test
    void nobodyRulesBeforeTheOtherSideHasHadItsTimeAtTheContract() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.advance(LATE);
        Instant openedAt = chain.guildhall.clock.instant();
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        Caller judith = chain.market.arbiter();

        assertThat(chain.now(dispute).status())
                .isEqualTo(new Open(openedAt.plus(Dispute.ANSWER_WINDOW)));
        assertThat(chain.now(dispute).decideBy()).isEqualTo(openedAt.plus(Dispute.DECISION_WINDOW));
        chain.advance(Dispute.ANSWER_WINDOW.minusSeconds(1));
        assertThat(refusal(() -> chain.market.resolve(judith, dispute, new Ruling.ForAgent())))
                .isEqualTo("answer_still_due");
        chain.advance(Duration.ofSeconds(1));
        chain.market.resolve(judith, dispute, new Ruling.ForAgent());

        assertThat(disputeOrders(bounty))
                .last()
                .isEqualTo(new RuleDispute(chain.hold(bounty).onchainId(), 1, 10_000));
    }

    @Test
    void whoIsInTimeForTheContractIsInTimeHere() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.advance(LATE);
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        chain.advance(Dispute.DECISION_WINDOW.minusSeconds(2));

        chain.market.giveEvidence(chain.ann, dispute);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForAgent());

        assertThat(disputeOrders(bounty))
                .extracting(VaultCall::word)
                .containsExactly("answer_dispute", "rule_dispute");
    }

    /** Its wallet had opened the dispute there before, and we had not heard of it yet. */
    @Test
    void whoIsTooLateForTheContractIsTooLateHere() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.say(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        chain.advance(LATE);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.ann, dispute);
        chain.settle();
        chain.advance(Dispute.DECISION_WINDOW.minus(LATE));
        Caller judith = chain.market.arbiter();

        assertThat(refusal(() -> chain.market.resolve(judith, dispute, new Ruling.ForAgent())))
                .isEqualTo("decision_window_over");
        chain.market.fireTimers();

        assertThat(disputeOrders(bounty)).last().isInstanceOf(TimeOutDispute.class);
    }

    @Test
    void disputeThatAWalletOpensHasItsTimesFromTheContract() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        var there = (VaultEvent.DisputeOpened) chain.disputeOpened(bounty, 1, 0, Side.POSTER);
        chain.say(there);
        chain.advance(LATE);

        chain.settle();

        Dispute dispute = chain.dispute(bounty);
        assertThat(dispute.status()).isEqualTo(new Open(there.answerBy()));
        assertThat(dispute.decideBy()).isEqualTo(there.decideBy());
        assertThat(chain.guildhall.outbox.events())
                .filteredOn(DisputeOpened.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        DisputeOpened.class,
                        event -> assertThat(event.answerBy()).isEqualTo(there.answerBy()));
    }

    /** Nobody had answered, and the contract had not heard of the dispute yet. */
    @Test
    void rulingWaitsUntilTheContractTakesOne() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.advance(Dispute.ANSWER_WINDOW);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForAgent());
        Instant openedAt = chain.guildhall.clock.instant();

        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.AGENT));

        assertThat(chain.now(dispute).status().word()).isEqualTo("ruled");
        assertThat(chain.now(dispute).decideBy()).isEqualTo(openedAt.plus(Dispute.DECISION_WINDOW));
        assertThat(chain.waiting(bounty))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.call())
                            .isEqualTo(new RuleDispute(chain.hold(bounty).onchainId(), 1, 10_000));
                    assertThat(order.notBefore()).isEqualTo(openedAt.plus(Dispute.ANSWER_WINDOW));
                });
    }

    @Test
    void rulingOnWhatIsAnsweredHereWaitsForItsAnswerAlone() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.ann, dispute);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForAgent());
        chain.advance(LATE);

        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.AGENT));

        assertThat(chain.waiting(bounty))
                .extracting(order -> order.call().word())
                .containsExactly("answer_dispute", "rule_dispute");
        assertThat(chain.waiting(bounty).getLast().notBefore())
                .isEqualTo(chain.guildhall.clock.instant());
    }

    @Test
    void arbitersOwnWalletMayRuleThereAlone() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = answeredHere(bounty, submission);

        chain.sayForGood(chain.ended(bounty, VaultStatus.PAID, VaultOutcome.RULED, 3_000));

        assertThat(chain.now(dispute).status())
                .isInstanceOfSatisfying(
                        Settled.class,
                        settled -> assertThat(settled.agentShareBps()).isEqualTo(3_000));
        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.now(submission).status().word()).isEqualTo("accepted");
        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(chain.guildhall.outbox.events())
                .contains(
                        new DisputeResolved(
                                dispute.id(),
                                bounty.id(),
                                dispute.parties(),
                                new Ruling.Split(3_000),
                                "Ruled at the contract by an arbiter's own wallet",
                                false));
        Money gross = REWARD.share(3_000);
        assertThat(payouts())
                .singleElement()
                .satisfies(payout ->
                        assertThat(payout.net()).isEqualTo(gross.minus(gross.share(1_000))));
    }

    @Test
    void walletsAloneMayDisputeAndSettle() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);

        chain.say(chain.disputeOpened(bounty, 1, 0, Side.POSTER));
        chain.say(chain.disputeAnswered(bounty, 1, Side.AGENT, "It was late"));
        chain.say(chain.splitOffered(bounty, 1, Side.AGENT, 4_000));
        chain.sayForGood(chain.splitOffered(bounty, 1, Side.AGENT, 2_500));

        Dispute dispute = chain.dispute(bounty);
        assertThat(dispute.openedBy()).isEqualTo(Side.POSTER);
        assertThat(dispute.submission()).isNull();
        assertThat(dispute.status().word()).isEqualTo("answered");
        assertThat(chain.guildhall.disputes.evidenceIn(dispute.id(), PageRequest.first(10)).items())
                .singleElement()
                .satisfies(evidence ->
                        assertThat(evidence.content()).contains(digest("It was late").hex()));
        assertThat(chain.stakeOf(claim)).isEqualTo(STAKE);

        chain.sayForGood(
                chain.endedWithStake(bounty, VaultStatus.PAID, VaultOutcome.SETTLED, 2_500));

        assertThat(chain.now(dispute).status().word()).isEqualTo("settled");
        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        assertThat(chain.stakeOf(claim)).isEqualTo(NOTHING);
        assertThat(chain.orders(bounty)).isEmpty();
    }

    @Test
    void onlyWalletsGiveARightAway() {
        Bounty bounty = chain.open();
        Dispute dispute = chain.market.dispute(chain.agent, chain.inReview(bounty));
        chain.say(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        chain.sayForGood(chain.splitOffered(bounty, 1, Side.POSTER, 5_000));

        assertThat(refusal(() -> chain.market.offer(chain.ann, dispute, 1)))
                .isEqualTo("on_chain_only");
        assertThat(refusal(() -> chain.market.acceptOffer(chain.agent, dispute)))
                .isEqualTo("on_chain_only");
        assertThat(refusal(() -> chain.market.withdraw(chain.agent, dispute)))
                .isEqualTo("on_chain_only");
        assertThat(chain.use.viewEscrow.of(chain.agent, bounty.id()).calls())
                .extracting(ViewEscrow.OwnCall::function)
                .containsExactly("acceptSplit", "withdrawDispute");
    }

    @Test
    void secondDisputeOfABountyHasTheNextNumber() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.say(chain.disputeOpened(bounty, 1, 0, Side.AGENT));
        chain.settle();
        Dispute first = chain.dispute(bounty);
        chain.sayForGood(chain.disputeWithdrawn(bounty, 1));

        assertThat(chain.now(first).status().word()).isEqualTo("withdrawn");
        assertThat(chain.status(bounty)).isEqualTo("in_review");

        Dispute second = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.ann, second);
        chain.say(chain.disputeOpened(bounty, 2, 1, Side.AGENT));
        chain.sayForGood(chain.disputeAnswered(bounty, 2, Side.POSTER, "See for yourself"));
        chain.market.resolve(chain.market.arbiter(), second, new Ruling.ForAgent());

        assertThat(chain.dispute(bounty).id()).isEqualTo(second.id());
        assertThat(disputeOrders(bounty))
                .contains(new RuleDispute(chain.hold(bounty).onchainId(), 2, 10_000));

        chain.sayForGood(chain.ended(bounty, VaultStatus.PAID, VaultOutcome.RULED, 10_000));

        assertThat(chain.status(bounty)).isEqualTo("paid");
    }

    /** Both are heard of hours later. */
    @Test
    void clockThatGoesOnEndsWhenTheContractSays() {
        Bounty leased = chain.open();
        chain.claimed(leased);
        Bounty reviewed = chain.open();
        Submission submission = chain.inReview(reviewed);
        chain.market.dispute(chain.agent, submission);
        chain.advance(Duration.ofHours(2));
        chain.say(chain.disputeOpened(leased, 1, 0, Side.POSTER));
        chain.say(chain.disputeOpened(reviewed, 1, 1, Side.AGENT));
        Instant dueAt = chain.guildhall.clock.instant().plus(Duration.ofHours(30));
        chain.say(new VaultEvent.DisputeWithdrawn(chain.hold(leased).onchainId(), 1, dueAt));
        chain.say(new VaultEvent.DisputeWithdrawn(chain.hold(reviewed).onchainId(), 1, dueAt));
        chain.advance(Duration.ofHours(6));

        chain.settle();

        assertThat(chain.claim(leased).leaseEndsAt()).isEqualTo(dueAt);
        assertThat(chain.now(submission).status()).isEqualTo(new UnderReview(dueAt));
    }

    @Test
    void disputeIsAboutTheWorkThatItNames() {
        Bounty here = chain.open();
        Submission secondHere = secondRound(here);
        Bounty there = chain.open();
        Submission secondThere = secondRound(there);

        chain.market.dispute(chain.agent, secondHere);
        chain.sayForGood(chain.disputeOpened(there, 1, 2, Side.POSTER));

        assertThat(disputeOrders(here))
                .singleElement()
                .isInstanceOfSatisfying(
                        OpenDispute.class, call -> assertThat(call.submission()).isEqualTo(2));
        assertThat(chain.dispute(there).submission()).isEqualTo(secondThere.id());
    }

    @Test
    void whatAWalletHasDoneMeanwhileNeedNotBeTold() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.ann, dispute);

        chain.say(chain.disputeOpened(bounty, 1, 0, Side.AGENT));
        chain.sayForGood(chain.disputeAnswered(bounty, 1, Side.POSTER, "My own words"));

        assertThat(disputeOrders(bounty)).isEmpty();
        assertThat(chain.dispute(bounty).id()).isEqualTo(dispute.id());
    }

    @Test
    void clockThatADisputeStoppedIsRemindedOfWhenItIsOverAgain() {
        Bounty bounty = chain.open();
        chain.inReview(bounty);
        chain.advance(bounty.terms().reviewWindow().plusSeconds(1));
        chain.market.fireTimers();
        assertThat(reminders(bounty)).containsExactly("accept_unanswered");

        // The contract's clock had a second left.
        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.POSTER));
        assertThat(reminders(bounty)).isEmpty();
        chain.sayForGood(chain.disputeWithdrawn(bounty, 1));
        chain.market.fireTimers();
        assertThat(reminders(bounty)).isEmpty();

        chain.advance(Claim.AFTER_DISPUTE_MIN.plusSeconds(1));
        chain.market.fireTimers();
        chain.market.fireTimers();

        assertThat(reminders(bounty)).containsExactly("accept_unanswered");
    }

    private Submission secondRound(Bounty bounty) {
        Submission first = chain.inReview(bounty);
        chain.market.requestRevision(chain.ann, first);
        chain.sayForGood(chain.sentBack(bounty, first, SentBackAs.REVISION_REQUESTED));
        Submission second = chain.market.submit(chain.agent, bounty);
        chain.sayForGood(chain.submitted(bounty, chain.claim(bounty), second));
        return second;
    }

    private Dispute answeredHere(Bounty bounty, Submission submission) {
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.ann, dispute);
        chain.say(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        chain.sayForGood(chain.disputeAnswered(bounty, 1, Side.POSTER, "See for yourself"));
        return dispute;
    }

    private List<VaultCall> disputeOrders(Bounty bounty) {
        return chain.orders(bounty).stream()
                .filter(call -> call.word().endsWith("dispute"))
                .toList();
    }

    private List<String> reminders(Bounty bounty) {
        return chain.orders(bounty).stream()
                .map(VaultCall::word)
                .filter(word -> word.equals("accept_unanswered"))
                .toList();
    }

    private List<Payout> payouts() {
        return chain.guildhall.payouts.of(chain.agent, PageRequest.first(10)).items();
    }
}
