package io.guildhall.domain.dispute;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.CLAIM;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.bounty.BountyFixture.SUBMISSION;
import static io.guildhall.domain.claim.ClaimFixture.PARTIES;
import static io.guildhall.domain.dispute.DisputeFixture.AGENTS_OFFER;
import static io.guildhall.domain.dispute.DisputeFixture.ANSWER_BY;
import static io.guildhall.domain.dispute.DisputeFixture.DECIDE_BY;
import static io.guildhall.domain.dispute.DisputeFixture.DISPUTE;
import static io.guildhall.domain.dispute.DisputeFixture.EVIDENCE;
import static io.guildhall.domain.dispute.DisputeFixture.POSTERS_OFFER;
import static io.guildhall.domain.dispute.DisputeFixture.answeredDispute;
import static io.guildhall.domain.dispute.DisputeFixture.disputeOfPoster;
import static io.guildhall.domain.dispute.DisputeFixture.disputeWithOffers;
import static io.guildhall.domain.dispute.DisputeFixture.evidence;
import static io.guildhall.domain.dispute.DisputeFixture.openDispute;
import static io.guildhall.domain.dispute.DisputeFixture.ruledDispute;
import static io.guildhall.domain.party.PartyFixture.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.dispute.DisputeEvent.DisputeOpened;
import io.guildhall.domain.dispute.DisputeEvent.DisputeResolved;
import io.guildhall.domain.dispute.DisputeEvent.DisputeSettled;
import io.guildhall.domain.dispute.DisputeStatus.Answered;
import io.guildhall.domain.dispute.DisputeStatus.Decided;
import io.guildhall.domain.dispute.DisputeStatus.Executed;
import io.guildhall.domain.dispute.DisputeStatus.Open;
import io.guildhall.domain.dispute.DisputeStatus.Ruled;
import io.guildhall.domain.dispute.DisputeStatus.Settled;
import io.guildhall.domain.dispute.DisputeStatus.TimedOut;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.shared.Decision;
import io.guildhall.domain.shared.Decision.Refused;
import io.guildhall.domain.shared.FieldProblem;
import io.guildhall.domain.shared.Timer;
import io.guildhall.domain.shared.Timer.Consequence;
import io.guildhall.domain.submission.Deliverable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisputeTest {

    private static final OfferId SECOND_OFFER = new OfferId(new UUID(0, 2));
    private static final Deliverable LOG = evidence(Side.AGENT).attachments().getFirst();

    @Test
    void otherSideHasTwoDaysToAnswerAndAnArbiterFourteenToRule() {
        var opened =
                Dispute.open(
                                DISPUTE,
                                ClaimFixture.pausedClaim(),
                                SUBMISSION,
                                Side.AGENT,
                                "Both criteria are met",
                                NOW)
                        .orThrow();

        assertThat(opened.state()).isEqualTo(openDispute());
        assertThat(ANSWER_BY).isEqualTo(NOW.plus(Duration.ofDays(2)));
        assertThat(DECIDE_BY).isEqualTo(NOW.plus(Duration.ofDays(14)));
        assertThat(opened.events())
                .containsExactly(
                        new DisputeOpened(
                                DISPUTE,
                                BOUNTY,
                                PARTIES,
                                CLAIM,
                                SUBMISSION,
                                Side.AGENT,
                                "Both criteria are met",
                                ANSWER_BY));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void firstEvidenceOfTheOtherSideAnswers(Side opener) {
        Dispute open = openedBy(opener);

        Dispute argued = hear(open, opener, NOW);
        Dispute answered = hear(argued, opener.other(), NOW.plusSeconds(1));
        Dispute arguedMore = hear(answered, opener.other(), NOW.plusSeconds(2));

        assertThat(argued.status()).isEqualTo(new Open(ANSWER_BY));
        assertThat(answered.status()).isEqualTo(new Answered(NOW.plusSeconds(1)));
        assertThat(arguedMore.status()).isEqualTo(new Answered(NOW.plusSeconds(1)));
        assertThat(arguedMore.evidenceOf(opener)).isEqualTo(1);
        assertThat(arguedMore.evidenceOf(opener.other())).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void eachSideGivesAtMostTwentyPiecesOfEvidence(Side side) {
        Dispute dispute = openDispute();
        for (int piece = 1; piece <= 20; piece++) {
            dispute = hear(dispute, side, NOW);
        }

        assertThat(dispute.evidenceOf(side)).isEqualTo(20);
        assertThat(dispute.hear(evidence(side), NOW))
                .isEqualTo(new Refused<>(new DisputeError.TooMuchEvidence(20)));
        // None is ever changed.
        assertThat(new DisputeError.TooMuchEvidence(20).message())
                .isEqualTo(
                        "Each side gives at most 20 pieces of evidence, and yours has; the ruling goes"
                                + " by what is there, unless an offer ends the dispute before");
        assertThat(dispute.hear(evidence(side.other()), NOW).isAccepted()).isTrue();
    }

    @Test
    void evidenceIsBounded() {
        assertThat(fields("x".repeat(20_000), Collections.nCopies(10, LOG))).isEmpty();
        assertThat(fields("x".repeat(20_001), List.of())).containsExactly("content");
        assertThat(fields("a\0b", List.of())).containsExactly("content");
        assertThat(fields(" ", List.of(LOG))).containsExactly("content");
        assertThat(fields("See the log", Collections.nCopies(11, LOG)))
                .containsExactly("attachments");
        assertThat(
                        fields(
                                "See the log",
                                List.of(LOG, new Deliverable("file", "ftp://log", "", null))))
                .containsExactly("attachments[1].url");
    }

    @Test
    void laterOfferReplacesTheEarlierOneOfItsSide() {
        Dispute offered = offer(disputeWithOffers(), SECOND_OFFER, Side.AGENT, 6_000);

        assertThat(offered.offerOf(Side.AGENT))
                .isEqualTo(new Offer(SECOND_OFFER, Side.AGENT, 6_000, NOW));
        assertThat(offered.offerOf(Side.POSTER))
                .isEqualTo(disputeWithOffers().offerOf(Side.POSTER));
        assertThat(offer(offered, POSTERS_OFFER, Side.POSTER, 0).offerOf(Side.AGENT))
                .isEqualTo(offered.offerOf(Side.AGENT));
        assertThat(offered.acceptOffer(AGENTS_OFFER, Side.POSTER, NOW))
                .isEqualTo(new Refused<>(new DisputeError.OfferNotStanding(AGENTS_OFFER)));
        assertThat(offered.acceptOffer(SECOND_OFFER, Side.POSTER, NOW).isAccepted()).isTrue();
    }

    @Test
    void nobodyAcceptsItsOwnOffer() {
        assertThat(disputeWithOffers().acceptOffer(AGENTS_OFFER, Side.AGENT, NOW))
                .isEqualTo(new Refused<>(new DisputeError.OfferNotStanding(AGENTS_OFFER)));
        assertThat(disputeWithOffers().acceptOffer(POSTERS_OFFER, Side.POSTER, NOW))
                .isEqualTo(new Refused<>(new DisputeError.OfferNotStanding(POSTERS_OFFER)));
    }

    @Test
    void acceptedOfferIsTheSettlement() {
        var settled = disputeWithOffers().acceptOffer(POSTERS_OFFER, Side.AGENT, NOW).orThrow();

        assertThat(settled.state().status()).isEqualTo(new Settled(2_500, NOW));
        assertThat(settled.events())
                .containsExactly(new DisputeSettled(DISPUTE, BOUNTY, PARTIES, 2_500));
    }

    @Test
    void offerIsNoAnswer() {
        assertThat(offer(openDispute(), POSTERS_OFFER, Side.POSTER, 0).status())
                .isEqualTo(new Open(ANSWER_BY));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9_999, 10_000})
    void offerIsAnyShareOfTheReward(int agentShareBps) {
        assertThat(offer(openDispute(), AGENTS_OFFER, Side.AGENT, agentShareBps).agentOffer())
                .isEqualTo(new Offer(AGENTS_OFFER, Side.AGENT, agentShareBps, NOW));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 10_001, Integer.MAX_VALUE})
    void offerIsNotLessThanNothingNorMoreThanAll(int agentShareBps) {
        var refused =
                (Refused<Dispute>)
                        openDispute().offer(AGENTS_OFFER, Side.AGENT, agentShareBps, NOW);

        assertThat(refused.error().problems())
                .extracting(FieldProblem::field)
                .containsExactly("agentShareBps");
    }

    @Test
    void onlyTheSideThatOpenedItWithdrawsADispute() {
        assertThat(openDispute().withdraw(Side.AGENT, NOW).isAccepted()).isTrue();
        assertThat(openDispute().withdraw(Side.POSTER, NOW).isAccepted()).isFalse();
        assertThat(disputeOfPoster().withdraw(Side.POSTER, NOW).isAccepted()).isTrue();
        assertThat(disputeOfPoster().withdraw(Side.AGENT, NOW).isAccepted()).isFalse();
    }

    @Test
    void silenceDoesNotBlockARuling() {
        assertThat(rule(openDispute(), ANSWER_BY.minusNanos(1_000)).isAccepted()).isFalse();
        assertThat(rule(openDispute(), ANSWER_BY).isAccepted()).isTrue();
        assertThat(rule(answeredDispute(), NOW).isAccepted()).isTrue();
    }

    @Test
    void rulingKeepsWhoRuledAndWhy() {
        Ruling ruling = new Ruling.Split(6_000);

        var ruled = answeredDispute().rule(ruling, CAROL, "Half works", NOW).orThrow();
        Dispute executed = ruled.state().execute(NOW).orThrow().state();

        Decided decided = new Decided(ruling, CAROL, "Half works", NOW);
        assertThat(ruled.state().status()).isEqualTo(new Ruled(decided));
        assertThat(ruled.events())
                .containsExactly(
                        new DisputeResolved(DISPUTE, BOUNTY, PARTIES, ruling, "Half works", false));
        assertThat(executed.status()).isEqualTo(new Executed(decided, NOW));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void timeDecidesForTheOneWhoSpokeIfTheOtherNeverDid(Side opener) {
        Dispute argued = hear(openedBy(opener), opener, NOW);

        var timedOut = argued.timeOut(DECIDE_BY).orThrow();

        Ruling ruling =
                switch (opener) {
                    case POSTER -> new Ruling.ForPoster();
                    case AGENT -> new Ruling.ForAgent();
                };
        assertThat(timedOut.state().status()).isEqualTo(new TimedOut(ruling, DECIDE_BY));
        assertThat(timedOut.events())
                .containsExactly(new DisputeResolved(DISPUTE, BOUNTY, PARTIES, ruling, "", true));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void timeDividesWhatBothHaveSpokenOf(Side opener) {
        Dispute answered = hear(openedBy(opener), opener.other(), NOW);

        assertThat(answered.timeOut(DECIDE_BY).orThrow().state().status())
                .isEqualTo(new TimedOut(new Ruling.Split(5_000), DECIDE_BY));
    }

    @Test
    void nobodyGainsBySpeakingOnceTheDecisionIsOverdue() {
        Instant justInTime = DECIDE_BY.minusNanos(1_000);

        assertThat(openDispute().timeOut(justInTime).isAccepted()).isFalse();
        assertThat(openDispute().hear(evidence(Side.POSTER), justInTime).isAccepted()).isTrue();
        assertThat(openDispute().hear(evidence(Side.POSTER), DECIDE_BY).isAccepted()).isFalse();
        assertThat(rule(answeredDispute(), justInTime).isAccepted()).isTrue();
        assertThat(rule(answeredDispute(), DECIDE_BY).isAccepted()).isFalse();
    }

    @Test
    void disputeOpenedAtTheContractHasItsTimesFromThere() {
        Instant answerBy = ANSWER_BY.minusSeconds(60);
        Instant decideBy = DECIDE_BY.minusSeconds(60);

        var opened =
                Dispute.open(
                                DISPUTE,
                                ClaimFixture.pausedClaim(),
                                SUBMISSION,
                                Side.AGENT,
                                "Both criteria are met",
                                answerBy,
                                decideBy,
                                NOW)
                        .orThrow();

        assertThat(opened.state().status()).isEqualTo(new Open(answerBy));
        assertThat(opened.state().decideBy()).isEqualTo(decideBy);
        assertThat(opened.state().createdAt()).isEqualTo(NOW);
        assertThat(opened.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        DisputeOpened.class,
                        event -> assertThat(event.answerBy()).isEqualTo(answerBy));
    }

    @Test
    void contractThatOpensItLaterGivesEverybodyItsOwnTime() {
        Instant answerBy = ANSWER_BY.plusSeconds(3_600);
        Instant decideBy = DECIDE_BY.plusSeconds(3_600);
        Instant heardAt = NOW.plusSeconds(3_900);

        Dispute open = openDispute().runUntil(answerBy, decideBy, heardAt).orThrow().state();
        Dispute answered =
                answeredDispute().runUntil(answerBy, decideBy, heardAt).orThrow().state();

        assertThat(open.status()).isEqualTo(new Open(answerBy));
        assertThat(open.updatedAt()).isEqualTo(heardAt);
        assertThat(open.timer()).isEqualTo(new Timer(decideBy, Consequence.DISPUTE_IS_DECIDED));
        assertThat(rule(open, ANSWER_BY).isAccepted()).isFalse();
        assertThat(rule(open, answerBy).isAccepted()).isTrue();
        assertThat(answered.status()).isEqualTo(answeredDispute().status());
        assertThat(rule(answered, DECIDE_BY).isAccepted()).isTrue();
        assertThat(answered.timeOut(DECIDE_BY).isAccepted()).isFalse();
        assertThat(rule(answered, decideBy).isAccepted()).isFalse();
        assertThat(answered.timeOut(decideBy).isAccepted()).isTrue();
    }

    /** A wallet was quicker than we. */
    @Test
    void contractThatOpenedItSoonerTakesTheTimeThatIsNotThereAnyMore() {
        Instant decideBy = DECIDE_BY.minusSeconds(3_600);

        Dispute ruled =
                ruledDispute()
                        .runUntil(ANSWER_BY.minusSeconds(3_600), decideBy, NOW)
                        .orThrow()
                        .state();

        assertThat(ruled.status()).isEqualTo(ruledDispute().status());
        assertThat(ruled.timer()).isEqualTo(new Timer(decideBy, Consequence.DISPUTE_IS_DECIDED));
    }

    private static Dispute openedBy(Side side) {
        return openDispute(DISPUTE, ClaimFixture.pausedClaim(), SUBMISSION, side);
    }

    private static Dispute hear(Dispute dispute, Side by, Instant now) {
        return dispute.hear(evidence(by), now).orThrow().state();
    }

    private static Dispute offer(Dispute dispute, OfferId id, Side by, int agentShareBps) {
        return dispute.offer(id, by, agentShareBps, NOW).orThrow().state();
    }

    @Test
    void nobodyRulesInItsOwnCause() {
        for (OperatorId party : List.of(PARTIES.poster(), PARTIES.operator())) {
            var ruled = answeredDispute().rule(new Ruling.ForAgent(), party, "", NOW);

            assertThat(((Refused<Dispute>) ruled).error().code()).isEqualTo("arbiter_is_party");
        }
    }

    private static Decision<Dispute> rule(Dispute dispute, Instant now) {
        return dispute.rule(new Ruling.ForAgent(), CAROL, "", now);
    }

    private static List<String> fields(String content, List<Deliverable> attachments) {
        return new Evidence(EVIDENCE, DISPUTE, Side.AGENT, content, attachments, NOW)
                .problems().stream().map(FieldProblem::field).toList();
    }
}
