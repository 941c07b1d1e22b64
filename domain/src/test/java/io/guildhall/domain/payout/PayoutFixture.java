package io.guildhall.domain.payout;

import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.money.MoneyFixture.usd;
import static io.guildhall.domain.party.PartyFixture.BOB;

import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.submission.SubmissionFixture;
import java.time.Duration;
import java.util.UUID;

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
                NOW);
    }

    public static Payout sendingWithdrawal(int attempts) {
        return with(
                pendingWithdrawal(),
                new PayoutStage.Sending(NOW, NOW.plus(Duration.ofMinutes(2))),
                attempts);
    }

    public static Payout with(Payout payout, PayoutStage stage, int attempts) {
        return new Payout(
                payout.id(),
                payout.source(),
                payout.payee(),
                payout.gross(),
                payout.fee(),
                payout.rail(),
                stage,
                attempts,
                payout.createdAt(),
                payout.updatedAt(),
                payout.version());
    }
}
