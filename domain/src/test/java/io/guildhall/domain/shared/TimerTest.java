package io.guildhall.domain.shared;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.claim.ClaimFixture.LAPSES_AT;
import static io.guildhall.domain.claim.ClaimFixture.LEASE_END;
import static io.guildhall.domain.claim.ClaimFixture.active;
import static io.guildhall.domain.claim.ClaimFixture.pendingClaim;
import static io.guildhall.domain.dispute.DisputeFixture.DECIDE_BY;
import static io.guildhall.domain.payout.PayoutFixture.pendingWithdrawal;
import static io.guildhall.domain.submission.SubmissionFixture.REVIEW;
import static io.guildhall.domain.submission.SubmissionFixture.REVIEW_BY;
import static io.guildhall.domain.submission.SubmissionFixture.submissionUnderReview;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.BountyFixture;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.claim.ClaimFixture;
import io.guildhall.domain.claim.ClaimStatus;
import io.guildhall.domain.claim.Lease;
import io.guildhall.domain.dispute.DisputeFixture;
import io.guildhall.domain.payout.Payout;
import io.guildhall.domain.payout.PayoutFixture;
import io.guildhall.domain.payout.PayoutStage;
import io.guildhall.domain.shared.Timer.Consequence;
import io.guildhall.domain.submission.Acceptance;
import io.guildhall.domain.submission.SubmissionFixture;
import io.guildhall.domain.submission.SubmissionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever can wait for somebody says until when, and what happens then. */
class TimerTest {

    private static final Instant LATER = NOW.plus(Duration.ofHours(7));

    @Test
    void timerIsDueFromItsInstantOn() {
        Timer timer = new Timer(LATER, Consequence.CLAIM_LAPSES);

        assertThat(timer.isDue(LATER.minusNanos(1))).isFalse();
        assertThat(timer.isDue(LATER)).isTrue();
    }

    @Test
    void bountyWaitsForFundingAndForClaims() {
        Bounty open = BountyFixture.openBounty();

        assertThat(BountyFixture.bountyAwaitingFunding().timer())
                .isEqualTo(new Timer(NOW.plus(Bounty.FUNDING_WINDOW), Consequence.BOUNTY_EXPIRES));
        assertThat(open.timer())
                .isEqualTo(new Timer(open.terms().deadline(), Consequence.BOUNTY_EXPIRES));
    }

    @Test
    void otherBountiesWaitForTheirWorkOrForNothing() {
        assertThat(
                        Stream.of(
                                BountyFixture.claimedBounty(),
                                BountyFixture.bountyInReview(),
                                BountyFixture.completedBounty(),
                                BountyFixture.paidBounty(),
                                BountyFixture.disputedBounty(),
                                BountyFixture.cancelledBounty(),
                                BountyFixture.expiredBounty()))
                .allSatisfy(bounty -> assertThat(bounty.timer()).isNull());
    }

    @Test
    void claimWaitsForThePosterThenForTheAgent() {
        Instant spentUntil = NOW.plus(Claim.REWORK_MIN);

        assertThat(pendingClaim().timer())
                .isEqualTo(new Timer(LAPSES_AT, Consequence.CLAIM_LAPSES));
        assertThat(ClaimFixture.activeClaim().timer())
                .isEqualTo(new Timer(LEASE_END, Consequence.CLAIM_EXPIRES));
        assertThat(active(pendingClaim(), new Lease.Running(LEASE_END), 1).timer())
                .isEqualTo(new Timer(LEASE_END, Consequence.CLAIM_FAILS));
        assertThat(ClaimFixture.spentClaim().timer())
                .isEqualTo(new Timer(spentUntil, Consequence.CLAIM_FAILS));
    }

    @Test
    void claimThatStandsStillOrHasEndedWaitsForNothing() {
        assertThat(
                        Stream.of(
                                ClaimFixture.pausedClaim(),
                                ClaimFixture.heldClaim(),
                                ClaimFixture.heldSpentClaim(),
                                ended(new ClaimStatus.Fulfilled(NOW)),
                                ended(new ClaimStatus.Rejected("no", NOW)),
                                ended(new ClaimStatus.Withdrawn(NOW)),
                                ended(new ClaimStatus.Lapsed(NOW)),
                                ended(new ClaimStatus.Released("too much", NOW)),
                                ended(new ClaimStatus.Expired(NOW)),
                                ended(new ClaimStatus.Failed("lease_ended", NOW))))
                .allSatisfy(claim -> assertThat(claim.timer()).isNull());
    }

    @Test
    void submissionWaitsForThePoster() {
        assertThat(submissionUnderReview().timer())
                .isEqualTo(new Timer(REVIEW_BY, Consequence.SUBMISSION_IS_ACCEPTED));
        assertThat(
                        Stream.of(
                                SubmissionFixture.heldSubmission(),
                                SubmissionFixture.acceptedSubmission(Acceptance.TIME),
                                SubmissionFixture.with(
                                        submissionUnderReview(),
                                        new SubmissionStatus.Rejected(REVIEW, NOW)),
                                SubmissionFixture.with(
                                        submissionUnderReview(),
                                        new SubmissionStatus.RevisionRequested(REVIEW, NOW))))
                .allSatisfy(submission -> assertThat(submission.timer()).isNull());
    }

    @Test
    void disputeWaitsForAnArbiter() {
        Timer timer = new Timer(DECIDE_BY, Consequence.DISPUTE_IS_DECIDED);

        assertThat(DisputeFixture.openDispute().timer()).isEqualTo(timer);
        assertThat(DisputeFixture.answeredDispute().timer()).isEqualTo(timer);
        assertThat(DisputeFixture.ruledDispute().timer()).isEqualTo(timer);
        assertThat(
                        Stream.of(
                                DisputeFixture.executedDispute(),
                                DisputeFixture.settledDispute(),
                                DisputeFixture.withdrawnDispute(),
                                DisputeFixture.timedOutDispute()))
                .allSatisfy(dispute -> assertThat(dispute.timer()).isNull());
    }

    @Test
    void payoutWaitsForItsRailThenForItsPayee() {
        assertThat(pendingWithdrawal().timer()).isEqualTo(sent(NOW));
        assertThat(PayoutFixture.sendingWithdrawal(1).timer())
                .isEqualTo(sent(NOW.plus(Duration.ofMinutes(2))));
        assertThat(at(new PayoutStage.Confirming(NOW, "no_answer", LATER)).timer())
                .isEqualTo(sent(LATER));
        assertThat(at(new PayoutStage.Failed("rail_down", LATER)).timer()).isEqualTo(sent(LATER));
        assertThat(PayoutFixture.blockedWithdrawal().timer())
                .isEqualTo(new Timer(NOW.plus(Payout.BLOCKED_MAX), Consequence.PAYOUT_IS_RETURNED));
        assertThat(at(new PayoutStage.Completed(NOW)).timer()).isNull();
        assertThat(PayoutFixture.returnedWithdrawal().timer()).isNull();
    }

    private static Timer sent(Instant at) {
        return new Timer(at, Consequence.PAYOUT_IS_SENT);
    }

    private static Claim ended(ClaimStatus status) {
        return ClaimFixture.with(ClaimFixture.activeClaim(), status);
    }

    private static Payout at(PayoutStage stage) {
        return PayoutFixture.with(pendingWithdrawal(), stage, 1);
    }
}
