package io.guildhall.application.dispute;

import static io.guildhall.domain.bounty.TermsFixture.terms;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Market;
import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyStatus;
import io.guildhall.domain.bounty.BountyStatus.Paid;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimStatus.Failed;
import io.guildhall.domain.claim.ClaimStatus.Fulfilled;
import io.guildhall.domain.dispute.Dispute;
import io.guildhall.domain.dispute.DisputeStatus.Executed;
import io.guildhall.domain.dispute.DisputeStatus.Settled;
import io.guildhall.domain.dispute.DisputeStatus.TimedOut;
import io.guildhall.domain.dispute.Ruling;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutSource.EndedDispute;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.Review;
import io.guildhall.domain.submission.Submission;
import io.guildhall.domain.submission.SubmissionStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every end of a dispute, to the cent. */
class DisputeMoneyTest {

    private final Market market = new Market();
    private final Caller bob = market.operator("Bob");
    private final Caller agent = market.agentOf(bob);

    @AfterEach
    void ledgerBalances() {
        assertThat(market.guildhall.ledger.prove().balances()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "15000, 10000, 15000, 1500, 13500,     0",
        "15000,  5000,  7500,  750,  6750,  7500",
        "15000,  3333,  4999,  499,  4500, 10001",
        "15000,     1,     1,    0,     1, 14999",
        "15000,     0,     0,    0,     0, 15000",
        "33333,  6667, 22223, 2222, 20001, 11110",
        "  101,    99,     0,    0,     0,   101",
        "    1, 10000,     1,    0,     1,     0",
        "    1,  5000,     0,    0,     0,     1",
    })
    void rulingAndSettlementShareTheRewardAndTakeTheFeeOfTheAgentsPartOnly(
            long reward, int share, long gross, long fee, long net, long rest) {
        for (boolean isSettled : new boolean[] {false, true}) {
            for (boolean isInReview : new boolean[] {false, true}) {
                Caller ann = market.operatorWith("Ann", usd(reward));
                Bounty bounty = market.post(ann, terms().firstCome().reward(usd(reward)));
                Claim claim = market.claim(agent, bounty);
                Submission submission = isInReview ? market.submit(agent, bounty) : null;
                var before = market.balance(bob).available();
                var feesBefore = market.fees();
                Dispute dispute = market.dispute(agent, bounty);

                if (isSettled) {
                    market.offer(ann, dispute, share);
                    market.acceptOffer(agent, dispute);
                } else {
                    market.giveEvidence(ann, dispute);
                    market.resolve(market.arbiter(), dispute, Ruling.ofShare(share));
                }

                assertThat(market.balance(bob).available()).isEqualTo(before.plus(usd(net)));
                assertThat(market.fees()).isEqualTo(feesBefore.plus(usd(fee)));
                assertThat(market.balance(ann).available()).isEqualTo(usd(rest));
                assertThat(market.escrowOf(bounty)).isEqualTo(usd(0));
                assertThat(market.now(dispute).status())
                        .isInstanceOf(isSettled ? Settled.class : Executed.class);
                assertEnded(bounty, claim, submission, dispute, gross, fee);
            }
        }
    }

    @Test
    void silenceIsDecidedForTheOneWhoSpoke() {
        Caller ann = market.operatorWith("Ann", usd(30_000));
        Bounty one = market.post(ann, terms().firstCome());
        market.claim(agent, one);
        Dispute agents = market.dispute(agent, one);
        Bounty other = market.post(ann, terms().firstCome());
        market.claim(agent, other);
        Dispute posters = market.dispute(ann, other);

        assertThat(market.pass(Dispute.DECISION_WINDOW)).isEqualTo(2);

        assertThat(market.now(agents).status())
                .isEqualTo(new TimedOut(new Ruling.ForAgent(), agents.decideBy()));
        assertThat(market.now(posters).status())
                .isEqualTo(new TimedOut(new Ruling.ForPoster(), posters.decideBy()));
        assertThat(market.now(one).status()).isInstanceOf(Paid.class);
        assertThat(market.now(other).status())
                .isEqualTo(new BountyStatus.Cancelled("decided_by_time", posters.decideBy()));
        assertThat(market.balance(bob).available()).isEqualTo(usd(13_500));
        assertThat(market.fees()).isEqualTo(usd(1_500));
        assertThat(market.balance(ann).available()).isEqualTo(usd(15_000));
    }

