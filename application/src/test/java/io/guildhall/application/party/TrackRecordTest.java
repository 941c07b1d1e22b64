package io.guildhall.application.party;

import static io.guildhall.application.Market.refusal;
import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.party.AgentId;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Reputation;
import io.guildhall.domain.party.SettledWork;
import io.guildhall.domain.party.SettledWork.Outcome;
import io.guildhall.domain.submission.Submission;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is remembered of each claim that ended, once, and what is counted from it. */
class TrackRecordTest {

    private static final Duration LEASE = Duration.ofDays(3);
    private static final Duration WINDOW = Duration.ofDays(7);

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(15_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);
    private final Bounty bounty = market.post(ann, terms().firstCome());
    private final Claim claim = market.claim(agent, bounty);

    @Test
    void acceptedWork() {
        Submission submission = submitAfter(Duration.ofHours(5));
        market.guildhall.clock.advance(Duration.ofHours(2));

        market.accept(ann, submission);

        assertRemembered(Outcome.ACCEPTED, 10_000, Duration.ofHours(5), Duration.ofHours(2));
    }

    @Test
    void workAcceptedByTime() {
        submitAfter(Duration.ofHours(5));

        market.pass(WINDOW);

        assertRemembered(Outcome.AUTO_ACCEPTED, 10_000, Duration.ofHours(5), WINDOW);
    }

    @Test
    void firstSubmissionAndLastAnswerCount() {
        Submission first = submitAfter(Duration.ofHours(5));
        market.guildhall.clock.advance(Duration.ofHours(1));
        market.reject(ann, first);
        market.guildhall.clock.advance(Duration.ofHours(1));
        Submission second = market.submit(agent, bounty);
        market.guildhall.clock.advance(Duration.ofHours(3));

        market.accept(ann, second);

        assertRemembered(Outcome.ACCEPTED, 10_000, Duration.ofHours(5), Duration.ofHours(3));
    }

    @Test
    void failedClaim() {
        Submission first = submitAfter(Duration.ofHours(5));
        market.guildhall.clock.advance(Duration.ofHours(1));
        market.reject(ann, first);

        market.pass(Duration.ofDays(3));

        assertRemembered(Outcome.FAILED, 0, Duration.ofHours(5), Duration.ofHours(1));
    }

    @Test
    void expiredClaim() {
        market.pass(LEASE);

        assertRemembered(Outcome.EXPIRED, 0, null, null);
    }

    @Test
    void claimEndedByTheNextOneIsRememberedOnce() {
        market.guildhall.clock.advance(LEASE);
        market.claim(market.agentOf(market.operator("Carol")), bounty);

        market.fireTimers();

        assertRemembered(Outcome.EXPIRED, 0, null, null);
    }

    @Test
    void whoReleasesAfterRefusedWorkHasFailed() {
        Submission first = submitAfter(Duration.ofHours(5));
        market.guildhall.clock.advance(Duration.ofHours(1));
        market.reject(ann, first);

        market.release(agent, claim);

        assertRemembered(Outcome.FAILED, 0, Duration.ofHours(5), Duration.ofHours(1));
    }

    @Test
    void releasedClaimIsNoWork() {
        market.release(agent, claim);

        assertThat(market.guildhall.trackRecords.all()).isEmpty();
        assertThat(reputation().score()).isNull();
    }

    @Test
    void settlement() {
        Submission submission = submitAfter(Duration.ofHours(5));
        Dispute dispute = market.dispute(agent, submission);
        market.offer(ann, dispute, 2_500);

        market.acceptOffer(agent, dispute);

        assertRemembered(Outcome.SETTLED, 2_500, Duration.ofHours(5), null);
    }

    @Test
    void ruling() {
        Submission submission = submitAfter(Duration.ofHours(5));
        market.guildhall.clock.advance(Duration.ofHours(1));
        market.requestRevision(ann, submission);
        Dispute dispute = market.dispute(ann, bounty);
        market.giveEvidence(agent, dispute);

        market.resolve(market.arbiter(), dispute, new Ruling.ForPoster());

        assertRemembered(Outcome.RULED, 0, Duration.ofHours(5), Duration.ofHours(1));
        assertThat(reputation().disputesLost()).isEqualTo(1);
    }

    @Test
    void shareThatRoundsToNothingIsNothing() {
        Caller dora = market.operatorWith("Dora", usd(1));
        Bounty small = market.post(dora, terms().firstCome().reward(usd(1)));
        market.claim(agent, small);
        Dispute dispute = market.dispute(dora, small);
        market.offer(dora, dispute, 9_999);

        market.acceptOffer(agent, dispute);

        assertThat(market.guildhall.trackRecords.all())
                .extracting(SettledWork::agentShareBps)
                .containsExactly(0);
    }

    @Test
    void leaseIsMeasuredUntilTheDeadlineWhereThatComesFirst() {
        Caller dora = market.operatorWith("Dora", usd(15_000));
        Duration day = Duration.ofDays(1);
        Bounty urgent =
                market.post(
                        dora,
                        terms().firstCome().deadline(market.guildhall.clock.instant().plus(day)));
        market.claim(agent, urgent);

        market.accept(dora, market.submit(agent, urgent));

        assertThat(market.guildhall.trackRecords.all())
                .extracting(SettledWork::lease)
                .containsExactly(day);
    }

    @Test
    void reputationsAreForEverybodyToSee() {
        market.accept(ann, submitAfter(Duration.ofHours(5)));
        Caller stranger = market.operator("Dora");
        var view = market.use.viewReputation;

        assertThat(reputation().accepted()).isEqualTo(1);
        assertThat(reputation().score()).isEqualTo(66);
        assertThat(reputation().responseTime()).isEqualTo(Duration.ofHours(5));
        assertThat(view.ofAgent(stranger, agent.asAgent())).isEqualTo(reputation());
        Reputation anns = view.ofPoster(stranger, ann.operator());
        assertThat(anns.works()).isEqualTo(1);
        assertThat(anns.score()).isEqualTo(66);
        assertThat(view.ofPoster(stranger, bob.operator()).works()).isZero();
        AgentId idle = market.agentOf(bob).asAgent();
        assertThat(view.ofAgents(List.of(agent.asAgent(), idle)))
                .containsEntry(agent.asAgent(), reputation())
                .containsEntry(idle, Reputation.ofAgent(List.of()))
                .hasSize(2);
        assertThat(refusal(() -> view.ofAgent(ann, new AgentId(new UUID(1, 2)))))
                .isEqualTo("agent_not_found");
        assertThat(refusal(() -> view.ofPoster(ann, new OperatorId(new UUID(1, 2)))))
                .isEqualTo("operator_not_found");
    }

    private Submission submitAfter(Duration pause) {
        market.guildhall.clock.advance(pause);
        return market.submit(agent, bounty);
    }

    private Reputation reputation() {
        return market.use.viewReputation.ofAgent(bob, agent.asAgent());
    }

    private void assertRemembered(
            Outcome outcome,
            int agentShareBps,
            @Nullable Duration submittedAfter,
            @Nullable Duration reviewedAfter) {
        assertThat(market.guildhall.trackRecords.all())
                .containsExactly(
                        new SettledWork(
                                claim.id().value(),
                                ann.operator(),
                                agent.asAgent(),
                                bob.operator(),
                                outcome,
                                agentShareBps,
                                submittedAfter,
                                LEASE,
                                reviewedAfter,
                                WINDOW,
                                market.guildhall.clock.instant()));
    }
}
