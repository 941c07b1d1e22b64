package io.guildhall.domain.claim;

import static io.guildhall.domain.bounty.BountyFixture.BOUNTY;
import static io.guildhall.domain.bounty.BountyFixture.CLAIM;
import static io.guildhall.domain.bounty.BountyFixture.NOW;
import static io.guildhall.domain.party.PartyFixture.ANN;
import static io.guildhall.domain.party.PartyFixture.BOB;
import static io.guildhall.domain.party.PartyFixture.BOBS_AGENT;

import io.guildhall.domain.bounty.BountyId;
import io.guildhall.domain.bounty.BountyTerms;
import io.guildhall.domain.money.Money;
import io.guildhall.domain.money.MoneyFixture;
import io.guildhall.domain.submission.Submission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The claim of Bob's agent on Ann's bounty in each state of its life. */
public final class ClaimFixture {

    public static final Parties PARTIES = new Parties(ANN, BOBS_AGENT, BOB);
    public static final Instant LEASE_END = NOW.plus(BountyTerms.CLAIM_TTL_DEFAULT);
    public static final Instant LAPSES_AT = NOW.plus(Claim.REQUEST_WINDOW);

    private static final Lease.Retrying RETRYING =
            new Lease.Retrying(NOW.plus(Submission.RESUBMISSION_WINDOW), LEASE_END);

    private ClaimFixture() {}

    public static Claim pendingClaim() {
        return pendingClaim(CLAIM, BOUNTY, PARTIES);
    }

    public static Claim pendingClaim(ClaimId id, BountyId bounty, Parties parties) {
        return new Claim(
                id,
                bounty,
                parties,
                "I have repaired three of these",
                null,
                new ClaimStatus.Pending(LAPSES_AT),
                0,
                0,
                MoneyFixture.usd(0),
                NOW,
                NOW,
                0);
    }

    public static Claim activeClaim() {
        return active(pendingClaim(), new Lease.Running(LEASE_END), 0);
    }

    public static Claim pausedClaim() {
        return active(pendingClaim(), new Lease.Paused(LEASE_END, NOW), 1);
    }

    public static Claim spentClaim() {
        return active(
                pendingClaim(), new Lease.Spent(NOW.plus(Claim.REWORK_MIN)), Claim.SUBMISSIONS_MAX);
    }

    /** Its submission failed the gate. */
    public static Claim retryingClaim() {
        return active(pendingClaim(), RETRYING, 1);
    }

    /** In dispute about what the gate said. */
    public static Claim heldRetryingClaim() {
        return active(pendingClaim(), new Lease.Held(RETRYING, NOW), 1);
    }

    /** In dispute, and its clock was running. */
    public static Claim heldClaim() {
        return active(pendingClaim(), new Lease.Held(new Lease.Running(LEASE_END), NOW), 0);
    }

    /** In dispute after its last submission was not taken. */
    public static Claim heldSpentClaim() {
        return active(
                pendingClaim(),
                new Lease.Held(new Lease.Spent(NOW.plus(Claim.REWORK_MIN)), NOW),
                Claim.SUBMISSIONS_MAX);
    }

    public static Claim bidding(Claim claim, Money proposedReward) {
        return priced(claim, proposedReward, claim.stake());
    }

    public static Claim staked(Claim claim, Money stake) {
        return priced(claim, claim.proposedReward(), stake);
    }

    public static Claim active(Claim claim, Lease lease, int submissions) {
        return with(claim, new ClaimStatus.Active(NOW, lease), 1, submissions);
    }

    public static Claim with(Claim claim, ClaimStatus status) {
        return with(claim, status, claim.fence(), claim.submissions());
    }

    public static Claim with(Claim claim, ClaimStatus status, long fence, int submissions) {
        return new Claim(
                claim.id(),
                claim.bounty(),
                claim.parties(),
                claim.coverLetter(),
                claim.proposedReward(),
                status,
                fence,
                submissions,
                status instanceof ClaimStatus.Active
                        ? claim.stake()
                        : Money.zero(claim.stake().currency()),
                claim.createdAt(),
                claim.updatedAt(),
                claim.version());
    }

    private static Claim priced(Claim claim, @Nullable Money proposedReward, Money stake) {
        return new Claim(
                claim.id(),
                claim.bounty(),
                claim.parties(),
                claim.coverLetter(),
                proposedReward,
                claim.status(),
                claim.fence(),
                claim.submissions(),
                stake,
                claim.createdAt(),
                claim.updatedAt(),
                claim.version());
    }
}
