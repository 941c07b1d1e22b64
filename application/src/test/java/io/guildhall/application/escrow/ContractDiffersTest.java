package io.guildhall.application.escrow;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.application.escrow.ChainMarket.AGENTS;
import static io.guildhall.application.escrow.ChainMarket.ANNS;
import static io.guildhall.application.escrow.ChainMarket.NOTHING;
import static io.guildhall.application.escrow.ChainMarket.REWARD;
import static io.guildhall.application.escrow.ChainMarket.RIVALS;
import static io.guildhall.application.escrow.ChainMarket.STAKE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyEvent.BountyFrozen;
import io.guildhall.domain.bounty.BountyEvent.BountyUnfrozen;
import io.guildhall.domain.chain.WalletAddress;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.escrow.ChainFact;
import io.guildhall.domain.escrow.ChainReader.TooManyLogs;
import io.guildhall.domain.escrow.EscrowHold;
import io.guildhall.domain.escrow.SentBackAs;
import io.guildhall.domain.escrow.VaultCall;
import io.guildhall.domain.escrow.VaultCall.AcceptWork;
import io.guildhall.domain.escrow.VaultCall.AnswerDispute;
import io.guildhall.domain.escrow.VaultCall.SendBack;
import io.guildhall.domain.escrow.VaultEvent;
import io.guildhall.domain.escrow.VaultOutcome;
import io.guildhall.domain.escrow.VaultStatus;
import io.guildhall.domain.escrow.VaultTerms;
import io.guildhall.domain.escrow.WorkRef;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContractDiffersTest {

    private static final WalletAddress STRANGERS = new WalletAddress("0x" + "dd".repeat(20));

    private final ChainMarket chain = new ChainMarket();

    @AfterEach
    void everyDebitHasItsCredit() {
        assertThat(chain.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void fundingOnOtherTermsIsNoFunding() {
        Bounty bounty = chain.posted();
        EscrowHold hold = chain.hold(bounty);
        VaultTerms terms = hold.termsOf(bounty);
        Money less = MoneyFixture.usdc(40_000);

        chain.sayForGood(
                new VaultEvent.Funded(
                        hold.onchainId(),
                        ANNS,
                        bounty.id(),
                        new VaultTerms(
                                less,
                                terms.feeBps(),
                                terms.feeAccount(),
                                terms.stakeBps(),
                                terms.deadline(),
                                terms.ttl(),
                                terms.reviewWindow(),
                                terms.manifest())));

        assertFrozenOnce(bounty, "funded on other terms than it was posted on");
        assertThat(chain.status(bounty)).isEqualTo("awaiting_funding");
        assertThat(chain.escrowOf(bounty)).isEqualTo(less);
        assertThat(chain.guildhall.escrowHolds.funded()).contains(chain.hold(bounty));
    }

    @Test
    void claimOfAWalletOfNobodyGivesNobodyTheWork() {
        Bounty bounty = chain.open();

        chain.claimBy(STRANGERS, bounty, 1);
        chain.settle();

        assertFrozenOnce(bounty, "claimed by " + STRANGERS + ", which is no agent's");
        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
    }

    @Test
    void whatAStrangerDoesIsFollowedToItsEnd() {
        Bounty bounty = chain.open();
        chain.claimBy(STRANGERS, bounty, 1);
        chain.say(
                new VaultEvent.Submitted(
                        chain.hold(bounty).onchainId(),
                        new WorkRef(STRANGERS, 1, 1, ChainMarket.digest("theirs")),
                        STAKE,
                        chain.guildhall.clock.instant().plus(Duration.ofDays(7))));
        chain.sayForGood(chain.paid(bounty, VaultOutcome.ACCEPTED));

        assertThat(chain.status(bounty)).isEqualTo("cancelled");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
        assertThat(chain.objections(bounty)).hasSize(3);
        assertThat(frozenEvents()).isEqualTo(1);
    }

    @Test
    void claimOfThePostersOwnAgentIsNone() {
        Bounty bounty = chain.open();
        AgentId own = Objects.requireNonNull(chain.market.agentOf(chain.ann).agent());
        chain.guildhall.transactions.run(() ->
                chain.guildhall.wallets.bind(own, STRANGERS, chain.guildhall.clock.instant()));

        chain.claimBy(STRANGERS, bounty, 1);
        chain.settle();

        assertFrozenOnce(bounty, "claimed by an agent of its own poster's");
        assertThat(chain.status(bounty)).isEqualTo("open");
    }

    @Test
    void secondClaimWhileOneGoesOnIsNone() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);

        chain.claimBy(RIVALS, bounty, 2);
        chain.settle();

        assertFrozenOnce(bounty, "claimed while it is claimed");
        assertThat(chain.claim(bounty)).isEqualTo(claim);
        assertThat(chain.stakeOf(claim)).isEqualTo(STAKE);
    }

    @Test
    void bountyThatIsPaidWhileOpenIsOver() {
        Bounty bounty = chain.open();

        chain.sayForGood(chain.paid(bounty, VaultOutcome.ACCEPTED));

        assertFrozenOnce(bounty, "paid while it is open");
        assertThat(chain.status(bounty)).isEqualTo("cancelled");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
    }

    @Test
    void whoeverHasABountyThatIsOverAtTheContractHasItNoMore() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);

        chain.sayForGood(
                chain.endedUnclaimed(bounty, VaultStatus.CANCELLED, VaultOutcome.CANCELLED));

        assertThat(chain.isFrozen(bounty)).isTrue();
        assertThat(chain.status(bounty)).isEqualTo("cancelled");
        assertThat(chain.now(claim).status().word()).isEqualTo("released");
    }

    @Test
    void workThatItsAgentHandedInThereIsSpokenOfThere() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        Submission submission = chain.market.submit(chain.agent, bounty);

        WorkRef there = handInSomethingElse(bounty);

        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(chain.objections(bounty)).isEmpty();
        assertThat(chain.now(submission).status().word()).isEqualTo("under_review");
        assertThat(chain.now(submission).work())
                .isEqualTo(submission.work().knownAs(there.content()));
        assertThat(chain.stakeOf(claim)).isEqualTo(NOTHING);
        assertThat(chain.waiting(bounty)).isEmpty();

        chain.market.reject(chain.ann, submission);

        assertThat(chain.orders(bounty))
                .singleElement()
                .isInstanceOfSatisfying(
                        SendBack.class, call -> assertThat(call.work()).isEqualTo(there));
    }

    @Test
    void workThatWasSentBackAlreadyIsSentBackAsTheContractKnowsIt() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        Submission first = chain.market.submit(chain.agent, bounty);
        chain.market.reject(chain.ann, first);
        chain.market.submit(chain.agent, bounty);

        WorkRef there = handInSomethingElse(bounty);

        assertThat(chain.orders(bounty))
                .extracting(VaultCall::word)
                .containsExactly("send_back", "submit_work");
        assertThat(chain.orders(bounty).getFirst())
                .isInstanceOfSatisfying(
                        SendBack.class, call -> assertThat(call.work()).isEqualTo(there));
        assertThat(chain.isFrozen(bounty)).isFalse();
    }

    @Test
    void workThatWasAcceptedIsPaidAsTheContractKnowsIt() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        Submission submission = chain.market.submit(chain.agent, bounty);
        chain.market.accept(chain.ann, submission);

        WorkRef there = handInSomethingElse(bounty);

        assertThat(chain.orders(bounty))
                .containsExactly(new AcceptWork(chain.hold(bounty).onchainId(), there));

        chain.sayForGood(chain.paid(bounty, VaultOutcome.MERGED));

        assertThat(chain.status(bounty)).isEqualTo("paid");
        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
    }

    /** The agent's own wallet does. */
    private WorkRef handInSomethingElse(Bounty bounty) {
        WorkRef there = new WorkRef(AGENTS, 1, 1, ChainMarket.digest("something else"));
        chain.sayForGood(
                new VaultEvent.Submitted(
                        chain.hold(bounty).onchainId(),
                        there,
                        STAKE,
                        chain.guildhall.clock.instant().plus(Duration.ofDays(7))));
        return there;
    }

    @Test
    void otherFiguresThanOursAreBookedAsTheContractPaid() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        var right = (VaultEvent.Ended) chain.paid(bounty, VaultOutcome.ACCEPTED);

        chain.sayForGood(
                new VaultEvent.Ended(
                        right.bounty(),
                        AGENTS,
                        1,
                        VaultStatus.PAID,
                        VaultOutcome.ACCEPTED,
                        10_000,
                        REWARD.share(9_000),
                        NOTHING,
                        REWARD.share(1_000),
                        NOTHING,
                        NOTHING));

        assertFrozenOnce(bounty, "the contract shared the reward in other parts");
        assertThat(chain.status(bounty)).isEqualTo("cancelled");
        assertThat(chain.now(submission).status().word()).isEqualTo("rejected");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
    }

    @Test
    void workThatCameTooLateForTheContractIsOver() {
        Bounty bounty = chain.open();
        Claim claim = chain.claimed(bounty);
        chain.market.submit(chain.agent, bounty);

        chain.sayForGood(chain.claimEnded(bounty, VaultOutcome.LEASE_ENDED, NOTHING, STAKE));

        assertFrozenOnce(bounty, "its claim ended at the contract, and goes on here");
        assertThat(chain.status(bounty)).isEqualTo("open");
        assertThat(chain.now(claim).status().word()).isEqualTo("released");
        assertThat(chain.stakeOf(claim)).isEqualTo(NOTHING);
        assertThat(chain.escrowOf(bounty)).isEqualTo(REWARD);
        assertThat(chain.orders(bounty)).isEmpty();

        // Frozen or not, what the contract says goes on being followed.
        chain.claimBy(RIVALS, bounty, 2);
        chain.settle();

        assertThat(chain.claim(bounty).parties().agent()).isEqualTo(chain.rival.agent());
        assertThat(chain.stakeOf(chain.claim(bounty))).isEqualTo(STAKE);
        assertThat(chain.objections(bounty)).hasSize(1);
    }

    @Test
    void workThatIsSentBackWhileItIsDisputedIsAContradiction() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.market.dispute(chain.agent, submission);

        chain.sayForGood(chain.sentBack(bounty, submission, SentBackAs.REJECTED));

        assertFrozenOnce(bounty, "disputed work was sent back");
    }

    @Test
    void whoeverDisputedHereIsNotSilentThere() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.market.dispute(chain.agent, submission);

        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.POSTER));

        assertFrozenOnce(bounty, "another dispute was opened at the contract");
        assertThat(chain.orders(bounty))
                .contains(
                        new AnswerDispute(
                                chain.hold(bounty).onchainId(),
                                1,
                                ChainMarket.digest("That is not right")));
    }

    @Test
    void disputeThatAnotherHasCrossedIsDecidedByTheOthersTime() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        chain.market.dispute(chain.agent, submission);
        chain.advance(Duration.ofHours(6));
        var there = (VaultEvent.DisputeOpened) chain.disputeOpened(bounty, 1, 1, Side.POSTER);

        chain.sayForGood(there);

        assertThat(chain.dispute(bounty).openedBy()).isEqualTo(Side.AGENT);
        assertThat(chain.dispute(bounty).status()).isEqualTo(new Open(there.answerBy()));
        assertThat(chain.dispute(bounty).decideBy()).isEqualTo(there.decideBy());
    }

    @Test
    void rulingOnADisputeThatAnotherHasCrossedStandsBehindItsAnswer() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, submission);
        chain.advance(Dispute.ANSWER_WINDOW);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForAgent());

        chain.sayForGood(chain.disputeOpened(bounty, 1, 1, Side.POSTER));

        assertThat(chain.waiting(bounty))
                .extracting(order -> order.call().word())
                .containsExactly("open_dispute", "answer_dispute", "rule_dispute");
        assertThat(chain.waiting(bounty).getLast().notBefore())
                .isEqualTo(chain.guildhall.clock.instant());
    }

    @Test
    void otherRulingThanOursEndsTheBountyAsTheContractSays() {
        Bounty bounty = chain.open();
        Submission submission = chain.inReview(bounty);
        var dispute = chain.market.dispute(chain.agent, submission);
        chain.market.giveEvidence(chain.ann, dispute);
        chain.say(chain.disputeOpened(bounty, 1, 1, Side.AGENT));
        chain.settle();
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForAgent());

        chain.sayForGood(chain.ended(bounty, VaultStatus.PAID, VaultOutcome.RULED, 5_000));

        assertFrozenOnce(bounty, "ruled otherwise at the contract");
        assertThat(chain.status(bounty)).isEqualTo("cancelled");
        assertThat(chain.escrowOf(bounty)).isEqualTo(NOTHING);
    }

    /** The agent withdrew its dispute there before the ruling came, and gave the claim back. */
    @Test
    void rulingThatCameToNothingStandsInNoLaterDisputesWay() {
        Bounty bounty = chain.open();
        chain.claimed(bounty);
        Dispute dispute = chain.market.dispute(chain.agent, bounty);
        chain.market.giveEvidence(chain.ann, dispute);
        chain.market.resolve(chain.market.arbiter(), dispute, new Ruling.ForPoster());
        chain.say(chain.disputeOpened(bounty, 1, 0, Side.AGENT));
        chain.say(chain.disputeWithdrawn(bounty, 1));
        chain.sayForGood(chain.claimEnded(bounty, VaultOutcome.RELEASED, STAKE, NOTHING));

        assertThat(chain.now(dispute).status().word()).isEqualTo("withdrawn");
        assertThat(chain.status(bounty)).isEqualTo("open");

        chain.claimBy(RIVALS, bounty, 2);
        chain.settle();
        chain.market.dispute(chain.rival, bounty);

        assertThat(chain.status(bounty)).isEqualTo("disputed");
    }

    @Test
    void nobodyCommandsAFrozenBounty() {
        Bounty bounty = chain.open();
        Submission submission = frozenInReview(bounty);
        Bounty before = chain.now(bounty);
        int orders = chain.orders(bounty).size();

        assertThat(refusal(() -> chain.market.accept(chain.ann, submission)))
                .isEqualTo("bounty_frozen");
        assertThat(chain.now(bounty)).isEqualTo(before);
        assertThat(chain.now(submission)).isEqualTo(submission);
        assertThat(chain.orders(bounty)).hasSize(orders);

        Bounty claimed = chain.open();
        chain.claimed(claimed);
        chain.claimBy(STRANGERS, claimed, 2);
        chain.settle();

        assertThat(refusal(() -> chain.market.submit(chain.agent, claimed)))
                .isEqualTo("bounty_frozen");
        assertThat(chain.orders(claimed)).isEmpty();
    }

    /** The contract's clocks go on, and who said nothing would lose by them. */
    @Test
    void whoeverSpeaksAgainstAFrozenBountysClockIsHeard() {
        Bounty sentBack = chain.open();
        Submission first = frozenInReview(sentBack);
        Bounty disputed = chain.open();
        Submission second = frozenInReview(disputed);

        chain.market.reject(chain.ann, first);
        Dispute dispute = chain.market.dispute(chain.agent, second);
        chain.market.giveEvidence(chain.ann, dispute);

        assertThat(chain.orders(sentBack)).extracting(VaultCall::word).containsExactly("send_back");
        assertThat(chain.orders(disputed))
                .extracting(VaultCall::word)
                .containsExactly("open_dispute", "answer_dispute");
    }

    @Test
    void clocksOfAFrozenBountyGoOn() {
        Bounty bounty = chain.open();
        frozenInReview(bounty);
        chain.advance(bounty.terms().reviewWindow().plusSeconds(1));

        chain.market.fireTimers();

        assertThat(chain.orders(bounty)).last().extracting("word").isEqualTo("accept_unanswered");

        chain.sayForGood(chain.paid(bounty, VaultOutcome.REVIEW_UNANSWERED));

        assertThat(chain.status(bounty)).isEqualTo("paid");
    }

    @Test
    void onlyAnAdminWhoSaysWhyUnfreezes() {
        Bounty bounty = chain.open();
        Submission submission = frozenInReview(bounty);
        Caller admin = chain.admin();

        assertThat(refusal(() -> unfreeze(chain.ann, bounty, "It is mine")))
                .isEqualTo("admin_needed");
        assertThat(refusal(() -> unfreeze(admin, bounty, ""))).isEqualTo("invalid_field");
        assertThat(refusal(() -> unfreeze(admin, chain.open(), "Why not")))
                .isEqualTo("bounty_not_frozen");
        assertThat(
                        refusal(() ->
                                unfreeze(
                                        admin,
                                        chain.market.post(chain.market.operator("Zoe")),
                                        "Why not")))
                .isEqualTo("not_on_chain");
        assertThat(chain.use.viewEscrow.frozen(admin))
                .extracting(listed -> listed.bounty().id())
                .containsExactly(bounty.id());

        unfreeze(admin, bounty, "The stranger's claim never counted");

        assertThat(chain.isFrozen(bounty)).isFalse();
        assertThat(chain.guildhall.outbox.events())
                .contains(
                        new BountyUnfrozen(
                                bounty.id(),
                                bounty.poster(),
                                admin.operator(),
                                "The stranger's claim never counted"));
        assertThat(chain.objections(bounty)).hasSize(1);

        chain.market.accept(chain.ann, submission);

        assertThat(chain.status(bounty)).isEqualTo("completed");
    }

    private Submission frozenInReview(Bounty bounty) {
        Submission submission = chain.inReview(bounty);
        chain.claimBy(STRANGERS, bounty, 2);
        chain.settle();
        assertThat(chain.isFrozen(bounty)).isTrue();
        return chain.now(submission);
    }

    private void unfreeze(Caller caller, Bounty bounty, String note) {
        chain.use.unfreezeBounty.handle(
                new UnfreezeBounty.Command(caller, bounty.id(), note, Mandates.REQUEST));
    }

    private long frozenEvents() {
        return chain.guildhall.outbox.events().stream()
                .filter(BountyFrozen.class::isInstance)
                .count();
    }

    /** However often it is read. */
    private void assertFrozenOnce(Bounty bounty, String why) {
        chain.use.recordFacts.handle(factsOf(bounty));
        chain.settle();
        assertThat(chain.isFrozen(bounty)).isTrue();
        assertThat(Objects.requireNonNull(chain.hold(bounty).frozen()).reason()).isEqualTo(why);
        assertThat(chain.objections(bounty)).containsExactly(why);
        assertThat(chain.use.contradictions)
                .containsExactly(new UseCases.Contradiction(bounty.id(), why));
        assertThat(frozenEvents()).isEqualTo(1);
    }

    private List<ChainFact> factsOf(Bounty bounty) {
        try {
            return chain.contract.facts(
                    chain.hold(bounty).onchainId(), 0, chain.contract.head().number());
        } catch (TooManyLogs e) {
            throw new AssertionError(e);
        }
    }
}
