package io.guildhall.domain.dispute;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.SUBMISSION;
import static io.guildhall.domain.dispute.DisputeFixture.AGENTS_OFFER;
import static io.guildhall.domain.dispute.DisputeFixture.ANSWER_BY;
import static io.guildhall.domain.dispute.DisputeFixture.DECIDE_BY;
import static io.guildhall.domain.dispute.DisputeFixture.DISPUTE;
import static io.guildhall.domain.dispute.DisputeFixture.POSTERS_OFFER;
import static io.guildhall.domain.dispute.DisputeFixture.evidence;
import static io.guildhall.domain.dispute.DisputeFixture.heard;
import static io.guildhall.domain.party.PartyFixture.CAROL;

import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.states.ApprovedFile;
import io.guildhall.domain.states.StateMatrix;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DisputeStatesTest {

    private static final String EXPECTED =
            """
            open:
              nothing -> open + DisputeOpened
            open at the contract:
              nothing -> open + DisputeOpened
            open without a reason:
              nothing !! invalid_field
            hear the other side:
              open, answered -> answered + EvidenceGiven
              OVER !! dispute_wrong_state
            hear the opener:
              open -> open + EvidenceGiven
              answered -> answered + EvidenceGiven
              OVER !! dispute_wrong_state
            hear nothing said:
              open, answered !! invalid_field
              OVER !! dispute_wrong_state
            hear one piece too many:
              open, answered !! too_much_evidence
              OVER !! dispute_wrong_state
            hear too late:
              open, answered !! decision_window_over
              OVER !! dispute_wrong_state
            offer:
              open -> open + OfferMade
              answered -> answered + OfferMade
              OVER !! dispute_wrong_state
            offer more than there is:
              open, answered !! invalid_field
              OVER !! dispute_wrong_state
            offer too late:
              open, answered !! decision_window_over
              OVER !! dispute_wrong_state
            acceptOffer:
              open, answered -> settled + DisputeSettled
              OVER !! dispute_wrong_state
            acceptOffer of one's own:
              open, answered !! offer_not_standing
              OVER !! dispute_wrong_state
            acceptOffer that nobody made:
              open, answered !! offer_not_standing
              OVER !! dispute_wrong_state
            acceptOffer too late:
              open, answered !! decision_window_over
              OVER !! dispute_wrong_state
            withdraw:
              open, answered -> withdrawn + DisputeWithdrawn
              OVER !! dispute_wrong_state
            withdraw by the other side:
              open, answered !! not_the_opener
              OVER !! dispute_wrong_state
            withdraw too late:
              open, answered !! decision_window_over
              OVER !! dispute_wrong_state
            rule:
              open !! answer_still_due
              answered -> ruled + DisputeResolved
              OVER !! dispute_wrong_state
            rule when an answer is overdue:
              open, answered -> ruled + DisputeResolved
              OVER !! dispute_wrong_state
            rule at too great length:
              open, answered !! invalid_field
              OVER !! dispute_wrong_state
            rule too late:
              open, answered !! decision_window_over
              OVER !! dispute_wrong_state
            execute:
              ruled -> executed
              open, answered, executed, settled, withdrawn, timed_out !! dispute_wrong_state
            takeRuling of an arbiter's wallet:
              open, answered -> settled + DisputeResolved
              OVER !! dispute_wrong_state
            timeOut:
              open, answered !! not_due_yet
              OVER !! dispute_wrong_state
            timeOut when due:
              open, answered -> timed_out + DisputeResolved
              OVER !! dispute_wrong_state
            timeOutAs the contract's share:
              open, answered, ruled -> timed_out + DisputeResolved
              executed, settled, withdrawn, timed_out !! dispute_wrong_state
            settleAs the contract's share:
              open, answered, ruled -> settled + DisputeSettled
              executed, settled, withdrawn, timed_out !! dispute_wrong_state
            fallAway:
              open, answered, ruled -> withdrawn + DisputeWithdrawn
              executed, settled, withdrawn, timed_out !! dispute_wrong_state
            runUntil the contract's times:
              open -> open
              answered -> answered
              ruled -> ruled
              executed, settled, withdrawn, timed_out !! dispute_wrong_state
            """
                    .replace("OVER", "ruled, executed, settled, withdrawn, timed_out");

    private final StateMatrix<Dispute> matrix =
            new StateMatrix<>(Dispute.class, dispute -> dispute.status().word())
                    .state("open", DisputeFixture.openDispute())
                    .state("answered", DisputeFixture.answeredDispute())
                    .state("ruled", DisputeFixture.ruledDispute())
                    .state("executed", DisputeFixture.executedDispute())
                    .state("settled", DisputeFixture.settledDispute())
                    .state("withdrawn", DisputeFixture.withdrawnDispute())
                    .state("timed_out", DisputeFixture.timedOutDispute())
                    .creation("open", () -> open("Both criteria are met"))
                    .creation("open at the contract", DisputeStatesTest::openThere)
                    .creation("open without a reason", () -> open(" "))
                    .command(
                            "hear the other side",
                            dispute -> dispute.hear(evidence(Side.POSTER), NOW))
                    .command("hear the opener", dispute -> dispute.hear(evidence(Side.AGENT), NOW))
                    .command("hear nothing said", dispute -> dispute.hear(nothingSaid(), NOW))
                    .command(
                            "hear one piece too many",
                            dispute ->
                                    heard(dispute, Dispute.EVIDENCE_MAX, 0)
                                            .hear(evidence(Side.POSTER), NOW))
                    .command(
                            "hear too late",
                            dispute -> dispute.hear(evidence(Side.POSTER), DECIDE_BY))
                    .command(
                            "offer", dispute -> dispute.offer(AGENTS_OFFER, Side.AGENT, 7_500, NOW))
                    .command(
                            "offer more than there is",
                            dispute -> dispute.offer(AGENTS_OFFER, Side.AGENT, 10_001, NOW))
                    .command(
                            "offer too late",
                            dispute -> dispute.offer(AGENTS_OFFER, Side.AGENT, 7_500, DECIDE_BY))
                    .command(
                            "acceptOffer",
                            dispute ->
                                    withOffers(dispute).acceptOffer(AGENTS_OFFER, Side.POSTER, NOW))
                    .command(
                            "acceptOffer of one's own",
                            dispute ->
                                    withOffers(dispute).acceptOffer(AGENTS_OFFER, Side.AGENT, NOW))
                    .command(
                            "acceptOffer that nobody made",
                            dispute -> dispute.acceptOffer(POSTERS_OFFER, Side.AGENT, NOW))
                    .command(
                            "acceptOffer too late",
                            dispute ->
                                    withOffers(dispute)
                                            .acceptOffer(AGENTS_OFFER, Side.POSTER, DECIDE_BY))
                    .command("withdraw", dispute -> dispute.withdraw(Side.AGENT, NOW))
                    .command(
                            "withdraw by the other side",
                            dispute -> dispute.withdraw(Side.POSTER, NOW))
                    .command(
                            "withdraw too late", dispute -> dispute.withdraw(Side.AGENT, DECIDE_BY))
                    .command("rule", dispute -> rule(dispute, "", NOW))
                    .command(
                            "rule when an answer is overdue",
                            dispute -> rule(dispute, "", ANSWER_BY))
                    .command(
                            "rule at too great length",
                            dispute -> rule(dispute, "x".repeat(10_001), ANSWER_BY))
                    .command("rule too late", dispute -> rule(dispute, "", DECIDE_BY))
                    .command("execute", dispute -> dispute.execute(NOW))
                    .command(
                            "takeRuling of an arbiter's wallet",
                            dispute -> dispute.takeRuling(new Ruling.ForAgent(), "", NOW))
                    .command("timeOut", dispute -> dispute.timeOut(NOW))
                    .command("timeOut when due", dispute -> dispute.timeOut(DECIDE_BY))
                    .command(
                            "timeOutAs the contract's share",
                            dispute -> dispute.timeOutAs(new Ruling.ForPoster(), NOW))
                    .command(
                            "settleAs the contract's share",
                            dispute -> dispute.settleAs(2_500, NOW))
                    .command("fallAway", dispute -> dispute.fallAway(NOW))
                    .command(
                            "runUntil the contract's times",
                            dispute -> dispute.runUntil(ANSWER_BY, DECIDE_BY, NOW));

    @Test
    void everyStateAnswersEveryCommandAsWritten() {
        matrix.assertHoldsEvery(dispute -> Stream.of(dispute.status()), DisputeStatus.class);
        matrix.assertAnswers(EXPECTED);
    }

    @Test
    void diagramShowsWhatTheCodeDoes() {
        ApprovedFile.assertApproved(
                "docs/state-machines/dispute.md",
                matrix.page("The life of a dispute", "DisputeStatesTest"));
    }

    private static Decision<Dispute> open(String reason) {
        return Dispute.open(
                DISPUTE, ClaimFixture.pausedClaim(), SUBMISSION, Side.AGENT, reason, NOW);
    }

    private static Decision<Dispute> openThere() {
        return Dispute.open(
                DISPUTE,
                ClaimFixture.pausedClaim(),
                SUBMISSION,
                Side.AGENT,
                "Both criteria are met",
                ANSWER_BY,
                DECIDE_BY,
                NOW);
    }

    private static Decision<Dispute> rule(Dispute dispute, String notes, Instant now) {
        return dispute.rule(new Ruling.ForAgent(), CAROL, notes, now);
    }

    private static Evidence nothingSaid() {
        return new Evidence(DisputeFixture.EVIDENCE, DISPUTE, Side.POSTER, " ", List.of(), NOW);
    }

    private static Dispute withOffers(Dispute dispute) {
        Dispute offering = DisputeFixture.disputeWithOffers();
        return DisputeFixture.offering(dispute, offering.posterOffer(), offering.agentOffer());
    }
}
