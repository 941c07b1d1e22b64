package io.guildhall.application.timer;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.application.Market;
import io.guildhall.application.inmemory.Crashes;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.BountyStatus.Claimed;
import io.guildhall.domain.bounty.BountyStatus.Expired;
import io.guildhall.domain.bounty.BountyStatus.Open;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Failed;
import io.guildhall.domain.claim.ClaimStatus.Fulfilled;
import io.guildhall.domain.claim.ClaimStatus.Lapsed;
import io.guildhall.domain.claim.ClaimStatus.Pending;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus.TimedOut;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus.Accepted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each row of the table "Silence never benefits the silent party". */
class FireTimersTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Market market = new Market();
    private final Caller ann = market.operatorWith("Ann", usd(45_000));
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);

    @AfterEach
    void ledgerBalancesAndNothingMoreIsDue() {
        assertThat(market.fireTimers()).isZero();
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @Test
    void nobodyFunds() {
        Bounty bounty = market.post(ann, terms().reward(usd(90_000)));
        assertFiresOnlyAfter(Bounty.FUNDING_WINDOW, 1);

        assertThat(market.now(bounty).status()).isEqualTo(new Expired(now()));
        assertThat(market.balance(ann).available()).isEqualTo(usd(45_000));
    }

    @Test
    void nobodyClaims() {
        Bounty bounty = market.post(ann);
        assertFiresOnlyAfter(Duration.ofDays(30), 1);

        assertThat(market.now(bounty).status()).isEqualTo(new Expired(now()));
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(0));
        assertThat(market.balance(ann).available()).isEqualTo(usd(45_000));
    }

    @Test
    void posterDoesNotAnswerARequest() {
        Bounty bounty = market.post(ann);
        Claim claim = market.claim(agent, bounty);
        assertFiresOnlyAfter(Claim.REQUEST_WINDOW, 1);

        assertThat(market.now(claim).status()).isEqualTo(new Lapsed(now()));
        assertThat(market.now(bounty)).isEqualTo(bounty);
        assertThat(market.claim(agent, bounty).status()).isInstanceOf(Pending.class);
    }

    @Test
    void expiringBountyLapsesItsRequests() {
        Bounty bounty = market.post(ann);
        market.guildhall.clock.advance(Duration.ofDays(29));
        Claim one = market.claim(agent, bounty);
        Claim other = market.claim(market.agentOf(market.operator("Carol")), bounty);

        assertThat(market.pass(Duration.ofDays(1))).isEqualTo(3);

        assertThat(market.now(one).status()).isEqualTo(new Lapsed(now()));
        assertThat(market.now(other).status()).isEqualTo(new Lapsed(now()));
        assertThat(market.now(bounty).status()).isEqualTo(new Expired(now()));
    }

    @Test
    void requestsThatLapseTogetherDoSoInSmallUnitsOfWorkAndTheirBountyExpiresAfterThem() {
        Bounty bounty = market.post(ann);
        market.guildhall.clock.advance(Duration.ofDays(29));
        List<Claim> requests = requests(bounty, FireTimers.LAPSED_AT_ONCE + 1);
        market.guildhall.clock.advance(Duration.ofDays(1));

        assertThat(market.use.fireTimers.handle(1)).isEqualTo(FireTimers.LAPSED_AT_ONCE);
        assertThat(market.now(bounty)).isEqualTo(bounty);
        assertThat(market.now(requests.getFirst()).status()).isEqualTo(new Lapsed(now()));
        assertThat(market.now(requests.getLast())).isEqualTo(requests.getLast());

        assertThat(market.use.fireTimers.handle(1)).isEqualTo(2);
        assertThat(market.now(requests.getLast()).status()).isEqualTo(new Lapsed(now()));
        assertThat(market.now(bounty).status()).isEqualTo(new Expired(now()));
        assertThat(market.balance(ann).available()).isEqualTo(usd(45_000));
    }

    @Test
    void leaseEndsWithNothingSubmitted() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);
        assertFiresOnlyAfter(Duration.ofDays(3), 1);

        assertThat(market.now(claim).status().word()).isEqualTo("expired");
        assertThat(market.now(bounty).status()).isEqualTo(new Open());
        assertThat(market.escrowOf(bounty)).isEqualTo(usd(15_000));
    }

    @Test
    void leaseEndsPastTheDeadline() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.guildhall.clock.advance(Duration.ofDays(29));
        Claim claim = market.claim(agent, bounty);
        assertFiresOnlyAfter(Duration.ofDays(1), 1);

        assertThat(market.now(claim).status().word()).isEqualTo("expired");
        assertThat(market.now(bounty).status()).isEqualTo(new Expired(now()));
        assertThat(market.balance(ann).available()).isEqualTo(usd(45_000));
    }

    @Test
    void leaseEndsAfterWorkThatWasNotTaken() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);
        market.reject(ann, market.submit(agent, bounty));
        assertFiresOnlyAfter(Duration.ofDays(3), 1);

        assertThat(market.now(claim).status()).isEqualTo(new Failed("lease_ended", now()));
        assertThat(market.now(bounty).status()).isEqualTo(new Open());
    }

    @Test
    void twoDaysAfterTheLastRoundWasNotTakenTheClaimFails() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);
        for (int round = 1; round <= Claim.SUBMISSIONS_MAX; round++) {
            market.requestRevision(ann, market.submit(agent, bounty));
        }
        assertFiresOnlyAfter(Claim.REWORK_MIN, 1);

        assertThat(market.now(claim).status()).isEqualTo(new Failed("submissions_spent", now()));
        assertThat(market.now(bounty).status()).isEqualTo(new Open());
    }

    @Test
    void posterDoesNotAnswerASubmission() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);
        Submission submission = market.submit(agent, bounty);
        assertFiresOnlyAfter(Duration.ofDays(7), 1);

        assertThat(market.now(submission).status()).isEqualTo(new Accepted(Acceptance.TIME, now()));
        assertThat(market.now(claim).status()).isEqualTo(new Fulfilled(now()));
        assertThat(market.now(bounty).status())
                .isEqualTo(new Paid(claim.id(), submission.id(), now()));
        assertThat(market.balance(bob).available()).isEqualTo(usd(13_500));
        assertThat(market.fees()).isEqualTo(usd(1_500));
    }

    @Test
    void arbiterDoesNotRule() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(agent, bounty);
        Dispute dispute = market.dispute(ann, bounty);
        market.giveEvidence(agent, dispute);
        assertFiresOnlyAfter(Dispute.DECISION_WINDOW, 1);

        assertThat(market.now(dispute).status())
                .isEqualTo(new TimedOut(new Ruling.Split(5_000), now()));
        assertThat(market.balance(bob).available()).isEqualTo(usd(7_500));
    }

    @Test
    void otherSideDoesNotAnswerADispute() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(agent, bounty);
        Dispute dispute = market.dispute(agent, bounty);
        assertThat(market.pass(Dispute.ANSWER_WINDOW)).as("time waits for the arbiter").isZero();

        market.resolve(market.arbiter(), dispute, new Ruling.ForPoster());

        assertThat(market.now(bounty).status())
                .isEqualTo(new BountyStatus.Cancelled("ruled_for_poster", now()));
    }

    @Test
    void everyTimerTellsBeforehandWhatWillHappen() {
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);
        assertThat(market.now(bounty).timer()).isNull();

        Instant at = Objects.requireNonNull(market.now(claim).timer()).at();

        assertThat(at).isEqualTo(now().plus(Duration.ofDays(3)));
        market.pass(Duration.between(now(), at));
        assertThat(market.now(bounty).status()).isEqualTo(new Open());
    }

    @Test
    void oneRoundStopsAtItsLimitAndTheNextGoesOn() {
        for (int i = 0; i < 3; i++) {
            market.post(ann);
        }
        market.guildhall.clock.advance(Duration.ofDays(30));

        assertThat(market.use.fireTimers.handle(2)).isEqualTo(2);
        assertThat(market.use.fireTimers.handle(2)).isEqualTo(1);
        assertThat(market.balance(ann).available()).isEqualTo(usd(45_000));
    }

    @Test
    void whatFailsIsToldAndKeepsNobodyElseFromItsRight() {
        Bounty bad = market.post(ann);
        Bounty good = market.post(ann);
        market.guildhall.clock.advance(Duration.ofDays(30));
        Crashes crashes = new Crashes(market.guildhall.ports());
        List<BountyId> told = new ArrayList<>();
        UseCases disturbed = new UseCases(crashes.ports(), (bounty, _) -> told.add(bounty));

        crashes.before("Ledger.post");
        assertThat(disturbed.fireTimers.handle(10)).isEqualTo(1);

        assertThat(told).containsExactly(bad.id());
        assertThat(market.now(bad)).isEqualTo(bad);
        assertThat(market.escrowOf(bad)).isEqualTo(usd(15_000));
        assertThat(market.now(good).status()).isEqualTo(new Expired(now()));
        assertThat(market.fireTimers()).isEqualTo(1);
        assertThat(market.now(bad).status()).isEqualTo(new Expired(now()));
    }

    @Test
    void crashInTheMiddleLeavesItToTheNextRound() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(agent, bounty);
        market.submit(agent, bounty);
        market.guildhall.clock.advance(Duration.ofDays(7));
        Crashes crashes = new Crashes(market.guildhall.ports());
        UseCases doomed = new UseCases(crashes.ports());

        crashes.before("Outbox.publish");
        assertThatThrownBy(() -> doomed.fireTimers.handle(10)).isInstanceOf(Crashes.Crash.class);
        assertThat(market.balance(bob).available()).isEqualTo(usd(0));

        assertThat(market.fireTimers()).isEqualTo(1);
        assertThat(market.balance(bob).available()).isEqualTo(usd(13_500));
    }

    @Test
    void commandThatWasFasterLeavesNothingToDo() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(agent, bounty);
        Submission submission = market.submit(agent, bounty);
        market.guildhall.clock.advance(Duration.ofDays(8));
        market.accept(ann, submission);

        assertThat(market.fireTimers()).isZero();
        assertThat(market.balance(bob).available()).isEqualTo(usd(13_500));
    }

    @Test
    void nextClaimOnAReopenedBountyIsWhollyAnew() {
        Bounty bounty = market.post(ann, terms().firstCome());
        market.claim(agent, bounty);
        market.pass(Duration.ofDays(3));

        Claim next = market.claim(agent, bounty);

        assertThat(market.now(bounty).status()).isEqualTo(new Claimed(next.id()));
        assertThat(next.fence()).isEqualTo(2);
    }

    private List<Claim> requests(Bounty bounty, int count) {
        List<Claim> requests = new ArrayList<>();
        while (requests.size() < count) {
            Caller operator = market.operator("Operator " + requests.size());
            int agents = Math.min(Claim.PENDING_OF_OPERATOR_MAX, count - requests.size());
            for (int number = 0; number < agents; number++) {
                requests.add(market.claim(market.agentOf(operator), bounty));
            }
        }
        return requests;
    }

    /** Not a moment before, and then so many. */
    private void assertFiresOnlyAfter(Duration time, int timers) {
        assertThat(market.pass(time.minus(A_MOMENT))).isZero();
        assertThat(market.pass(A_MOMENT)).isEqualTo(timers);
    }

    private Instant now() {
        return market.guildhall.clock.instant();
    }
}
