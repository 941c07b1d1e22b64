package io.guildhall.domain.payout;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.party.PartyFixture.BOB;

import io.guildhall.domain.dispute.DisputeFixture;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.payment.PaymentId;
import io.guildhall.domain.payout.PayoutSource.ApprovedTicket;
import io.guildhall.domain.submission.SubmissionFixture;
import io.guildhall.domain.workspace.WorkspaceFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Bob is owed, in each stage. */
public final class PayoutFixture {

    public static final PayoutId PAYOUT = new PayoutId(new UUID(0x0198_0000_0000_7000L, 0x40));

    private PayoutFixture() {}

    public static Payout pendingWithdrawal() {
        return Payout.withdrawal(PAYOUT, BOB, usd(2_000), Rail.SANDBOX, NOW);
    }

    public static Payout pendingPayoutForWork() {
        return Payout.forSubmission(
                PAYOUT,
                SubmissionFixture.submissionUnderReview(),
                usd(15_000),
                FeeTerms.STANDARD,
                Rail.LEDGER,
                NOW);
    }

    public static Payout sendingWithdrawal(int attempts) {
        return with(
                pendingWithdrawal(),
                new PayoutStage.Sending(NOW, NOW.plus(Duration.ofMinutes(2))),
                attempts);
    }

    /** The agent's half when a dispute was settled so. */
    public static Payout pendingPayoutForDispute() {
        return Payout.forDispute(
                PAYOUT, DisputeFixture.settledDispute(), usd(7_500), usd(750), Rail.LEDGER, NOW);
    }

    public static Payout pendingPayoutForTicket() {
        return Payout.forTicket(
                PAYOUT,
                new ApprovedTicket(
                        WorkspaceFixture.TICKET, WorkspaceFixture.PROJECT, WorkspaceFixture.AGENT),
                WorkspaceFixture.OPERATOR,
                usd(5_000),
                FeeTerms.STANDARD,
                NOW);
    }

    /** The rail was asked and did not answer clearly. */
    public static Payout confirmingWithdrawal(
            int attempts, Unanswered unanswered, Instant askAgainAt) {
        return with(
                pendingWithdrawal(),
                new PayoutStage.Confirming(NOW, "no_answer", askAgainAt),
                attempts,
                unanswered);
    }

    public static Payout blockedWithdrawal() {
        return with(
                pendingWithdrawal(),
                new PayoutStage.Blocked("closed", "Name another account", NOW),
                1);
    }

    public static Payout returnedWithdrawal() {
        return with(
                pendingWithdrawal(),
                new PayoutStage.Returned("closed", NOW.plus(Payout.BLOCKED_MAX)),
                1);
    }

    public static Payout pendingRefund() {
        return Payout.refund(
                PAYOUT, new PaymentId(PAYOUT.value()), BOB, usd(500), Rail.STRIPE, NOW);
    }

    public static Payout completedRefund() {
        return with(pendingRefund(), new PayoutStage.Completed(NOW), 1);
    }

    public static Payout with(Payout payout, PayoutStage stage, int attempts) {
        return with(payout, stage, attempts, null);
    }

    public static Payout with(
            Payout payout, PayoutStage stage, int attempts, @Nullable Unanswered unanswered) {
        return new Payout(
                payout.id(),
                payout.source(),
                payout.payee(),
                payout.gross(),
                payout.fee(),
                payout.rail(),
                stage,
                attempts,
                unanswered,
                payout.createdAt(),
                payout.updatedAt(),
                payout.version());
    }
}