    @ParameterizedTest
    @CsvSource({"15000, 7500, 7500", "15001, 7500, 7501", "1, 0, 1"})
    void whereBothSpokeTimeGivesHalvesAndTakesNoFee(long reward, long half, long rest) {
        Caller ann = market.operatorWith("Ann", usd(reward));
        Bounty bounty = market.post(ann, terms().firstCome().reward(usd(reward)));
        Claim claim = market.claim(agent, bounty);
        Submission submission = market.submit(agent, bounty);
        Dispute dispute = market.dispute(ann, submission);
        market.giveEvidence(agent, dispute);

        market.pass(Dispute.DECISION_WINDOW);

        assertThat(market.balance(bob).available()).isEqualTo(usd(half));
        assertThat(market.fees()).isEqualTo(usd(0));
        assertThat(market.balance(ann).available()).isEqualTo(usd(rest));
        assertEnded(bounty, claim, submission, dispute, half, 0);
    }

    @Test
    void lastRoundThatWasRefusedCanStillBePaidFor() {
        Caller ann = market.operatorWith("Ann", usd(15_000));
        Bounty bounty = market.post(ann, terms().firstCome());
        Claim claim = market.claim(agent, bounty);
        market.requestRevision(ann, market.submit(agent, bounty));
        market.requestRevision(ann, market.submit(agent, bounty));
        Submission last = market.reject(ann, market.submit(agent, bounty));
        market.guildhall.clock.advance(Duration.ofHours(47));
        Dispute dispute = market.dispute(agent, last);

        assertThat(market.pass(Duration.ofDays(3))).as("every clock stands still").isZero();
        market.resolve(market.arbiter(), dispute, new Ruling.ForAgent());

        assertThat(market.now(bounty).status())
                .isEqualTo(new Paid(claim.id(), last.id(), market.guildhall.clock.instant()));
        assertThat(market.now(claim).status()).isInstanceOf(Fulfilled.class);
        assertThat(market.now(last)).as("it was judged once").isEqualTo(last);
        assertThat(market.balance(bob).available()).isEqualTo(usd(13_500));
    }

    private void assertEnded(
            Bounty bounty,
            Claim claim,
            @Nullable Submission submission,
            Dispute dispute,
            long gross,
            long fee) {
        List<Payout> payouts =
                market.guildhall.payouts.all().stream()
                        .filter(payout ->
                                payout.source() instanceof EndedDispute(var ended, var _, var _)
                                        && ended.equals(dispute.id()))
                        .toList();
        if (gross == 0) {
            assertThat(payouts).isEmpty();
            assertThat(market.now(bounty).status()).isInstanceOf(BountyStatus.Cancelled.class);
            assertThat(market.now(claim).status()).isInstanceOf(Failed.class);
            if (submission != null) {
                assertThat(market.now(submission).status())
                        .isInstanceOfSatisfying(
                                SubmissionStatus.Rejected.class,
                                rejected -> assertThat(rejected.review()).isEqualTo(reason(claim)));
            }
            return;
        }
        assertThat(payouts).hasSize(1);
        assertThat(payouts.getFirst().gross()).isEqualTo(usd(gross));
        assertThat(payouts.getFirst().fee()).isEqualTo(usd(fee));
        assertThat(payouts.getFirst().stage().word()).isEqualTo("completed");
        assertThat(market.now(bounty).status())
                .isEqualTo(
                        new Paid(
                                claim.id(),
                                submission == null ? null : submission.id(),
                                market.guildhall.clock.instant()));
        assertThat(market.now(claim).status()).isInstanceOf(Fulfilled.class);
        if (submission != null) {
            assertThat(market.now(submission).status())
                    .isEqualTo(
                            new SubmissionStatus.Accepted(
                                    Acceptance.DISPUTE, market.guildhall.clock.instant()));
        }
    }

    /** Submission, claim and bounty are told the same. */
    private Review reason(Claim claim) {
        return market.now(claim).status() instanceof Failed(var reason, var _)
                ? Review.notes(reason)
                : Review.notes("");
    }
}
