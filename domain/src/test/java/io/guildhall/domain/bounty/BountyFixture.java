package io.guildhall.domain.bounty;

import static io.guildhall.domain.bounty.TermsFixture.terms;

import io.guildhall.domain.claim.ClaimId;
import io.guildhall.domain.dispute.DisputeFixture;
import io.guildhall.domain.money.FeeTerms;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.PartyFixture;
import io.guildhall.domain.submission.SubmissionId;
import java.time.Instant;
import java.util.UUID;

/** Ann's bounty in each state of its life. */
public final class BountyFixture {

    public static final Instant NOW = PartyFixture.NOW;
    public static final BountyId BOUNTY = new BountyId(new UUID(0x0198_0000_0000_7000L, 0x10));
    public static final ClaimId CLAIM = new ClaimId(new UUID(0x0198_0000_0000_7000L, 0x20));
    public static final SubmissionId SUBMISSION =
            new SubmissionId(new UUID(0x0198_0000_0000_7000L, 0x30));

    private BountyFixture() {}

    public static Bounty bountyAwaitingFunding() {
        return with(
                openBounty(), new BountyStatus.AwaitingFunding(NOW.plus(Bounty.FUNDING_WINDOW)));
    }

    public static Bounty openBounty() {
        return openBounty(terms().build());
    }

    public static Bounty openBounty(BountyTerms terms) {
        return openBounty(BOUNTY, PartyFixture.ANN, terms);
    }

    public static Bounty openBounty(BountyId id, OperatorId poster, BountyTerms terms) {
        return new Bounty(
                id, poster, terms, FeeTerms.STANDARD, new BountyStatus.Open(), 0, NOW, NOW, NOW, 0);
    }

    public static Bounty claimedBounty() {
        return claimed(openBounty());
    }

    public static Bounty claimed(Bounty open) {
        return fenced(with(open, new BountyStatus.Claimed(CLAIM)), open.lastFence() + 1);
    }

    public static Bounty bountyInReview() {
        return with(claimedBounty(), new BountyStatus.InReview(CLAIM, SUBMISSION));
    }

    public static Bounty completedBounty() {
        return with(claimedBounty(), new BountyStatus.Completed(CLAIM, SUBMISSION, NOW));
    }

    public static Bounty paidBounty() {
        return with(claimedBounty(), new BountyStatus.Paid(CLAIM, SUBMISSION, NOW));
    }

    /** Disputed while the agent worked. */
    public static Bounty disputedBounty() {
        return disputed(new BountyStatus.Claimed(CLAIM));
    }

    /** Disputed while its work lay with the poster. */
    public static Bounty bountyDisputedInReview() {
        return disputed(new BountyStatus.InReview(CLAIM, SUBMISSION));
    }

    private static Bounty disputed(UnderWork interrupted) {
        return with(
                claimedBounty(),
                new BountyStatus.Disputed(DisputeFixture.DISPUTE, interrupted, NOW));
    }

    public static Bounty cancelledBounty() {
        return with(openBounty(), new BountyStatus.Cancelled("not needed any more", NOW));
    }

    public static Bounty expiredBounty() {
        return with(openBounty(), new BountyStatus.Expired(NOW));
    }

    public static Bounty with(Bounty bounty, BountyStatus status) {
        return new Bounty(
                bounty.id(),
                bounty.poster(),
                bounty.terms(),
                bounty.fees(),
                status,
                bounty.lastFence(),
                bounty.createdAt(),
                status instanceof BountyStatus.AwaitingFunding ? null : bounty.openedAt(),
                bounty.updatedAt(),
                bounty.version());
    }

    public static Bounty fenced(Bounty bounty, long lastFence) {
        return new Bounty(
                bounty.id(),
                bounty.poster(),
                bounty.terms(),
                bounty.fees(),
                bounty.status(),
                lastFence,
                bounty.createdAt(),
                bounty.openedAt(),
                bounty.updatedAt(),
                bounty.version());
    }
}
