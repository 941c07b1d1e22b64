package io.guildhall.application.dispute;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.application.bounty.EditBounty;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyChange;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Disputed;
import io.guildhall.domain.bounty.BountyStatus.InReview;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Active;
import io.guildhall.domain.claim.Lease;
import io.guildhall.domain.claim.Lease.Running;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeId;
import io.guildhall.domain.dispute.DisputeStatus;
import io.guildhall.domain.dispute.DisputeStatus.Answered;
import io.guildhall.domain.dispute.Evidence;
import io.guildhall.domain.dispute.Offer;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.dispute.Side;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.shared.PageRequest;
import io.guildhall.domain.submission.Deliverable;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionId;
import io.guildhall.domain.submission.SubmissionStatus.UnderReview;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisputesTest {

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(60_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);
    private final Caller arbiter = market.arbiter();
    private final Caller stranger = market.operator("Dora");
    private final Bounty bounty = market.post(ann, terms().firstCome());
    private final Claim claim = market.claim(agent, bounty);

    @AfterEach
    void ledgerBalances() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void everythingStandsStillWhileTheSidesDisagree() {
        Submission submission = market.submit(agent, bounty);
        Dispute dispute = market.dispute(agent, submission);

        assertThat(market.now(bounty).status())
                .isEqualTo(
                        new Disputed(
                                dispute.id(),
                                new InReview(claim.id(), submission.id()),
                                market.guildhall.clock.instant()));
        assertThat(refusal(() -> market.submit(agent, bounty))).isEqualTo("claim_wrong_state");
        assertThat(refusal(() -> market.accept(ann, submission)))
                .isEqualTo("submission_in_dispute");
        assertThat(refusal(() -> market.reject(ann, submission)))
                .isEqualTo("submission_in_dispute");
        assertThat(refusal(() -> market.release(agent, claim))).isEqualTo("claim_wrong_state");
        assertThat(refusal(() -> market.cancel(ann, bounty))).isEqualTo("bounty_wrong_state");
        assertThat(refusal(this::raiseReward)).isEqualTo("bounty_wrong_state");
        assertThat(refusal(() -> market.claim(market.agentOf(stranger), bounty)))
                .isEqualTo("bounty_not_open");
        assertThat(refusal(() -> market.dispute(ann, bounty))).isEqualTo("bounty_wrong_state");
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(15_000));
        assertThat(market.pass(Duration.ofDays(13))).isZero();
    }

    @Test
    void sideDisputesOneThingOnceEvenIfItTookThatBack() {
        Submission submission = market.submit(agent, bounty);
        market.withdraw(agent, market.dispute(agent, bounty));
        assertThat(refusal(() -> market.dispute(agent, bounty))).isEqualTo("already_disputed");
        assertThat(refusal(() -> market.dispute(bob, bounty)))
                .as("its operator is the same side")
                .isEqualTo("already_disputed");

        market.withdraw(bob, market.dispute(bob, submission));
        market.withdraw(ann, market.dispute(ann, bounty));
        market.withdraw(ann, market.dispute(ann, submission));

        assertThat(refusal(() -> market.dispute(ann, submission))).isEqualTo("already_disputed");
        assertThat(market.now(bounty).status())
                .isEqualTo(new InReview(claim.id(), submission.id()));
    }

    @Test
    void onlyWorkInProgressIsDisputed() {
        Bounty open = market.post(ann);
        assertThat(refusal(() -> market.dispute(ann, open))).isEqualTo("bounty_wrong_state");
        assertThat(refusal(() -> market.dispute(stranger, bounty))).isEqualTo("not_a_party");
        assertThat(refusal(() -> market.dispute(market.agentOf(bob), bounty)))
                .isEqualTo("not_a_party");
        assertThat(refusal(() -> market.dispute(arbiter, bounty))).isEqualTo("not_a_party");

        Submission submission = market.submit(agent, bounty);
        market.accept(ann, submission);

        assertThat(refusal(() -> market.dispute(agent, submission)))
                .isEqualTo("bounty_wrong_state");
    }

    @Test
    void onlyTheActiveClaimsWorkIsDisputed() {
        Submission earlier = market.submit(agent, bounty);
        market.requestRevision(ann, earlier);
        market.release(agent, claim);
        market.claim(agent, bounty);
        var unknown = new SubmissionId(new UUID(1, 2));

        assertThat(refusal(() -> market.dispute(agent, earlier))).isEqualTo("not_the_active_work");
        assertThat(refusal(() -> open(agent, unknown, "No"))).isEqualTo("submission_not_found");
        assertThat(refusal(() -> open(agent, null, " "))).isEqualTo("invalid_field");
        assertThat(market.now(bounty).status()).isInstanceOf(Claimed.class);
    }

    @Test
    void disputeDoesNotBringBackWhatTimeHasDecided() {
        market.guildhall.clock.advance(Duration.ofDays(3));
        assertThat(refusal(() -> market.dispute(agent, bounty))).isEqualTo("lease_ended");
        Bounty other = market.post(ann, terms().firstCome());
        market.claim(agent, other);
        Submission silent = market.submit(agent, other);
        market.guildhall.clock.advance(Duration.ofDays(7));

        assertThat(refusal(() -> market.dispute(ann, silent))).isEqualTo("review_window_over");

        market.fireTimers();
        assertThat(market.now(other).status()).isInstanceOf(Paid.class);
    }

    @Test
    void withdrawalLetsTheLeaseGoOnWithWhatWasLeft() {
        market.guildhall.clock.advance(Duration.ofDays(1));
        Dispute dispute = market.dispute(ann, bounty);
        Instant later = market.guildhall.clock.advance(Duration.ofDays(5));

        market.withdraw(ann, dispute);

        assertThat(market.now(dispute).status()).isEqualTo(new DisputeStatus.Withdrawn(later));
        assertThat(market.now(bounty).status()).isEqualTo(new Claimed(claim.id()));
        assertThat(leaseOf(claim)).isEqualTo(new Running(later.plus(Duration.ofDays(2))));
        market.submit(agent, bounty);
    }

    @Test
    void lessThanADayIsADayAfterADispute() {
        market.guildhall.clock.advance(Duration.ofDays(3).minusMinutes(1));
        Dispute dispute = market.dispute(agent, bounty);
        Instant later = market.guildhall.clock.advance(Duration.ofHours(1));

        market.withdraw(agent, dispute);

        assertThat(leaseOf(claim)).isEqualTo(new Running(later.plus(Duration.ofDays(1))));
    }

    @Test
    void withdrawalLetsTheReviewGoOnWithWhatWasLeft() {
        Submission submission = market.submit(agent, bounty);
        market.guildhall.clock.advance(Duration.ofDays(2));
        Dispute first = market.dispute(agent, submission);
        Instant later = market.guildhall.clock.advance(Duration.ofDays(10));
        market.withdraw(agent, first);
        assertThat(market.now(submission).status())
                .isEqualTo(new UnderReview(later.plus(Duration.ofDays(5))));

        market.guildhall.clock.advance(Duration.ofDays(5).minusMinutes(1));
        Dispute second = market.dispute(ann, submission);
        Instant latest = market.guildhall.clock.advance(Duration.ofDays(1));
        market.withdraw(ann, second);
        assertThat(market.now(submission).status())
                .isEqualTo(new UnderReview(latest.plus(Duration.ofDays(1))));

        market.reject(ann, submission);
        assertThat(market.now(bounty).status()).isEqualTo(new Claimed(claim.id()));
    }

    @Test
    void onlyWhoeverOpenedItTakesItBack() {
        Dispute dispute = market.dispute(agent, bounty);

        assertThat(refusal(() -> market.withdraw(ann, dispute))).isEqualTo("not_the_opener");

        market.withdraw(bob, dispute);
        assertThat(refusal(() -> market.withdraw(agent, dispute))).isEqualTo("dispute_wrong_state");
    }

    @Test
    void firstWordOfTheOtherSideIsItsAnswer() {
        Dispute dispute = market.dispute(agent, bounty);
        Evidence own = market.giveEvidence(agent, dispute);
        assertThat(market.now(dispute).status().word()).isEqualTo("open");

        Evidence answer = market.giveEvidence(ann, dispute);

        assertThat(market.now(dispute).status())
                .isEqualTo(new Answered(market.guildhall.clock.instant()));
        assertThat(
                        market.use
                                .viewDisputes
                                .evidence(arbiter, dispute.id(), PageRequest.first(10))
                                .items())
                .containsExactly(answer, own);
    }

    @Test
    void evidenceHasItsLimits() {
        Dispute dispute = market.dispute(agent, bounty);
        var attachment = new Deliverable("file", "https://example.org/log", "", null);

        assertThat(refusal(() -> giveEvidence(agent, dispute, "x".repeat(20_001), List.of())))
                .isEqualTo("invalid_field");
        assertThat(refusal(() -> giveEvidence(agent, dispute, " ", List.of())))
                .isEqualTo("invalid_field");
        assertThat(
                        refusal(() ->
                                giveEvidence(
                                        agent,
                                        dispute,
                                        "See",
                                        Collections.nCopies(11, attachment))))
                .isEqualTo("invalid_field");
        giveEvidence(agent, dispute, "x".repeat(20_000), Collections.nCopies(10, attachment));
        for (int piece = 2; piece <= Dispute.EVIDENCE_MAX; piece++) {
            market.giveEvidence(piece % 2 == 0 ? agent : bob, dispute);
        }

        assertThat(refusal(() -> market.giveEvidence(bob, dispute))).isEqualTo("too_much_evidence");
        market.giveEvidence(ann, dispute);
    }

    @Test
    void onlyTheOtherSidesLatestOfferIsAccepted() {
        Dispute dispute = market.dispute(agent, bounty);
        Offer first = offer(ann, dispute, 2_500);
        Offer second = offer(ann, dispute, 5_000);
        Offer own = offer(agent, dispute, 9_000);

        assertThat(refusal(() -> accept(agent, dispute, first))).isEqualTo("offer_not_standing");
        assertThat(refusal(() -> accept(agent, dispute, own))).isEqualTo("offer_not_standing");
        assertThat(refusal(() -> accept(ann, dispute, second))).isEqualTo("offer_not_standing");
        assertThat(refusal(() -> market.offer(ann, dispute, 10_001))).isEqualTo("invalid_field");
        assertThat(refusal(() -> market.offer(ann, dispute, -1))).isEqualTo("invalid_field");

        accept(bob, dispute, second);

        assertThat(market.now(dispute).status())
                .isEqualTo(new DisputeStatus.Settled(5_000, market.guildhall.clock.instant()));
        assertThat(market.balance(bob).available()).isEqualTo(usd(6_750));
        assertThat(refusal(() -> accept(ann, dispute, own))).isEqualTo("dispute_wrong_state");
    }

    @Test
    void arbiterRulesWhenTheOtherSideHasSpokenOrItsTimeIsOver() {
        Dispute dispute = market.dispute(agent, bounty);
        assertThat(refusal(() -> market.resolve(arbiter, dispute, new Ruling.ForAgent())))
                .isEqualTo("answer_still_due");

        market.guildhall.clock.advance(Dispute.ANSWER_WINDOW);
        market.resolve(arbiter, dispute, new Ruling.ForAgent());

        assertThat(market.now(dispute).status()).isInstanceOf(DisputeStatus.Executed.class);
        assertThat(refusal(() -> market.resolve(arbiter, dispute, new Ruling.ForPoster())))
                .isEqualTo("dispute_wrong_state");
        assertThat(market.balance(bob).available()).isEqualTo(usd(13_500));
    }

    @Test
    void onlyAnArbiterWhoIsNoPartyRules() {
        Dispute dispute = market.dispute(agent, bounty);
        market.giveEvidence(ann, dispute);
        Ruling ruling = new Ruling.Split(5_000);

        for (Caller party : List.of(ann, bob)) {
            Caller asArbiter = Caller.operator(party.operator(), Set.of(Role.ARBITER));
            assertThat(refusal(() -> market.resolve(asArbiter, dispute, ruling)))
                    .isEqualTo("arbiter_is_party");
            assertThat(market.use.viewDisputes.allowedActions(market.now(dispute), asArbiter))
                    .doesNotContain("resolve");
        }
        Caller admin = Caller.operator(stranger.operator(), Set.of(Role.ADMIN));
        for (Caller other : List.of(ann, agent, stranger, admin)) {
            assertThat(refusal(() -> market.resolve(other, dispute, ruling)))
                    .isEqualTo("arbiter_needed");
        }
    }

    @Test
    void whatIsNotSaidInTimeChangesNothing() {
        Dispute dispute = market.dispute(agent, bounty);
        Offer offer = offer(ann, dispute, 0);
        market.guildhall.clock.advance(Dispute.DECISION_WINDOW);

        for (Runnable late :
                List.<Runnable>of(
                        () -> market.giveEvidence(ann, dispute),
                        () -> market.offer(ann, dispute, 1),
                        () -> accept(agent, dispute, offer),
                        () -> market.withdraw(agent, dispute),
                        () -> market.resolve(arbiter, dispute, new Ruling.ForPoster()))) {
            assertThat(refusal(late)).isEqualTo("decision_window_over");
        }
        for (Caller caller : List.of(ann, agent, arbiter)) {
            assertThat(market.use.viewDisputes.allowedActions(market.now(dispute), caller))
                    .isEmpty();
        }

        market.fireTimers();
        assertThat(market.balance(bob).available()).isEqualTo(usd(13_500));
    }

    @Test
    void othersDisputesAreNotThere() {
        Dispute dispute = market.dispute(agent, bounty);
        Offer offer = offer(agent, dispute, 9_000);
        var views = market.use.viewDisputes;

        for (Caller other : List.of(stranger, market.agentOf(bob), market.agentOf(ann))) {
            for (Runnable attempt :
                    List.<Runnable>of(
                            () -> views.find(other, dispute.id()),
                            () -> views.evidence(other, dispute.id(), PageRequest.first(1)),
                            () -> market.giveEvidence(other, dispute),
                            () -> market.offer(other, dispute, 1),
                            () -> accept(other, dispute, offer),
                            () -> market.withdraw(other, dispute))) {
                assertThat(refusal(attempt)).isEqualTo("dispute_not_found");
            }
            assertThat(views.list(other, null, PageRequest.first(1)).items()).isEmpty();
        }
        assertThat(refusal(() -> views.find(ann, new DisputeId(new UUID(1, 2)))))
                .isEqualTo("dispute_not_found");
        Caller admin = Caller.operator(stranger.operator(), Set.of(Role.ADMIN));
        for (Caller one : List.of(ann, bob, agent, arbiter, admin)) {
            assertThat(views.find(one, dispute.id())).isEqualTo(market.now(dispute));
            assertThat(views.list(one, "open", PageRequest.first(1)).items())
                    .containsExactly(market.now(dispute));
        }
        assertThat(refusal(() -> market.giveEvidence(arbiter, dispute))).isEqualTo("not_a_party");
    }

    @Test
    void actionsAreThoseThatWouldSucceed() {
        Submission submission = market.submit(agent, bounty);
        assertActions("dispute", true, submission);
        Dispute dispute = market.dispute(agent, submission);
        assertActions("dispute", false, submission);
        assertThat(actions(dispute, agent)).containsExactly("give_evidence", "offer", "withdraw");
        assertThat(actions(dispute, bob)).containsExactly("give_evidence", "offer", "withdraw");
        assertThat(actions(dispute, ann)).containsExactly("give_evidence", "offer");
        assertThat(actions(dispute, arbiter)).isEmpty();
        assertThat(actions(dispute, stranger)).isEmpty();

        market.offer(agent, dispute, 9_000);
        assertThat(actions(dispute, ann)).containsExactly("give_evidence", "offer", "accept_offer");
        market.guildhall.clock.advance(Dispute.ANSWER_WINDOW);
        assertThat(actions(dispute, arbiter)).containsExactly("resolve");

        market.withdraw(agent, dispute);
        assertThat(actions(dispute, agent)).isEmpty();
        assertThat(submissionActions(submission, agent)).doesNotContain("dispute");
        assertThat(submissionActions(submission, ann)).contains("dispute");
        assertThat(bountyActions(ann)).contains("dispute");
        assertThat(bountyActions(agent)).containsExactly("report_progress", "dispute");
        assertThat(bountyActions(bob)).containsExactly("dispute");
        assertThat(bountyActions(stranger)).isEmpty();
        assertThat(bountyActions(arbiter)).isEmpty();
    }

    private void assertActions(String action, boolean isThere, Submission submission) {
        for (Caller side : List.of(ann, bob, agent)) {
            assertThat(bountyActions(side).contains(action)).isEqualTo(isThere);
            assertThat(
                            market.use
                                    .viewClaims
                                    .allowedActions(market.now(claim), side)
                                    .contains(action))
                    .isEqualTo(isThere);
            assertThat(submissionActions(submission, side).contains(action)).isEqualTo(isThere);
        }
    }

    private List<String> bountyActions(Caller caller) {
        return market.use.viewBounties.find(caller, bounty.id()).allowedActions();
    }

    private List<String> submissionActions(Submission submission, Caller caller) {
        return market.use.viewSubmissions.allowedActions(market.now(submission), caller);
    }

    private List<String> actions(Dispute dispute, Caller caller) {
        return market.use.viewDisputes.allowedActions(market.now(dispute), caller);
    }

    private Dispute open(Caller side, @Nullable SubmissionId submission, String reason) {
        return market.use.openDispute.handle(
                new OpenDispute.Command(side, bounty.id(), submission, reason));
    }

    private Evidence giveEvidence(
            Caller side, Dispute dispute, String content, List<Deliverable> attachments) {
        return market.use.giveEvidence.handle(
                new GiveEvidence.Command(side, dispute.id(), content, attachments));
    }

    private Offer offer(Caller side, Dispute dispute, int agentShareBps) {
        Dispute offered = market.offer(side, dispute, agentShareBps);
        Side of = Side.of(side, offered.parties()).orElseThrow();
        return Objects.requireNonNull(offered.offerOf(of));
    }

    private Dispute accept(Caller side, Dispute dispute, Offer offer) {
        return market.use.acceptOffer.handle(
                new AcceptOffer.Command(side, dispute.id(), offer.id()));
    }

    private void raiseReward() {
        market.use.editBounty.handle(
                new EditBounty.Command(
                        ann,
                        bounty.id(),
                        new BountyChange(
                                null,
                                null,
                                null,
                                null,
                                null,
                                usd(16_000),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)));
    }

    private Lease leaseOf(Claim of) {
        return market.now(of).status() instanceof Active(var _, var lease)
                ? lease
                : new Lease.Spent(Instant.EPOCH);
    }
}
